"""The words of one language, read from its folder of TOML files.

A word is found by its path: the file, then the keys inside it, such as ``("questions",
"education", "ask")``. Words are plain text without markup; those with facts in them are small
Jinja templates (``{{ amount | money }}``). A word that is missing is named by file and key.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from copy import copy
from datetime import date
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

from jinja2 import Template, select_autoescape

from messages.environment import Environment
from messages.formats import Formats, Patterns
from messages.law import law
from messages.typography import set_type

if TYPE_CHECKING:
    from dialogs.conversation import Language
    from messages.law import Law

FOLDER = Path(__file__).parent

Tree: TypeAlias = "dict[str, Tree | str]"


class MissingWordsError(LookupError):
    """No words stand where some were looked for."""

    def __init__(self, language: Language, path: tuple[str, ...]) -> None:
        file, *keys = path
        super().__init__(f"messages/{language}/{file}.toml has no text at `{'.'.join(keys)}`")


class Words:
    """All words of one language, and the law of the day on which they are said."""

    def __init__(self, language: Language, tree: Tree) -> None:
        self.language: Language = language
        self._tree = tree
        self._today: date | None = None
        self._compiled: dict[tuple[str, ...], Template] = {}
        self.formats = Formats(language, Patterns(**self._strings("formats", "patterns")))
        # Plain text: what is said here is escaped once, by the screen it is put on.
        self._environment = Environment(autoescape=select_autoescape(default_for_string=False))
        self._environment.filters.update(filters(self.formats))

    def on(self, today: date | None) -> Words:
        """The same words as they are said on a day."""
        dated = copy(self)
        dated._today = today
        return dated

    @property
    def day(self) -> date:
        """That day; without one, a day after all that is announced."""
        return self._today or date.max

    @property
    def law(self) -> Law:
        """The numbers of the law on that day."""
        return law(self._today)

    def find(self, *path: str) -> str | None:
        """The text at this path as it is written in its file, or None."""
        node: Tree | str | None = self._tree
        for key in path:
            if not isinstance(node, dict):
                return None
            node = node.get(key)
        return node if isinstance(node, str) else None

    def say(self, *path: str, **facts: Any) -> str:
        """The text at this path with the facts in their places, and with the ``law`` of the day."""
        source = self.find(*path)
        if source is None:
            raise MissingWordsError(self.language, path)
        if "{" not in source:
            return source
        template = self._compiled.get(path)
        if template is None:
            template = self._compiled[path] = self._environment.from_string(source)
        return template.render(facts, law=self.law)

    def keys(self, *path: str) -> tuple[str, ...]:
        """The names that stand directly under this path, in the order of the file."""
        node: Tree | str | None = self._tree
        for key in path:
            node = node.get(key) if isinstance(node, dict) else None
        if not isinstance(node, dict):
            raise MissingWordsError(self.language, path)
        return tuple(node)

    def paths(self) -> Iterator[tuple[str, ...]]:
        """Every path that leads to a text."""
        yield from _paths(self._tree, ())

    def _strings(self, *path: str) -> dict[str, str]:
        return {key: self.find(*path, key) or "" for key in self.keys(*path)}


def filters(formats: Formats) -> Mapping[str, Any]:
    """The filters that words and screens share."""
    return {
        "number": formats.number,
        "score": formats.score,
        "signed": formats.signed,
        "money": formats.money,
        "percent": formats.percent,
        "date": formats.date,
        "moment": formats.moment,
        "month": formats.month,
        "years": formats.years,
        "months": formats.months,
        "listed": formats.listed,
    }


@lru_cache(maxsize=64)
def words(language: Language, today: date | None = None) -> Words:
    """The words of the language, read once, as they are said on a day."""
    return _words(language).on(today)


@cache
def _words(language: Language) -> Words:
    files = sorted((FOLDER / language).glob("*.toml"))
    return Words(language, {file.stem: _read(file, language) for file in files})


def _read(file: Path, language: Language) -> Tree:
    with file.open("rb") as opened:
        content = tomllib.load(opened)
    patterns = file.name == "formats.toml"
    return _tree(content, f"messages/{language}/{file.name}", None if patterns else language)


def _tree(node: Mapping[str, Any], where: str, typeset: Language | None) -> Tree:
    """The texts of a table, checked, and typeset in that language if any."""
    tree: Tree = {}
    for key, value in node.items():
        if isinstance(value, Mapping):
            tree[key] = _tree(value, f"{where} [{key}]", typeset)
        elif isinstance(value, str) and value.strip():
            tree[key] = set_type(value.strip(), typeset) if typeset else value
        else:
            raise ValueError(f"{where}: `{key}` must be a text, and not an empty one")
    return tree


def _paths(node: Tree, before: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    for key, value in node.items():
        if isinstance(value, str):
            yield (*before, key)
        else:
            yield from _paths(value, (*before, key))

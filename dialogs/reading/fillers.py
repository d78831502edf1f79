"""Words that may stand beside an answer and change nothing of it, and idioms that are none.

A choice is read out of a sentence only where the rest of it says nothing else: "no" answers,
"no brothers" answers a question about brothers, "no problem" and "my boss said no" do not. The
words stand in ``fillers_en.toml`` and ``fillers_fr.toml``; people mix the languages, so both count.
"""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, TypeAlias

from dialogs.conversation import LANGUAGES, Language
from dialogs.reading.text import phrase

if TYPE_CHECKING:
    from collections.abc import Sequence

_File: TypeAlias = "dict[str, str | list[str]]"
_LONGEST_PHRASE = 6


def others_beside(tokens: Sequence[str], group: str) -> frozenset[str]:
    """The words that are no fillers beside an answer to a group of questions."""
    left = _without(tokens, _phrases("phrases"))
    return frozenset(left) - _words("any") - _words(group)


def without_idioms(tokens: Sequence[str]) -> list[str]:
    """The words outside idioms, such as "no problem" or "rien à voir"."""
    return _without(tokens, _phrases("idioms"))


def names_nothing(said: Sequence[str]) -> bool:
    """Whether words of a choice name nothing by themselves, as "none" and "two years" do."""
    plain = _words("weak") | _words("any")
    return all(word in plain or word[0].isdecimal() for word in said)


def _without(tokens: Sequence[str], phrases: frozenset[str]) -> list[str]:
    left: list[str] = []
    at = 0
    while at < len(tokens):
        ends = range(min(at + _LONGEST_PHRASE, len(tokens)), at, -1)
        end = next((end for end in ends if " ".join(tokens[at:end]) in phrases), None)
        if end is None:
            left.append(tokens[at])
        at = at + 1 if end is None else end
    return left


@cache
def _words(name: str) -> frozenset[str]:
    listed = (_file(language).get(name, "") for language in LANGUAGES)
    return frozenset(word for each in listed if isinstance(each, str) for word in each.split())


@cache
def _phrases(name: str) -> frozenset[str]:
    return frozenset(phrase(said) for language in LANGUAGES for said in _file(language)[name])


@cache
def _file(language: Language) -> _File:
    source = files("dialogs.reading").joinpath(f"fillers_{language}.toml")
    file: _File = tomllib.loads(source.read_text(encoding="utf-8"))
    return file

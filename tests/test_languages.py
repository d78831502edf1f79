"""A language has everything that each other has: files, tables, and what code says by language."""

from __future__ import annotations

import ast
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from dialogs.conversation import LANGUAGES, Language, language_of

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[1]
ROOMS = ("bot", "dialogs", "messages", "scoring")
FIRST = LANGUAGES[0]
OF_ONE = {
    "dialogs/reading/dates.py": 'French puts "ago" before the number',
    "dialogs/reading/facts/credentials.py": "a licence is a degree in French",
    "dialogs/reading/facts/family.py": "a French possessive is spelled as an English child",
    "dialogs/reading/facts/holdings.py": "in English a designation is a job title",
    "dialogs/reading/facts/no_tests.py": "who writes French may have a test of French",
    "dialogs/reading/tongue.py": "accents tell French from English",
    "dialogs/situation.py": "of the official languages, the one somebody writes",
    "messages/catalogue_operator.py": "people made up for a screen",
    "messages/typography.py": "French puts spaces before tall signs",
    "scoring/occupations.py": "Canada's titles are in its official languages",
}
"""Code that is about one language by its nature, with the reason."""


def files(ending: str) -> Iterator[Path]:
    for room in ROOMS:
        yield from sorted((ROOT / room).rglob(f"*.{ending}"))


def of_the_first() -> Iterator[Path]:
    """Every file that is about the first language by its name or the folder it is in."""
    for room in (*ROOMS, "tests"):
        for path in sorted((ROOT / room).rglob("*")):
            named = path.stem in (FIRST, f"{path.stem.removesuffix(f'_{FIRST}')}_{FIRST}")
            if path.is_file() and (named or FIRST in path.relative_to(ROOT).parent.parts):
                yield path.relative_to(ROOT)


def in_another(path: Path, language: Language) -> Path:
    stem = language if path.stem == FIRST else path.stem
    if stem.endswith(f"_{FIRST}"):
        stem = f"{stem.removesuffix(FIRST)}{language}"
    folders = [language if part == FIRST else part for part in path.parent.parts]
    return Path(*folders, stem + path.suffix)


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_has_every_file(language: Language) -> None:
    found = list(of_the_first())
    assert len(found) > 90
    wanted = [in_another(path, language) for path in found]
    assert [str(path) for path in wanted if not (ROOT / path).exists()] == []


def incomplete(table: Any, path: str) -> Iterator[str]:
    """The tables in a table that have the first language, and not all."""
    if not isinstance(table, dict):
        return
    if FIRST in table and set(table) != set(LANGUAGES):
        yield path
    for key, value in table.items():
        yield from incomplete(value, f"{path}.{key}")


def test_each_has_its_part_of_every_table() -> None:
    found = [
        each
        for file in files("toml")
        for each in incomplete(
            tomllib.loads(file.read_text(encoding="utf-8")), str(file.relative_to(ROOT))
        )
    ]
    assert found == []


def literals(tree: ast.AST) -> Iterator[tuple[int, set[Any]]]:
    """Each mapping that is written down, as its line and those of its keys that are constant."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Dict):
            yield node.lineno, {key.value for key in node.keys if isinstance(key, ast.Constant)}


def test_each_has_its_part_of_every_mapping_in_the_code() -> None:
    found = [
        f"{file.relative_to(ROOT)}, line {line}"
        for file in files("py")
        for line, keys in literals(ast.parse(file.read_text(encoding="utf-8")))
        if FIRST in keys and keys != set(LANGUAGES)
    ]
    assert found == []


def names_one(tree: ast.AST) -> bool:
    """Whether a language is compared with, or something of one is looked up or written down."""
    named: set[Any] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Compare) and not isinstance(node.ops[0], ast.In):
            named |= {part.value for part in node.comparators if isinstance(part, ast.Constant)}
        elif isinstance(node, ast.Subscript) and isinstance(node.slice, ast.Constant):
            named.add(node.slice.value)
    for _, keys in literals(tree):
        named |= set() if keys == set(LANGUAGES) else keys
    return bool(named & set(LANGUAGES))


def test_code_that_is_about_one_language_says_why() -> None:
    found = {
        str(file.relative_to(ROOT))
        for file in files("py")
        if names_one(ast.parse(file.read_text(encoding="utf-8")))
    }
    assert found == set(OF_ONE)


@pytest.mark.parametrize(
    ("code", "language"),
    [
        ("fr", "fr"),
        ("fr-CA", "fr"),
        ("fr_FR", "fr"),
        ("FR", "fr"),
        ("en-GB", "en"),
        ("fry", "en"),
        ("zh-hans", "en"),
        ("", "en"),
        (None, "en"),
    ],
)
def test_a_code_names_a_language(code: str | None, language: Language) -> None:
    assert language_of(code) == language

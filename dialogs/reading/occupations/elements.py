"""Statistics Canada's own list of job titles: the elements file of NOC 2021, as CSV.

A file is of one language. Its columns are found by how their names begin, for these differ a
little from file to file; its codes have lost their leading zeros; its titles stand in rows of
two types, often in both, and other types of rows hold sentences, which are passed over.

Source of the layout: Statistics Canada, NOC 2021 version 1.0, elements.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dialogs.reading.occupations.further import Title
from dialogs.reading.occupations.titles import genders
from dialogs.reading.text import phrase
from scoring.occupations import occupations

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from dialogs.conversation import Language

COLUMNS = ("level", "code", "title", "type", "description")
"""What the columns hold, in the words that a refusal uses."""

_BEGINNINGS: Mapping[Language, Mapping[str, str]] = {
    "en": {
        "level": "level",
        "code": "code",
        "title": "class title",
        "type": "element type",
        "description": "element description",
    },
    "fr": {
        "level": "niveau",
        "code": "code",
        "title": "titre",
        "type": "nom du type",
        "description": "description",
    },
}
"""How the name of each column begins, by language."""
_TITLE_TYPES = ("illustrative example", "all examples", "exemple", "tous les exemples")
_UNIT_GROUP = "5"
_DIGITS = 5
_LONGEST = 300
"""Characters of a title; the longest known has 175."""
_SHOWN = 20


class NoElementsError(ValueError):
    """The file has not the columns of an elements file; the reason goes on after its name."""


@dataclass(frozen=True, slots=True)
class Refused:
    """A row that cannot be read, and why."""

    row: int
    """Counted from 1, the row of the column names included."""
    column: str
    reason: str


@dataclass(frozen=True, slots=True)
class Elements:
    """What an elements file says."""

    language: Language
    titles: tuple[Title, ...]
    """Each once, in the order of the file; of a pair of genders both."""
    refused: tuple[Refused, ...]


def read_elements(text: Iterable[str]) -> Elements:
    """The titles of a file, given as its lines with their ends.

    Raises:
        NoElementsError: the first row names no such columns.
    """
    rows = _Rows(text)
    language, places = _columns(next(rows, []))
    titles: dict[Title, None] = {}
    refused: list[Refused] = []
    for row in rows:
        read = _titles(row, places, rows.number)
        if isinstance(read, Refused):
            refused.append(read)
        else:
            titles.update(dict.fromkeys(read))
    return Elements(language, tuple(titles), (*refused, *rows.refused))


class _Rows:
    """The rows of a CSV, numbered; one that is no CSV is noted and passed over."""

    def __init__(self, text: Iterable[str]) -> None:
        self._rows = csv.reader(text)
        self.number = 0
        self.refused: list[Refused] = []

    def __iter__(self) -> Iterator[list[str]]:
        return self

    def __next__(self) -> list[str]:
        while True:
            self.number += 1
            try:
                return next(self._rows)
            except csv.Error as error:
                self.refused.append(Refused(self.number, "", str(error)))


def _columns(names: Sequence[str]) -> tuple[Language, dict[str, int]]:
    """The language of the file, and where each column stands."""
    said = [phrase(name) for name in names]
    for language, beginnings in _BEGINNINGS.items():
        places = {
            column: place
            for column, beginning in beginnings.items()
            for place, name in enumerate(said)
            if name.startswith(beginning)
        }
        if len(places) == len(COLUMNS):
            return language, places
    shown = ", ".join(names)[: _SHOWN * 4]
    raise NoElementsError(
        "is no elements file of Statistics Canada's, whose first row must name the columns "
        f"from Level (Niveau) to Element Description; it reads {shown!r}"
    )


def _titles(
    row: Sequence[str], places: Mapping[str, int], number: int
) -> tuple[Title, ...] | Refused:
    """The titles of a row: none where it holds a sentence or is of another level."""
    if not any(field.strip() for field in row):
        return ()
    if len(row) <= max(places.values()):
        return Refused(number, "", f"{len(row)} fields, {max(places.values()) + 1} needed")
    level, code, kind, title = (
        row[places[column]].strip() for column in ("level", "code", "type", "description")
    )
    if not level.isdecimal():
        return Refused(number, "level", f"{level[:_SHOWN]!r} is no level from 1 to 5")
    if level != _UNIT_GROUP or not phrase(kind).startswith(_TITLE_TYPES):
        return ()
    padded = code.zfill(_DIGITS)
    if padded not in occupations():
        return Refused(number, "code", f"{code[:_SHOWN]!r} is no unit group of NOC 2021")
    if not title or len(title) > _LONGEST:
        return Refused(number, "description", f"a title of 1 to {_LONGEST} characters is needed")
    return tuple(Title(padded, form) for form in dict.fromkeys(_forms(title)))


def _forms(title: str) -> Iterator[str]:
    """Both genders of a title; what stands behind a dash belongs to both."""
    name, dash, field = title.partition(" - ")
    for form in genders(name):
        yield " ".join(f"{form}{dash}{field}".split())

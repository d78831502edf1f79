"""Invented files in the layout of Statistics Canada's elements files."""

from __future__ import annotations

import csv
import io
from itertools import chain, product
from typing import TYPE_CHECKING

from scoring.occupations import occupations

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

ENGLISH = (
    "Level",
    "Code - NOC 2021 V1.0",
    "Class title",
    "Element Type Label English",
    "Element Description English",
)
FRENCH = (
    "Niveau",
    "Code dela CNP 2021 v1.0",
    "Titres de classes",
    "Nom du type d'élément Français",
    "Description d'élément Français",
)


_COMMON = ("operator", "manager", "technician", "supervisor", "clerk", "worker", "labourer")
_SYLLABLES = ("ba", "de", "fi", "go", "hu", "ka", "le", "mi", "no", "pu", "ra", "se", "ti", "vo")


def written(rows: Iterable[Sequence[str]], names: Sequence[str] = ENGLISH) -> str:
    """The rows as CSV with its names and carriage returns."""
    out = io.StringIO(newline="")
    csv.writer(out).writerows(chain([names], rows))
    return out.getvalue()


def title(code: str, said: str, kind: str = "All examples") -> tuple[str, ...]:
    """A row with one title of a unit group, its code without leading zeros."""
    return ("5", code.lstrip("0"), occupations()[code].title_en, kind, said)


def many(rows: int) -> list[tuple[str, ...]]:
    """As many rows as a real file has, of all unit groups: invented words before common ones."""
    numbered = product(range(rows // len(occupations()) + 1), occupations())
    return [title(code, _title(n, int(code))) for n, code in numbered][:rows]


def _title(number: int, code: int) -> str:
    rare, kind = _word(code * 61 + number), _COMMON[(number + code) % len(_COMMON)]
    return f"{rare} {kind} - {_word(code)}"


def _word(number: int) -> str:
    """An invented word for each number."""
    syllables = ""
    while number or not syllables:
        number, at = divmod(number, len(_SYLLABLES))
        syllables += _SYLLABLES[at]
    return syllables

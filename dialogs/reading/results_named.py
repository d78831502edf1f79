"""The day of a test result that a question names: "is IELTS from Jan 2025 still good?".

A question tells nothing of the person, so nothing of it is kept.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from dialogs.reading.months import month_named
from dialogs.reading.text import fold, words

if TYPE_CHECKING:
    from collections.abc import Sequence

_LONGEST = 160
"""Characters of a question; a longer message is a story."""
_FIRST_YEAR, _LAST_YEAR = 2000, 2099
_LAST_DAY = 31


@dataclass(frozen=True, slots=True)
class ResultNamed:
    """A day, or a month of which the first day stands here."""

    on: date
    exact: bool


def read_result_named(text: str, today: date) -> ResultNamed | None:
    """The one past month with its year that the words name, with its day where there is one."""
    if len(text) > _LONGEST:
        return None
    tokens = words(fold(text))
    found = [_around(tokens, at, month_named(token)) for at, token in enumerate(tokens)]
    named = list(filter(None, found))
    return named[0] if len(named) == 1 and named[0].on <= today else None


def _around(tokens: Sequence[str], at: int, month: int | None) -> ResultNamed | None:
    """``March 2025``, ``5 March 2025``, ``March 5 2025``."""
    if month is None:
        return None
    day = _number(tokens, at - 1, 1, _LAST_DAY)
    year = _number(tokens, at + 1, _FIRST_YEAR, _LAST_YEAR)
    if year is None:
        day = _number(tokens, at + 1, 1, _LAST_DAY)
        year = _number(tokens, at + 2, _FIRST_YEAR, _LAST_YEAR) if day else None
    if year is None:
        return None
    try:
        return ResultNamed(date(year, month, day or 1), exact=day is not None)
    except ValueError:
        return None


def _number(tokens: Sequence[str], at: int, least: int, most: int) -> int | None:
    if not 0 <= at < len(tokens) or not tokens[at].isascii() or not tokens[at].isdecimal():
        return None
    number = int(tokens[at][:5])
    return number if least <= number <= most else None

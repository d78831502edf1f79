"""Days as written, in any order and either language, before anything judges them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from dialogs.reading.months import month_named
from dialogs.reading.text import pieces, word_set

if TYPE_CHECKING:
    from collections.abc import Sequence

_ORDINALS = frozenset({"st", "nd", "rd", "th", "er", "e", "eme", "ere"})
_FIRST = frozenset({"first", "premier"})
_SMALL_WORDS = word_set(
    "the of on in le de du d en "
    "monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri sat sun "
    "lundi mardi mercredi jeudi vendredi samedi dimanche"
)
_MARKS = frozenset("-/.,'()\":;")
_YEAR_DIGITS, _COMPACT_DIGITS = 4, 8
_LAST_MONTH, _LAST_DAY = 12, 31
_EARLIEST, _LATEST = 1900, 2100


@dataclass(frozen=True, slots=True)
class Written:
    """A day as written; a year below 100 was written with two digits."""

    year: int | None
    month: int | None = None
    day: int | None = None

    def on(self, year: int) -> date | None:
        """That day (the first where none was written) in ``year``, if there is one."""
        try:
            return date(year, self.month or 1, 1 if self.day is None else self.day)
        except ValueError:
            return None


def written_days(folded: str, fillers: frozenset[str] = frozenset()) -> tuple[Written, ...]:
    """What the text can mean as a day or part of one, the day before the month first.

    Empty where the text is anything else. ``fillers`` are further words to skip.
    """
    numbers: list[str] = []
    month: int | None = None
    month_at = 0
    skipped = fillers | _SMALL_WORDS | _MARKS
    for piece in pieces(folded):
        if piece.isdecimal():
            numbers.append(piece)
        elif piece in _FIRST:
            numbers.append("1")
        elif piece in skipped or (piece in _ORDINALS and numbers):
            continue
        elif month is None and (named := month_named(piece)):
            month, month_at = named, len(numbers)
        else:
            return ()
    if any(len(number) not in {1, 2, _YEAR_DIGITS, _COMPACT_DIGITS} for number in numbers):
        return ()
    if month is not None:
        return _around_month(month, month_at, numbers)
    return _in_numbers(numbers)


def _around_month(month: int, month_at: int, numbers: Sequence[str]) -> tuple[Written, ...]:
    """``5 March 1994``, ``March 5, 1994``, ``1994 March 5``, or parts of them."""
    if not numbers:
        return (Written(None, month),)
    values = [int(number) for number in numbers]
    if len(values) == 1:
        if len(numbers[0]) == _YEAR_DIGITS:
            return (Written(values[0], month),)
        return (Written(None, month, values[0]),)
    if len(values) != 2:
        return ()
    year_first = len(numbers[0]) == _YEAR_DIGITS or (month_at == 1 and values[0] > _LAST_DAY)
    year, day = values if year_first else reversed(values)
    return (Written(year, month, day),)


def _in_numbers(numbers: Sequence[str]) -> tuple[Written, ...]:
    if len(numbers) == 1:
        return _alone(numbers[0])
    values = [int(number) for number in numbers]
    if len(values) == 2:
        lengths = [len(number) for number in numbers]
        if lengths[0] == _YEAR_DIGITS and lengths[1] < _YEAR_DIGITS:
            return (Written(values[0], values[1]),)
        if lengths[1] == _YEAR_DIGITS and lengths[0] < _YEAR_DIGITS:
            return (Written(values[1], values[0]),)
        return ()
    if len(values) != 3 or any(len(number) > _YEAR_DIGITS for number in numbers):
        return ()
    first, second, third = values
    if len(numbers[0]) == _YEAR_DIGITS or first > _LAST_DAY:
        return (Written(first, second, third),)
    return _either_order(first, second, third)


def _alone(number: str) -> tuple[Written, ...]:
    """A year, or a whole day in eight digits."""
    if len(number) == _YEAR_DIGITS:
        return (Written(int(number)),)
    if len(number) != _COMPACT_DIGITS:
        return ()
    iso = Written(int(number[:4]), int(number[4:6]), int(number[6:]))
    if _EARLIEST <= int(number[:4]) <= _LATEST and iso.on(int(number[:4])):
        return (iso,)
    return _either_order(int(number[:2]), int(number[2:4]), int(number[4:]))


def _either_order(first: int, second: int, year: int) -> tuple[Written, ...]:
    """Two numbers before a year: day and month, or month and day where that can be."""
    day_first, month_first = Written(year, second, first), Written(year, first, second)
    if first == second or first > _LAST_MONTH:
        return (day_first,)
    if second > _LAST_MONTH:
        return (month_first,)
    return (day_first, month_first)

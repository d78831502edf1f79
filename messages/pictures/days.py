"""From days to shares of a picture's width, and the months named below."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from babel.dates import format_skeleton

if TYPE_CHECKING:
    from collections.abc import Iterator

    from messages.words import Words

_MOST_MONTHS_NAMED = 4
_MONTHS_APART = (1, 2, 3, 6, 12, 24, 60)


def share(day: date, start: date, end: date) -> float:
    """Where a day lies, from 0 at the start to 1 at the end."""
    return (day - start).days / max((end - start).days, 1)


def months(start: date, end: date, said: Words) -> Iterator[dict[str, Any]]:
    """The first days of some months between two days, each with its name and where it lies."""
    first = start.year * 12 + start.month
    last = end.year * 12 + end.month - 1
    apart = next((n for n in _MONTHS_APART if (last - first + 1) // n <= _MOST_MONTHS_NAMED), 120)
    for month in range(first, last + 1):
        if month % apart == 0:
            day = date(month // 12, month % 12 + 1, 1)
            label = format_skeleton("yMMM", day, locale=said.formats.locale)
            yield {"at": share(day, start, end), "label": label}

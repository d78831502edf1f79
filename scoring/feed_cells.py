"""The cells of IRCC's file of rounds: numbers, days and moments as people typed them.

Everything is text there, in English or French, and not always alike: "5,000" and "5 000",
"March 02. 2024 at 01:58:34", "July 3rd 2026", "7 août 2026 à 10 h 08 min 20 s UTC".
"""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import UTC, date, datetime, time, timedelta
from typing import NamedTuple

from scoring.round_names import folded

FIRST = date(2015, 1, 1)
"""The year in which rounds began; what is earlier is a mistake."""
NEXT_DAY = timedelta(days=1)
"""A round may end on the next day by universal time."""

_ENGLISH = (
    "january february march april may june july august september october november december"
).split()
_FRENCH = (
    "janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre"
).split()
_MONTHS = {
    **{name: number for names in (_ENGLISH, _FRENCH) for number, name in enumerate(names, 1)},
    **{name[:3]: number for number, name in enumerate(_ENGLISH, 1)},
    "sept": 9,
}
_SILENT = frozenset("at a le on the du st nd rd th er e of de utc gmt z t s min".split())
"""Words of a moment that tell nothing."""
_NOTHING = frozenset(("", "-", "–", "—", "n/a", "na", "none", "null", "s.o.", "s/o", "so"))
_NUMBER = re.compile(r"[0-9]{1,9}|[0-9]{1,3}(?:[, '’\u00a0\u202f\u2009][0-9]{3}){1,2}")
_ISO_DAY = re.compile(r"(?<![0-9])([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})(?![0-9])")
_CLOCK = re.compile(
    r"([0-9]{1,2}) ?[:h] ?([0-9]{2})(?: ?(?::|min) ?([0-9]{2}))?(?![0-9]) ?([ap])?\.?(?(4)m)"
)
_LONGEST = 120
_SHOWN = 40


class Day(NamedTuple):
    """A day as it was written; the year may have been left out."""

    year: int | None
    month: int
    day: int


def quoted(text: str) -> str:
    """A cell as an error shows it: in quotes, short, nothing in it that a terminal obeys."""
    shown = text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"
    return ascii(shown) if not shown.isprintable() else f'"{shown}"'


def is_empty(text: str) -> bool:
    """Whether a cell says that there is nothing."""
    return text.strip().casefold() in _NOTHING


def is_french(text: str) -> bool:
    """Whether a date is written in French."""
    return any(word in _FRENCH for word in folded(text))


def read_number(text: str, least: int, most: int) -> int:
    """A whole number, thousands apart or not.

    Raises:
        ValueError: it is none, or out of the bounds; the reason in words.
    """
    cell = text.strip()
    if not _NUMBER.fullmatch(cell):
        raise ValueError(f"{quoted(text)} is not a whole number")
    number = int("".join(char for char in cell if char.isdecimal()))
    if not least <= number <= most:
        raise ValueError(f"{number} is not between {least} and {most}")
    return number


def read_day(text: str) -> date:
    """A day with its year: "2026-08-07", "August 7, 2026", "7 août 2026".

    Raises:
        ValueError: it is none; the reason in words.
    """
    found = _days(text, _plain(text))
    if found.year is None:
        raise ValueError(f"{quoted(text)} has no year")
    return _date(text, found.year, found)


def read_moment(text: str, held_on: date) -> datetime | date:
    """A moment, in universal time, before or during the round held on a day.

    A day alone where no time is given. Where the year is left out, it is the latest that fits.

    Raises:
        ValueError: it is none, or not of that time; the reason in words.
    """
    plain = _plain(text)
    clock = _CLOCK.search(plain)
    rest = plain if clock is None else f"{plain[: clock.start()]} {plain[clock.end() :]}"
    found = _days(text, rest)
    day = _date(text, found.year, found) if found.year else _latest(text, found, held_on)
    if not FIRST <= day <= held_on + NEXT_DAY:
        raise ValueError(f"{quoted(text)} is not before the round of {held_on}")
    return day if clock is None else datetime.combine(day, _time(text, clock), UTC)


def _plain(text: str) -> str:
    if len(text) > _LONGEST:
        raise ValueError(f"{quoted(text)} is too long for a date")
    return " ".join(text.casefold().split())


def _days(text: str, rest: str) -> Day:
    """The one day in what is left of a text without the time."""
    iso = _ISO_DAY.search(rest)
    if iso is not None:
        left = folded(f"{rest[: iso.start()]} {rest[iso.end() :]}")
        if set(_parted(left)) <= _SILENT:
            year, month, day = map(int, iso.groups())
            return Day(year, month, day)
        raise ValueError(f"{quoted(text)} is not a date that can be read")
    words = _parted(folded(rest))
    months = [_MONTHS[word] for word in words if word in _MONTHS]
    years = [int(word) for word in words if word.isdecimal() and len(word) == 4]
    days = [int(word) for word in words if word.isdecimal() and len(word) < 3]
    others = [word for word in words if not _belongs(word)]
    if others or len(months) != 1 or len(days) != 1 or len(years) > 1:
        raise ValueError(f"{quoted(text)} is not a date that can be read")
    return Day(years[0] if years else None, months[0], days[0])


def _belongs(word: str) -> bool:
    """Whether a word or a number may be part of a date."""
    return word in _MONTHS or word in _SILENT or (word.isdecimal() and len(word) in (1, 2, 4))


def _parted(words: list[str]) -> list[str]:
    """Numbers and letters that run together, apart: "3rd", "at12"."""
    return [part for word in words for part in re.findall(r"[0-9]+|[^0-9]+", word)]


def _latest(text: str, found: Day, held_on: date) -> date:
    for year in (held_on.year, held_on.year - 1):
        with suppress(ValueError):
            day = date(year, found.month, found.day)
            if day <= held_on + NEXT_DAY:
                return day
    raise ValueError(f"{quoted(text)} is not a day of the year before the round")


def _date(text: str, year: int, found: Day) -> date:
    try:
        return date(year, found.month, found.day)
    except ValueError:
        raise ValueError(f"{quoted(text)} is no day of the calendar") from None


def _time(text: str, clock: re.Match[str]) -> time:
    hour, minute, second = (int(part or 0) for part in clock.group(1, 2, 3))
    half = clock.group(4)
    if half == "p" and hour < 12:
        hour += 12
    if half == "a" and hour == 12:
        hour = 0
    try:
        return time(hour, minute, second)
    except ValueError:
        raise ValueError(f"{quoted(text)} has no time of the day") from None

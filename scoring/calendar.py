"""Years on a calendar with 29 February: birthdays and expiry."""

from __future__ import annotations

from datetime import date


def completed_years(birth: date, on: date) -> int:
    """Age in whole years. Born on 29 February, the birthday falls on 1 March in common years."""
    return on.year - birth.year - ((on.month, on.day) < (birth.month, birth.day))


def expiry(day: date, years: int) -> date:
    """The first day on which something of ``day`` is ``years`` old.

    What is of 29 February expires on 28 February of a common year.
    """
    return _same_day(day, day.year + years)


def latest_expired(on: date, years: int) -> date:
    """The latest day whose things are ``years`` or more old on ``on``.

    ``day <= latest_expired(on, years)`` holds exactly when ``expiry(day, years) <= on``.
    """
    year = on.year - years
    leap_day_too = (on.month, on.day) == (2, 28) and _is_leap(year)
    return date(year, 2, 29) if leap_day_too else _same_day(on, year)


def _same_day(day: date, year: int) -> date:
    if (day.month, day.day) == (2, 29) and not _is_leap(year):
        return date(year, 2, 28)
    return day.replace(year=year)


def _is_leap(year: int) -> bool:
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)

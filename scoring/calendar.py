"""Years on a calendar with 29 February, and months of unequal length: birthdays, expiry, work.

The calendar ends with the year 9999; what would come after it comes on its last days.
"""

from __future__ import annotations

from calendar import monthrange
from datetime import MAXYEAR, date

YEAR = 12
"""In months."""


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


def months_after(day: date, months: int) -> date:
    """The same day some months on, or the last day of a month that is too short for it."""
    year, month = _month(day, months)
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def whole_months(start: date, on: date) -> int:
    """The months that are whole on a day; 0 before the start.

    A month is whole when its day of the month is reached: one that began on the 31st, in a
    shorter month, on the 1st of the next.
    """
    months = (on.year - start.year) * 12 + on.month - start.month - (on.day < start.day)
    return max(months, 0)


def whole_on(start: date, months: int) -> date:
    """The first day on which so many months since the start are whole."""
    year, month = _month(start, months)
    if start.day <= monthrange(year, month)[1]:
        return date(year, month, start.day)
    return date(year, month + 1, 1)  # a month with fewer than 31 days is never the last of its year


def _month(day: date, months: int) -> tuple[int, int]:
    """The year and the month so many months on."""
    years, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return (years, month + 1) if years <= MAXYEAR else (MAXYEAR, 12)


def _same_day(day: date, year: int) -> date:
    if (day.month, day.day) == (2, 29) and not _is_leap(year):
        return date(year, 2, 28)
    return day.replace(year=year)


def _is_leap(year: int) -> bool:
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)

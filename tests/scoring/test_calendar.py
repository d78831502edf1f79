"""Birthdays, expiry and months on a calendar with 29 February and an end."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.calendar import (
    completed_years,
    expiry,
    latest_expired,
    months_after,
    whole_months,
    whole_on,
)

LEAP = date(1996, 2, 29)


@pytest.mark.parametrize(
    ("birth", "on", "age"),
    [
        (date(1990, 6, 15), date(2026, 6, 14), 35),
        (date(1990, 6, 15), date(2026, 6, 15), 36),
        (LEAP, date(2025, 2, 28), 28),
        (LEAP, date(2025, 3, 1), 29),
        (LEAP, date(2024, 2, 28), 27),
        (LEAP, date(2024, 2, 29), 28),
        (date(2026, 11, 24), date(2026, 11, 23), -1),
    ],
)
def test_age_in_completed_years(birth: date, on: date, age: int) -> None:
    assert completed_years(birth, on) == age


@pytest.mark.parametrize(
    ("day", "years", "expires"),
    [
        (date(2024, 5, 1), 2, date(2026, 5, 1)),
        (date(2024, 2, 29), 2, date(2026, 2, 28)),
        (date(2020, 2, 29), 4, date(2024, 2, 29)),
        (date(2022, 2, 28), 2, date(2024, 2, 28)),
    ],
)
def test_expiry(day: date, years: int, expires: date) -> None:
    assert expiry(day, years) == expires


@given(
    on=st.dates(date(2015, 1, 1), date(2100, 1, 1)),
    years=st.sampled_from([2, 5]),
    offset=st.integers(-3, 3),
)
def test_the_latest_expired_day_is_the_edge_of_expiry(on: date, years: int, offset: int) -> None:
    edge = latest_expired(on, years)
    day = date.fromordinal(edge.toordinal() + offset)
    assert (day <= edge) == (expiry(day, years) <= on)


@pytest.mark.parametrize(
    ("day", "months", "then"),
    [
        (date(2026, 11, 23), 0, date(2026, 11, 23)),
        (date(2026, 11, 23), 2, date(2027, 1, 23)),
        (date(2027, 1, 31), 1, date(2027, 2, 28)),
        (date(2026, 12, 31), 12, date(2027, 12, 31)),
        (date(2028, 2, 29), 12, date(2029, 2, 28)),
        (date(9999, 11, 30), 24, date(9999, 12, 30)),
    ],
)
def test_the_same_day_months_later(day: date, months: int, then: date) -> None:
    assert months_after(day, months) == then


@given(start=st.dates(date(2015, 1, 1), date(2100, 1, 1)), months=st.integers(1, 130))
def test_months_are_whole_from_one_day_on(start: date, months: int) -> None:
    day = whole_on(start, months)
    assert whole_months(start, day) == months
    assert whole_months(start, date.fromordinal(day.toordinal() - 1)) == months - 1


@pytest.mark.parametrize(
    ("start", "on", "months"),
    [
        (date(2026, 1, 31), date(2026, 2, 28), 0),
        (date(2026, 1, 31), date(2026, 3, 1), 1),
        (date(2026, 11, 23), date(2027, 11, 22), 11),
        (date(2026, 11, 23), date(2027, 11, 23), 12),
        (date(2026, 11, 23), date(2020, 1, 1), 0),
    ],
)
def test_a_month_is_whole_when_its_day_is_reached(start: date, on: date, months: int) -> None:
    assert whole_months(start, on) == months

"""Days with a time of day as people write them."""

from __future__ import annotations

from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogs.reading.moments import read_moment
from dialogs.reading.outcome import Ambiguous, Understood, Unreadable

TODAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("3 March 2026", "2026-03-03"),
        ("yesterday", "2026-11-22"),
        ("I submitted my profile on March 3, 2026", "2026-03-03"),
        ("3 March 2026, 14:05", "2026-03-03T14:05:00Z"),
        ("3 March 2026 at 2:05 pm UTC", "2026-03-03T14:05:00Z"),
        ("3 March 2026, 12:05 a.m.", "2026-03-03T00:05:00Z"),
        ("March 3, 2026 at 04:22:17 UTC", "2026-03-03T04:22:17Z"),
        ("2026-03-03T14:05:09Z", "2026-03-03T14:05:09Z"),
        ("2026-03-03T140509Z", "2026-03-03T14:05:09Z"),
        ("2026-03-03 14:05", "2026-03-03T14:05:00Z"),
        ("le 3 mars 2026 à 14 h 05", "2026-03-03T14:05:00Z"),
        ("soumis le 3 mars 2026, 14h05 UTC", "2026-03-03T14:05:00Z"),
        ("14:05, 3 mars 2026", "2026-03-03T14:05:00Z"),
        ("aujourd'hui 00:00", "2026-11-23T00:00:00Z"),
    ],
)
def test_a_day_or_a_moment_of_it(text: str, moment: str) -> None:
    assert read_moment(text, TODAY) == Understood(moment)


def test_day_and_month_either_way_are_asked_back_with_their_time() -> None:
    reading = read_moment("03/04/2026 14:05", TODAY)
    assert isinstance(reading, Ambiguous)
    assert set(reading.options) == {"2026-04-03T14:05:00Z", "2026-03-04T14:05:00Z"}


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("March 2026", "date_incomplete"),
        ("two weeks ago", "date_incomplete"),
        ("24 November 2026", "date_future"),
        ("3 March 2026, 14:05 EST", "date_unreadable"),
        ("3 March 2026, 25:05", "date_unreadable"),
        ("14:05", "date_unreadable"),
        ("31 February 2026", "date_impossible"),
        ("soon", "date_unreadable"),
        ("", "date_unreadable"),
    ],
)
def test_anything_else_says_what_is_wrong(text: str, reason: str) -> None:
    reading = read_moment(text, TODAY)
    assert isinstance(reading, Unreadable)
    assert reading.reason == reason


@given(st.text(max_size=60))
def test_no_text_breaks_it(text: str) -> None:
    assert isinstance(read_moment(text, TODAY), Understood | Ambiguous | Unreadable)


@given(st.dates(date(2020, 1, 1), TODAY), st.times())
def test_what_is_stored_is_read_as_itself_also_from_a_button(day: date, clock: time) -> None:
    stored = f"{day}T{clock:%H:%M:%S}Z"
    assert read_moment(stored, TODAY) == Understood(stored)
    assert read_moment(stored.replace(":", ""), TODAY) == Understood(stored)

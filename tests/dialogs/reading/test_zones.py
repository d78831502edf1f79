"""Where a person lives, for the hour there."""

from __future__ import annotations

from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogs.reading.outcome import Ambiguous, Understood, Unreadable
from dialogs.reading.zones import is_zone, read_zone


@pytest.mark.parametrize(
    ("text", "zone"),
    [
        ("Lagos", "Africa/Lagos"),
        ("j'habite à Montréal", "America/Toronto"),
        ("I live in São Paulo, Brazil", "America/Sao_Paulo"),
        ("New Delhi", "Asia/Kolkata"),
        ("le Caire", "Africa/Cairo"),
        ("Port-au-Prince", "America/Port-au-Prince"),
        ("Vancouver, Canada", "America/Vancouver"),
        ("Asia/Kathmandu", "Asia/Kathmandu"),
        ("UTC+5:30", "Asia/Kolkata"),
        ("gmt +1", "Etc/GMT-1"),
        ("UTC−8", "Etc/GMT+8"),
        ("+0545", "Asia/Kathmandu"),
        ("UTC", "Etc/GMT"),
        ("-3", "Etc/GMT+3"),
    ],
)
def test_is_read(text: str, zone: str) -> None:
    assert read_zone(text) == Understood(zone)


@pytest.mark.parametrize(
    ("text", "zones"),
    [
        ("London, Ontario", ("Europe/London", "America/Toronto")),
        ("Australia", ("Australia/Perth", "Australia/Sydney")),
    ],
)
def test_is_asked_back(text: str, zones: tuple[str, ...]) -> None:
    assert read_zone(text) == Ambiguous(zones, "several")


@pytest.mark.parametrize(
    "text", ["", "Atlantis", "UTC+15", "UTC+5:10", "Etc/GMT+13", "7", "x" * 999]
)
def test_is_not_read(text: str) -> None:
    assert read_zone(text) == Unreadable("zone_unreadable")


@pytest.mark.parametrize(("hours", "text"), [(h, f"UTC{h:+d}") for h in range(-12, 15)])
def test_an_offset_is_that_many_hours_ahead(hours: int, text: str) -> None:
    reading = read_zone(text)
    assert isinstance(reading, Understood)
    assert is_zone(reading.value)
    ahead = ZoneInfo(reading.value).utcoffset(None)
    assert ahead is not None
    assert ahead.total_seconds() == hours * 3600


@given(st.text(max_size=60))
def test_what_is_understood_is_a_zone_that_exists(text: str) -> None:
    reading = read_zone(text)
    if isinstance(reading, Understood):
        assert ZoneInfo(reading.value)

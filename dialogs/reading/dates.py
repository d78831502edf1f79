"""Dates and ages as people write them, in English and French."""

from __future__ import annotations

from datetime import date

from dialogs.reading.outcome import Reading, Unreadable


def read_date_or_age(text: str, today: date) -> Reading[date | int]:
    """A birth date, or an age in whole years."""
    del text, today
    return Unreadable("date_unreadable")


def read_past_date(text: str, today: date) -> Reading[date]:
    """A date up to today, such as the day a credential assessment was issued."""
    del text, today
    return Unreadable("date_unreadable")

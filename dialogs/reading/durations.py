"""Lengths of work in months, as people write them, in English and French."""

from __future__ import annotations

from datetime import date

from dialogs.reading.outcome import Reading, Unreadable


def read_months(text: str, today: date) -> Reading[int]:
    """How many whole months of work the text says."""
    del text, today
    return Unreadable("duration_unreadable")

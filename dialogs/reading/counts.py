"""The number of people in a family, as people write it."""

from __future__ import annotations

from dialogs.reading.outcome import Reading, Unreadable


def read_family_size(text: str) -> Reading[int]:
    """How many people the family counts, the person included."""
    del text
    return Unreadable("family_size_unreadable")

"""Language test results as people write them, in English and French."""

from __future__ import annotations

from datetime import date
from typing import Any

from dialogs.reading.outcome import Reading, Unreadable


def read_scores(text: str, test: str, today: date) -> Reading[dict[str, Any]]:
    """The four scores of one test, and the day it was taken where the text says it."""
    del text, test, today
    return Unreadable("scores_unreadable")

"""Occupations: a NOC 2021 code, or the unit groups whose titles come closest to some words."""

from __future__ import annotations

from dialogs.conversation import Language
from dialogs.reading.outcome import Reading, Unreadable


def read_occupation(text: str, language: Language) -> Reading[str]:
    """The five digits of a NOC 2021 unit group, or up to five groups to choose from."""
    del text, language
    return Unreadable("occupation_not_found")

"""Typed words for the choices of a question, in English and French."""

from __future__ import annotations

from collections.abc import Sequence

from dialogs.conversation import Language
from dialogs.reading.outcome import Reading, Unreadable


def read_choice(
    text: str, question: str, choices: Sequence[str], language: Language
) -> Reading[str]:
    """The choice that the text names, among those that the question offers now."""
    del text, question, choices, language
    return Unreadable("choice_unreadable")

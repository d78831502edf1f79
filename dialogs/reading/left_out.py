"""What somebody leaves out of several facts: "not the age", "tout sauf le diplôme"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dialogs.conversation import LANGUAGES, Language
from dialogs.reading.requests import leaves_out, named_questions
from dialogs.reading.text import phrase

if TYPE_CHECKING:
    from collections.abc import Collection

_MOST_WORDS = 9
"""Words of what leaves something out; a longer message is a story."""


def read_left_out(text: str, language: Language, among: Collection[str]) -> tuple[str, ...]:
    """The questions, of those that wait, whose answers the words leave out; mostly none."""
    if len(phrase(text).split()) > _MOST_WORDS:
        return ()
    for spoken in (language, *(other for other in LANGUAGES if other != language)):
        named = named_questions(text, spoken) if leaves_out(text, spoken) else frozenset()
        left_out = tuple(question for question in among if question in named)
        if left_out:
            return left_out
    return ()

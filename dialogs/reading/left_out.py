"""What somebody leaves out of several facts: "not the age", "tout sauf le diplôme"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dialogs.conversation import LANGUAGES, Language
from dialogs.reading.asking import asks
from dialogs.reading.requests import leaves_out, named_questions
from dialogs.reading.text import phrase

if TYPE_CHECKING:
    from collections.abc import Collection

_ONLY_NAMED = 2
"""Words that only name an answer of those just shown: "the age" is the wrong one."""
_MOST_WORDS = 9
"""Words of what leaves something out; a longer message is a story."""


def read_left_out(text: str, language: Language, among: Collection[str]) -> tuple[str, ...]:
    """The questions, of those that wait, whose answers the words leave out; mostly none."""
    said = phrase(text).split()
    if len(said) > _MOST_WORDS:
        return ()
    alone = len(said) <= _ONLY_NAMED and not asks(text)
    for spoken in (language, *(other for other in LANGUAGES if other != language)):
        meant = alone or leaves_out(text, spoken)
        named = named_questions(text, spoken) if meant else frozenset()
        left_out = tuple(question for question in among if question in named)
        if left_out:
            return left_out
    return ()

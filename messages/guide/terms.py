"""Words as the search compares them: folded, without apostrophes, cut to their stems."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from Stemmer import Stemmer

from dialogs.reading.text import LONGEST, fold, words

if TYPE_CHECKING:
    from dialogs.conversation import Language

_NAMES: dict[Language, str] = {"en": "english", "fr": "french"}


def spelled(text: str) -> list[str]:
    """The words of a text, folded; of a long one those at its beginning."""
    return words(fold(text.strip()[:LONGEST]))


@cache
def _stemmer(language: Language) -> Stemmer:
    return Stemmer(_NAMES[language])


def stems(spelled: list[str], language: Language) -> list[str]:
    """The stem of each word."""
    stemmed: list[str] = _stemmer(language).stemWords(spelled)
    return stemmed

"""Slips of typing in the words that tell facts: ``bachlors``, ``exprience``, ``sinlge``."""

from __future__ import annotations

from functools import cache

from rapidfuzz import process
from rapidfuzz.distance import OSA

from dialogs.conversation import LANGUAGES
from dialogs.reading.choice_words import table
from dialogs.reading.facts.lexicon import every_word, lexicon
from dialogs.reading.facts.places import place_words
from dialogs.reading.months import month_named
from dialogs.reading.occupations.titles import titles
from dialogs.reading.text import words

_SHORTEST, _LONG = 5, 9
"""Shorter words are what they are; in long ones two letters may be wrong."""
_EDUCATION = ("education", "canadian_study", "marital_status")


def corrected(word: str) -> str:
    """The word of the facts that an unknown word is a slip of; else the word itself."""
    if len(word) < _SHORTEST or not word.isalpha() or word in _known() or month_named(word):
        return word
    slips = 1 if len(word) < _LONG else 2
    near = process.extractOne(word, _telling(), scorer=OSA.distance, score_cutoff=slips)
    return near[0] if near is not None and near[0][0] == word[0] else word


@cache
def _telling() -> tuple[str, ...]:
    """The words that a slip is looked for in."""
    return tuple(sorted(lexicon("talk.telling")))


@cache
def _known() -> frozenset[str]:
    """Every word that some reader knows, and so is no slip."""
    listed = (
        phrase
        for group in _EDUCATION
        for language in LANGUAGES
        for phrase in table(group, language).phrases
    )
    named = (title for language in LANGUAGES for title, _ in titles(language))
    known = {word for phrase in (*listed, *named) for word in words(phrase)}
    return frozenset(known | every_word() | place_words())

"""Things that are not known yet, as a sentence names them: the most telling first, and few."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from messages.words import Words

MOST_NAMED = 3

_MOST_TELLING = (
    "first_language_test",
    "first_language_scores",
    "occupation",
    "canadian_experience",
    "foreign_experience",
    "has_eca",
    "second_language_test",
    "second_language_scores",
    "provincial_nomination",
    "spouse_status",
    "spouse_language_test",
)
"""What changes most, first; all else keeps its order."""


def named(questions: Iterable[str], words: Words) -> str:
    """What the questions ask about, the most telling three by name and the others by number."""
    ordered = sorted(questions, key=_place)
    names = [thing(question, words) for question in ordered[:MOST_NAMED]]
    more = len(ordered) - len(names)
    if more:
        names.append(words.say("terms", "more", count=more))
    return words.formats.listed(names)


def thing(question: str, words: Words) -> str:
    """What a question asks about, as it stands within a sentence."""
    path = ("terms", "yours", question)
    return words.say(*path) if words.find(*path) else words.say("questions", question, "title")


def _place(question: str) -> int:
    known = question in _MOST_TELLING
    return _MOST_TELLING.index(question) if known else len(_MOST_TELLING)

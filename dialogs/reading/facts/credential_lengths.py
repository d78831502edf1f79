"""The phrases for levels of education, and how long a credential took, in words beside it."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from dialogs.conversation import LANGUAGES
from dialogs.reading.choice_words import Found, table
from dialogs.reading.facts.lexicon import lexicon
from dialogs.reading.text import word_set
from scoring.vocabulary import EDUCATIONS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dialogs.reading.facts.message import Message

_NOT_INSIDE = frozenset(
    {
        *(
            "none",
            "nothing",
            "unknown",
            "doctor",
            "docteur",
            "professional",
            "medicine",
            "medecine",
        ),
        *("dentistry", "dentaire", "primary", "elementary", "primaire", "aucun", "aucune", "rien"),
        *("ingenieur", "10th", "12th", "associate", "these", "des", "skip", "maybe"),
        *(
            "later",
            "deuxieme cycle",
            "troisieme cycle",
            "premier cycle",
            "year 12",
        ),
        *(
            "chartered accountant",
            "acca",
            "cpa",
            "ca",
            "expert comptable",
            "brevet",
            "intermediate",
        ),
        *("veterinary medicine", "chiropractic", "but", "optometrie", "chiropratique", "passer"),
    }
)
"""Listed words that name no level for sure inside a longer message."""
SHORT = {
    **dict.fromkeys(("ba", "bs", "be", "bed"), "bachelor"),
    **dict.fromkeys(("ma", "ms", "med", "m2"), "master"),
    "md": "professional",
}
"""Abbreviations that are words as well: a level where they are written in capitals."""
_LASTED = word_set("was is took takes lasted of for etait est dure pris a de")
_NO_LENGTH = word_set("and et with avec then puis but mais since depuis or ou plus i je il")
_PAST = (["ago"], ["old"])
_A_LENGTH = re.compile(
    r"(?:\d+|one|un|une) (?:and|et) (?:a half|half|demi) (?:years|months)"
    r"|\d+(?:[.,]\d+)? (?:years|months)(?: (?:and |et )?(?:a half|half|demi))?"
)
_TWO = re.compile(r"^(?:two|deux) ")
FIELD_WORDS = 4


def in_brackets(message: Message, end: int, taken: bool) -> Found | None:
    """A length in brackets after a credential and its subject: ``diploma in cooking (2 years)``."""
    at = end
    while at < min(len(message.words), end + FIELD_WORDS) and message.words[at].isalpha():
        at += 1
    return length_of(message, at + 1, taken) if message.is_mark(at, "(") else None


def length_after(message: Message, end: int, taken: bool) -> Found | None:
    """``diploma was 3 years``, ``finished college there 4 years``: how long, a few words on."""
    words = message.words
    for at in range(end, min(len(words), end + FIELD_WORDS)):
        found = length_of(message, at, taken)
        if found is not None:
            following = words[found.end : found.end + 1]
            work = lexicon("work.experience").intersection(following) or following in _PAST
            placed = following and following[0] in lexicon("work.at_place")
            lasted = _LASTED.intersection(words[end:at])
            return None if work or (placed and not lasted) else found
        if not words[at].isalpha() or words[at] in _NO_LENGTH or words[at] in listed_phrases():
            return None
    return None


def length_of(message: Message, at: int, taken: bool) -> Found | None:
    """A length after "of": ``a diploma of 2 years``, ``of one and a half years``."""
    for end in (at + 5, at + 2):
        phrase = " ".join(message.words[at:end])
        meant = listed_phrases().get(phrase) if end <= len(message.words) else None
        found = None if meant is None else Found(phrase, meant, at, end)
        if found and (taken or message.told(at, end)) and is_length(found):
            return found
    return None


def is_length(found: Found) -> bool:
    return _A_LENGTH.fullmatch(found.phrase) is not None


@cache
def listed_phrases() -> Mapping[str, tuple[str, ...]]:
    """The phrases for levels of education of all languages, without the unsure ones."""
    phrases: dict[str, tuple[str, ...]] = {}
    for language in LANGUAGES:
        for phrase, meant in table("education", language).phrases.items():
            known = phrases.get(phrase, ())
            levels = tuple(level for level in meant if level in EDUCATIONS and level not in known)
            if levels and phrase not in _NOT_INSIDE and phrase not in SHORT:
                phrases[_TWO.sub("2 ", phrase)] = (*known, *levels)
    return phrases

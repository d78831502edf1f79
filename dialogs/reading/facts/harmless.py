"""What a message holds besides facts and says nothing more: where somebody comes from, talk."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from dialogs.reading.facts.lexicon import lexicon, phrase_at
from dialogs.reading.facts.persons import SWEETHEARTS, Person
from dialogs.reading.facts.stretches import places
from dialogs.reading.text import word_set

if TYPE_CHECKING:
    from dialogs.reading.facts.findings import Findings
    from dialogs.reading.facts.message import Message

_WHEN = frozenset({"in", "en", "graduated", "of", "batch", "class", "diplome", "diplomee"})
_SINCE = frozenset({"since", "depuis"})
_LASTS = _SINCE | {"for", "pendant"}
_LONGEST_NAME = 4
_FROM = word_set("from in of at de d du des en au aux a l the la le based living native")


def read_harmless(found: Findings) -> None:
    """A country of origin or of residence is no fact, and nothing that was not understood."""
    message = found.message
    for place in places(message):
        start = place.start
        while start > 0 and message.words[start - 1] in _FROM and message.told(start - 1, start):
            start -= 1
        alone = (
            start == 0 or message.words[start - 1] in ",./" or not message.free(start - 1, start)
        )
        if start < place.start or alone:
            message.pass_over(start, place.end)
    _parents_and_sweethearts(message)
    _denied_numbers(message)
    _trades(found)
    _years(message)
    _lengths(message)
    _schools_and_employers(message)


def _parents_and_sweethearts(message: Message) -> None:
    """``single mom of 2``, ``mon chum vient``: the words for them say no more than the rest."""
    for at in range(len(message.words)):
        end = phrase_at(message.words, at, "people.relative")
        owned = at > 0 and message.words[at - 1] in lexicon("people.my")
        if end and not owned and message.persons[at] is Person.ME:
            message.pass_over(at, end)
        if message.words[at] in SWEETHEARTS and message.persons[at] is Person.SPOUSE:
            message.pass_over(at, at + 1)


def _denied_numbers(message: Message) -> None:
    """``7, not 6.5``: the number that is no longer so."""
    for at in range(1, len(message.words) - 1):
        denied = message.words[at] in lexicon("denials.no") and not message.free(at - 1, at)
        if denied and message.words[at + 1][0].isdecimal():
            message.pass_over(at, at + 2)


def _trades(found: Findings) -> None:
    """What somebody works in (``3 years in HR``, ``10 years banking experience``)."""
    message = found.message
    for at, word in enumerate(message.words):
        taken = not message.free(at, at + 1) and at + 1 not in found.ages
        if word in {"years", "months"} and taken:
            message.pass_subject(at + 1)


def _years(message: Message) -> None:
    """``in 2021`` says when, which is not asked; so does "married since 2015"."""
    for at in range(1, len(message.words)):
        word = message.words[at]
        year = len(word) == 4 and word.startswith(("19", "20")) and word.isdecimal()
        held = at > 1 and (not message.free(at - 2, at - 1) or message.words[at - 2] in _WHEN)
        if year and (message.words[at - 1] in _WHEN or (message.words[at - 1] in _SINCE and held)):
            message.pass_over(at, at + 1)


def _lengths(message: Message) -> None:
    """``married for 3 years``: how long something that is told has lasted is not asked."""
    for at in range(2, len(message.words) - 1):
        counted = message.words[at].isdecimal() and message.words[at + 1] in {"years", "months"}
        if counted and message.words[at - 1] in _LASTS and not message.free(at - 2, at - 1):
            message.pass_over(at, at + 2)


def _schools_and_employers(message: Message) -> None:
    """``université Cheikh Anta Diop``, ``chez Orange``: where, by name, is not asked."""
    for at, word in enumerate(message.words):
        if word not in lexicon("studies.school") and word != "chez":
            continue
        end = at + 1
        while end < min(len(message.words), at + 1 + _LONGEST_NAME) and _has_capital(message, end):
            end += 1
        message.pass_over(at + 1, end)


def _has_capital(message: Message, at: int) -> bool:
    return message.words[at].isalpha() and message.typed(at, at + 1)[:1].isupper()


@cache
def harmless() -> frozenset[str]:
    """Words that say nothing by themselves."""
    said = lexicon("talk.harmless") | lexicon("talk.nationalities") | lexicon("studies.school")
    return frozenset(word for phrase in said for word in phrase.split())

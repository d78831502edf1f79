"""Whether a message tells facts of somebody, or only speaks of a subject.

"Job offer points" and "PTE score for CLB 9" name what facts are about and tell none. Of few words
without a person in them ("one year MBA") it is not sure: they could be looked up as well.
"""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from dialogs.reading.facts.lexicon import lexicon, phrase_at

if TYPE_CHECKING:
    from dialogs.reading.facts.findings import Findings
    from dialogs.reading.facts.message import Message

_ENOUGH, _ENOUGH_OF_ME = 3, 2
"""Kinds of facts in one message that nobody looks up together, without and with a person."""


class Telling(Enum):
    """How sure it is that a message tells of somebody."""

    SURELY = "somebody tells of themselves"
    PERHAPS = "it could be looked up as well"
    NOTHING = "it names a subject"


def telling(found: Findings) -> Telling:
    """Whether what was found is told of somebody."""
    told = {*found.answers, *found.asked_back, *found.problems}
    if found.mentioned and told == {"marital_status"}:
        return Telling.NOTHING
    kinds = len({_kind(question) for question in told})
    if kinds >= (_ENOUGH_OF_ME if of_somebody(found.message) else _ENOUGH):
        return Telling.SURELY
    scored = any(question.endswith("_scores") for question in found.answers)
    if _has_subject(found.message) and not (scored or of_somebody(found.message)):
        return Telling.NOTHING
    return Telling.PERHAPS


def _kind(question: str) -> str:
    """What a question is about: a test and its scores are one thing, all work is another."""
    name = question.removeprefix("spouse_")
    return next((kind for kind in ("language", "experience", "status") if kind in name), name)


def of_somebody(message: Message) -> bool:
    """Whether somebody speaks of themselves."""
    own = lexicon("people.me")
    return any(word in own and message.told_at(at) for at, word in enumerate(message.words))


def _has_subject(message: Message) -> bool:
    """Whether words such as "points" or "requirements" make it a subject.

    "Of which" tells of a part, and asks for nothing.
    """
    words = message.words
    return any(
        phrase_at(words, at, "talk.subjects")
        and words[max(0, at - 1) : at + 1] not in (["of", "which"], ["in", "which"])
        for at in range(len(words))
    )

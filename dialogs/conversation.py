"""The whole state of one person's conversation: answers, and what is being done right now.

A conversation is a map from question id to stored answer. Which question comes next is always
derived from that map, never stored, so an old conversation continues after a week, a crash or
a new release.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, Literal, TypeAlias, TypeVar

if TYPE_CHECKING:
    from dialogs.reading.outcome import Ambiguous
    from dialogs.subjects import Subject
    from scoring.rounds import RoundKind

Answer: TypeAlias = "str | dict[str, Any]"
"""A stored answer.

- a choice: its id (``"married"``, ``"yes"``, ``"24"``, ``"unknown"``)
- a date: ISO text ``"1994-03-05"``; an age: its digits ``"29"``
- a duration: whole months; an amount: whole Canadian dollars; a family size: people, as digits
- an occupation: the five digits of its NOC 2021 unit group
- test scores: a language result of the profile, ``{"test": "ielts", "listening": 8.0, "reading":
  7.5, "writing": 7.0, "speaking": 7.0}`` and, where the person gave it, ``"taken_on"``
"""

T = TypeVar("T")

Answers: TypeAlias = Mapping[str, Answer]

KEPT_MONTHS = 12
"""How long answers are kept without a word, unless the operator decides otherwise."""

UNKNOWN = "unknown"
"""The stored answer of somebody who does not know yet: a real answer, scored as a range."""

Language: TypeAlias = Literal["en", "fr"]
LANGUAGES: tuple[Language, ...] = ("en", "fr")


def language_of(code: str | None) -> Language:
    """The language of a code such as ``fr-CA`` or ``fr_FR``; the first for all that is unknown."""
    named = (code or "").lower().replace("_", "-").partition("-")[0]
    return next((language for language in LANGUAGES if language == named), LANGUAGES[0])


@dataclass(frozen=True, slots=True)
class Conversation:
    """One person's state. Immutable: every event gives a new one."""

    language: Language = "en"
    answers: Answers = field(default_factory=dict)
    card: int = 0
    """Serial number of the newest question card; its buttons carry it, older ones are stale."""
    revisiting: str | None = None
    """The question being answered again (Back, or a change from the review), if any."""
    confirming: str | None = None
    """What the last message asked to confirm: ``"delete"``, ``"restart"``, ``"facts"``, if any;
    ``"language"`` after the languages were offered."""
    topics: tuple[str, ...] = ()
    """Further questions that were asked for: ``"time"``, ``"rounds"`` and the like."""
    wish: str | None = None
    """What waits for answers to those, such as ``"timeline"``, or for facts to be confirmed."""
    facts: Answers = field(default_factory=dict)
    """Answers read from words in passing; they wait to be confirmed and do not count before."""
    facts_in_doubt: Mapping[str, Ambiguous[Answer]] = field(default_factory=dict)
    """What those words could mean several ways, by question; it waits beside the facts.

    Without options the question is asked as it is.
    """
    doubts: Mapping[str, Ambiguous[Answer]] = field(default_factory=dict)
    """The like of facts that were confirmed: asked back next, one at a time."""
    supposed: Answers = field(default_factory=dict)
    """What the last "what if" supposed, to be kept or forgotten; never scored by itself."""
    aim: int | None = None
    """The total that a plan was last asked for; a report shows the plan to it."""
    aim_kind: RoundKind | None = None
    """The kind of round whose last cut-off that total was, if it was one."""
    alerts: bool = False
    """Whether the person wants to be told before the score falls or something expires."""
    warned: tuple[str, ...] = ()
    """The days, as ISO dates, of what they have been told and what is still to come."""
    told_of: tuple[Subject, ...] = ()
    """What else the person wants to be told of: rounds and rules."""
    news: bool = True
    """Whether the person takes messages that the operators send to everybody."""
    unreachable: bool = False
    """Whether a message came back since the person last said something: they blocked the bot."""
    started: bool = False
    heard_on: str | None = None
    """The day, as an ISO date, on which the person last said or pressed something."""
    erasure_told_on: str | None = None
    """The day since when they know that a long silence will have everything erased."""

    def answered(self, question: str, answer: Answer) -> Conversation:
        """The conversation with this answer in place; nothing else is lost."""
        return replace(
            self,
            answers={**self.answers, question: answer},
            revisiting=None,
            facts=_without(self.facts, question),
            facts_in_doubt=_without(self.facts_in_doubt, question),
            doubts=_without(self.doubts, question),
        )


def _without(kept: Mapping[str, T], question: str) -> Mapping[str, T]:
    return {name: value for name, value in kept.items() if name != question}


def card_code(card: int) -> str:
    """The serial number of a card as its buttons carry it: short, in base 36."""
    digits = "0123456789abcdefghijklmnopqrstuvwxyz"
    code = ""
    while True:
        card, rest = divmod(card, len(digits))
        code = digits[rest] + code
        if not card:
            return code

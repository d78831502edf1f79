"""What a report holds, in the words of its language; any part may still be missing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dialogs.replies import Explanation, Score
from messages.answers import shown
from messages.points import explanation_facts, score_facts

if TYPE_CHECKING:
    from datetime import date

    from dialogs.replies import NoScoreYet, Review
    from messages.pictures.facts import PlanFacts, Step, TimelineFacts
    from messages.points import ShownProgram, ShownSection
    from messages.words import Words


@dataclass(frozen=True, slots=True)
class Given:
    """An answer as it was understood, under the title of its question."""

    title: str
    answer: str


@dataclass(frozen=True, slots=True)
class Rules:
    """The law that the score was counted by."""

    since: date
    checked: date
    """The last day on which it was seen as it is applied here."""
    sources: tuple[str, ...]
    """In the order of the numbers that the lines carry."""
    unconfirmed: tuple[str, ...]
    """The names of lines whose rule is not fully confirmed."""


@dataclass(frozen=True, slots=True)
class Opening:
    """A step, or steps taken together, that open programs."""

    steps: tuple[Step, ...]
    programs: tuple[str, ...]
    months: int | None
    cost_cad: int | None


@dataclass(frozen=True, slots=True)
class ReportFacts:
    """One person on one day."""

    on: date
    low: int
    high: int
    """The least and the greatest total; equal when nothing that counts is unknown."""
    answers: tuple[Given, ...] = ()
    programs: tuple[ShownProgram, ...] = ()
    """None while questions about them are open."""
    sections: tuple[ShownSection, ...] = ()
    rules: Rules | None = None
    notes: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()
    """Titles of questions that were answered with "I don't know yet"."""
    open_questions: int = 0
    openings: tuple[Opening, ...] | None = None
    """What would open a program first; None where one is open, or not all is answered."""
    plan: PlanFacts | None = None
    actions: tuple[Step, ...] = ()
    """Single changes, each counted alone, best first."""
    origins: tuple[str, ...] = ()
    """Where the times and costs of all these steps come from, by the numbers that they carry
    after those of the rules."""
    timeline: TimelineFacts | None = None


def report_facts(
    review: Review | None, reply: Score | NoScoreYet, today: date, words: Words
) -> ReportFacts:
    """What is known from the answers and the score; ``replace`` adds what a plan or time tells."""
    answers = tuple(
        Given(
            words.say("questions", entry.question, "title"),
            shown(entry.question, entry.answer, words, entry.levels),
        )
        for entry in (review.entries if review else ())
    )
    if not isinstance(reply, Score) or reply.result is None:
        return ReportFacts(
            today, reply.low, reply.high, answers, open_questions=reply.open_questions
        )
    card = score_facts(reply, words)
    explained = explanation_facts(Explanation(reply.result, reply.lines), words)
    return ReportFacts(
        on=today,
        low=reply.low,
        high=reply.high,
        answers=answers,
        programs=card["programs"] if reply.eligibility_known else (),
        sections=card["sections"],
        rules=Rules(
            since=explained["rules"],
            checked=explained["checked"],
            sources=tuple(explained["sources"]),
            unconfirmed=tuple(explained["unconfirmed"]),
        ),
        notes=card["notes"],
        unknown=tuple(card["unknown"]),
        open_questions=reply.open_questions,
    )

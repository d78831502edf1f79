"""What was read of a message, as it is shown back: old and new, what is in doubt, what is left."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from dialogs.question import Kind
from dialogs.questions import BY_ID
from messages.answers import option_label, shown
from messages.card import problem, taken
from messages.telling import named

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dialogs.conversation import Answer
    from dialogs.replies import Problem
    from dialogs.replies_told import FactsRead
    from messages.words import Words

_FEW = 3
"""Readings that fit a line of a phone."""


@dataclass(frozen=True, slots=True)
class Line:
    """One fact under the title of its question, beside the answer it would replace."""

    title: str
    answer: str
    before: str | None
    warning: str | None


@dataclass(frozen=True, slots=True)
class Fault:
    """Why something cannot be taken, under the title of its question."""

    title: str
    text: str


@dataclass(frozen=True, slots=True)
class Doubt:
    """What words could mean, under the title of their question."""

    title: str
    labels: list[str]


def told_facts(reply: FactsRead, words: Words) -> dict[str, Any]:
    """The facts of the ``facts_read`` screen."""
    near = [
        (question, options) for question, options in reply.asked_back if _is_near(question, options)
    ]
    later = [question for question, options in reply.asked_back if not _is_near(question, options)]
    return {
        "facts": list(_lines(reply, words)),
        "problems": [_fault(question, found, words) for question, found in reply.problems],
        "leftover": quoted(reply.leftover, words),
        "doubts": [_doubt(question, options, words) for question, options in near],
        "later": named(later, words) if later else None,
        "picking": reply.picking,
        "lost": reply.lost,
        "taken": taken(reply.echo, words),
    }


def _is_near(question: str, options: Sequence[Answer]) -> bool:
    """Whether the readings say more than the name of the question: few, and of no length."""
    return 0 < len(options) <= _FEW and BY_ID[question].kind in (Kind.CHOICE, Kind.SCORES)


def _doubt(question: str, options: Sequence[Answer], words: Words) -> Doubt:
    labels = [option_label(question, option, words) for option in options]
    return Doubt(words.say("questions", question, "title"), labels)


def quoted(typed: Sequence[str], words: Words) -> str | None:
    """What was not understood, in quotation marks; None where nothing was."""
    quotes = [words.say("notices", "quoted", words=each) for each in typed]
    return words.formats.listed(quotes) if quotes else None


def _lines(reply: FactsRead, words: Words) -> Iterator[Line]:
    own = titles(reply)
    for fact in reply.facts:
        question, before = fact.echo.question, fact.before
        if question not in own:
            continue
        echoed = taken(fact.echo, words)
        if echoed is not None:
            old = None if before is None else shown(question, before, words)
            yield Line(echoed.title, echoed.answer, old, echoed.warning)


def titles(reply: FactsRead) -> list[str]:
    """The questions of the facts that are shown; a test goes without saying beside its scores."""
    questions = [fact.echo.question for fact in reply.facts]
    return [
        question
        for question in questions
        if not question.endswith("_test") or question.replace("_test", "_scores") not in questions
    ]


def _fault(question: str, found: Problem, words: Words) -> Fault:
    title = words.say("questions", question, "title")
    text = problem(found, question, words, {})
    return Fault(title, text or "")

"""What was read of a message, as it is shown back: old and new, what is in doubt, what is left."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from messages.answers import shown
from messages.card import problem, taken
from messages.telling import named

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dialogs.replies import Problem
    from dialogs.replies_told import FactsRead
    from messages.words import Words


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


def told_facts(reply: FactsRead, words: Words) -> dict[str, Any]:
    """The facts of the ``facts_read`` screen."""
    return {
        "facts": list(_lines(reply, words)),
        "problems": [_fault(question, found, words) for question, found in reply.problems],
        "leftover": quoted(reply.leftover, words),
        "later": named(reply.asked_back, words) if reply.asked_back else None,
    }


def quoted(typed: Sequence[str], words: Words) -> str | None:
    """What was not understood, in quotation marks; None where nothing was."""
    quotes = [words.say("notices", "quoted", words=each) for each in typed]
    return words.formats.listed(quotes) if quotes else None


def _lines(reply: FactsRead, words: Words) -> Iterator[Line]:
    """A test goes without saying beside its scores."""
    questions = {fact.echo.question for fact in reply.facts}
    for fact in reply.facts:
        question, before = fact.echo.question, fact.before
        if question.endswith("_test") and question.replace("_test", "_scores") in questions:
            continue
        echoed = taken(fact.echo, words)
        if echoed is not None:
            old = None if before is None else shown(question, before, words)
            yield Line(echoed.title, echoed.answer, old, echoed.warning)


def _fault(question: str, found: Problem, words: Words) -> Fault:
    title = words.say("questions", question, "title")
    text = problem(found, question, words, {"law": words.law})
    return Fault(title, text or "")

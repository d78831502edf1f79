"""Which of the readings that were just asked back is meant, told by its place or by yes or no."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dialogs import doubts, wishes
from dialogs.conversation import UNKNOWN
from dialogs.question import Kind
from dialogs.reading.choices import read_choice
from dialogs.reading.ordinals import NONE, read_ordinal
from dialogs.reading.outcome import Ambiguous, Understood

if TYPE_CHECKING:
    from dialogs.conversation import Answer
    from dialogs.question import Question
    from dialogs.turn import Outcome, Turn

_PLANNED = "test_planned"
_YES_OR_NO = frozenset({"yes", "no"})


def pick(turn: Turn, text: str) -> Outcome | None:
    """Take the reading that the words point at; None where they do not, or nothing was asked back.

    "None of them" asks the question anew.
    """
    question = turn.question
    if question is None or not turn.conversation.started:
        return None
    doubt = doubts.doubt_of(turn.conversation, question, turn.walked.at)
    if doubt is None:
        return None
    by_number = question.kind is Kind.OCCUPATION
    place = read_ordinal(text, len(doubt.options), digits=by_number)
    yes_or_no = _yes_or_no(turn, doubt, text)
    if place == NONE or (yes_or_no == "no" and doubt.reason != _PLANNED):
        left = {
            each: kept for each, kept in turn.conversation.doubts.items() if each != question.id
        }
        return turn.with_(doubts=left).ask(question)
    if place is not None:
        return wishes.answered(turn, question, doubt.options[place])
    if yes_or_no is None:
        return None
    return wishes.answered(turn, question, _answer(doubt, yes_or_no))


def counts_here(turn: Turn, question: Question, text: str) -> Answer | None:
    """The reading that is meant by a yes or no, where it is asked whether some work counts here."""
    doubt = doubts.doubt_of(turn.conversation, question, turn.walked.at)
    if doubt is None or doubt.reason not in doubts.YES_OR_NO:
        return None
    reading = read_choice(text, "confirm", ("yes", "no"), turn.conversation.language)
    if not isinstance(reading, Understood):
        return None
    return next(each for each in doubt.options if (each != "0") is (reading.value == "yes"))


def _yes_or_no(turn: Turn, doubt: Ambiguous[Answer], text: str) -> str | None:
    """A yes or no to what was asked back, where that takes one and is none itself."""
    one = len(doubt.options) == 1 and not _YES_OR_NO.intersection(map(str, doubt.options))
    if not one and doubt.reason != _PLANNED:
        return None
    reading = read_choice(text, "facts", ("yes", "no"), turn.conversation.language)
    return reading.value if isinstance(reading, Understood) else None


def _answer(doubt: Ambiguous[Answer], yes_or_no: str) -> Answer:
    if doubt.reason == _PLANNED:
        return UNKNOWN if yes_or_no == "yes" else "none"
    return doubt.options[0]

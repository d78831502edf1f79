"""Requests that name something, fulfilled: why it gives its points, is shut, or to change it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dialogs import screens
from dialogs.questionnaire import expected
from dialogs.questions import BY_ID
from dialogs.reading.occupations import read_occupation
from dialogs.reading.outcome import Ambiguous
from dialogs.reading.requests import Change, FindOccupation, WhyLine, WhyProgram
from dialogs.replies import Notice, Score
from dialogs.replies_explained import LinesExplained, ProgramsExplained, QuestionsLeft
from dialogs.replies_guide import OccupationsNear

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dialogs.reading.requests import Request
    from dialogs.turn import Outcome, Turn
    from scoring.explain import Line

WHY_LINE, WHY_PROGRAM = "why_line", "why_program"
"""The wishes to know why a line has its points, and why a program is shut."""


def fulfil(turn: Turn, request: Request) -> Outcome | None:
    """What a request leads to; None where there is nothing of this person to explain yet."""
    match request:
        case Change(questions):
            return _change(turn, questions)
        case FindOccupation(title):
            return _occupations(turn, title)
        case WhyLine():
            return _why_line(turn, request)
        case WhyProgram(program):
            score = screens.score_card(turn.walked)
            if not isinstance(score, Score):
                return _not_yet(turn, "programs_need_answers")
            return turn.remark(ProgramsExplained(score, program))


def questions_left(turn: Turn) -> Outcome:
    """How many questions there still are."""
    answered = len(turn.walked.standing)
    left = 0 if turn.walked.next is None else max(1, expected(turn.walked) - answered)
    return turn.remark(QuestionsLeft(answered, left))


def _change(turn: Turn, questions: Sequence[str]) -> Outcome | None:
    """Ask the first question that matters again, or now."""
    if not turn.conversation.started:
        return None
    asked = [BY_ID[question] for question in questions if BY_ID[question] in turn.walked.asked]
    return turn.revisit(asked[0]) if asked else turn.remark(Notice("change_not_asked"))


def _occupations(turn: Turn, title: str) -> Outcome | None:
    """The unit groups that a job title may mean; nothing of it is stored."""
    match read_occupation(title, turn.conversation.language, turn.further):
        case Ambiguous(codes, _):
            return turn.remark(OccupationsNear(codes, kept=False))
    return None


def _why_line(turn: Turn, request: WhyLine) -> Outcome | None:
    score = screens.score_card(turn.walked)
    if not isinstance(score, Score) or score.result is None:
        return _not_yet(turn, "explain_needs_score") if request.own else None
    about = [line for line in score.lines if (line.section, line.item) in request.lines]
    return turn.remark(LinesExplained(score, tuple(_meant(about, request.points))))


def _not_yet(turn: Turn, notice: str) -> Outcome | None:
    """That it can be said once more is answered; of a newcomer nothing is known to explain."""
    return turn.remark(Notice(notice)) if turn.conversation.started else None


def _meant(about: Sequence[Line], points: int | None) -> list[Line]:
    """The lines with the points that were named, or else all that can give something."""
    named = [line for line in about if line.points == points]
    return named or [line for line in about if line.maximum]

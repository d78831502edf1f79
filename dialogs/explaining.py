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
from dialogs.situation import TESTS, tests_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dialogs.reading.requests import Request
    from dialogs.situation import Situation
    from dialogs.turn import Outcome, Turn
    from scoring.explain import Line
    from scoring.vocabulary import OfficialLanguage

WHY_LINE, WHY_PROGRAM = "why_line", "why_program"
"""The wishes to know why a line has its points, and why a program is shut."""
_FIRST, _SECOND = "first_language", "second_language"


def fulfil(turn: Turn, request: Request) -> Outcome | None:
    """What a request leads to; None where there is nothing of this person to explain yet."""
    match request:
        case Change(questions, spoken):
            return _change(turn, [q for q in questions if _is_of(q, spoken, turn.walked.at)])
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
    lines = {
        (section, item)
        for section, item in request.lines
        if section != "core" or _is_of(item, request.spoken, turn.walked.at)
    }
    if ("core", _SECOND) in lines:
        lines = {each for each in lines if each[0] != "transferability"}
    about = [line for line in score.lines if (line.section, line.item) in lines]
    return turn.remark(LinesExplained(score, tuple(_meant(about, request.points))))


def _is_of(name: str, spoken: OfficialLanguage | None, at: Situation) -> bool:
    """Whether a question or an item of a language is that of the official one that is meant."""
    if spoken is None or not name.startswith((_FIRST, _SECOND)):
        return True
    return name.startswith(place_of(spoken, at))


def place_of(spoken: OfficialLanguage, at: Situation) -> str:
    """``first_language`` or ``second_language``: what an official language is to somebody."""
    first, second = (at.choice(f"{each}_test") for each in (_FIRST, _SECOND))
    if first in tests_of(spoken):
        return _FIRST
    if second in tests_of(spoken) or first in TESTS:
        return _SECOND
    return _FIRST if spoken == at.speaks else _SECOND


def _not_yet(turn: Turn, notice: str) -> Outcome | None:
    """That it can be said once more is answered; of a newcomer nothing is known to explain."""
    return turn.remark(Notice(notice)) if turn.conversation.started else None


def _meant(about: Sequence[Line], points: int | None) -> list[Line]:
    """The lines with the points that were named, or else all that can give something."""
    named = [line for line in about if line.points == points]
    return named or [line for line in about if line.maximum]

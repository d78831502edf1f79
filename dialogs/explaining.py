"""Requests that name something, fulfilled: why it gives its points, is shut, or to change it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dialogs import screens
from dialogs.profile import profile_of
from dialogs.questionnaire import expected
from dialogs.questions import BY_ID
from dialogs.reading.occupations import read_occupation
from dialogs.reading.outcome import Ambiguous
from dialogs.reading.requests import Change, FindOccupation, WhyLine, WhyProgram
from dialogs.replies import Notice, Score
from dialogs.replies_explained import LinesExplained, ProgramsExplained, QuestionsLeft
from dialogs.replies_guide import OccupationsNear
from dialogs.situation import TESTS, tests_of
from dialogs.so_far import open_of, score_so_far, scored_so_far
from scoring.better import better
from scoring.profile import Profile
from scoring.rules import rules_on

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from dialogs.questionnaire import Walk
    from dialogs.reading.requests import Request
    from dialogs.situation import Situation
    from dialogs.turn import Outcome, Turn
    from scoring.better import Better
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
            score, so_far = _score(turn)
            if score is None:
                return _not_yet(turn, "programs_need_answers")
            return turn.remark(ProgramsExplained(score, program, so_far))


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
    score, so_far = _score(turn)
    if score is None or (so_far and not request.own):
        return _not_yet(turn, "explain_needs_score") if request.own else None
    lines = {
        (section, item)
        for section, item in request.lines
        if section != "core" or _is_of(item, request.spoken, turn.walked.at)
    }
    if ("core", _SECOND) in lines:
        lines = {each for each in lines if each[0] != "transferability"}
    about = [line for line in score.lines if (line.section, line.item) in lines]
    meant = tuple(_meant(about, request.points))
    return turn.remark(lines_explained(turn.walked, score, meant, so_far=so_far))


def lines_explained(
    walked: Walk, score: Score, about: Sequence[Line], *, so_far: bool
) -> LinesExplained:
    """Lines of a score with what would give them more and, of one so far, what is still open."""
    return LinesExplained(
        score=score,
        lines=tuple(about),
        better=_better(about, walked, so_far=so_far),
        open=open_of(about, walked) if so_far else (),
        so_far=so_far,
    )


def _score(turn: Turn) -> tuple[Score | None, bool]:
    """The score, or that of what is known so far; and whether it is the latter."""
    card = screens.score_card(turn.walked) if turn.walked.score_known else None
    if isinstance(card, Score):
        return card, False
    return score_so_far(turn.walked), True


def _better(
    about: Sequence[Line], walked: Walk, *, so_far: bool
) -> Mapping[tuple[str, str], tuple[Better, ...]]:
    """What would give each line of the CRS more."""
    rules, speaks = rules_on(walked.at.today), walked.at.speaks
    known = scored_so_far(walked) if so_far else profile_of(walked.at, Profile)
    return {
        (line.section, line.item): better(line.section, line.item, known, rules, speaks)
        for line in about
        if line.section != "fsw"
    }


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

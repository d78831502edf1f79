"""The questionnaire as a pure function of answers and date: what stands, what comes next."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from sys import intern
from typing import TYPE_CHECKING, Any

from dialogs.conversation import UNKNOWN, Answer, Answers, Language
from dialogs.question import Kind, Question, Stage
from dialogs.questions import QUESTIONS
from dialogs.situation import Situation

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

MAIN = (Stage.SCORE, Stage.PROGRAMS)
"""The stages that everybody goes through."""


@dataclass(frozen=True)
class Walk:
    """One pass over the questionnaire. What is read of it again and again is found once."""

    asked: tuple[Question, ...]
    """The questions that matter to this person, answered or not, in order."""
    at: Situation
    """The answers that stand."""
    topics: tuple[str, ...] = ()
    """The further topics that were asked for."""

    @property
    def standing(self) -> Mapping[str, Answer]:
        """The answers that stand, in the order of the questions."""
        return self.at.standing

    @cached_property
    def open(self) -> tuple[Question, ...]:
        """The main questions that matter and have no standing answer, in order."""
        return self.open_of(*MAIN)

    def open_of(self, *stages: Stage) -> tuple[Question, ...]:
        """The questions of these stages that have no standing answer, in order."""
        open_ = (q for q in self.asked if q.id not in self.standing)
        return tuple(question for question in open_ if question.stage in stages)

    @property
    def next(self) -> Question | None:
        """The question that comes next; None when everything is answered."""
        return next(iter(self.open), None)

    @cached_property
    def score_known(self) -> bool:
        """Whether every question of the CRS score is answered ("I don't know yet" included)."""
        return all(question.stage is not Stage.SCORE for question in self.open)

    @property
    def unknown(self) -> tuple[str, ...]:
        """The questions answered with "I don't know yet" that could still change the score."""
        return tuple(
            question.id
            for question in self.asked
            if question.stage is Stage.SCORE and self.standing.get(question.id) == UNKNOWN
        )

    @property
    def not_known(self) -> tuple[str, ...]:
        """Every question answered with "I don't know yet"; for scores, that about the test."""
        unknown = (q for q in self.asked if self.standing.get(q.id) == UNKNOWN)
        return tuple(question.test_question or question.id for question in unknown)


def walk(
    answers: Answers, today: date, topics: tuple[str, ...] = (), language: Language = "en"
) -> Walk:
    """Pass over the questions in order; each sees the standing answers before it.

    Besides the main ones, those of the topics are asked; none is asked twice. The last passes are
    remembered: what an update leads to is where the person's next one begins.
    """
    known = tuple(
        (intern(question), answer if isinstance(answer, str) else tuple(answer.items()))
        for question, answer in answers.items()
    )
    return _remembered(known, today, topics, language)


@lru_cache(maxsize=256)
def _remembered(
    known: tuple[tuple[str, Any], ...], today: date, topics: tuple[str, ...], language: Language
) -> Walk:
    answers = {
        question: answer if isinstance(answer, str) else dict(answer) for question, answer in known
    }
    return _pass(answers, Situation({}, today, language), topics)


def _pass(answers: Answers, at: Situation, topics: tuple[str, ...]) -> Walk:
    return _go_on(Walk((), replace(at, standing={}), topics), answers, _wanted(topics))


def _go_on(begun: Walk, answers: Answers, questions: Iterable[Question]) -> Walk:
    """The pass that was begun, over these questions, too."""
    asked = {question.id: question for question in begun.asked}
    standing = dict(begun.standing)
    at = replace(begun.at, standing=standing)
    for question in questions:
        if question.id in asked or not question.relevant(at):
            continue
        asked[question.id] = question
        answer = answers.get(question.id)
        if answer is not None and stands(question, answer, at):
            standing[question.id] = answer
    return Walk(tuple(asked.values()), at, begun.topics)


@lru_cache(maxsize=64)
def _wanted(topics: tuple[str, ...]) -> tuple[Question, ...]:
    """The questions of the main stages and of the topics, whether they matter or not."""
    return tuple(q for q in QUESTIONS if q.stage in MAIN or q.stage.value in topics)


def expected(walked: Walk) -> int:
    """About how many questions there will be in all, if the open ones get everyday answers."""
    first = next((q for q in walked.asked if q.id not in walked.standing), None)
    if first is None:
        return len(walked.asked)
    # What comes before the first open question stays as it is.
    asked = walked.asked[: walked.asked.index(first)]
    standing = {question.id: walked.standing[question.id] for question in asked}
    begun = Walk(asked, replace(walked.at, standing=standing), walked.topics)
    questions = _wanted(walked.topics)
    rest = (
        q
        for q in questions[questions.index(first) :]
        if q.typical is not None or q is first or q.id in walked.standing
    )
    return len(_go_on(begun, {**_TYPICAL, **walked.standing}, rest).asked)


_TYPICAL: Answers = {
    question.id: question.typical for question in QUESTIONS if question.typical is not None
}


def before(walked: Walk, question: str | None) -> Question | None:
    """The answered question before this one, or the last of all: where Back leads."""
    earlier: Question | None = None
    for candidate in walked.asked:
        if candidate.id == question:
            return earlier
        if candidate.id in walked.standing:
            earlier = candidate
    return earlier


def stands(question: Question, answer: Answer, at: Situation) -> bool:
    """Whether a stored answer is still one this question takes, beside the earlier answers."""
    if answer == UNKNOWN:
        return question.skippable
    if question.kind is Kind.SCORES:
        test = at.choice(question.test_question or "")
        return isinstance(answer, dict) and answer.get("test") == test
    if not isinstance(answer, str):
        return False
    if question.kind is Kind.CHOICE:
        return answer in question.offered(at)
    return question.check(at, answer) is None

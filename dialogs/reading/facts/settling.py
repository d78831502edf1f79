"""Readings as answers that can be stored: each passes its question's own check, or says why not."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dialogs.conversation import UNKNOWN
from dialogs.question import Kind
from dialogs.questionnaire import stands
from dialogs.questions import QUESTIONS
from dialogs.reading.outcome import Unreadable

if TYPE_CHECKING:
    from dialogs.conversation import Answer
    from dialogs.question import Question
    from dialogs.reading.facts.findings import Findings
    from dialogs.situation import Situation


def settle(found: Findings) -> None:
    """Check every answer beside those that stand and those before it, in the questions' order."""
    standing: dict[str, Answer] = {}
    at = replace(found.at, standing=standing)
    for question in QUESTIONS:
        answer = found.answers.get(question.id)
        if answer is not None:
            problem = _problem(question, answer, at)
            if problem is not None:
                del found.answers[question.id]
                found.problems[question.id] = problem
                answer = None
        known = answer if answer is not None else found.at.standing.get(question.id)
        if known is not None:
            standing[question.id] = known
        if question.id in found.asked_back:
            _settle_asked_back(found, question, at)


def _problem(question: Question, answer: Answer, at: Situation) -> Unreadable | None:
    """Why an answer is not one that the question takes; None where it is."""
    if isinstance(answer, str) and answer != UNKNOWN:
        problem = question.check(at, answer)
        if problem is not None:
            return Unreadable(problem.reason, problem.details)
    if stands(question, answer, at):
        return None
    details = {"choice": answer} if question.kind is Kind.CHOICE else {}
    reason = "choice_not_offered" if question.kind is Kind.CHOICE else "choice_unreadable"
    return Unreadable(reason, details)


def _settle_asked_back(found: Findings, question: Question, at: Situation) -> None:
    """Only readings that the question takes are asked back; nothing is where none does."""
    asked = found.asked_back[question.id]
    options = tuple(option for option in asked.options if _problem(question, option, at) is None)
    if options:
        found.asked_back[question.id] = replace(asked, options=options)
    else:
        del found.asked_back[question.id]

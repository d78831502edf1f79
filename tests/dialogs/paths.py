"""Ways through the questionnaire: answers that can be given, and how a question is reached."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from dialogs.conversation import UNKNOWN, Answer
from dialogs.question import Kind
from dialogs.questionnaire import MAIN, walk
from dialogs.questions import BY_ID, QUESTIONS
from tests.dialogs.talk import TODAY

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from dialogs.situation import Situation


MAIN_QUESTIONS = [question.id for question in QUESTIONS if question.stage in MAIN]


TOPIC_QUESTIONS = [
    question
    for question in QUESTIONS
    if question.stage not in MAIN and question.id not in MAIN_QUESTIONS
]


SHARED = [q.id for q in QUESTIONS if q.stage not in MAIN and q.id in MAIN_QUESTIONS]
"""Questions about the programs that a topic may need, too."""


LOW_SCORES = {
    "ielts": (6.0, 6.0, 6.0, 6.0),
    "celpip": (7, 7, 7, 7),
    "pte": (60, 60, 69, 68),
    "tef": (249, 207, 310, 310),
    "tcf": (458, 453, 10, 10),
    "clb": (7, 7, 7, 7),
    "nclc": (7, 7, 7, 7),
}


OCCUPATIONS = ("21231", "00012", "72200", "63200", "65200", "14100")


def sample_answers(question: str, at: Situation) -> tuple[Answer, ...]:
    """Answers that lead to every branch after this question."""
    asked = BY_ID[question]
    offered: tuple[Answer, ...] = asked.offered(at)
    match asked.kind:
        case Kind.BIRTH:
            return ("29", "1990-02-28", "45")
        case Kind.SCORES:
            test = at.choice(asked.test_question or "") or ""
            abilities = ("listening", "reading", "writing", "speaking")
            return ({"test": test, **dict(zip(abilities, LOW_SCORES[test], strict=True))}, UNKNOWN)
        case Kind.OCCUPATION:
            return (*OCCUPATIONS, UNKNOWN)
        case Kind.ASSESSMENT:
            return (*offered, "2024-05-05")
        case Kind.AMOUNT:
            return (*offered, "100000")
        case Kind.FUTURE:
            return ("2027-05-01",)
        case Kind.MOMENT:
            return (*offered, "2026-05-01", "2026-05-01T14:05:00Z")
    return offered


def steps(answers: Mapping[str, Answer], choose: Any) -> Iterator[tuple[str, dict[str, Answer]]]:
    """Answers one question after another until the end."""
    answers = dict(answers)
    for _ in range(len(QUESTIONS) + 1):
        walked = walk(answers, TODAY)
        if walked.next is None:
            return
        question = walked.next.id
        answers[question] = choose(question, sample_answers(question, walked.at))
        yield question, dict(answers)
    pytest.fail("a path through the questionnaire does not end")


def paths_through(relevant: tuple[str, ...]) -> Iterator[dict[str, Answer]]:
    """Every combination of answers to the named questions; the rest answered one way."""

    def onward(answers: dict[str, Answer]) -> Iterator[dict[str, Answer]]:
        walked = walk(answers, TODAY)
        if walked.next is None:
            yield answers
            return
        question = walked.next.id
        options = sample_answers(question, walked.at)
        for answer in options if question in relevant else options[:1]:
            yield from onward({**answers, question: answer})

    yield from onward({})


def reaching(question: str) -> dict[str, Answer]:
    """Answers with which a question is asked."""
    wanted: dict[str, Answer] = {
        "marital_status": "married",
        "spouse_status": "accompanying",
        "birth_date": "40",
        "education": "bachelor",
        "canadian_study": "none",
        "has_eca": "yes",
        "first_language_scores": {
            "test": "ielts",
            "listening": 7.5,
            "reading": 6.5,
            "writing": 6.5,
            "speaking": 6.5,
        },
        "canadian_experience": "12" if question == "recent_canadian_experience" else "0",
        "foreign_experience": "72",
        "occupation": "72200" if "trade" in question else "21231",
        "second_language_test": "tef" if question == "second_language_scores" else "none",
        "spouse_education": "bachelor",
        "spouse_language_test": "ielts" if question == "spouse_language_scores" else "none",
        "job_offer": "skilled" if question == "authorized_to_work" else "none",
        "sibling_in_canada": "no",
        "relative_in_canada": "no",
    }
    answers: dict[str, Answer] = {}
    for asked, then in steps({}, lambda name, options: wanted.get(name, options[0])):
        if asked == question:
            return answers
        answers = then
    pytest.fail(f"{question} is never asked")


PHYSICIAN: dict[str, Answer] = {
    "occupation": "31102",
    "canadian_experience": "24",
    "recent_canadian_experience": "24",
    "continuous_experience": "yes",
}
"""In a category that takes work in Canada only, and in one that takes any."""


EXEMPT: dict[str, Answer] = {
    **{q: answer for q, answer in reaching("settling_in_quebec").items() if q not in SHARED},
    "settling_in_quebec": "no",
    "job_offer": "skilled",
    "authorized_to_work": "yes",
    "birth_date": "30",
    "spouse_birth_date": "38",
    "spouse_has_eca": "yes",
    "spouse_language_test": "clb",
    "spouse_language_scores": dict(
        zip(
            ("test", "listening", "reading", "writing", "speaking"),
            ("clb", 7, 7, 7, 7),
            strict=True,
        )
    ),
    "spouse_second_language_test": "none",
    "spouse_foreign_experience": "72",
    "spouse_occupation": "21231",
    "spouse_continuous_experience": "yes",
}
"""Need not show funds, but the spouse would; the spouse's grid is five points short."""

"""The questionnaire as declarations, in the order in which things are asked.

No words here: what a question says stands in ``messages``, under the question's id. Ids of
questions and choices are stored in answers and carried by buttons, so they never change.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dialogs import relevance as when
from dialogs.conversation import UNKNOWN, Answer
from dialogs.question import Check, Choices, Kind, Question, Stage, no_problem
from dialogs.reading.zones import is_zone
from dialogs.replies import Problem
from dialogs.situation import TESTS, Situation, one_of, tests_of
from scoring.programs.funds import people
from scoring.rules import rules_on
from scoring.vocabulary import (
    CANADIAN_STUDIES,
    CURRENT_WORKS,
    EDUCATIONS,
    JOB_OFFERS,
    MARITAL_STATUSES,
    studies_within,
)

if TYPE_CHECKING:
    from collections.abc import Callable


def _fixed(*choices: str) -> Choices:
    return lambda _: choices


_YES_NO = _fixed("yes", "no")
_NO_TEXT_CHOICES = _fixed()
_FIRST_TESTS = (*TESTS, UNKNOWN, "none")
_CANADIAN_MONTHS = ("0", "12", "24", "36", "48", "60")
_RECENT_MONTHS = ("0", "12", "24", "36")
_LARGEST_BUTTON_FAMILY = 7
_ZONES = (
    "America/Vancouver",
    "America/Edmonton",
    "America/Winnipeg",
    "America/Toronto",
    "America/Halifax",
    "America/Sao_Paulo",
    "Europe/Paris",
    "Africa/Algiers",
    "Africa/Lagos",
    "Asia/Dubai",
    "Asia/Karachi",
    "Asia/Kolkata",
    "Asia/Dhaka",
    "Asia/Manila",
    "Asia/Shanghai",
)
"""Zones in which many live who ask, from west to east; any other can be typed."""


def window(question: str, at: Situation) -> int:
    """The months of the past that a question about work asks about; longer counts as all."""
    years: int = rules_on(at.today).entries["windows"].value(question)
    return 12 * years


def _study(question: str) -> Choices:
    def studies(at: Situation) -> tuple[str, ...]:
        education = one_of(EDUCATIONS, at.choice(question))
        return CANADIAN_STUDIES if education is None else studies_within(education)

    return studies


def _second_tests(first_question: str) -> Choices:
    def tests(at: Situation) -> tuple[str, ...]:
        first = at.choice(first_question)
        english, french = tests_of("english"), tests_of("french")
        others = french if first in english else english if first in french else TESTS
        return (*others, UNKNOWN, "none")

    return tests


def _recent_months(at: Situation) -> tuple[str, ...]:
    total = at.number("canadian_experience")
    return tuple(m for m in _RECENT_MONTHS if total is None or int(m) <= total)


def _recent_within_total(at: Situation, answer: Answer) -> Problem | None:
    total = at.number("canadian_experience")
    if total is None or not isinstance(answer, str) or answer == UNKNOWN or int(answer) <= total:
        return None
    return Problem("recent_more_than_total", {"months": total})


def _family_sizes(at: Situation) -> tuple[str, ...]:
    smallest = 2 if at.in_couple else 1
    return tuple(str(size) for size in range(smallest, _LARGEST_BUTTON_FAMILY + 1))


def _known_zone(_: Situation, answer: Answer) -> Problem | None:
    known = isinstance(answer, str) and (answer == UNKNOWN or is_zone(answer))
    return None if known else Problem("zone_unreadable")


def _family_with_spouse(at: Situation, answer: Answer) -> Problem | None:
    return Problem("family_without_spouse") if at.in_couple and answer == "1" else None


def funds_asked(at: Situation) -> int:
    """The settlement funds that the table asks of this family, in Canadian dollars."""
    status = one_of(MARITAL_STATUSES, at.choice("marital_status"))
    return rules_on(at.today).funds.required(people(at.number("family_size"), status))


def _funds(at: Situation) -> tuple[str, ...]:
    return (str(funds_asked(at)), "0")


_TYPICAL_SCORES = {
    "test": "ielts",
    "listening": 8.0,
    "reading": 7.0,
    "writing": 7.0,
    "speaking": 7.0,
}


def _choice(
    name: str,
    stage: Stage,
    choices: Choices,
    typical: str,
    relevant: Callable[[Situation], bool] = when.always,
    skippable: bool = True,
) -> Question:
    return Question(name, Kind.CHOICE, stage, choices, relevant, typical, skippable=skippable)


def _work(
    name: str,
    stage: Stage,
    choices: Choices,
    typical: str,
    relevant: Callable[[Situation], bool],
    check: Check = no_problem,
) -> Question:
    return Question(name, Kind.DURATION, stage, choices, relevant, typical, check)


def _scores(
    test_question: str, relevant: Callable[[Situation], bool], stage: Stage = Stage.SCORE
) -> Question:
    return Question(
        test_question.replace("_test", "_scores"),
        Kind.SCORES,
        stage,
        _NO_TEXT_CHOICES,
        relevant,
        _TYPICAL_SCORES,
        test_question=test_question,
    )


_CRS, _PROGRAMS = Stage.SCORE, Stage.PROGRAMS

QUESTIONS: tuple[Question, ...] = (
    _choice("marital_status", _CRS, _fixed(*MARITAL_STATUSES), "single", skippable=False),
    _choice(
        "spouse_status",
        _CRS,
        _fixed("accompanying", "staying", "canadian"),
        "accompanying",
        when.in_couple,
    ),
    Question("birth_date", Kind.BIRTH, _CRS, _NO_TEXT_CHOICES, when.always, "29", skippable=False),
    _choice("education", _CRS, _fixed(*EDUCATIONS), "bachelor", skippable=False),
    _choice("canadian_study", _CRS, _study("education"), "none", when.after_secondary),
    Question(
        "has_eca",
        Kind.ASSESSMENT,
        _CRS,
        _fixed("yes", "no", UNKNOWN),
        when.needs_assessment,
        "yes",
    ),
    _choice("first_language_test", _CRS, _fixed(*_FIRST_TESTS), "ielts"),
    _scores("first_language_test", when.took_first_test),
    _choice("second_language_test", _CRS, _second_tests("first_language_test"), "none"),
    _scores("second_language_test", when.took_second_test),
    _work("canadian_experience", _CRS, _fixed(*_CANADIAN_MONTHS), "0", when.always),
    _work("foreign_experience", _CRS, _fixed(*_CANADIAN_MONTHS, "72"), "36", when.always),
    Question("occupation", Kind.OCCUPATION, _CRS, _NO_TEXT_CHOICES, when.any_experience, "21231"),
    _choice("trade_certificate", _CRS, _YES_NO, "no", when.certificate_possible),
    _choice("provincial_nomination", _CRS, _YES_NO, "no"),
    _choice("sibling_in_canada", _CRS, _YES_NO, "no"),
    _choice("spouse_education", _CRS, _fixed(*EDUCATIONS), "bachelor", when.with_spouse),
    Question(
        "spouse_has_eca",
        Kind.CHOICE,
        _CRS,
        _fixed("yes", "no", UNKNOWN),
        when.spouse_needs_assessment,
        "yes",
    ),
    _choice("spouse_language_test", _CRS, _fixed(*_FIRST_TESTS), "none", when.with_spouse),
    _scores("spouse_language_test", when.spouse_took_test),
    _work("spouse_canadian_experience", _CRS, _fixed(*_CANADIAN_MONTHS), "0", when.with_spouse),
    _work(
        "recent_canadian_experience",
        _PROGRAMS,
        _recent_months,
        "12",
        when.year_in_canada,
        _recent_within_total,
    ),
    _choice("continuous_experience", _PROGRAMS, _YES_NO, "yes", when.year_of_skilled_work),
    _work("trade_experience", _PROGRAMS, _fixed(*_CANADIAN_MONTHS), "24", when.in_trade),
    _choice("job_offer", _PROGRAMS, _fixed(*JOB_OFFERS), "none"),
    _choice("authorized_to_work", _PROGRAMS, _YES_NO, "no", when.has_offer),
    _choice("relative_in_canada", _PROGRAMS, _YES_NO, "no", when.relative_decides),
    _choice(
        "spouse_canadian_study",
        _PROGRAMS,
        _study("spouse_education"),
        "none",
        when.spouse_study_decides,
    ),
    Question(
        "family_size",
        Kind.FAMILY,
        _PROGRAMS,
        _family_sizes,
        when.funds_count,
        "2",
        _family_with_spouse,
    ),
    Question("settlement_funds", Kind.AMOUNT, _PROGRAMS, _funds, when.funds_count, "20000"),
    _choice("settling_in_quebec", _PROGRAMS, _YES_NO, "no"),
    _choice("current_work", Stage.TIME, _fixed(*CURRENT_WORKS), "none"),
    Question(
        "work_permit_until",
        Kind.FUTURE,
        Stage.TIME,
        _NO_TEXT_CHOICES,
        when.works_in_canada,
        UNKNOWN,
    ),
    Question(
        "spouse_birth_date", Kind.BIRTH, Stage.EXCHANGE, _NO_TEXT_CHOICES, when.with_spouse, "29"
    ),
    _choice(
        "spouse_second_language_test",
        Stage.EXCHANGE,
        _second_tests("spouse_language_test"),
        "none",
        when.with_spouse,
    ),
    _scores("spouse_second_language_test", when.spouse_took_second_test, Stage.EXCHANGE),
    _work(
        "spouse_foreign_experience",
        Stage.EXCHANGE,
        _fixed(*_CANADIAN_MONTHS, "72"),
        "0",
        when.with_spouse,
    ),
    Question(
        "spouse_occupation",
        Kind.OCCUPATION,
        Stage.EXCHANGE,
        _NO_TEXT_CHOICES,
        when.spouse_any_experience,
        "21231",
    ),
    _choice(
        "spouse_trade_certificate",
        Stage.EXCHANGE,
        _YES_NO,
        "no",
        when.spouse_certificate_possible,
    ),
    _choice(
        "spouse_continuous_experience",
        Stage.EXCHANGE,
        _YES_NO,
        "yes",
        when.spouse_any_experience,
    ),
    Question(
        "time_zone",
        Kind.ZONE,
        Stage.ALERTS,
        _fixed(*_ZONES),
        when.always,
        "America/Toronto",
        _known_zone,
    ),
)

BY_ID: dict[str, Question] = {question.id: question for question in QUESTIONS}

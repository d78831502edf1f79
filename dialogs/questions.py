"""The questionnaire as declarations, in the order in which things are asked.

No words here: what a question says stands in ``messages``, under the question's id. Ids of
questions and choices are stored in answers and carried by buttons, so they never change. What a
topic needs may stand among the main questions, too; it is asked once, at the first place where it
matters.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dialogs import relevance as when
from dialogs.conversation import UNKNOWN
from dialogs.offers import (
    CANADIAN_MONTHS,
    FIRST_TESTS,
    NO_TEXT_CHOICES,
    YES_NO,
    ZONES,
    category_months,
    category_within_total,
    family_sizes,
    family_with_spouse,
    fixed,
    funds,
    known_zone,
    profile_still_valid,
    recent_months,
    recent_within_total,
    second_tests,
    study,
)
from dialogs.question import Check, Choices, Kind, Question, Stage, no_problem
from scoring.vocabulary import (
    CURRENT_WORKS,
    EDUCATIONS,
    JOB_OFFERS,
    MARITAL_STATUSES,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from dialogs.situation import Situation


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
    typical: str | None,
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
        NO_TEXT_CHOICES,
        relevant,
        _TYPICAL_SCORES,
        test_question=test_question,
    )


_CRS, _PROGRAMS = Stage.SCORE, Stage.PROGRAMS

QUESTIONS: tuple[Question, ...] = (
    _choice("marital_status", _CRS, fixed(*MARITAL_STATUSES), "single", skippable=False),
    _choice(
        "spouse_status",
        _CRS,
        fixed("accompanying", "staying", "canadian"),
        "accompanying",
        when.in_couple,
    ),
    Question("birth_date", Kind.BIRTH, _CRS, NO_TEXT_CHOICES, when.always, "29", skippable=False),
    _choice("education", _CRS, fixed(*EDUCATIONS), "bachelor", skippable=False),
    _choice("canadian_study", _CRS, study("education"), "none", when.after_secondary),
    Question(
        "has_eca",
        Kind.ASSESSMENT,
        _CRS,
        fixed("yes", "no", UNKNOWN),
        when.needs_assessment,
        "yes",
    ),
    _choice("first_language_test", _CRS, fixed(*FIRST_TESTS), "ielts"),
    _scores("first_language_test", when.took_first_test),
    _choice("second_language_test", _CRS, second_tests("first_language_test"), "none"),
    _scores("second_language_test", when.took_second_test),
    _work("canadian_experience", _CRS, fixed(*CANADIAN_MONTHS), "0", when.always),
    _work("foreign_experience", _CRS, fixed(*CANADIAN_MONTHS, "72"), "36", when.always),
    Question("occupation", Kind.OCCUPATION, _CRS, NO_TEXT_CHOICES, when.any_experience, "21231"),
    _choice("trade_certificate", _CRS, YES_NO, "no", when.certificate_possible),
    _choice("provincial_nomination", _CRS, YES_NO, "no"),
    _choice("sibling_in_canada", _CRS, YES_NO, "no"),
    _choice("spouse_education", _CRS, fixed(*EDUCATIONS), "bachelor", when.with_spouse),
    Question(
        "spouse_has_eca",
        Kind.CHOICE,
        _CRS,
        fixed("yes", "no", UNKNOWN),
        when.spouse_needs_assessment,
        "yes",
    ),
    _choice("spouse_language_test", _CRS, fixed(*FIRST_TESTS), "none", when.with_spouse),
    _scores("spouse_language_test", when.spouse_took_test),
    _work("spouse_canadian_experience", _CRS, fixed(*CANADIAN_MONTHS), "0", when.with_spouse),
    _work(
        "recent_canadian_experience",
        _PROGRAMS,
        recent_months("canadian_experience"),
        "12",
        when.year_in_canada,
        recent_within_total("canadian_experience"),
    ),
    _choice("continuous_experience", _PROGRAMS, YES_NO, "yes", when.year_of_skilled_work),
    _work("trade_experience", _PROGRAMS, fixed(*CANADIAN_MONTHS), "24", when.in_trade),
    _choice("job_offer", _PROGRAMS, fixed(*JOB_OFFERS), "none"),
    _choice("authorized_to_work", _PROGRAMS, YES_NO, "no", when.has_offer),
    _choice("relative_in_canada", _PROGRAMS, YES_NO, None, when.relative_decides),
    _choice(
        "spouse_canadian_study",
        _PROGRAMS,
        study("spouse_education"),
        None,
        when.spouse_study_decides,
    ),
    Question(
        "family_size",
        Kind.FAMILY,
        _PROGRAMS,
        family_sizes,
        when.funds_count,
        "2",
        family_with_spouse,
    ),
    Question("settlement_funds", Kind.AMOUNT, _PROGRAMS, funds, when.funds_count, "20000"),
    _choice("settling_in_quebec", _PROGRAMS, YES_NO, "no"),
    _choice("current_work", Stage.TIME, fixed(*CURRENT_WORKS), "none"),
    Question(
        "work_permit_until",
        Kind.FUTURE,
        Stage.TIME,
        NO_TEXT_CHOICES,
        when.works_in_canada,
        UNKNOWN,
    ),
    Question(
        "spouse_birth_date", Kind.BIRTH, Stage.EXCHANGE, NO_TEXT_CHOICES, when.with_spouse, "29"
    ),
    _choice(
        "spouse_second_language_test",
        Stage.EXCHANGE,
        second_tests("spouse_language_test"),
        "none",
        when.with_spouse,
    ),
    _scores("spouse_second_language_test", when.spouse_took_second_test, Stage.EXCHANGE),
    _choice(
        "spouse_canadian_study",
        Stage.EXCHANGE,
        study("spouse_education"),
        "none",
        when.spouse_may_have_studied,
    ),
    _work(
        "spouse_recent_canadian_experience",
        Stage.EXCHANGE,
        recent_months("spouse_canadian_experience"),
        "12",
        when.spouse_year_in_canada,
        recent_within_total("spouse_canadian_experience"),
    ),
    _work(
        "spouse_foreign_experience",
        Stage.EXCHANGE,
        fixed(*CANADIAN_MONTHS, "72"),
        "0",
        when.with_spouse,
    ),
    Question(
        "spouse_occupation",
        Kind.OCCUPATION,
        Stage.EXCHANGE,
        NO_TEXT_CHOICES,
        when.spouse_any_experience,
        "21231",
    ),
    _choice(
        "spouse_trade_certificate",
        Stage.EXCHANGE,
        YES_NO,
        "no",
        when.spouse_certificate_possible,
    ),
    _choice(
        "spouse_continuous_experience",
        Stage.EXCHANGE,
        YES_NO,
        "yes",
        when.spouse_year_of_skilled_work,
    ),
    _choice("relative_in_canada", Stage.EXCHANGE, YES_NO, "no", when.relative_decides_for_spouse),
    Question(
        "family_size",
        Kind.FAMILY,
        Stage.EXCHANGE,
        family_sizes,
        when.spouse_funds_count,
        "2",
        family_with_spouse,
    ),
    Question(
        "settlement_funds", Kind.AMOUNT, Stage.EXCHANGE, funds, when.spouse_funds_count, "20000"
    ),
    _work(
        "category_canadian_months",
        Stage.ROUNDS,
        category_months("category_canadian_months"),
        "12",
        when.category_work_in_canada_counts,
        category_within_total("category_canadian_months"),
    ),
    _work(
        "category_experience_months",
        Stage.ROUNDS,
        category_months("category_experience_months"),
        "24",
        when.category_work_counts,
        category_within_total("category_experience_months"),
    ),
    Question(
        "profile_submitted",
        Kind.MOMENT,
        Stage.TIE_BREAK,
        fixed("none"),
        when.always,
        "none",
        profile_still_valid,
    ),
    Question(
        "time_zone",
        Kind.ZONE,
        Stage.ALERTS,
        fixed(*ZONES),
        when.always,
        "America/Toronto",
        known_zone,
    ),
)

BY_ID: dict[str, Question] = {
    question.id: next(each for each in QUESTIONS if each.id == question.id)
    for question in QUESTIONS
}
"""Each question at the first place where it is asked."""

"""When a question matters: to compare roles, for a relative, studies, a language, a category."""

from __future__ import annotations

import pytest

from dialogs.conversation import UNKNOWN, Answer
from dialogs.question import Stage
from dialogs.questionnaire import walk
from dialogs.questions import BY_ID
from dialogs.replies import Problem
from dialogs.situation import Situation
from tests.dialogs.paths import EXEMPT, PHYSICIAN, reaching
from tests.dialogs.talk import TODAY


@pytest.mark.parametrize(
    ("changed", "question"),
    [
        ({"spouse_canadian_experience": "0"}, "spouse_recent_canadian_experience"),
        ({"spouse_has_eca": "no"}, "spouse_canadian_study"),
        ({"spouse_education": "secondary"}, "spouse_canadian_study"),
        ({"spouse_foreign_experience": "0"}, "spouse_occupation"),
        ({"spouse_foreign_experience": "6"}, "spouse_continuous_experience"),
        ({"spouse_occupation": "65200"}, "spouse_continuous_experience"),
        ({"spouse_continuous_experience": "no"}, "settlement_funds"),
        ({"spouse_birth_date": "47", "spouse_canadian_study": "none"}, "settlement_funds"),
        ({"relative_in_canada": "no", "spouse_canadian_study": "none"}, "settlement_funds"),
        ({"spouse_birth_date": UNKNOWN}, "settlement_funds"),
        ({"authorized_to_work": "no", "settlement_funds": "0"}, "settlement_funds"),
        ({"spouse_foreign_experience": "12"}, "relative_in_canada"),
        ({"sibling_in_canada": "yes"}, "relative_in_canada"),
        ({"spouse_birth_date": "30"}, "relative_in_canada"),
    ],
)
def test_only_what_can_matter_is_asked_to_compare(
    changed: dict[str, Answer], question: str
) -> None:
    answers = {**EXEMPT, **changed}
    asked = walk(answers, TODAY, ("exchange",)).open_of(Stage.EXCHANGE)
    assert question not in [q.id for q in asked]


@pytest.mark.parametrize(("months", "asked"), [("11", False), ("12", True), (UNKNOWN, False)])
def test_recent_work_of_the_spouse_is_asked_after_a_year_of_it(months: str, asked: bool) -> None:
    answers = {**EXEMPT, "spouse_canadian_experience": months}
    walked = walk(answers, TODAY, ("exchange",))
    assert ("spouse_recent_canadian_experience" in [q.id for q in walked.asked]) is asked


def test_recent_work_of_the_spouse_is_part_of_all_of_it() -> None:
    at = walk({**EXEMPT, "spouse_canadian_experience": "14"}, TODAY, ("exchange",)).at
    recent = BY_ID["spouse_recent_canadian_experience"]
    assert recent.offered(at) == ("0", "12", UNKNOWN)
    assert recent.check(at, "14") is None
    assert recent.check(at, "15") == Problem("recent_more_than_total", {"months": 14})


def test_sibling_answers_for_a_relative() -> None:
    answers = {**reaching("relative_in_canada"), "sibling_in_canada": "yes"}
    assert "relative_in_canada" not in [q.id for q in walk(answers, TODAY).asked]


def test_relative_is_asked_only_when_it_decides() -> None:
    young = {**reaching("relative_in_canada"), "birth_date": "29"}
    assert "relative_in_canada" not in [q.id for q in walk(young, TODAY).asked]


@pytest.mark.parametrize(
    ("education", "allowed"),
    [
        ("one_year", ("none", "one_year")),
        ("two_year", ("none", "one_year", "two_year")),
        (
            "bachelor",
            ("none", "one_year", "two_year", "three_or_more_years", "graduate_one_year"),
        ),
    ],
)
def test_canadian_study_never_goes_beyond_education(
    education: str, allowed: tuple[str, ...]
) -> None:
    at = Situation({"education": education}, TODAY)
    assert BY_ID["canadian_study"].offered(at) == (*allowed, UNKNOWN)


@pytest.mark.parametrize(
    ("education", "study", "asked"),
    [
        ("none", None, False),
        ("secondary", None, True),
        ("one_year", "one_year", False),
        ("two_year", "one_year", True),
        ("two_year", "two_year", False),
        ("master", "two_year", True),
        ("master", "three_or_more_years", False),
        ("master", "graduate_one_year", False),
        ("master", UNKNOWN, True),
    ],
)
def test_assessment_is_asked_unless_canadian_study_covers_the_education(
    education: str, study: str | None, asked: bool
) -> None:
    answers: dict[str, Answer] = {
        "marital_status": "single",
        "birth_date": "29",
        "education": education,
    }
    if study:
        answers["canadian_study"] = study
    assert ("has_eca" in [q.id for q in walk(answers, TODAY).asked]) is asked


def test_second_language_is_the_other_one() -> None:
    after_english = Situation({"first_language_test": "celpip"}, TODAY)
    after_french = Situation({"first_language_test": "tcf"}, TODAY)
    second = BY_ID["second_language_test"]
    assert second.offered(after_english) == ("tef", "tcf", "nclc", UNKNOWN, "none")
    assert second.offered(after_french) == ("ielts", "celpip", "pte", "clb", UNKNOWN, "none")


NURSE: dict[str, Answer] = {
    **reaching("settling_in_quebec"),
    "birth_date": "29",
    "occupation": "31301",
}


@pytest.mark.parametrize(
    ("answers", "asked"),
    [
        # Ask nobody in whose occupation no category of the day has rounds,
        ({"occupation": "21231"}, []),
        ({"occupation": "unknown"}, []),
        # nor where so much work is not possible, or no program is.
        ({"canadian_experience": "0", "foreign_experience": "11"}, []),
        ({"settling_in_quebec": "yes"}, []),
        ({}, ["category_experience_months"]),
        ({"settling_in_quebec": "unknown"}, ["category_experience_months"]),
        # Where some categories take work in Canada only, enough of it settles both.
        (PHYSICIAN, ["category_canadian_months", "category_experience_months"]),
        ({**PHYSICIAN, "category_canadian_months": "12"}, ["category_canadian_months"]),
        (
            {**PHYSICIAN, "category_canadian_months": "11"},
            ["category_canadian_months", "category_experience_months"],
        ),
        ({**PHYSICIAN, "recent_canadian_experience": "0"}, ["category_experience_months"]),
        ({**PHYSICIAN, "occupation": "00012"}, ["category_canadian_months"]),
        ({**PHYSICIAN, "occupation": "42102"}, []),
    ],
)
def test_work_in_a_category_is_asked_where_it_decides(
    answers: dict[str, Answer], asked: list[str]
) -> None:
    known = {"settling_in_quebec": "no", **NURSE, "continuous_experience": "yes", **answers}
    walked = walk(known, TODAY, ("rounds",))
    assert [q.id for q in walked.asked if q.stage is Stage.ROUNDS] == asked


@pytest.mark.parametrize(
    ("question", "more", "fits"),
    [("category_canadian_months", "25", "24"), ("category_experience_months", "37", "36")],
)
def test_work_in_a_category_is_part_of_all_work(question: str, more: str, fits: str) -> None:
    answers = {**NURSE, **PHYSICIAN, "foreign_experience": "36", "settling_in_quebec": "no"}
    for months, stands in ((fits, True), (more, False)):
        walked = walk({**answers, question: months}, TODAY, ("rounds",))
        assert (question in walked.standing) is stands

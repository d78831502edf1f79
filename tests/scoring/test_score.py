"""The whole result: notes, unknown fields, the public JSON, and what holds for everybody."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings

from scoring.profile import Profile
from scoring.rules import rules_on
from scoring.score import score
from scoring.vocabulary import EDUCATIONS, studies_within
from tests.scoring.people import clb, couple, nclc, person, person_fields, result
from tests.scoring.strategies import TODAY, days, profiles

if TYPE_CHECKING:
    from scoring.result import Result

if TYPE_CHECKING:
    from scoring.vocabulary import Education

RULES = rules_on(TODAY)


def scored(profile: Profile) -> Result:
    return score(profile, RULES)


def test_the_public_json_has_this_shape_in_this_order() -> None:
    profile = person(
        education="master",
        first_language=clb(9),
        foreign_experience_months=36,
        continuous_experience=True,
        settlement_funds=20_000,
    )
    assert json.dumps(scored(profile).as_json()) == json.dumps(
        {
            "on": "2026-11-23",
            "rules": "2025-03-25",
            "crs": {
                "total": 469,
                "core": {
                    "total": 369,
                    "items": {
                        "age": 110,
                        "education": 135,
                        "first_language": 124,
                        "second_language": 0,
                        "canadian_experience": 0,
                    },
                },
                "spouse": {
                    "total": 0,
                    "items": {"education": 0, "language": 0, "canadian_experience": 0},
                },
                "transferability": {
                    "total": 100,
                    "items": {
                        "education_language": 50,
                        "education_canadian_experience": 0,
                        "foreign_experience_language": 50,
                        "foreign_experience_canadian_experience": 0,
                        "certificate_language": 0,
                    },
                },
                "additional": {
                    "total": 0,
                    "items": {
                        "sibling": 0,
                        "french": 0,
                        "canadian_study": 0,
                        "job_offer": 0,
                        "provincial_nomination": 0,
                    },
                },
            },
            "programs": {
                "fsw": {
                    "eligible": True,
                    "points": 70,
                    "items": {
                        "language": 24,
                        "education": 23,
                        "experience": 11,
                        "age": 12,
                        "arranged_employment": 0,
                        "adaptability": 0,
                    },
                    "unmet": [],
                },
                "cec": {"eligible": False, "unmet": ["experience"]},
                "fst": {
                    "eligible": False,
                    "unmet": ["trade", "experience", "offer_or_certificate"],
                },
            },
            "notes": [],
        }
    )


OLD = result("ielts", 8, taken_on="2020-01-01")
EARLY_PTE = result("pte", 60, taken_on="2020-01-01")


@pytest.mark.parametrize(
    ("profile", "on", "notes"),
    [
        (person(), TODAY, ()),
        (person(has_eca=None), TODAY, ("eca_assumed",)),
        (person(has_eca=None, education="none"), TODAY, ("eca_assumed",)),
        (person(has_eca=False), TODAY, ("eca_missing",)),
        (person(first_language=OLD), TODAY, ("language_expired",)),
        (person(second_language=OLD), TODAY, ("language_expired",)),
        (person(first_language=OLD, second_language=result("tef", 0, taken_on="2019-01-01")),
         TODAY, ("language_expired",)),
        (person(first_language=EARLY_PTE), date(2022, 7, 1),
         ("language_expired", "test_not_accepted")),
        (person(teer=4), TODAY, ("occupation_not_skilled",)),
        (person(occupation="65200"), TODAY, ("occupation_not_skilled",)),
        (person(teer=3), TODAY, ()),
        (couple({"has_eca": None}), TODAY, ("eca_assumed",)),
        (couple({"has_eca": None}, has_eca=None), TODAY, ("eca_assumed",)),
        (couple({"has_eca": None}, has_eca=False), TODAY, ("eca_assumed", "eca_missing")),
        (couple({"has_eca": False}), TODAY, ("eca_missing",)),
        (couple({"language": OLD}), TODAY, ("language_expired",)),
        (couple({"has_eca": False, "language": OLD, "canadian": True}), TODAY, ()),
        (couple({"has_eca": False, "language": OLD, "accompanying": False}), TODAY, ()),
        (person(first_language=EARLY_PTE, has_eca=None, teer=5), date(2020, 5, 1),
         ("test_not_accepted", "eca_assumed", "occupation_not_skilled", "funds_table_assumed")),
    ],
)  # fmt: skip
def test_notes(profile: Profile, on: date, notes: tuple[str, ...]) -> None:
    assert score(profile, rules_on(on)).notes == notes


@pytest.mark.parametrize("education", EDUCATIONS)
def test_without_an_assessment_education_counts_as_far_as_the_canadian_study(
    education: Education,
) -> None:
    for study in studies_within(education):
        covered = {"one_year": "one_year", "two_year": "two_year", "none": "none"}
        counts_as = covered.get(study, education)
        without = scored(person(education=education, canadian_study=study, has_eca=False))
        with_less = scored(person(education=counts_as, first_language=None))
        assert without.crs.core == with_less.crs.core
        assert without.programs.fsw.items["education"] == with_less.programs.fsw.items["education"]
        assert ("education" in without.programs.fsw.unmet) == (counts_as == "none")


def test_without_an_assessment_transferability_counts_less_too() -> None:
    given = {"education": "master", "canadian_study": "one_year", "first_language": clb(9)}
    assert scored(person(**given)).crs.transferability.total == 50
    assert scored(person(**given, has_eca=False)).crs.transferability.total == 25


def test_without_an_assessment_the_education_of_a_spouse_counts_less() -> None:
    spouse: dict[str, Any] = {"education": "master", "has_eca": False}
    assert scored(couple(spouse)).crs.spouse.items["education"] == 0
    studied = spouse | {"canadian_study": "two_year"}
    assert scored(couple(studied)).crs.spouse.items["education"] == 7
    graduate = spouse | {"canadian_study": "graduate_one_year"}
    assert scored(couple(graduate)).crs.spouse.items["education"] == 10


UNKNOWN = {
    "has_eca": True,
    "canadian_study": "none",
    "first_language": "none",
    "second_language": "none",
    "canadian_experience_months": 0,
    "recent_canadian_experience_months": 0,
    "foreign_experience_months": 0,
    "continuous_experience": False,
    "trade_certificate": False,
    "trade_experience_months": 0,
    "job_offer": "none",
    "authorized_to_work": False,
    "provincial_nomination": False,
    "sibling_in_canada": False,
    "relative_in_canada": False,
    "settlement_funds": 0,
    "settling_in_quebec": False,
    "current_work": "none",
    "category_experience_months": 0,
    "category_canadian_months": 0,
}


@pytest.mark.parametrize(("field", "value"), UNKNOWN.items())
@given(profile=profiles())
@settings(max_examples=10)
def test_an_unknown_field_counts_at_its_stated_value(
    profile: Profile, field: str, value: object
) -> None:
    fields = profile.as_json()
    fields.pop(field, None)
    unknown = scored(Profile.model_validate(fields))
    known = scored(Profile.model_validate({**fields, field: value}))
    assert known.crs == unknown.crs
    assert known.programs == unknown.programs


def test_an_unknown_family_is_one_person_or_two() -> None:
    for someone, amount in ((person, 15263), (couple, 19001)):
        assert "funds" not in scored(someone(settlement_funds=amount)).programs.fsw.unmet
        assert "funds" in scored(someone(settlement_funds=amount - 1)).programs.fsw.unmet


def test_a_birth_after_the_day_is_no_age() -> None:
    with pytest.raises(ValueError, match="born on 2026-11-24, after 2026-11-23"):
        scored(person(birth_date="2026-11-24"))


@given(profile=profiles(), on=days)
def test_totals_are_the_capped_sums_of_their_items(profile: Profile, on: date) -> None:
    rules = rules_on(on)
    crs = score(profile, rules).crs
    core_cap = 460 if crs.spouse.total else 500
    assert crs.core.total == min(sum(crs.core.items.values()), core_cap)
    assert crs.spouse.total == sum(crs.spouse.items.values()) <= 40
    assert crs.transferability.total <= min(100, sum(crs.transferability.items.values()))
    assert crs.additional.total == min(600, sum(crs.additional.items.values()))
    sections = (crs.core, crs.spouse, crs.transferability, crs.additional)
    assert crs.total == sum(section.total for section in sections) <= 1200
    assert all(points >= 0 for section in sections for points in section.items.values())


@given(profile=profiles(), on=days)
def test_programs_are_open_exactly_when_nothing_is_unmet(profile: Profile, on: date) -> None:
    programs = score(profile, rules_on(on)).programs
    for program in (programs.fsw, programs.cec, programs.fst):
        assert program.eligible == (not program.unmet)
        assert ("quebec" in program.unmet) == bool(profile.settling_in_quebec)
    assert programs.fsw.points == sum(programs.fsw.items.values()) <= 100


BETTER: list[dict[str, Any]] = [
    {"education": "doctoral", "canadian_study": "three_or_more_years"},
    {"has_eca": True, "eca_issued_on": None},
    {"canadian_experience_months": 240},
    {"foreign_experience_months": 240},
    {"trade_certificate": True},
    {"provincial_nomination": True},
    {"sibling_in_canada": True},
]


@pytest.mark.parametrize("better", BETTER, ids=lambda better: next(iter(better)))
@given(profile=profiles(), on=days)
@settings(max_examples=30)
def test_better_answers_never_lower_the_total(
    profile: Profile, on: date, better: dict[str, Any]
) -> None:
    rules = rules_on(on)
    changed = Profile.model_validate({**profile.as_json(), **better})
    assert score(changed, rules).crs.total >= score(profile, rules).crs.total


@given(profile=profiles(), on=days)
@settings(max_examples=50)
def test_better_language_results_never_lower_the_total(profile: Profile, on: date) -> None:
    rules = rules_on(on)
    fields = {
        **profile.as_json(),
        "first_language": clb(10),
        "second_language": nclc(10),
    }
    total = score(profile, rules).crs.total
    swapped = {"first_language": nclc(10), "second_language": clb(10)}
    assert score(Profile.model_validate(fields), rules).crs.total >= total
    assert score(Profile.model_validate({**fields, **swapped}), rules).crs.total >= total


def test_fields_that_only_compare_or_plan_change_nothing() -> None:
    later = {
        "current_work": "canada",
        "work_permit_until": "2027-01-01",
        "category_experience_months": 24,
        "category_canadian_months": 12,
    }
    plain = Profile.model_validate(person_fields())
    assert scored(Profile.model_validate({**person_fields(), **later})) == scored(plain)

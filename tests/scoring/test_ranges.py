"""The range of a person with open questions, against every way to answer them."""

from __future__ import annotations

from datetime import date
from itertools import product
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from scoring.profile import OpenProfile, Profile
from scoring.ranges import open_result, total_range
from scoring.rules import rules_on
from scoring.score import score
from scoring.vocabulary import (
    CANADIAN_STUDIES,
    EDUCATIONS,
    JOB_OFFERS,
    MARITAL_STATUSES,
)
from tests.scoring.people import clb, nclc, person_fields, result
from tests.scoring.strategies import TODAY, days, open_profiles, profile_fields

if TYPE_CHECKING:
    from collections.abc import Iterator

RULES = rules_on(TODAY)

YES_NO = [None, False, True]
SPOUSE_LANGUAGES = [None, clb(9), nclc(12)]
SPOUSES: list[dict[str, Any]] = [
    {"accompanying": accompanying, "canadian": canadian, **rest}
    for accompanying, canadian in product([True, False], repeat=2)
    for rest in (
        {},
        {"education": "none", "has_eca": False, "canadian_experience_months": 0},
        {"education": "master", "language": clb(12), "canadian_experience_months": 60},
        {"education": "master", "language": nclc(12), "canadian_experience_months": 60},
    )
]
EVERY: dict[str, list[Any]] = {
    "age": [None, 0, 17, 18, 20, 29, 30, 44, 45],
    "marital_status": list(MARITAL_STATUSES[:3]),
    "spouse": [None, *SPOUSES],
    "education": list(EDUCATIONS),
    "has_eca": YES_NO,
    "canadian_study": [None, *CANADIAN_STUDIES],
    "first_language": [None, "none", clb(0), clb(7), clb(12), nclc(0), nclc(7), nclc(12)],
    "second_language": [None, "none", clb(5), clb(12), nclc(7), nclc(12)],
    "canadian_experience_months": [None, 0, 12, 24, 60, 120],
    "foreign_experience_months": [None, 0, 12, 36, 120],
    "trade_certificate": YES_NO,
    "job_offer": [None, *JOB_OFFERS],
    "provincial_nomination": YES_NO,
    "sibling_in_canada": YES_NO,
}
"""Values of each field that between them reach every amount of points."""


def completions(fields: dict[str, Any], unknown: list[str]) -> Iterator[Profile]:
    """Every valid way to fill the unknown fields from ``EVERY``."""
    for values in product(*(EVERY[name] for name in unknown)):
        try:
            yield Profile.model_validate({**fields, **dict(zip(unknown, values, strict=True))})
        except ValidationError:
            continue  # the values contradict each other or the known ones


def brute_force(fields: dict[str, Any], unknown: list[str], on: date) -> tuple[int, int]:
    totals = {score(each, rules_on(on)).crs.total for each in completions(fields, unknown)}
    return min(totals), max(totals)


@given(
    fields=profile_fields(),
    unknown=st.sets(st.sampled_from(sorted(EVERY)), max_size=2),
    on=days,
)
@settings(max_examples=200, deadline=None)
def test_the_range_is_that_of_every_completion(
    fields: dict[str, Any], unknown: set[str], on: date
) -> None:
    if "age" in unknown:
        fields.pop("birth_date", None)
    if "marital_status" in unknown and "spouse" not in fields:
        unknown |= {"spouse"}  # whoever may be married may have any spouse
    known = {name: value for name, value in fields.items() if name not in unknown}
    # Fields that the drawn person happens to lack are just as unknown; fill them plainly.
    plain: dict[str, Any] = {"has_eca": True, "canadian_study": "none", "job_offer": "none"}
    plain |= dict.fromkeys(("first_language", "second_language"), "none")
    plain |= dict.fromkeys(("canadian_experience_months", "foreign_experience_months"), 0)
    plain |= dict.fromkeys(("trade_certificate", "provincial_nomination"), False)
    plain |= {"sibling_in_canada": False}
    known = {name: value for name, value in plain.items() if name not in unknown} | known
    if "spouse" in known:
        full = {"accompanying": False, "canadian": False, "has_eca": True, "language": "none"}
        full |= {"education": "none", "canadian_study": "none", "canadian_experience_months": 0}
        known["spouse"] = full | {k: v for k, v in known["spouse"].items() if v is not None}
    profile = OpenProfile.model_validate(known)
    assert total_range(profile, rules_on(on)) == brute_force(known, sorted(unknown), on)


SPOUSE_EVERY: dict[str, list[Any]] = {
    "canadian": YES_NO,
    "accompanying": YES_NO,
    "education": list(EDUCATIONS),
    "has_eca": YES_NO,
    "canadian_study": list(CANADIAN_STUDIES),
    "language": [None, "none", clb(0), clb(12), nclc(12)],
    "canadian_experience_months": [None, 0, 12, 60],
}


@given(
    spouse=st.fixed_dictionaries({name: st.sampled_from(v) for name, v in SPOUSE_EVERY.items()}),
    unknown=st.sets(st.sampled_from(sorted(SPOUSE_EVERY)), min_size=1, max_size=4),
)
@settings(max_examples=100, deadline=None)
def test_open_questions_about_a_spouse(spouse: dict[str, Any], unknown: set[str]) -> None:
    plain = {"canadian": False, "accompanying": True, "has_eca": True, "language": "none"}
    plain |= {"canadian_experience_months": 0}
    known = {
        name: plain.get(name) if value is None else value
        for name, value in spouse.items()
        if name not in unknown
    }
    own = person_fields(
        marital_status="married", first_language=clb(7), second_language="none",
        canadian_study="none", canadian_experience_months=24, foreign_experience_months=0,
        trade_certificate=False, provincial_nomination=False, sibling_in_canada=False,
    )  # fmt: skip
    totals = set()
    for values in product(*(SPOUSE_EVERY[name] for name in sorted(unknown))):
        filled = known | dict(zip(sorted(unknown), values, strict=True))
        try:
            profile = Profile.model_validate({**own, "spouse": filled})
        except ValidationError:
            continue
        totals.add(score(profile, RULES).crs.total)
    try:
        left_open = OpenProfile.model_validate({**own, "spouse": known})
    except ValidationError:
        assert not totals
        return
    assert total_range(left_open, RULES) == (min(totals), max(totals))


KNOWN: dict[str, Any] = {
    "age": 29,
    "marital_status": "single",
    "education": "bachelor",
    "has_eca": True,
    "canadian_study": "none",
    "first_language": clb(9),
    "second_language": "none",
    "canadian_experience_months": 0,
    "foreign_experience_months": 0,
    "trade_certificate": False,
    "job_offer": "none",
    "provincial_nomination": False,
    "sibling_in_canada": False,
}
COUPLE: dict[str, Any] = {
    "marital_status": "married",
    "spouse": {"accompanying": True, "canadian": False, "education": "none", "language": "none"}
    | {"has_eca": True, "canadian_study": "none", "canadian_experience_months": 0},
}


@pytest.mark.parametrize(
    ("change", "low", "high"),
    [
        ({}, 379, 379),
        ({"sibling_in_canada": None}, 379, 394),
        ({"provincial_nomination": None}, 379, 979),
        ({"age": None}, 269, 379),
        ({"has_eca": None}, 110 + 124, 379),
        ({"education": None}, 110 + 124, 110 + 150 + 124 + 50),
        ({"education": None, "canadian_study": "two_year"}, 110 + 98 + 124 + 25 + 15, 449),
        ({"education": "two_year", "canadian_study": None}, 357, 372),
        ({"first_language": None}, 230, 230 + 136 + 25 + 25),
        ({"first_language": None, "second_language": clb(9)}, 254, 230 + 136 + 24 + 25 + 50),
        ({"second_language": None}, 379, 379 + 24 + 50),
        ({"first_language": "none", "second_language": None}, 230, 230 + 24 + 25),
        ({"first_language": {"test": "ielts", "listening": 8}}, 230 + 31, 230 + 31 + 102 + 25),
        ({"first_language": {"test": "nclc"}}, 230, 230 + 136 + 25 + 25),
        ({"first_language": {**result("ielts", 8), "taken_on": None}}, 379 + 9, 379 + 9),
        ({"eca_issued_on": "2020-01-01", "has_eca": None}, 234, 234),
        ({"marital_status": None}, 353, 379 + 14),
        ({"marital_status": None, "family_size": 1}, 379, 379),
        ({"marital_status": None, "family_size": 2}, 353, 379 + 14),
        ({"marital_status": "widowed"}, 379, 379),
        (COUPLE, 353, 353),
        ({"marital_status": "married"}, 353, 393),
        ({**COUPLE, "spouse": COUPLE["spouse"] | {"canadian": None}}, 353, 379),
        ({**COUPLE, "spouse": COUPLE["spouse"] | {"accompanying": None}}, 353, 379),
        ({**COUPLE, "spouse": COUPLE["spouse"] | {"language": None}}, 353, 373),
        ({**COUPLE, "marital_status": None}, 353, 353),
    ],
)
def test_a_range_added_up_by_hand(change: dict[str, Any], low: int, high: int) -> None:
    profile = OpenProfile.model_validate(KNOWN | change)
    assert total_range(profile, RULES) == (low, high)


def test_pte_before_its_day_gives_nothing_whatever_is_open() -> None:
    profile = OpenProfile.model_validate(KNOWN | {"first_language": {"test": "pte"}})
    assert total_range(profile, rules_on(date(2024, 1, 29))) == (230, 230)
    assert total_range(profile, rules_on(date(2024, 1, 30))) == (230, 230 + 136 + 25)


def test_nothing_known_is_everything_possible() -> None:
    assert total_range(OpenProfile(), RULES) == (0, 1200)


@given(profile=open_profiles(), on=days)
@settings(max_examples=60)
def test_the_score_of_what_is_known_lies_in_the_range(profile: OpenProfile, on: date) -> None:
    rules = rules_on(on)
    low, high = total_range(profile, rules)
    assert 0 <= low <= high <= 1200
    try:
        complete = Profile.complete(profile)
    except ValidationError:
        return
    assert low <= score(complete, rules).crs.total <= high


def test_the_json_of_an_open_result_with_its_total() -> None:
    profile = OpenProfile.model_validate({**KNOWN, "sibling_in_canada": None})
    found = open_result(profile, RULES)
    whole = score(Profile.complete(profile), RULES).as_json()
    assert found["crs"].pop("range") == {"low": 379, "high": 394}
    assert found == whole


@pytest.mark.parametrize(
    "missing",
    [
        {"age": None},
        {"education": None},
        {"marital_status": None},
        {"marital_status": "married"},
        {"first_language": {"test": "clb"}},
    ],
)
def test_the_json_of_an_open_result_without_a_total(missing: dict[str, Any]) -> None:
    found = open_result(OpenProfile.model_validate(KNOWN | missing), RULES)
    assert found["crs"].pop("range")["high"] >= 379
    assert found == {
        "on": "2026-11-23",
        "rules": "2025-03-25",
        "crs": {
            "total": None,
            "core": None,
            "spouse": None,
            "transferability": None,
            "additional": None,
        },
        "programs": None,
        "notes": [],
    }

"""What narrows a range, against trying every answer to every open question."""

from __future__ import annotations

from datetime import date
from itertools import combinations_with_replacement, product
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from scoring.completions import least_and_greatest
from scoring.language import test_facts as facts_of_tests
from scoring.narrowing import narrowing
from scoring.profile import OpenProfile
from scoring.ranges import total_range
from scoring.rules import rules_on
from scoring.vocabulary import (
    ABILITIES,
    CANADIAN_STUDIES,
    COUPLES,
    EDUCATIONS,
    JOB_OFFERS,
    MARITAL_STATUSES,
    TESTS,
)
from tests.scoring.people import clb, nclc, result
from tests.scoring.strategies import TODAY, days, open_profiles, results

if TYPE_CHECKING:
    from scoring.rules import Rules

RULES = rules_on(TODAY)

LEVELS = (0, 4, 5, 6, 7, 8, 9, 10)
"""The levels at which any table begins a step."""
LANGUAGES = [
    "none",
    *(
        give(*levels)
        for give in (clb, nclc)
        for levels in combinations_with_replacement(LEVELS, len(ABILITIES))
    ),
]
MONTHS = range(0, 132, 6)
YES_NO = (True, False)
OWN: dict[str, Any] = {
    "age": range(131),
    "marital_status": MARITAL_STATUSES,
    "education": EDUCATIONS,
    "has_eca": YES_NO,
    "canadian_study": CANADIAN_STUDIES,
    "first_language": LANGUAGES,
    "second_language": LANGUAGES,
    "canadian_experience_months": MONTHS,
    "foreign_experience_months": MONTHS,
    "trade_certificate": YES_NO,
    "job_offer": JOB_OFFERS,
    "provincial_nomination": YES_NO,
    "sibling_in_canada": YES_NO,
}
OF_SPOUSE: dict[str, Any] = {
    "canadian": YES_NO,
    "accompanying": YES_NO,
    "education": EDUCATIONS,
    "has_eca": YES_NO,
    "canadian_study": CANADIAN_STUDIES,
    "language": LANGUAGES,
    "canadian_experience_months": MONTHS,
}


def ways(fields: dict[str, Any], name: str) -> list[OpenProfile]:
    """The profile with an open field known, once for each value that it could have."""
    found = []
    of_spouse = name.removeprefix("spouse.")
    for value in OWN[name] if name == of_spouse else OF_SPOUSE[of_spouse]:
        known = {**fields, name: value}
        if name != of_spouse:
            known = {**fields, "spouse": {**fields.get("spouse", {}), of_spouse: value}}
        try:
            found.append(OpenProfile.model_validate(known))
        except ValidationError:
            continue  # it contradicts what is known
    return found


def open_fields(fields: dict[str, Any]) -> list[str]:
    own = [name for name in OWN if fields.get(name) is None]
    if "birth_date" in fields:
        own = [name for name in own if name != "age"]
    if "spouse" not in fields and fields.get("marital_status") not in COUPLES:
        return own
    spouse = fields.get("spouse", {})
    return own + [f"spouse.{name}" for name in OF_SPOUSE if spouse.get(name) is None]


def every_answer(fields: dict[str, Any], rules: Rules) -> dict[str, int]:
    """What ``narrowing`` should find, by the range of every single value."""
    whole = total_range(OpenProfile.model_validate(fields), rules)
    found = {}
    for name in open_fields(fields):
        ranges = {total_range(way, rules) for way in ways(fields, name)}
        if ranges != {whole}:
            found[name] = whole[1] - whole[0] - max(high - low for low, high in ranges)
    return found


SCORES = {"test": "ielts", "listening": 8, "reading": 7, "writing": 6.5, "speaking": 7}
SINGLE: dict[str, Any] = {
    "age": 29,
    "marital_status": "single",
    "education": "bachelor",
    "has_eca": True,
    "canadian_study": "none",
    "first_language": SCORES,
    "second_language": "none",
    "canadian_experience_months": 12,
    "foreign_experience_months": 36,
    "trade_certificate": False,
    "job_offer": "none",
    "provincial_nomination": False,
    "sibling_in_canada": False,
}
PARTNER: dict[str, Any] = {
    "accompanying": True,
    "canadian": False,
    "education": "master",
    "has_eca": True,
    "canadian_study": "none",
    "language": clb(7),
    "canadian_experience_months": 0,
}
MARRIED = {**SINGLE, "marital_status": "married", "spouse": PARTNER}


def without(fields: dict[str, Any], *names: str) -> dict[str, Any]:
    """The fields with some of them open."""
    left = {name: value for name, value in fields.items() if name not in names}
    if "spouse" in left:
        of_spouse = [name.removeprefix("spouse.") for name in names]
        left["spouse"] = {n: v for n, v in PARTNER.items() if n not in of_spouse}
    return left


@pytest.mark.parametrize(
    "fields",
    [
        {},
        {"marital_status": "married"},
        {"marital_status": "married", "provincial_nomination": False, "job_offer": "none"},
        {"spouse": {"accompanying": True}},
        {"family_size": 1},
        {"birth_date": "1990-01-01", "marital_status": "single", "provincial_nomination": False},
        without(SINGLE, "first_language"),
        without(SINGLE, "marital_status", "first_language"),
        without(SINGLE, "marital_status", "second_language", "trade_certificate"),
        without(SINGLE, "marital_status", "age", "first_language", "second_language"),
        without(MARRIED, "spouse.accompanying", "first_language", "second_language"),
        without(MARRIED, "spouse.canadian", "spouse.language", "spouse.education"),
        without(MARRIED, "has_eca", "canadian_study", "canadian_experience_months"),
    ],
)
def test_narrowing_is_that_of_every_answer(fields: dict[str, Any]) -> None:
    found = narrowing(OpenProfile.model_validate(fields), RULES)
    assert dict(found) == every_answer(fields, RULES)


@given(
    married=st.booleans(),
    unknown=st.sets(
        st.sampled_from([*OWN, *(f"spouse.{name}" for name in OF_SPOUSE)]), min_size=1, max_size=4
    ),
    on=days,
)
@settings(max_examples=20, deadline=None)
def test_narrowing_is_that_of_every_answer_to_some_questions(
    married: bool, unknown: set[str], on: date
) -> None:
    fields = without(MARRIED if married else SINGLE, *unknown)
    found = narrowing(OpenProfile.model_validate(fields), rules_on(on))
    assert dict(found) == every_answer(fields, rules_on(on))


@pytest.mark.parametrize("test", TESTS)
@pytest.mark.parametrize("others", [{}, {"marital_status": None, "second_language": None}])
def test_a_result_of_which_two_abilities_are_open(test: str, others: dict[str, Any]) -> None:
    scales = facts_of_tests()[next(name for name in TESTS if name == test)].scales
    known = {"test": test, **{name: max(scales[name].scores) for name in ("listening", "reading")}}
    fields = {**SINGLE, "second_language": "none", **others, "first_language": known}
    profile = OpenProfile.model_validate(fields)
    low, high = total_range(profile, RULES)
    widths = []
    every = [sorted(scales[name].scores) for name in ("writing", "speaking")]
    thinned = [[*scores[:: 1 + len(scores) // 20], scores[-1]] for scores in every]
    for writing, speaking in product(*thinned):
        answered = {**known, "writing": writing, "speaking": speaking}
        way = OpenProfile.model_validate({**fields, "first_language": answered})
        least, greatest = total_range(way, RULES)
        widths.append(greatest - least)
    assert dict(narrowing(profile, RULES))["first_language"] == high - low - max(widths)


@given(profile=open_profiles(), on=days, answer=results("french") | results("english"))
@settings(max_examples=60, deadline=None)
def test_no_language_result_leaves_more_open_than_said(
    profile: OpenProfile, on: date, answer: dict[str, Any]
) -> None:
    rules = rules_on(on)
    low, high = total_range(profile, rules)
    found = dict(narrowing(profile, rules))
    for name in {"first_language", "second_language"} & set(found):
        fields = {**profile.as_json(), name: answer}
        try:
            least, greatest = total_range(OpenProfile.model_validate(fields), rules)
        except ValidationError:
            continue  # a test of the language that the other one is of
        assert greatest - least <= high - low - found[name]


@given(profile=open_profiles(), on=days)
@settings(max_examples=100, deadline=None)
def test_the_range_is_that_of_the_completions(profile: OpenProfile, on: date) -> None:
    rules = rules_on(on)
    assert least_and_greatest(profile, rules) == total_range(profile, rules)
    points = [each for _, each in narrowing(profile, rules)]
    assert points == sorted(points, reverse=True)
    assert all(each >= 0 for each in points)


def test_the_question_that_narrows_most_comes_first() -> None:
    unsure = without(SINGLE, "sibling_in_canada", "provincial_nomination", "age")
    found = narrowing(OpenProfile.model_validate(unsure), RULES)
    assert found == (("provincial_nomination", 585), ("age", 110), ("sibling_in_canada", 0))


def test_what_is_known_or_brings_nothing_is_not_named() -> None:
    assert narrowing(OpenProfile.model_validate(SINGLE), RULES) == ()
    offer = OpenProfile.model_validate(without(SINGLE, "job_offer"))
    assert narrowing(offer, RULES) == ()
    assert narrowing(offer, rules_on(date(2025, 3, 24))) == (("job_offer", 200),)


def test_a_result_that_cannot_count_is_not_named() -> None:
    pte = OpenProfile.model_validate({**SINGLE, "first_language": {"test": "pte"}})
    assert narrowing(pte, rules_on(date(2024, 1, 29))) == ()
    old = {**result("ielts", 8, taken_on="2020-01-01"), "writing": None}
    assert narrowing(OpenProfile.model_validate({**SINGLE, "first_language": old}), RULES) == ()

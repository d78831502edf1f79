"""Programs that are certain whatever is not known, and those that may be open."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.certainty import certainty
from scoring.occupations import occupations
from scoring.plan.scored import open_programs
from scoring.profile import Profile
from scoring.rules import rules_on
from scoring.score import score
from tests.scoring.people import ABROAD, clb
from tests.scoring.strategies import profile_fields

TODAY = date(2026, 11, 23)
RULES = rules_on(TODAY)
REQUIRED = {"age", "birth_date", "marital_status", "education", "spouse"}


def without(*fields: str, **changed: Any) -> dict[str, Any]:
    return {name: value for name, value in {**ABROAD, **changed}.items() if name not in fields}


@st.composite
def forgotten(draw: st.DrawFn) -> tuple[Profile, Profile]:
    """A person, and the same with any of the fields forgotten that are not required."""
    fields = draw(profile_fields())
    canadian = fields.get("canadian_experience_months", 0)
    worked = canadian + fields.get("foreign_experience_months", 0)
    within = {
        "recent_canadian_experience_months": canadian,
        "trade_experience_months": worked,
        "family_size": 7,
    }
    fields |= {name: min(fields[name], most) for name, most in within.items() if name in fields}
    skilled = [code for code, one in occupations().items() if one.teer <= 3]
    fields["occupation"] = draw(st.sampled_from(skilled))
    whole = Profile.model_validate(fields)
    kept = draw(st.sets(st.sampled_from(sorted(fields))))
    less = {name: value for name, value in fields.items() if name in kept | REQUIRED}
    if "spouse" in less:
        known = draw(st.sets(st.sampled_from(sorted(less["spouse"]))))
        less["spouse"] = {k: v for k, v in less["spouse"].items() if k in known | {"education"}}
    return whole, Profile.model_validate(less)


@given(forgotten())
def test_what_turns_out_lies_between_certain_and_possible(people: tuple[Profile, Profile]) -> None:
    whole, less = people
    open_ = set(open_programs(score(whole, RULES)))
    sure = certainty(less, RULES)
    assert sure.certain <= open_ <= sure.possible
    assert open_ or not sure.any_certain
    assert set(sure.needs) == sure.possible - sure.certain
    assert all(sure.needs.values())


def test_what_is_known_is_certain() -> None:
    sure = certainty(Profile.model_validate(ABROAD), RULES)
    assert sure.certain == sure.possible == {"fsw"}
    assert sure.any_certain
    assert sure.needs == {}


@pytest.mark.parametrize(
    ("person", "needs"),
    [
        (without("has_eca"), {"fsw": ("has_eca",)}),
        (without("settlement_funds"), {"fsw": ("settlement_funds",)}),
        (without("settling_in_quebec"), {"fsw": ("settling_in_quebec",)}),
        (without("family_size", settlement_funds=20000), {"fsw": ("family_size",)}),
        (without("family_size", settlement_funds=90000), {}),
        (without("continuous_experience"), {"fsw": ("continuous_experience",)}),
        (without("first_language"), {"fsw": ("first_language",)}),
        (without("second_language"), {}),
        (without("sibling_in_canada", "relative_in_canada"), {}),
        (without("occupation"), {}),
    ],
)
def test_what_it_depends_on(person: dict[str, Any], needs: dict[str, tuple[str, ...]]) -> None:
    assert certainty(Profile.model_validate(person), RULES).needs == needs


def test_where_each_of_several_answers_would_do_all_are_named() -> None:
    just_short = without(
        "sibling_in_canada",
        "relative_in_canada",
        first_language=clb(7),
        education="bachelor",
        age=35,
        foreign_experience_months=72,
    )
    sure = certainty(Profile.model_validate(just_short), RULES)
    assert sure.possible == {"fsw"}
    assert {"sibling_in_canada", "relative_in_canada"} <= set(sure.needs["fsw"])


def test_of_a_spouse_what_is_not_known_is_named() -> None:
    spouse = {"accompanying": True, "canadian": False, "education": "bachelor", "has_eca": True}
    person = without(
        marital_status="married",
        spouse={**spouse, "canadian_experience_months": 0, "canadian_study": "none"},
        family_size=2,
        first_language=clb(7),
        education="bachelor",
        age=35,
        foreign_experience_months=72,
    )
    sure = certainty(Profile.model_validate(person), RULES)
    assert sure.needs == {"fsw": ("spouse.language",)}

"""What a couple can decide: who comes along, and who is the principal applicant."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings

from scoring.plan import Action, apply, plan
from scoring.plan.couple import exchanged
from scoring.profile import Profile, Spouse
from scoring.rules import rules_on
from scoring.score import score
from tests.scoring.people import clb, couple, nclc, person
from tests.scoring.strategies import TODAY, profiles

RULES = rules_on(TODAY)
STRONG = {
    "age": 27,
    "education": "master",
    "language": clb(10),
    "second_language": nclc(7),
    "canadian_experience_months": 12,
    "recent_canadian_experience_months": 12,
    "foreign_experience_months": 36,
    "continuous_experience": True,
    "occupation": "21231",
    "canadian_study": "none",
}


def actions(profile: Profile) -> dict[str, Action]:
    return {action.id: action for action in plan(profile, RULES).actions}


def test_the_spouse_as_principal_applicant() -> None:
    both = couple(STRONG, age=40, first_language=clb(8), foreign_experience_months=40)
    action = actions(both)["spouse.principal"]
    alike = couple(
        {"age": 40, "education": "bachelor", "language": clb(8), "foreign_experience_months": 40},
        first_language=clb(10),
        **{name: value for name, value in STRONG.items() if name != "language"},
    )
    assert action.total == score(alike, RULES).crs.total
    assert action.programs == ("cec",)
    assert action.needs == ()
    assert action.caution == "principal_must_qualify"
    assert (action.months, action.cost_cad, action.effort) == (1, 0, 2)


def test_what_only_the_applicant_has_is_gone_with_the_exchange() -> None:
    both = couple(
        {"age": 30},
        job_offer="skilled",
        provincial_nomination=True,
        trade_experience_months=30,
        teer=2,
        current_work="canada",
        sibling_in_canada=True,
        settlement_funds=30_000,
        family_size=3,
    )
    after = apply(both, exchanged(both, RULES))
    gone = {after.job_offer, after.provincial_nomination, after.teer, after.current_work}
    assert gone == {after.trade_experience_months} == {None}
    assert after.sibling_in_canada
    assert (after.settlement_funds, after.family_size) == (30_000, 3)


def test_an_assessment_that_is_too_old_counts_as_none_of_a_spouse_too() -> None:
    both = couple({"age": 30}, eca_issued_on="2020-01-01")
    after = apply(both, exchanged(both, RULES))
    assert after.spouse is not None
    assert after.spouse.has_eca is False


@given(alone=profiles(), spouse=profiles())
@settings(max_examples=80, deadline=None)
def test_exchanging_twice_gives_the_couple_back(alone: Profile, spouse: Profile) -> None:
    of_spouse = {n: v for n, v in spouse.as_json().items() if n in Spouse.model_fields}
    fields: dict[str, Any] = {**of_spouse, "accompanying": True, "age": 30, "birth_date": None}
    fields["language"] = spouse.as_json().get("first_language")
    together: dict[str, Any] = {"marital_status": "married", "spouse": fields, "family_size": 3}
    aged = apply(alone, {**together, "eca_issued_on": None, "teer": None})
    shown = {
        "age", "birth_date", "education", "canadian_study", "first_language", "second_language",
        "canadian_experience_months", "recent_canadian_experience_months", "continuous_experience",
        "foreign_experience_months", "occupation", "trade_certificate", "sibling_in_canada",
        "family_size", "settlement_funds",
    }  # fmt: skip
    once = apply(aged, exchanged(aged, RULES))
    twice = apply(once, exchanged(once, RULES)).as_json()
    partner = aged.as_json()["spouse"]
    kept = {name: value for name, value in aged.as_json().items() if name in shown}
    assert {name: value for name, value in twice.items() if name in shown} == kept
    assert twice["spouse"] == {**partner, "canadian": False}


def test_the_comparison_names_what_it_lacks() -> None:
    found = plan(couple({"canadian_experience_months": 24}), RULES)
    assert found.exchange is not None
    assert found.exchange.total is None
    assert found.exchange.needs == (
        "spouse.birth_date",
        "spouse.education",
        "spouse.language",
        "spouse.second_language",
        "spouse.recent_canadian_experience_months",
        "spouse.foreign_experience_months",
        "spouse.occupation",
        "spouse.trade_certificate",
        "spouse.continuous_experience",
    )


@pytest.mark.parametrize(
    ("spouse", "lacking"),
    [
        ({"has_eca": None}, "spouse.has_eca"),
        ({"canadian_study": None}, "spouse.canadian_study"),
        ({"recent_canadian_experience_months": None}, "spouse.recent_canadian_experience_months"),
        ({"continuous_experience": None}, "spouse.continuous_experience"),
    ],
)
def test_one_thing_that_is_lacking(spouse: dict[str, Any], lacking: str) -> None:
    known = {"family_size": 2, "settlement_funds": 30_000}
    found = plan(couple({**STRONG, **spouse}, **known), RULES).exchange
    assert found is not None
    assert found.needs == (lacking,)


@pytest.mark.parametrize(
    "spouse",
    [
        {"education": "none", "has_eca": None, "canadian_study": "none"},
        {"education": "secondary", "canadian_study": None},
        {"canadian_experience_months": 11, "recent_canadian_experience_months": None},
        {"occupation": "65200", "continuous_experience": None},
    ],
)
def test_what_cannot_matter_is_not_lacking(spouse: dict[str, Any]) -> None:
    known = {"family_size": 2, "settlement_funds": 30_000}
    found = plan(couple({**STRONG, **spouse}, **known), RULES).exchange
    assert found is not None
    assert found.needs == ()


def test_funds_are_lacking_where_only_the_person_need_show_none() -> None:
    worker = {"job_offer": "skilled", "authorized_to_work": True, "first_language": clb(9)}
    found = plan(couple(STRONG, family_size=2, **worker), RULES).exchange
    assert found is not None
    assert found.needs == ("settlement_funds",)
    assert found.result is not None
    assert found.result.programs.fsw.unmet == ("funds",)
    enough = plan(couple(STRONG, family_size=2, settlement_funds=30_000, **worker), RULES).exchange
    assert enough is not None
    assert "fsw" in enough.programs


def test_funds_are_not_lacking_where_more_than_they_is_missing() -> None:
    weak = {**STRONG, "language": clb(6), "second_language": "none"}
    worker = {"job_offer": "skilled", "authorized_to_work": True, "first_language": clb(9)}
    found = plan(couple(weak, family_size=2, **worker), RULES).exchange
    assert found is not None
    assert found.needs == ()


def test_a_relative_is_lacking_only_where_it_decides() -> None:
    household = {"family_size": 2, "settlement_funds": 30_000, "first_language": "none"}
    work = {"canadian_experience_months": 0, "foreign_experience_months": 72}
    nearly = {**STRONG, **work, "age": 38, "education": "bachelor", "language": clb(8)}
    nearly |= {"second_language": "none", "recent_canadian_experience_months": 0}
    found = plan(couple(nearly, **household), RULES).exchange
    assert found is not None
    assert found.needs == ("relative_in_canada",)
    assert found.programs == ()
    decided = plan(couple(nearly, **household, relative_in_canada=True), RULES).exchange
    assert decided is not None
    assert decided.programs == ("fsw",)
    known = plan(couple(nearly, **household, relative_in_canada=False), RULES).exchange
    assert known is not None
    assert (known.needs, known.programs) == ((), ())


def test_the_comparison_stands_when_it_gains_nothing() -> None:
    both = couple({"age": 44, "education": "secondary", "language": "none"}, first_language=clb(9))
    found = plan(both, RULES)
    assert "spouse.principal" not in {action.id for action in found.actions}
    assert found.exchange is not None
    assert found.exchange.total is not None
    assert found.exchange.total < found.current
    after = apply(both, found.exchange.changes)
    assert score(after, RULES).crs.total == found.exchange.total


def test_nobody_to_exchange_with() -> None:
    assert plan(person(), RULES).exchange is None
    assert plan(couple({"canadian": True, "age": 30}), RULES).exchange is None


def test_a_spouse_who_brings_little_stays_where_that_gains() -> None:
    both = couple({"education": "none", "language": "none"}, first_language=clb(9))
    action = actions(both)["spouse.staying"]
    assert action.gain > 0
    assert action.changes["spouse"]["accompanying"] is False
    assert action.caution == "spouse_must_be_declared"
    assert (action.months, action.total_then) == (0, action.total)


def test_a_spouse_who_brings_much_comes_where_that_gains() -> None:
    fields = {"education": "master", "language": clb(9), "canadian_experience_months": 60}
    alone = couple({**fields, "accompanying": False}, age=45)
    action = actions(alone)["spouse.coming"]
    assert action.gain > 0
    assert action.changes["spouse"]["accompanying"] is True
    assert "spouse.staying" not in actions(alone)

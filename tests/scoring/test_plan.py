"""Plans: every action gains what it says, and says what it changes."""

from __future__ import annotations

import json
from datetime import date

import pytest
from hypothesis import given, settings

from scoring.plan import Action, Plan, plan
from scoring.profile import OpenProfile, Profile
from scoring.rules import rules_on
from scoring.score import score
from tests.scoring.people import clb, couple, nclc, person, result
from tests.scoring.strategies import TODAY, days, profiles

RULES = rules_on(TODAY)


def actions(profile: Profile, on: date = TODAY) -> dict[str, Action]:
    return {action.id: action for action in plan(profile, rules_on(on)).actions}


@given(profile=profiles(), on=days)
@settings(max_examples=40, deadline=None)
def test_changes_laid_over_the_profile_score_the_total(profile: Profile, on: date) -> None:
    rules = rules_on(on)
    found = plan(profile, rules)
    assert found.current == score(profile, rules).crs.total
    for action in found.actions:
        fields = {**profile.as_json(), **json.loads(json.dumps(action.changes))}
        assert score(Profile.model_validate(fields), rules).crs.total == action.total
        assert action.gain == action.total - found.current > 0
        assert action.id.partition(".")[0] in action.changes
        assert set(action.changes) <= set(OpenProfile.model_fields)
        assert 1 <= action.effort <= 5


@given(profile=profiles())
@settings(max_examples=30, deadline=None)
def test_actions_are_sorted_by_gain_and_told_apart(profile: Profile) -> None:
    found = plan(profile, RULES).actions
    gains = [action.gain for action in found]
    assert gains == sorted(gains, reverse=True)
    assert len({action.id for action in found}) == len(found)


@pytest.mark.parametrize(
    ("profile", "id_", "gain"),
    [
        (person(), "provincial_nomination", 600),
        (person(first_language=clb(8)), "first_language.listening_9", 8),
        (person(first_language=clb(8)), "first_language.all_9", 32 + 12),
        (person(first_language=result("ielts", 7.5, 6.5, 6.5, 7)), "first_language.all_9", 24 + 12),
        (person(), "first_language.all_7", 68 + 13),
        (person(first_language=clb(9)), "second_language.all_7", 12 + 50),
        (person(first_language=nclc(7)), "second_language.all_5", 4 + 25),
        (person(first_language=clb(9), second_language=nclc(6)), "second_language.all_7", 58),
        (person(), "canadian_experience_months.12", 40 + 13),
        (person(canadian_experience_months=30), "canadian_experience_months.36", 11),
        (person(first_language=clb(9)), "foreign_experience_months.12", 25),
        (person(first_language=clb(9)), "foreign_experience_months.36", 50),
        (person(has_eca=False), "has_eca", 120),
        (person(eca_issued_on="2020-01-01"), "has_eca", 120),
        (person(), "education.two_or_more", 8),
        (person(), "education.master", 15),
        (person(education="master"), "education.doctoral", 15),
        (person(education="secondary"), "canadian_study.two_year", 68 + 15),
        (person(), "canadian_study.three_or_more_years", 8 + 30),
        (person(), "canadian_study.graduate_one_year", 15 + 30),
        (person(first_language=clb(7)), "trade_certificate", 50),
        (couple({"language": clb(4)}), "spouse.language_all_9", 20),
        (couple(), "spouse.language_all_5", 4),
        (couple({"education": "master", "has_eca": False}), "spouse.has_eca", 10),
        (couple(), "spouse.canadian_experience_months_12", 5),
    ],
)
def test_an_action_gains(profile: Profile, id_: str, gain: int) -> None:
    assert actions(profile)[id_].gain == gain


@pytest.mark.parametrize(
    ("profile", "absent"),
    [
        (person(provincial_nomination=True), "provincial_nomination"),
        (person(), "has_eca"),
        (person(), "job_offer"),
        (person(first_language=clb(10)), "first_language.listening_10"),
        (person(first_language=clb(9), teer=1), "trade_certificate"),
        (person(first_language=clb(9), occupation="21231"), "trade_certificate"),
        (person(trade_certificate=True), "trade_certificate"),
        (person(), "spouse.language_all_9"),
        (couple({"canadian": True}), "spouse.language_all_9"),
        (person(foreign_experience_months=36), "foreign_experience_months.36"),
        (person(education="doctoral"), "education.doctoral"),
        (person(education="secondary"), "canadian_study.graduate_one_year"),
    ],
)
def test_what_gains_nothing_or_is_done_is_not_listed(profile: Profile, absent: str) -> None:
    assert absent not in actions(profile)


def test_an_expired_result_can_be_taken_again() -> None:
    old = result("ielts", 8, taken_on="2020-01-01")
    action = actions(person(first_language=old))["first_language.retake"]
    assert action.changes == {"first_language": {**old, "taken_on": None}}
    assert action.months == 1


def test_levels_are_reached_by_the_lowest_scores_of_the_own_test() -> None:
    tested = person(first_language=result("ielts", 7.5, 6.5, 6.5, 8, taken_on="2026-01-01"))
    changes = actions(tested)["first_language.all_9"].changes
    assert changes == {"first_language": result("ielts", 8, 7, 7, 8)}


def test_a_test_not_accepted_is_replaced_by_levels() -> None:
    tested = person(first_language=result("pte", 90))
    found = actions(tested, date(2024, 1, 29))
    assert found["first_language.all_9"].changes == {"first_language": clb(9)}


def test_work_takes_as_long_as_it_adds_and_is_recent() -> None:
    worked = person(canadian_experience_months=20, recent_canadian_experience_months=8)
    action = actions(worked)["canadian_experience_months.24"]
    assert action.months == 4
    assert action.changes == {
        "canadian_experience_months": 24,
        "recent_canadian_experience_months": 12,
    }


def test_job_offers_gained_until_25_march_2025() -> None:
    assert actions(person(), date(2025, 3, 24))["job_offer"].gain == 50
    assert "job_offer" not in actions(person(), date(2025, 3, 25))


def test_the_public_json_of_a_plan() -> None:
    found = plan(person(), RULES, target=500).as_json()
    assert list(found) == [
        "on", "rules", "current", "target", "actions", "eligibility", "combinations",
    ]  # fmt: skip
    assert found["on"] == "2026-11-23"
    assert found["rules"] == "2025-03-25"
    assert [found["current"], found["target"]] == [230, 500]
    assert found["actions"][0] == {
        "id": "provincial_nomination",
        "gain": 600,
        "total": 830,
        "changes": {"provincial_nomination": True},
        "months": 8,
        "total_then": 830,
        "cost_cad": 1500,
        "effort": 4,
    }
    assert isinstance(plan(person(), RULES), Plan)

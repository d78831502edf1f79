"""Plans: every action gains what it says, and says what it changes."""

from __future__ import annotations

import json
from datetime import date

import pytest
from hypothesis import given, settings

from scoring.calendar import completed_years, months_after
from scoring.plan import Action, Plan, apply, plan
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
        (person(canadian_study="three_or_more_years"), "canadian_study.graduate_one_year", 15),
        (person(canadian_study="two_year"), "canadian_study.one_year", 8),
        (person(education="master"), "canadian_study.doctoral", 15 + 30),
        (person(education="master"), "canadian_study.graduate_one_year", 30),
        (
            person(first_language=clb(6), second_language=nclc(9)),
            "first_language.switch",
            88 - 20 + 25,
        ),
        (person(second_language=clb(9)), "first_language.switch", 124 - 24 + 25),
        (couple({"education": "secondary"}), "spouse.education_bachelor", 6),
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


def test_a_year_of_work_is_continuous() -> None:
    found = actions(person(canadian_experience_months=20, recent_canadian_experience_months=8))
    assert found["canadian_experience_months.36"].changes["continuous_experience"] is True
    assert "continuous_experience" not in found["canadian_experience_months.24"].changes


def test_work_that_goes_on_is_no_effort() -> None:
    worked = {"canadian_experience_months": 6, "first_language": clb(9)}
    id_ = "canadian_experience_months.12"
    assert actions(person(**worked))[id_].effort == 5
    assert actions(person(**worked, authorized_to_work=True))[id_].effort == 3
    assert actions(person(**worked, current_work="canada"))[id_].effort == 1
    assert actions(person(**worked))[id_].caution == "remote_work_not_canadian"
    assert actions(person(**worked, current_work="canada"))[id_].caution is None


@pytest.mark.parametrize(
    ("until", "months", "caution"),
    [
        ("2027-11-23", 12, None),
        ("2027-11-22", 11, "permit_ends_first"),
        ("2026-01-01", 0, "permit_ends_first"),
    ],
)
def test_a_permit_lasts_for_the_twelve_months_or_not(
    until: str, months: int, caution: str | None
) -> None:
    working = person(current_work="canada", work_permit_until=until)
    action = actions(working)["canadian_experience_months.12"]
    assert action.caution == caution
    assert action.assumption is not None
    assert action.assumption.facts["permit_months"] == months


def test_a_shorter_programme_takes_nothing_from_a_longer_one() -> None:
    found = actions(person(canadian_study="three_or_more_years"))
    changes = found["canadian_study.graduate_one_year"].changes
    assert changes == {"education": "master", "canadian_study": "three_or_more_years"}


def test_job_offers_gained_until_25_march_2025() -> None:
    assert actions(person(), date(2025, 3, 24))["job_offer"].gain == 50
    assert "job_offer" not in actions(person(), date(2025, 3, 25))


def test_a_degree_at_31_gains_15_and_loses_22_by_then() -> None:
    action = actions(person(birth_date="1995-10-01"))["education.master"]
    assert (action.gain, action.months) == (15, 24)
    assert action.total_then == action.total - (99 - 88)
    found = plan(person(birth_date="1995-10-01"), RULES)
    ids = [each.id for each in found.by_then()]
    assert ids[0] == "provincial_nomination"
    assert ids.index("second_language.all_5") < ids.index("education.doctoral")


def test_what_is_valid_today_stays_valid_until_then() -> None:
    tested = person(
        birth_date="1997-05-05",
        first_language=result("ielts", 7, taken_on="2025-01-01"),
        second_language=result("tef", 250, 210, 315, 315, taken_on="2023-01-01"),
        eca_issued_on="2022-01-01",
    )
    action = actions(tested)["canadian_experience_months.36"]
    assert action.total_then == action.total - (110 - 94)  # at 32


@given(profile=profiles())
@settings(max_examples=40, deadline=None)
def test_total_then_is_the_total_of_somebody_older(profile: Profile) -> None:
    rules = rules_on(TODAY)
    for action in plan(profile, rules).actions:
        if action.months is None:
            assert action.total_then is None
            continue
        changed = apply(profile, action.changes)
        if changed.birth_date is not None:
            years = completed_years(changed.birth_date, months_after(TODAY, action.months))
            changed = apply(changed, {"birth_date": None, "age": min(years, 130)})
        assert score(changed, rules).crs.total == action.total_then


@pytest.mark.parametrize("on", [date(2031, 1, 1), date(9990, 5, 5), date(9999, 12, 31)])
def test_days_far_ahead_are_no_trouble(on: date) -> None:
    old = person(birth_date="1900-01-01", first_language=clb(6))
    found = plan(old, rules_on(on), target=300)
    assert found.lasting == found.combinations
    assert all(action.total_then == action.total for action in found.actions if action.months)


def test_one_ability_takes_months_for_each_level() -> None:
    found = actions(person(first_language=result("ielts", 6)))
    one, two = found["first_language.writing_8"], found["first_language.writing_9"]
    assert (one.months, one.effort, one.cost_cad) == (2, 2, 319)
    assert (two.months, two.effort, two.cost_cad) == (4, 3, 319)
    assert two.assumption is not None
    assert two.assumption.key == "one_ability"
    assert two.assumption.facts == {
        "months": 4,
        "test_fee_cad": 319,
        "levels": 2,
        "hours_per_level": 60,
        "hours": 120,
        "hours_per_week": 8,
    }
    assert not two.assumption.time.confirmed


@pytest.mark.parametrize(
    ("profile", "id_", "caution"),
    [
        (person(), "provincial_nomination", "nomination_not_in_your_hands"),
        (person(), "canadian_study.one_year", "programme_before_work_permit"),
        (
            person(canadian_study="one_year"),
            "canadian_study.three_or_more_years",
            "school_must_be_eligible",
        ),
        (person(first_language=clb(7)), "trade_certificate", "certificate_from_canada"),
        (person(first_language=clb(7)), "first_language.writing_9", None),
        (couple(), "spouse.canadian_experience_months_12", "remote_work_not_canadian"),
        (person(occupation="65200"), "canadian_experience_months.12", "work_must_be_skilled"),
        (
            person(teer=4, first_language=clb(9)),
            "foreign_experience_months.12",
            "work_must_be_skilled",
        ),
        (person(teer=3), "canadian_experience_months.12", "remote_work_not_canadian"),
        (
            person(occupation="65200", current_work="canada"),
            "canadian_experience_months.12",
            None,
        ),
    ],
)
def test_cautions(profile: Profile, id_: str, caution: str | None) -> None:
    assert actions(profile)[id_].caution == caution


def test_a_certificate_depends_on_an_occupation_that_is_unknown() -> None:
    assert actions(person(first_language=clb(7)))["trade_certificate"].needs == ("occupation",)
    assert actions(person(first_language=clb(7), teer=2))["trade_certificate"].needs == ()


def test_changes_are_laid_over_whole_fields() -> None:
    both = couple({"language": clb(7)}, first_language=clb(7))
    changed = apply(both, {"first_language": clb(9), "family_size": 4})
    assert changed.as_json() == {
        **both.as_json(),
        "first_language": {name: value for name, value in clb(9).items() if value is not None},
        "family_size": 4,
    }


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

"""Which sets are shown first: what lasts, keeps a couple together, and can be done soon."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dialogs.choosing import SOON, chosen_sets, far_off, limits
from dialogs.conversation import LANGUAGES, UNKNOWN, Language
from dialogs.questionnaire import walk
from dialogs.replies_ahead import Improvements, TargetPlan
from dialogs.screens_ahead import supposition, target_plan
from dialogs.screens_rounds import improvements
from messages.ahead import shown_step
from messages.improving import listed
from messages.people import ABROAD, RECORD, TODAY
from messages.render import render
from messages.words import words
from scoring.plan import NOMINATION, Combination, Plan, months_of, plan
from scoring.profile import Profile
from scoring.rules import rules_on
from tests.messages.telegram import read
from tests.scoring.strategies import profiles

if TYPE_CHECKING:
    from collections.abc import Iterable

RULES = rules_on(TODAY)
NURSE: dict[str, Any] = {
    "birth_date": "1991-03-12",
    "marital_status": "married",
    "spouse": {
        "accompanying": True,
        "education": "master",
        "has_eca": True,
        "language": {"test": "ielts", "listening": 5.5, "reading": 5, "writing": 5, "speaking": 5},
    },
    "education": "bachelor",
    "first_language": {
        "test": "tef",
        "listening": 298,
        "reading": 248,
        "writing": 349,
        "speaking": 361,
    },
    "foreign_experience_months": 60,
    "canadian_experience_months": 9,
    "recent_canadian_experience_months": 9,
    "continuous_experience": True,
    "settlement_funds": 30000,
    "occupation": "31301",
    "current_work": "canada",
}


def aimed(target: int, **changed: Any) -> Plan:
    return plan(Profile.model_validate({**NURSE, **changed}), RULES, target)


def without_nomination(found: Plan) -> list[tuple[str, ...]]:
    return [each.actions for reason, each in chosen_sets(found).items() if reason != "nominated"]


@pytest.mark.parametrize("target", [460, 480, 500])
def test_years_of_waiting_are_not_shown_where_something_can_be_done_sooner(target: int) -> None:
    found = aimed(target)
    assert any(months_of(each) > SOON for each in (*found.lasting, *found.combinations))
    for reason, each in chosen_sets(found).items():
        assert months_of(each) <= SOON, reason


def test_where_only_years_reach_it_years_are_shown() -> None:
    reached = chosen_sets(aimed(590))
    assert months_of(reached["least"]) > SOON


@pytest.mark.parametrize("target", [440, 460, 480, 500])
def test_a_couple_is_kept_together_where_that_reaches_the_target_too(target: int) -> None:
    for actions in without_nomination(aimed(target)):
        assert "spouse.staying" not in actions


def test_what_goes_on_beyond_the_permit_comes_after_what_it_covers() -> None:
    found = aimed(500, work_permit_until="2027-04-30")
    assert found.action("canadian_experience_months.24").caution == "permit_ends_first"
    shown = without_nomination(found)
    assert shown
    assert not any("canadian_experience_months.24" in actions for actions in shown)


@given(profile=profiles(), above=st.integers(20, 200))
@settings(max_examples=40, deadline=None)
def test_a_reason_holds_of_all_sets_but_those_it_names(profile: Profile, above: int) -> None:
    found = plan(profile, RULES, plan(profile, RULES).current + above)
    chosen = chosen_sets(found)
    last = "lasting" if any(each.actions in sets(found.lasting) for each in chosen.values()) else ""
    for each in found.lasting if last else found.combinations:
        nominated = NOMINATION in each.actions
        left_out = {
            "alone": nominated,
            "together": "spouse.staying" in each.actions,
            "soon": months_of(each) > SOON,
            "permit": any(far_off(found.action(id_)) for id_ in each.actions),
        }
        if "least" in chosen and each.effort < chosen["least"].effort:
            assert any(left_out[limit] for limit in limits("least", found))
        if "quicker" in chosen and nominated and months_of(each) < months_of(chosen["quicker"]):
            assert limits("quicker", found) == ("alone",)
    if "quicker" in chosen:
        assert months_of(chosen["quicker"]) < months_of(chosen["least"])


def sets(combinations: Iterable[Combination]) -> list[tuple[str, ...]]:
    return [each.actions for each in combinations]


@pytest.mark.parametrize(
    ("language", "least", "quicker"),
    [
        ("en", "The least effort, without a nomination", "Quicker, without a nomination"),
        ("fr", "Le moins d’effort, sans désignation", "Plus rapide, sans désignation"),
    ],
)
def test_beside_a_nomination_that_is_sooner_the_others_say_that_they_have_none(
    language: Language, least: str, quicker: str
) -> None:
    said = read(render(TargetPlan(aimed(500), complete=True), language).text).text
    assert least in said
    assert quicker in said
    assert "ickest" not in said


@pytest.mark.parametrize(
    ("language", "label"),
    [
        ("en", "The least effort, within 24 months"),
        ("fr", "Le moins d’effort, en 24 mois au plus"),
    ],
)
def test_a_reason_that_holds_within_two_years_says_so(language: Language, label: str) -> None:
    assert limits("least", aimed(460)) == ("soon",)
    assert label in read(render(TargetPlan(aimed(460), complete=True), language).text).text


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("target", [440, 460, 480, 500, 520, 560, 590])
def test_no_place_of_a_label_is_left_unfilled(language: Language, target: int) -> None:
    assert "{" not in render(TargetPlan(aimed(target), complete=True), language).text


def test_steps_of_a_kind_that_can_be_done_soon_come_before_longer_ones() -> None:
    shown = [each.id for each in listed(Improvements(aimed(500), complete=True))]
    assert "canadian_experience_months.24" in shown
    assert "canadian_study.doctoral" not in shown
    everything = listed(Improvements(aimed(500), complete=True, every=True))
    assert "canadian_study.doctoral" in [each.id for each in everything]


def expiring(target: int, **on: date) -> str:
    """The plan of somebody whose results expire on these days."""
    shown = render(TargetPlan(aimed(target), complete=True, expiries=on), "en")
    return read(shown.text).text


def test_a_test_that_expires_before_a_set_is_done_is_said_to() -> None:
    said = expiring(480, second_language=date(2027, 6, 20))
    assert "second language test expires on 20 June 2027: take it again by then" in said
    assert "expires on" not in expiring(480, second_language=date(2029, 11, 24))


def test_a_test_that_a_set_has_taken_anew_is_not_asked_for_again() -> None:
    on = date(2026, 12, 20)
    sets = chosen_sets(aimed(480)).values()
    untaken = [
        each for each in sets if not any(id_.startswith("first_language.") for id_ in each.actions)
    ]
    assert 0 < len(untaken) < len(sets)
    assert expiring(480, first_language=on).count("first language test expires") == len(untaken)


def test_what_gains_much_for_little_effort_is_shown_beside_the_best() -> None:
    person = {"birth_date": "2004-05-01", "marital_status": "single", "education": "bachelor"}
    found = plan(Profile.model_validate({**person, "has_eca": False}), RULES)
    assert "has_eca" in [each.id for each in listed(Improvements(found, complete=True))]


def test_what_leaves_less_than_there_is_today_is_kept_for_the_whole_list() -> None:
    person = {"birth_date": "1994-03-05", "marital_status": "single", "education": "master"}
    found = plan(Profile.model_validate(person), RULES)
    doctorate = found.action("education.doctoral")
    assert doctorate.total_then is not None
    assert doctorate.total_then < found.current
    assert doctorate not in listed(Improvements(found, complete=True))
    assert doctorate in listed(Improvements(found, complete=True, every=True))


@pytest.mark.parametrize(
    ("language", "only", "lacking"),
    [
        (
            "en",
            "Only in a trade: I do not know your occupation yet.",
            "Still unknown, and it could change this: your occupation.",
        ),
        (
            "fr",
            "Seulement dans un métier : je ne connais pas encore votre profession.",
            "votre profession",
        ),
    ],
)
def test_a_certificate_of_somebody_whose_occupation_is_open_says_whose_it_can_be(
    language: Language, only: str, lacking: str
) -> None:
    answers = {
        **ABROAD,
        "foreign_experience": "0",
        "occupation": UNKNOWN,
        "canadian_experience": "6",
    }
    walked = walk(answers, TODAY, (), language)
    shown = improvements(walked, RECORD)
    assert isinstance(shown, Improvements)
    certificate = shown.plan.action("trade_certificate")
    said = shown_step(certificate, words(language)).only_if or ""
    assert said.replace("\xa0", " ") == only
    supposed = supposition(walked, 1, None, certificate)
    assert lacking in read(render(supposed, language).text).text

    aimed_at = target_plan(walked, shown.plan.current + 60, RECORD)
    assert isinstance(aimed_at, TargetPlan)
    sets = [each.actions for each in chosen_sets(aimed_at.plan).values()]
    named = sum("trade_certificate" in actions for actions in sets)
    assert named > 0
    assert read(render(aimed_at, language).text).text.count("❓") == named

    known = improvements(walk({**answers, "occupation": "72200"}, TODAY), RECORD)
    assert isinstance(known, Improvements)
    certain = known.plan.action("trade_certificate")
    assert shown_step(certain, words(language)).only_if is None

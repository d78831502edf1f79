"""What actions take: every time and every cost has a source, and says how sure it is."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings

from scoring.parameters.tree import tree
from scoring.plan import Action, plan, takes
from scoring.rules import BEGINNING, rules_on
from tests.scoring.people import clb, couple, person, result
from tests.scoring.strategies import TODAY, days, profiles

if TYPE_CHECKING:
    from scoring.profile import Profile
    from scoring.vocabulary import Test

RULES = rules_on(TODAY)


def actions(profile: Profile, on: date = TODAY) -> dict[str, Action]:
    found = plan(profile, rules_on(on))
    every = (*found.actions, *found.eligibility, *found.silent.values())
    return {action.id: action for action in every}


@given(profile=profiles(), on=days)
@settings(max_examples=40, deadline=None)
def test_the_time_and_the_cost_of_every_action_have_a_source(profile: Profile, on: date) -> None:
    for action in actions(profile, on).values():
        assert action.assumption is not None
        for basis in (action.assumption.time, action.assumption.cost):
            assert basis.sources
            assert set(basis.sources) <= set(tree().sources.values())


def test_nothing_that_is_confirmed_rests_on_an_estimate() -> None:
    entries = [entry for each in tree().under("actions").values() for entry in each.entries]
    assert len(entries) > 30
    for entry in entries:
        kinds = {source.kind for source in entry.sources}
        assert not (entry.confirmed and "estimate" in kinds), entry.key
        assert entry.confirmed or entry.note, entry.key


def test_a_figure_says_where_it_is_from_and_how_sure_it_is() -> None:
    found = actions(person(first_language=result("celpip", 8), has_eca=False))
    better = found["first_language.all_9"].assumption
    assert better is not None
    assert [source.id for source in better.cost.sources] == ["CANLANGUAGE_2026", "CELPIP_PTE_2026"]
    assert (better.cost.confirmed, better.cost.checked) == (True, date(2026, 4, 2))
    assert [source.id for source in better.time.sources] == [
        "CAMBRIDGE_HOURS",
        "IELTS_GAINS",
        "ESTIMATE",
    ]
    assert not better.time.confirmed
    programme = found["canadian_study.graduate_one_year"].assumption
    assert programme is not None
    assert programme.cost.sources[0].kind == "official_via"
    assert not programme.time.confirmed


@pytest.mark.parametrize(
    ("test", "fee"),
    [("ielts", 319), ("celpip", 295), ("pte", 340), ("tef", 420), ("tcf", 400)],
)
def test_fees_of_tests(test: Test, fee: int) -> None:
    assert takes.language_test(RULES, "retake", test).cost_cad == fee


def test_levels_without_a_test_cost_as_much_as_one_that_proves_them() -> None:
    pairs: tuple[tuple[Test, Test], ...] = (("clb", "ielts"), ("nclc", "tef"))
    for levels, test in pairs:
        by_levels = takes.language_test(RULES, "first_test.7", levels)
        assert by_levels.cost_cad == takes.language_test(RULES, "first_test.7", test).cost_cad


@pytest.mark.parametrize(
    ("kind", "levels", "months"),
    [
        ("one_ability", 1, 2),
        ("one_ability", 3, 6),
        ("all_abilities", 1, 3),
        ("all_abilities", 2, 6),
        ("all_abilities", 4, 12),
        ("new_language.5", 1, 12),
        ("new_language.7", 1, 18),
        ("new_language.9", 1, 24),
        ("retake", 1, 1),
    ],
)
def test_months_hold_the_hours_of_study_at_eight_a_week(
    kind: str, levels: int, months: int
) -> None:
    by = takes.language_test(RULES, kind, "ielts", levels=levels)
    assert by.months == months
    if "hours" in by.assumption.facts:
        assert (months - 1) * 52 * 8 / 12 < by.assumption.facts["hours"] <= months * 52 * 8 / 12


def test_tuition_is_that_of_the_kind_of_programme() -> None:
    found = actions(person(first_language=clb(9)))
    assert found["canadian_study.one_year"].cost_cad == 20_000
    assert found["canadian_study.three_or_more_years"].cost_cad == 3 * 41_746
    assert found["canadian_study.graduate_one_year"].cost_cad == 24_028


@pytest.mark.parametrize(
    ("occupation", "cost", "caution"),
    [
        (None, 264, None),
        ("21231", 264, None),
        ("31100", 668, "assessed_by_medical_council"),
        ("31101", 668, "assessed_by_medical_council"),
        ("31102", 668, "assessed_by_medical_council"),
    ],
)
def test_physicians_are_assessed_by_their_own_council(
    occupation: str | None, cost: int, caution: str | None
) -> None:
    action = actions(person(has_eca=False, occupation=occupation))["has_eca"]
    assert (action.cost_cad, action.caution) == (cost, caution)


def test_a_spouse_of_a_physician_is_assessed_as_everybody() -> None:
    spouse = {"education": "master", "has_eca": False}
    action = actions(couple(spouse, occupation="31102"))["spouse.has_eca"]
    assert (action.cost_cad, action.caution) == (264, None)


@pytest.mark.parametrize(
    ("on", "fees"),
    [
        (date(2024, 4, 29), 850 + 515),
        (date(2024, 4, 30), 950 + 575),
        (date(2026, 4, 30), 990 + 600),
        (BEGINNING, 850 + 515),
    ],
)
def test_a_spouse_who_comes_along_has_the_fees_of_the_day(on: date, fees: int) -> None:
    by = takes.spouse_coming(rules_on(on))
    assert (by.months, by.cost_cad) == (0, fees)
    assert by.assumption.cost.sources != by.assumption.time.sources


def test_before_a_figure_is_known_the_first_known_one_is_taken() -> None:
    since = tree().parameters["actions/costs/assessment"].entries[0].since
    before, then = (takes.assessment(rules_on(day)) for day in (since - timedelta(1), since))
    assert before == then
    assert takes.assessment(rules_on(BEGINNING)) == then

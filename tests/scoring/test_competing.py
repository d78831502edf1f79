"""Which kinds of rounds are open to whom, one step away, not settled, or shut."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given

from scoring.competing import (
    KINDS,
    Admission,
    admission,
    competing,
    enough_for,
    rounds_opened,
)
from scoring.plan import plan
from scoring.plan.changes import apply
from scoring.profile import Profile
from scoring.record import Record
from scoring.round_causes import category_fields
from scoring.round_conditions import unmet
from scoring.rounds import ROUND_KINDS, RoundKind
from scoring.rules import rules_on
from scoring.score import score
from tests.scoring.people import ABROAD, clb, nclc, result
from tests.scoring.strategies import profiles

TODAY = date(2026, 11, 23)
RECORD = Record.shipped()

IN_CANADA = {
    **ABROAD,
    "canadian_experience_months": 24,
    "recent_canadian_experience_months": 24,
}


def of(kind: RoundKind, person: dict[str, Any], on: date = TODAY) -> Admission:
    profile, rules = Profile.model_validate(person), rules_on(on)
    found = competing(profile, rules, RECORD).of(kind)
    assert found == admission(kind, profile, rules, RECORD)
    return found


def told(found: Admission) -> tuple[str, list[str]]:
    return found.state, [cause.condition for cause in found.causes]


@pytest.mark.parametrize(
    ("kind", "changes", "state", "conditions"),
    [
        ("general", {}, "yes", []),
        ("fsw", {}, "yes", []),
        ("fsw", {"settlement_funds": 0}, "if", ["fsw"]),
        ("fsw", {"settlement_funds": None}, "unsettled", ["fsw"]),
        ("fsw", {"foreign_experience_months": 0}, "if", ["fsw"]),
        ("fsw", {"foreign_experience_months": 0, "settlement_funds": 0}, "no", ["fsw"]),
        ("cec", {}, "if", ["cec"]),
        ("cec", {"canadian_experience_months": 24}, "if", ["cec"]),
        ("cec", {"first_language": clb(3)}, "no", ["cec"]),
        ("pnp", {}, "if", ["nomination"]),
        ("pnp", {"provincial_nomination": None}, "unsettled", ["nomination"]),
        ("pnp", {"provincial_nomination": True}, "yes", []),
        ("pnp", {"settling_in_quebec": True}, "no", ["nomination", "program"]),
        ("general", {"settling_in_quebec": True}, "if", ["program"]),
        ("general", {"settling_in_quebec": None}, "unsettled", ["program"]),
        ("french", {"second_language": nclc(7)}, "yes", []),
        ("french", {"second_language": nclc(9, 9, 9, 6)}, "if", ["french"]),
        ("french", {"second_language": nclc(4)}, "if", ["french"]),
        ("french", {"second_language": nclc(9, 9, 9, 3)}, "no", ["french"]),
        ("french", {}, "if", ["french"]),
        ("french", {"second_language": None}, "if", ["french"]),
        ("french", {"second_language": nclc(4), "settlement_funds": 0}, "no", None),
        ("french", {"settlement_funds": None}, "if", ["french", "program"]),
        ("stem", {}, "no", ["occupation"]),
        ("stem", {"occupation": "21220"}, "unsettled", ["category_work"]),
        ("stem", {"occupation": None}, "unsettled", ["occupation"]),
        ("agriculture", {}, "no", ["in_force"]),
        ("military", {}, "no", ["service"]),
        ("military", {"job_offer": "senior_management"}, "no", ["service"]),
        ("military", {"job_offer": "skilled"}, "unsettled", ["service"]),
        ("military", {"job_offer": None}, "unsettled", ["service"]),
        ("military", {"job_offer": None, "education": "one_year"}, "no", None),
    ],
)
def test_what_is_open(
    kind: RoundKind, changes: dict[str, Any], state: str, conditions: list[str] | None
) -> None:
    changed = {**ABROAD, **changes}
    found = of(kind, {name: value for name, value in changed.items() if value is not None})
    assert found.state == state
    if conditions is not None:
        assert told(found)[1] == conditions


def nurse(**fields: int) -> dict[str, Any]:
    return {**IN_CANADA, "occupation": "31301", **fields}


def physician(**fields: int) -> dict[str, Any]:
    return {**IN_CANADA, "occupation": "31102", **fields}


@pytest.mark.parametrize(
    ("kind", "person", "day", "state"),
    [
        # Six months without a break until 17 February 2026, twelve in all since.
        ("healthcare", nurse(category_experience_months=5), "2026-02-17", "if"),
        ("healthcare", nurse(category_experience_months=6), "2026-02-17", "unsettled"),
        ("healthcare", nurse(category_experience_months=36), "2026-02-17", "yes"),
        ("healthcare", nurse(category_experience_months=6), "2026-02-18", "if"),
        ("healthcare", nurse(category_experience_months=11), "2026-02-18", "if"),
        ("healthcare", nurse(category_experience_months=12), "2026-02-18", "yes"),
        ("healthcare", nurse(category_canadian_months=12), "2026-02-18", "yes"),
        ("healthcare", nurse(category_canadian_months=11), "2026-02-18", "unsettled"),
        ("healthcare", nurse(), "2026-02-18", "unsettled"),
        ("healthcare", nurse(), "2023-05-30", "no"),
        ("healthcare", nurse(), "2023-05-31", "unsettled"),
        # Work in Canada only.
        ("physicians", physician(category_canadian_months=12), "2026-02-17", "no"),
        ("physicians", physician(category_canadian_months=12), "2026-02-18", "yes"),
        ("physicians", physician(category_canadian_months=11), "2026-02-18", "if"),
        ("physicians", physician(category_experience_months=36), "2026-02-18", "unsettled"),
        ("physicians", physician(category_experience_months=11), "2026-02-18", "if"),
        ("physicians", nurse(category_canadian_months=36), "2026-02-18", "no"),
        # The lists of 27 February 2025: STEM loses software engineers, transport goes.
        ("stem", {**IN_CANADA, "category_experience_months": 36}, "2025-02-26", "yes"),
        ("stem", {**IN_CANADA, "category_experience_months": 36}, "2025-02-27", "no"),
        ("transport", {**IN_CANADA, "occupation": "73300"}, "2025-02-26", "unsettled"),
        ("transport", {**IN_CANADA, "occupation": "73300"}, "2025-02-27", "no"),
        ("education", {**IN_CANADA, "occupation": "42202"}, "2025-02-26", "no"),
        ("education", {**IN_CANADA, "occupation": "42202"}, "2025-02-27", "unsettled"),
        # Those of 18 February 2026: cooks go, butchers come, agriculture ends.
        ("trade", {**IN_CANADA, "occupation": "63200"}, "2026-02-17", "unsettled"),
        ("trade", {**IN_CANADA, "occupation": "63200"}, "2026-02-18", "no"),
        ("trade", {**IN_CANADA, "occupation": "63201"}, "2026-02-17", "no"),
        ("trade", {**IN_CANADA, "occupation": "63201"}, "2026-02-18", "unsettled"),
        ("agriculture", {**IN_CANADA, "occupation": "63201"}, "2026-02-17", "unsettled"),
        ("agriculture", {**IN_CANADA, "occupation": "63201"}, "2026-02-18", "no"),
        ("transport", {**IN_CANADA, "occupation": "72404"}, "2026-02-17", "no"),
        ("transport", {**IN_CANADA, "occupation": "72404"}, "2026-02-18", "unsettled"),
        ("french", {**ABROAD, "second_language": nclc(7)}, "2023-05-30", "no"),
        ("french", {**ABROAD, "second_language": nclc(7)}, "2023-05-31", "yes"),
    ],
)
def test_categories_on_both_sides_of_their_dates(
    kind: RoundKind, person: dict[str, Any], day: str, state: str
) -> None:
    assert of(kind, person, date.fromisoformat(day)).state == state


def test_work_abroad_cannot_be_work_in_canada() -> None:
    found = of("physicians", {**ABROAD, "occupation": "31102"})
    assert found.state == "if"
    (cause,) = found.causes
    assert (cause.months, cause.work and cause.work.months) == (0, 12)
    assert cause.work is not None
    assert cause.work.in_canada


def test_too_little_work_in_all_is_too_little_in_a_category() -> None:
    short = {**IN_CANADA, "foreign_experience_months": 0, "canadian_experience_months": 11}
    found = of("healthcare", {**short, "occupation": "31301", "settlement_funds": 50000})
    assert (found.causes[0].condition, found.causes[0].certain) == ("category_work", True)


def test_a_result_that_has_expired_counts_for_nothing() -> None:
    expired = {**ABROAD, "second_language": result("nclc", 7, taken_on="2024-11-23")}
    found = of("french", expired)
    assert told(found) == ("if", ["french"])
    (cause,) = found.causes
    assert (cause.level, cause.levels) == (7, None)
    assert "second_language.retake" in [step.id for step in found.steps]
    assert of("french", expired, date(2026, 11, 22)).state == "yes"


def test_french_may_come_first() -> None:
    person = {**IN_CANADA, "first_language": nclc(8, 8, 6, 8), "occupation": "22220"}
    found = of("french", person)
    assert found.state == "if"
    assert found.causes[0].levels == (8, 8, 6, 8)
    assert {step.id.split(".")[0] for step in found.steps} == {"first_language"}


def test_what_an_unsettled_kind_depends_on_is_named() -> None:
    bare = Profile.model_validate({"age": 29, "education": "master", "marital_status": "single"})
    found = competing(bare, rules_on(TODAY), RECORD)
    assert found.in_pool == "unsettled"
    assert found.of("healthcare").needs[0] == "occupation"
    assert "first_language" in found.of("cec").needs
    assert found.of("french").needs[0] == "second_language"


@pytest.mark.parametrize(
    ("changes", "in_pool"),
    [({}, "yes"), ({"settling_in_quebec": True}, "no"), ({"first_language": clb(3)}, "no")],
)
def test_without_a_program_nobody_competes(changes: dict[str, Any], in_pool: str) -> None:
    profile = Profile.model_validate({**ABROAD, "second_language": nclc(8), **changes})
    found = competing(profile, rules_on(TODAY), RECORD)
    assert found.in_pool == in_pool
    assert bool(found.in_state("yes")) is (in_pool == "yes")


def test_the_steps_to_a_kind_lead_there() -> None:
    profile, rules = Profile.model_validate(ABROAD), rules_on(TODAY)
    found = competing(profile, rules, RECORD)
    away = [each for each in found.in_state("if") if each.steps]
    assert {each.kind for each in away} == {"pnp", "cec", "french"}
    for each in away:
        for step in each.steps:
            assert unmet(each.kind, apply(profile, step.changes), rules) == ()
        first = apply(profile, each.steps[0].changes)
        assert each.total == score(first, rules).crs.total
    assert found.of("pnp").total == found.total + 600


def test_the_last_round_comes_with_its_kind() -> None:
    found = competing(Profile.model_validate(ABROAD), rules_on(TODAY), RECORD)
    assert [each.kind for each in found.admissions] == list(KINDS)
    assert set(KINDS) == set(ROUND_KINDS) - {"other"}
    for each in found.admissions:
        assert each.last == RECORD.latest(each.kind, TODAY)
    assert not found.of("cec").quiet
    assert found.of("general").quiet
    assert found.of("researchers").quiet


def test_a_kind_not_known_yet_is_not_settled() -> None:
    found = admission("other", Profile.model_validate(ABROAD), rules_on(TODAY), RECORD)
    assert told(found) == ("unsettled", ["unknown"])


def test_an_empty_record_is_no_obstacle() -> None:
    found = competing(Profile.model_validate(ABROAD), rules_on(TODAY), Record())
    assert found.of("fsw").state == "yes"
    assert all(each.last is None and each.quiet for each in found.admissions)


@pytest.mark.parametrize(
    ("person", "fields"),
    [
        (ABROAD, ()),
        (nurse(), ("category_experience_months",)),
        (nurse(category_experience_months=1), ()),
        (nurse(category_canadian_months=12), ()),
        (physician(), ("category_canadian_months", "category_experience_months")),
        (physician(category_experience_months=11), ()),
        ({**physician(), "recent_canadian_experience_months": 11}, ("category_experience_months",)),
        ({**nurse(), "settling_in_quebec": True}, ()),
        ({**nurse(), "foreign_experience_months": 0, "canadian_experience_months": 11}, ()),
    ],
)
def test_the_answers_that_could_change_something(
    person: dict[str, Any], fields: tuple[str, ...]
) -> None:
    assert category_fields(Profile.model_validate(person), rules_on(TODAY)) == fields


def test_each_action_of_a_plan_says_which_rounds_it_opens() -> None:
    profile, rules = Profile.model_validate(ABROAD), rules_on(TODAY)
    actions = plan(profile, rules).actions
    found = rounds_opened(profile, actions, rules, RECORD)
    kinds = {id_: [each.kind for each in rounds] for id_, rounds in found.items()}
    assert kinds["provincial_nomination"] == ["pnp"]
    assert kinds["second_language.all_7"] == ["french"]
    assert kinds["canadian_experience_months.12"] == ["cec"]
    assert not any(id_.startswith("first_language") for id_ in kinds)
    assert found["provincial_nomination"] == (RECORD.latest("pnp", TODAY),)
    assert rounds_opened(profile, actions, rules, Record()) == {}


def test_what_opens_a_program_opens_the_rounds_that_ask_for_one() -> None:
    shut = {**ABROAD, "occupation": "31301", "category_experience_months": 36}
    profile = Profile.model_validate({**shut, "settlement_funds": 0, "second_language": nclc(7)})
    rules = rules_on(TODAY)
    found = rounds_opened(profile, plan(profile, rules).eligibility, rules, RECORD)
    assert [each.kind for each in found["settlement_funds"]] == ["french", "healthcare"]


@given(profiles())
def test_what_is_open_has_no_unmet_condition(profile: Profile) -> None:
    rules = rules_on(TODAY)
    found = competing(profile, rules, RECORD)
    for each in found.admissions:
        against = unmet(each.kind, profile, rules)
        if each.state == "yes":
            assert against == ()
        if each.shut:
            assert against != ()
        assert (each.state == "yes") is (each.causes == ())
        if each.state == "if":
            assert each.steps or any(cause.work for cause in each.causes)
    if found.in_pool == "no":
        assert found.in_state("yes", "unsettled") == ()


@given(profiles())
def test_a_total_was_enough_for_what_is_open_or_not_settled_and_not_above_it(
    profile: Profile,
) -> None:
    rules = rules_on(TODAY)
    seen = competing(profile, rules, RECORD)
    enough = enough_for(profile, rules, RECORD)
    assert [each.state for each in enough] == sorted((e.state for e in enough), reverse=True)
    for each in enough:
        same = seen.of(each.kind)
        assert (same.state, same.causes, same.quiet) == (each.state, each.causes, False)
        assert each.state in ("yes", "unsettled")
        assert each.last is not None
        assert each.last.cutoff <= seen.total
    for each in seen.in_state("yes"):
        held = None if each.quiet else each.last
        assert (each in enough) == (held is not None and held.cutoff <= seen.total)


def test_only_what_may_well_be_open_is_said_to_be_so() -> None:
    speaks = {**ABROAD, "second_language": nclc(8), "settlement_funds": None, "occupation": None}
    rules = rules_on(TODAY)
    (french,) = enough_for(Profile.model_validate(speaks), rules, RECORD)
    assert (french.kind, french.state) == ("french", "unsettled")
    assert "settlement_funds" in french.needs
    nurse = {**ABROAD, "occupation": "31301", "first_language": clb(10)}
    found = enough_for(Profile.model_validate(nurse), rules, RECORD)
    assert [(each.kind, each.needs) for each in found] == [
        ("healthcare", ("category_experience_months",))
    ]


def test_rounds_for_nominees_come_first_for_whom_a_province_has_nominated() -> None:
    rules = rules_on(TODAY)
    for open_ in ({}, {"settlement_funds": None}):
        nominee = {**ABROAD, **open_, "provincial_nomination": True, "second_language": nclc(8)}
        found = enough_for(Profile.model_validate(nominee), rules, RECORD)
        assert [each.kind for each in found[:2]] == ["pnp", "french"]

"""What opens a program, whatever it gains."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings

from scoring.plan import Action, apply, plan
from scoring.rules import rules_on
from scoring.score import score
from scoring.vocabulary import PROGRAMS
from tests.scoring.people import clb, couple, person
from tests.scoring.strategies import TODAY, profiles

if TYPE_CHECKING:
    from scoring.profile import Profile

RULES = rules_on(TODAY)


def worker(**fields: Any) -> Profile:
    """Somebody eligible as a Federal Skilled Worker, changed by ``fields``."""
    fit = {
        "first_language": clb(9),
        "foreign_experience_months": 36,
        "continuous_experience": True,
        "occupation": "21231",
        "settlement_funds": 20_000,
    }
    return person(**{**fit, **fields})


def opening(profile: Profile) -> dict[str, Action]:
    return {action.id: action for action in plan(profile, RULES).eligibility}


def eligible(profile: Profile) -> set[str]:
    programs = score(profile, RULES).programs
    return {name for name in PROGRAMS if getattr(programs, name).eligible}


@given(profile=profiles())
@settings(max_examples=80, deadline=None)
def test_each_opens_what_it_says(profile: Profile) -> None:
    found = plan(profile, RULES)
    for action in (*found.actions, *found.eligibility):
        after = apply(profile, action.changes)
        assert set(action.programs) == eligible(after) - eligible(profile)
        assert action.gain == action.total - found.current
        assert score(after, RULES).crs.total == action.total
    assert all(action.programs for action in found.eligibility)
    for each in found.openings:
        assert not eligible(profile)
        assert not found.eligibility
        assert set(each.programs) == eligible(apply(profile, each.changes)) != set()


@pytest.mark.parametrize(
    ("profile", "id_", "programs"),
    [
        (worker(settlement_funds=15_000), "settlement_funds", ("fsw",)),
        (worker(continuous_experience=False), "continuous_experience", ("fsw",)),
        (
            worker(first_language=clb(9, 9, 9, 6), education="master"),
            "first_language.speaking_7",
            ("fsw",),
        ),
        (worker(first_language=clb(6)), "first_language.all_9", ("fsw",)),
        (worker(first_language=None), "first_language.all_9", ("fsw",)),
        (worker(has_eca=False), "has_eca", ("fsw",)),
        (worker(settling_in_quebec=True), "settling_in_quebec", ("fsw",)),
        (worker(), "canadian_experience_months.12", ("cec",)),
        (
            worker(canadian_experience_months=70, recent_canadian_experience_months=9),
            "recent_canadian_experience_months.12",
            ("cec",),
        ),
        (worker(first_language=clb(7), authorized_to_work=True), "job_offer", ("fsw",)),
        (
            worker(occupation="72310", trade_experience_months=24, first_language=clb(6)),
            "trade_certificate",
            ("fst",),
        ),
        (
            worker(occupation="72310", trade_experience_months=12, trade_certificate=True),
            "trade_experience_months.24",
            ("fst",),
        ),
        (
            worker(first_language="none", second_language=clb(9)),
            "first_language.switch",
            ("fsw",),
        ),
        (worker(foreign_experience_months=14),
            "foreign_experience_months.24", ("fsw",)),
    ],
)  # fmt: skip
def test_an_action_opens(profile: Profile, id_: str, programs: tuple[str, ...]) -> None:
    assert opening(profile)[id_].programs == programs


def test_the_spouse_can_bring_the_points_of_the_grid() -> None:
    short = couple(
        {"language": "none"},
        first_language=clb(8),
        foreign_experience_months=24,
        continuous_experience=True,
        teer=1,
        settlement_funds=30_000,
    )
    assert score(short, RULES).programs.fsw.points == 64
    assert opening(short)["spouse.language_all_5"].programs == ("fsw",)


def test_funds_say_the_amount_and_what_is_missing() -> None:
    action = opening(worker(settlement_funds=15_000))["settlement_funds"]
    assert action.changes == {"settlement_funds": 15_263}
    assert action.assumption is not None
    assert action.assumption.facts == {"amount": 15_263, "missing": 263}
    assert (action.gain, action.months, action.total_then) == (0, None, None)
    assert action.caution == "funds_must_be_kept"


def test_the_least_demanding_step_that_opens_is_told() -> None:
    ids = set(opening(worker(first_language=clb(6, 9, 9, 9), education="master")))
    assert "first_language.listening_7" in ids
    assert not {"first_language.listening_8", "first_language.listening_9"} & ids


def test_eligibility_is_told_the_least_effort_first() -> None:
    efforts = [action.effort for action in plan(worker(), RULES).eligibility]
    assert efforts == sorted(efforts)


def test_two_things_open_a_program_where_none_does_alone() -> None:
    found = plan(worker(first_language=None, settlement_funds=None), RULES)
    assert found.eligibility == ()
    sets = {each.programs: set(each.actions) for each in found.openings}
    assert sets["fsw",] == {"first_language.all_9", "settlement_funds"}
    assert sets["cec",] == {"first_language.all_7", "canadian_experience_months.12"}
    assert found.action("settlement_funds").gain == 0


def test_nothing_lets_in_somebody_whose_work_is_unskilled() -> None:
    found = plan(person(teer=5, first_language=clb(4)), RULES)
    assert not any("fsw" in each.programs for each in found.openings)


def test_what_shuts_every_program_says_so() -> None:
    both = worker(
        marital_status="married",
        spouse={"age": 25, "accompanying": True, "education": "doctoral", "language": clb(10)},
        age=35,
        first_language=clb(9),
        education="two_or_more",
        settlement_funds=30_000,
    )
    principal = next(a for a in plan(both, RULES).actions if a.id == "spouse.principal")
    assert principal.caution == "shuts_programs"

"""Settlement funds: of whom they are asked, and for how many people."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from scoring.programs.funds import asked, family_size, met
from scoring.rules import rules_on
from scoring.score import score
from tests.scoring.people import couple, person

RULES = rules_on(date(2026, 11, 23))


@pytest.mark.parametrize(
    ("fields", "are_asked"),
    [
        ({}, True),
        ({"authorized_to_work": True}, True),
        ({"authorized_to_work": True, "job_offer": "none"}, True),
        ({"job_offer": "skilled"}, True),
        ({"authorized_to_work": False, "job_offer": "skilled"}, True),
        ({"authorized_to_work": True, "job_offer": "skilled"}, False),
        ({"authorized_to_work": True, "job_offer": "senior_management"}, False),
    ],
)
def test_of_whom_funds_are_asked(fields: dict[str, Any], are_asked: bool) -> None:
    profile = person(**fields)
    assert asked(profile) == are_asked
    assert met(profile, RULES.funds) == (not are_asked)
    programs = score(profile, RULES).programs
    assert ("funds" in programs.fsw.unmet) == are_asked
    assert ("funds" in programs.fst.unmet) == are_asked


def test_the_family_counts_a_partner_who_stays_behind() -> None:
    assert family_size(person()) == 1
    assert family_size(couple()) == 2
    assert family_size(couple({"accompanying": False})) == 2
    assert family_size(couple(family_size=5)) == 5


@pytest.mark.parametrize(
    ("people", "amount"), [(1, 15263), (2, 19001), (7, 40392), (8, 44504), (10, 52728)]
)
def test_the_amount_grows_with_the_family(people: int, amount: int) -> None:
    assert met(person(family_size=people, settlement_funds=amount), RULES.funds)
    assert not met(person(family_size=people, settlement_funds=amount - 0.01), RULES.funds)

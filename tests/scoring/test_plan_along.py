"""Totals along a set of actions: the last is the total of the set."""

from __future__ import annotations

from datetime import date

import pytest

from scoring.plan import plan
from scoring.plan.along import totals_along
from scoring.profile import Profile
from scoring.rules import rules_on

PERSON = Profile.model_validate(
    {
        "marital_status": "single",
        "age": 29,
        "education": "bachelor",
        "has_eca": True,
        "foreign_experience_months": 36,
        "first_language": {
            "test": "ielts",
            "listening": 7.0,
            "reading": 6.5,
            "writing": 6.5,
            "speaking": 6.5,
        },
    }
)
RULES = rules_on(date(2026, 11, 23))


@pytest.mark.parametrize("target", [450, 500, 560, 1190])
def test_the_last_total_is_that_of_the_set_and_the_first_that_of_its_action(target: int) -> None:
    planned = plan(PERSON, RULES, target)
    sets = [each for each in (*planned.combinations, planned.furthest) if each]
    assert sets
    along = totals_along(PERSON, RULES, planned, [each.actions for each in sets])
    for each in sets:
        totals = along[each.actions]
        assert len(totals) == len(each.actions)
        assert totals[-1] == each.total
        assert totals[0] == planned.action(each.actions[0]).total

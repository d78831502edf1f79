"""The Canadian Experience Class: each unmet requirement."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from scoring.rules import rules_on
from scoring.score import score
from tests.scoring.people import clb, person, result

RULES = rules_on(date(2026, 11, 23))
QUALIFIED: dict[str, Any] = {"first_language": clb(7), "recent_canadian_experience_months": 12}


@pytest.mark.parametrize(
    ("change", "unmet"),
    [
        ({}, ()),
        ({"recent_canadian_experience_months": 11}, ("experience",)),
        (
            {"recent_canadian_experience_months": None, "canadian_experience_months": 60},
            ("experience",),
        ),
        ({"first_language": clb(7, 7, 7, 6)}, ("language",)),
        ({"first_language": clb(6), "teer": 0}, ("language",)),
        ({"first_language": clb(6), "teer": 1}, ("language",)),
        ({"first_language": clb(5), "teer": 2}, ()),
        ({"first_language": clb(5), "teer": 3}, ()),
        ({"first_language": clb(5), "occupation": "72310"}, ()),
        ({"first_language": clb(4), "teer": 2}, ("language",)),
        ({"first_language": clb(5), "teer": 4}, ()),
        ({"first_language": result("ielts", 8, taken_on="2020-01-01")}, ("language",)),
        ({"settling_in_quebec": True}, ("quebec",)),
        (
            {
                "recent_canadian_experience_months": 0,
                "first_language": None,
                "settling_in_quebec": True,
            },
            ("experience", "language", "quebec"),
        ),
    ],
)
def test_what_is_unmet_in_its_order(change: dict[str, Any], unmet: tuple[str, ...]) -> None:
    found = score(person(**QUALIFIED | change), RULES).programs.cec
    assert found.unmet == unmet
    assert found.eligible == (not unmet)


def test_neither_education_nor_funds_are_asked() -> None:
    poor = person(**QUALIFIED, education="none", settlement_funds=0)
    assert score(poor, RULES).programs.cec.eligible

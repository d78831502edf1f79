"""The Federal Skilled Trades class: each unmet requirement."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from scoring.rules import rules_on
from scoring.score import score
from tests.scoring.people import clb, person

RULES = rules_on(date(2026, 11, 23))
QUALIFIED: dict[str, Any] = {
    "occupation": "72106",
    "first_language": clb(5, 4, 4, 5),
    "trade_experience_months": 24,
    "trade_certificate": True,
    "settlement_funds": 15_263,
}


@pytest.mark.parametrize(
    ("change", "unmet"),
    [
        ({}, ()),
        ({"occupation": None, "teer": 2}, ("trade",)),
        ({"occupation": "21231"}, ("trade",)),
        ({"occupation": "72600"}, ("trade",)),
        ({"occupation": "62200"}, ()),
        ({"occupation": "63201"}, ()),
        ({"trade_experience_months": 23}, ("experience",)),
        ({"trade_experience_months": None}, ("experience",)),
        ({"first_language": clb(4, 4, 4, 5)}, ("language",)),
        ({"first_language": clb(5, 3, 4, 5)}, ("language",)),
        ({"first_language": clb(5, 4, 3, 5)}, ("language",)),
        ({"first_language": clb(5, 4, 4, 4)}, ("language",)),
        ({"trade_certificate": None}, ("offer_or_certificate",)),
        ({"trade_certificate": None, "job_offer": "skilled"}, ()),
        ({"trade_certificate": None, "job_offer": "none"}, ("offer_or_certificate",)),
        ({"settlement_funds": 15_262}, ("funds",)),
        ({"settling_in_quebec": True}, ("quebec",)),
        (
            {
                "occupation": None,
                "trade_experience_months": 0,
                "first_language": None,
                "trade_certificate": False,
                "settlement_funds": 0,
                "settling_in_quebec": True,
            },
            ("trade", "experience", "language", "offer_or_certificate", "funds", "quebec"),
        ),
    ],
)
def test_what_is_unmet_in_its_order(change: dict[str, Any], unmet: tuple[str, ...]) -> None:
    found = score(person(**QUALIFIED | change), RULES).programs.fst
    assert found.unmet == unmet
    assert found.eligible == (not unmet)

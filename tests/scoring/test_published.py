"""Totals published by others, scored by the rules of their day."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from scoring.profile import Profile
from scoring.rules import rules_on
from scoring.score import score

CASES = tomllib.loads(Path(__file__).with_name("published.toml").read_text(encoding="utf-8"))[
    "case"
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_a_published_total(case: dict[str, Any]) -> None:
    result = score(Profile.model_validate(case["profile"]), rules_on(case["on"]))
    found = {
        "total": result.crs.total,
        "core": result.crs.core.total,
        "spouse": result.crs.spouse.total,
        "transferability": result.crs.transferability.total,
        "fsw_points": result.programs.fsw.points,
    }
    assert {name: found[name] for name in case["expect"]} == case["expect"]

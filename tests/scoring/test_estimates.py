"""Totals by level of the first official language, before a test is taken."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.estimates import totals_by_level
from scoring.profile import OpenProfile, Profile
from scoring.rules import rules_on
from scoring.score import score
from scoring.vocabulary import ABILITIES
from tests.scoring.strategies import profile_fields

if TYPE_CHECKING:
    from scoring.vocabulary import OfficialLanguage

RULES = rules_on(date(2026, 11, 23))
SCALES = {"english": "clb", "french": "nclc"}


@given(profile_fields(), st.sampled_from(["english", "french"]))
def test_each_range_holds_the_score_with_that_level_everywhere(
    fields: dict[str, Any], language: OfficialLanguage
) -> None:
    untested = {**fields, "second_language": "none"}
    untested.pop("first_language", None)
    totals = totals_by_level(OpenProfile.model_validate(untested), language, RULES)
    assert list(totals) == [7, 8, 9, 10]
    for level, (low, high) in totals.items():
        tested = Profile.model_validate({**untested, "first_language": _at(level, language)})
        assert low <= score(tested, RULES).crs.total <= high


def test_with_nothing_else_open_each_total_is_exact() -> None:
    person = {
        "marital_status": "single",
        "age": 29,
        "education": "master",
        "has_eca": True,
        "canadian_study": "none",
        "second_language": "none",
        "canadian_experience_months": 0,
        "foreign_experience_months": 36,
        "trade_certificate": False,
        "job_offer": "none",
        "provincial_nomination": False,
        "sibling_in_canada": False,
    }
    totals = totals_by_level(OpenProfile.model_validate(person), "english", RULES)
    assert totals == {7: (363, 363), 8: (387, 387), 9: (469, 469), 10: (481, 481)}
    for level, (total, _) in totals.items():
        tested = Profile.model_validate({**person, "first_language": _at(level, "english")})
        assert score(tested, RULES).crs.total == total


@pytest.mark.parametrize("language", ["english", "french"])
def test_what_is_open_beside_the_language_stays_open(language: OfficialLanguage) -> None:
    person = OpenProfile.model_validate({"marital_status": "single", "age": 29})
    for low, high in totals_by_level(person, language, RULES).values():
        assert low < high


def _at(level: int, language: OfficialLanguage) -> dict[str, Any]:
    return {"test": SCALES[language], **dict.fromkeys(ABILITIES, level)}

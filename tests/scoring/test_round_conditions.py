"""What rounds ask for beside points, and which of them are nearest."""

from __future__ import annotations

from datetime import date
from typing import Any, get_args

import pytest

from scoring.profile import Profile
from scoring.record import Record
from scoring.round_conditions import Condition, nearest, nearest_ahead, unmet
from scoring.rounds import ROUND_KINDS, RoundKind
from scoring.rules import rules_on
from tests.scoring.people import clb, nclc, person_fields, result

TODAY = date(2026, 11, 23)
RECORD = Record.shipped()

ABROAD = person_fields(
    education="master",
    first_language=clb(9),
    foreign_experience_months=36,
    continuous_experience=True,
    occupation="21231",
    settlement_funds=50000,
)
"""The Federal Skilled Worker Program is open, and no other."""

IN_CANADA = {
    **ABROAD,
    "canadian_experience_months": 24,
    "recent_canadian_experience_months": 24,
}
FRENCH = {**ABROAD, "second_language": nclc(7)}
FRENCH_FIRST = {**ABROAD, "first_language": nclc(9, 9, 7, 9)}
ALMOST_FRENCH = {**ABROAD, "second_language": nclc(9, 9, 6, 9)}
EXPIRED = {**ABROAD, "second_language": result("nclc", 7, taken_on="2024-11-23")}
NOMINEE = {**ABROAD, "provincial_nomination": True}
SHUT_OUT = person_fields(education="secondary")


def nurse(months: int) -> dict[str, Any]:
    """A registered nurse with so many months of it within three years."""
    return {"occupation": "31301", "category_experience_months": months}


@pytest.mark.parametrize(
    ("person", "kind", "conditions"),
    [
        (ABROAD, "general", ()),
        (ABROAD, "fsw", ()),
        (ABROAD, "cec", ("cec",)),
        (IN_CANADA, "cec", ()),
        (ABROAD, "fst", ("fst",)),
        (ABROAD, "pnp", ("nomination",)),
        (NOMINEE, "pnp", ()),
        (ABROAD, "french", ("french",)),
        (ALMOST_FRENCH, "french", ("french",)),
        (EXPIRED, "french", ("french",)),
        (FRENCH, "french", ()),
        (FRENCH_FIRST, "french", ()),
        (ABROAD, "healthcare", ("occupation",)),
        (ABROAD, "physicians", ("occupation",)),
        (ABROAD, "agriculture", ("in_force",)),
        (ABROAD, "military", ("service",)),
        (ABROAD, "other", ("unknown",)),
        ({**ABROAD, "occupation": "31301"}, "healthcare", ("category_work",)),
        ({**ABROAD, **nurse(12)}, "healthcare", ()),
        ({**ABROAD, **nurse(11)}, "healthcare", ("category_work",)),
        (SHUT_OUT, "general", ("program",)),
        (SHUT_OUT, "healthcare", ("occupation", "program")),
        ({**SHUT_OUT, **nurse(12)}, "healthcare", ("program",)),
        ({**SHUT_OUT, "provincial_nomination": True}, "pnp", ("program",)),
        (SHUT_OUT, "pnp", ("nomination", "program")),
        ({**SHUT_OUT, "second_language": nclc(7)}, "french", ("program",)),
        ({**IN_CANADA, "settling_in_quebec": True}, "cec", ("cec",)),
    ],
)
def test_what_keeps_a_person_out(
    person: dict[str, Any], kind: RoundKind, conditions: tuple[str, ...]
) -> None:
    assert unmet(kind, Profile.model_validate(person), rules_on(TODAY)) == conditions


def test_before_there_were_rounds_for_french_nobody_could_be_in_one() -> None:
    profile = Profile.model_validate(FRENCH)
    assert unmet("french", profile, rules_on(date(2023, 5, 30))) == ("in_force",)
    assert unmet("french", profile, rules_on(date(2023, 5, 31))) == ()


@pytest.mark.parametrize("kind", ROUND_KINDS)
def test_every_kind_has_an_answer_for_everybody(kind: RoundKind) -> None:
    for fields in (ABROAD, IN_CANADA, FRENCH, NOMINEE, SHUT_OUT):
        against = unmet(kind, Profile.model_validate(fields), rules_on(TODAY))
        assert set(against) <= set(get_args(Condition))
        assert len(set(against)) == len(against)


@pytest.mark.parametrize(
    ("person", "on", "kind"),
    [
        (IN_CANADA, TODAY, "cec"),
        ({**IN_CANADA, **FRENCH}, TODAY, "french"),
        (NOMINEE, TODAY, "pnp"),
        ({**IN_CANADA, **nurse(12)}, TODAY, "healthcare"),
        ({**IN_CANADA, **nurse(11)}, TODAY, "cec"),
        # General rounds have not been held since April 2024.
        (ABROAD, TODAY, "french"),
        (SHUT_OUT, TODAY, "french"),
        (ABROAD, date(2024, 9, 1), "general"),
        (ABROAD, date(2019, 9, 1), "general"),
    ],
)
def test_the_nearest_rounds(person: dict[str, Any], on: date, kind: str) -> None:
    assert nearest(Profile.model_validate(person), rules_on(on), RECORD) == kind


def test_rounds_that_would_have_invited_are_not_ahead() -> None:
    rules = rules_on(TODAY)
    in_canada, french = Profile.model_validate(IN_CANADA), Profile.model_validate(FRENCH)
    assert nearest_ahead(517, in_canada, rules, RECORD) == "cec"
    assert nearest_ahead(518, in_canada, rules, RECORD) is None
    assert nearest_ahead(382, french, rules, RECORD) is None
    assert nearest_ahead(600, Profile.model_validate(ABROAD), rules, RECORD) == "french"


def test_before_the_first_round_none_is_ahead() -> None:
    profile = Profile.model_validate(ABROAD)
    assert nearest_ahead(300, profile, rules_on(date(2015, 1, 1)), RECORD) is None

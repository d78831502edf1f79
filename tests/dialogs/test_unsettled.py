"""What is certain against a program, whatever the open answers turn out to be."""

from __future__ import annotations

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from dialogs.unsettled import may_open, reasons
from scoring.profile import Profile
from scoring.rules import rules_on
from scoring.score import score
from tests.scoring.people import clb
from tests.scoring.strategies import TODAY, profile_fields

RULES = rules_on(TODAY)
ASKED = (
    "has_eca",
    "canadian_study",
    "first_language",
    "second_language",
    "canadian_experience_months",
    "recent_canadian_experience_months",
    "foreign_experience_months",
    "continuous_experience",
    "occupation",
    "trade_certificate",
    "trade_experience_months",
    "job_offer",
    "authorized_to_work",
    "sibling_in_canada",
    "relative_in_canada",
    "settlement_funds",
    "family_size",
    "settling_in_quebec",
)
GOOD: dict[str, Any] = {
    "has_eca": True,
    "first_language": clb(9),
    "canadian_experience_months": 12,
    "recent_canadian_experience_months": 12,
    "foreign_experience_months": 24,
    "continuous_experience": True,
    "occupation": "72310",
    "trade_certificate": True,
    "trade_experience_months": 24,
    "settlement_funds": 60_000,
    "family_size": 2,
    "settling_in_quebec": False,
}
"""Enough for every program, whoever has it."""
OF_SPOUSE = ("language", "canadian_experience_months", "canadian_study")


@given(
    fields=profile_fields(),
    good=st.sets(st.sampled_from(sorted(GOOD)), min_size=len(GOOD) - 3),
    unknown=st.sets(st.sampled_from(ASKED)),
    of_spouse=st.sets(st.sampled_from(OF_SPOUSE)),
)
@settings(max_examples=300, deadline=None)
def test_what_is_certain_holds_whatever_is_answered(
    fields: dict[str, Any], good: set[str], unknown: set[str], of_spouse: set[str]
) -> None:
    undated = {name: value for name, value in fields.items() if name != "eca_issued_on"}
    fields = {**undated, "second_language": "none"} | {name: GOOD[name] for name in good}
    fields |= _within_all(fields)
    known = {name: value for name, value in fields.items() if name not in unknown}
    if "spouse" in fields:
        partner = fields["spouse"]
        known["spouse"] = {n: value for n, value in partner.items() if n not in of_spouse}
    before = Profile.model_validate(known)
    found = reasons(before, score(before, RULES), RULES)
    after = score(Profile.model_validate(fields), RULES)
    for program, against in found.items():
        if not may_open(against):
            assert not getattr(after.programs, program).eligible


def test_without_an_assessment_unknown_study_in_canada_may_still_open_the_program() -> None:
    person = {
        **GOOD,
        "marital_status": "single",
        "age": 29,
        "education": "two_year",
        "has_eca": False,
        "family_size": 1,
    }
    before = Profile.model_validate(person)
    found = reasons(before, score(before, RULES), RULES)["fsw"]
    assert found["education"] == ("canadian_study",)
    assert may_open(found)
    after = Profile.model_validate({**person, "canadian_study": "two_year"})
    assert score(after, RULES).programs.fsw.eligible
    none = Profile.model_validate({**person, "canadian_study": "none"})
    assert not may_open(reasons(none, score(none, RULES), RULES)["fsw"])


def test_an_offer_that_is_not_known_may_still_free_from_showing_funds() -> None:
    person = {
        **GOOD,
        "marital_status": "single",
        "age": 29,
        "education": "master",
        "authorized_to_work": True,
        "settlement_funds": 0,
        "family_size": 1,
    }
    before = Profile.model_validate(person)
    found = reasons(before, score(before, RULES), RULES)["fsw"]
    assert found == {"funds": ("job_offer",)}
    after = Profile.model_validate({**person, "job_offer": "skilled"})
    assert score(after, RULES).programs.fsw.eligible
    none = Profile.model_validate({**person, "job_offer": "none"})
    assert not may_open(reasons(none, score(none, RULES), RULES)["fsw"])


def _within_all(fields: dict[str, Any]) -> dict[str, int]:
    """Recent work in Canada is some of that in Canada, and work in the trade some of all."""
    canadian = fields.get("canadian_experience_months", 0)
    in_all = canadian + fields.get("foreign_experience_months", 0)
    most = {"recent_canadian_experience_months": canadian, "trade_experience_months": in_all}
    return {name: min(fields[name], limit) for name, limit in most.items() if name in fields}

"""What a change of the rules does to somebody, their birthdays and expiries left aside."""

from __future__ import annotations

from datetime import date

import pytest

from scoring.profile import Profile
from scoring.rules import rules_on
from scoring.rules_change import rules_change

TODAY = date(2025, 3, 25)
IELTS = {"test": "ielts", "listening": 8, "reading": 7.5, "writing": 7, "speaking": 7}


def person(**changed: object) -> Profile:
    fields = {
        "birth_date": "1994-03-05",
        "marital_status": "single",
        "education": "master",
        "first_language": IELTS,
        "foreign_experience_months": 48,
        "continuous_experience": True,
        "occupation": "21231",
        "settlement_funds": 25_000,
    }
    return Profile.model_validate({**fields, **changed})


def test_points_for_a_job_offer_ended_on_25_march_2025() -> None:
    change = rules_change(person(job_offer="skilled"), rules_on(TODAY), TODAY)
    assert change.total_before - change.total_after == 50
    assert change.matters
    assert (change.opened, change.shut) == ((), ())
    assert not rules_change(person(), rules_on(TODAY), TODAY).matters


def test_only_the_rules_differ_on_a_birthday_and_an_expiry() -> None:
    expired = {**IELTS, "taken_on": "2023-03-25"}
    born = person(birth_date="1985-03-25", second_language=None, eca_issued_on="2020-03-25")
    assert not rules_change(born, rules_on(TODAY), TODAY).matters
    tested = person(first_language=expired)
    assert not rules_change(tested, rules_on(TODAY), TODAY).matters


def test_a_new_table_of_funds_can_shut_a_program() -> None:
    since = date(2025, 7, 7)
    shut = rules_change(person(settlement_funds=15_000), rules_on(since), since)
    assert shut.total_before == shut.total_after
    assert "fsw" in shut.shut
    assert "general" in shut.shut
    assert not rules_change(person(settlement_funds=20_000), rules_on(since), since).matters


def test_a_list_of_occupations_opens_and_shuts_kinds() -> None:
    """On 2025-02-27 transport ended as a category, and education began."""
    since = date(2025, 2, 27)
    teacher = person(occupation="41220", category_experience_months=24, settlement_funds=50_000)
    change = rules_change(teacher, rules_on(since), since)
    assert change.opened == ("education",)
    assert change.total_before == change.total_after


def test_a_birth_to_come_is_an_error() -> None:
    with pytest.raises(ValueError, match="after"):
        rules_change(person(birth_date="2025-03-26"), rules_on(TODAY), TODAY)

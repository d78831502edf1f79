"""CRS totals added up by hand, up to the greatest there is."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from scoring.rules import rules_on
from scoring.score import score
from tests.scoring.people import clb, couple, nclc, person

if TYPE_CHECKING:
    from scoring.profile import Profile
    from scoring.result import Crs

RULES = rules_on(date(2026, 11, 23))


def crs(profile: Profile) -> Crs:
    return score(profile, RULES).crs


BEST = {
    "age": 25,
    "education": "doctoral",
    "first_language": clb(10),
    "second_language": nclc(9),
    "canadian_experience_months": 60,
    "foreign_experience_months": 36,
    "trade_certificate": True,
    "canadian_study": "three_or_more_years",
    "sibling_in_canada": True,
    "provincial_nomination": True,
}


def test_the_greatest_score_alone() -> None:
    best = crs(person(**BEST))
    assert [best.core.total, best.spouse.total] == [500, 0]
    assert [best.transferability.total, best.additional.total, best.total] == [100, 600, 1200]


def test_the_greatest_score_as_a_couple() -> None:
    spouse = {"education": "doctoral", "language": clb(9), "canadian_experience_months": 60}
    best = crs(couple(spouse, **BEST))
    assert [best.core.total, best.spouse.total] == [460, 40]
    assert [best.transferability.total, best.additional.total, best.total] == [100, 600, 1200]


BY_HAND: list[tuple[str, Profile, int]] = [
    ("nothing but age and a degree", person(), 110 + 120),
    ("CLB 7 at 30", person(age=30, first_language=clb(7)), 105 + 120 + 68 + 13),
    ("secondary at CLB 4", person(education="secondary", first_language=clb(4)), 110 + 30 + 24),
    ("mixed levels", person(first_language=clb(10, 9, 8, 7)), 110 + 120 + 34 + 31 + 23 + 17 + 13),
    (
        "four years in Canada",
        person(first_language=clb(8), canadian_experience_months=48),
        110 + 120 + 92 + 72 + 13 + 25,
    ),
    (
        "bilingual",
        person(first_language=clb(9), second_language=nclc(7)),
        110 + 120 + 124 + 12 + 25 + 50,
    ),
    (
        "French first",
        person(first_language=nclc(9), second_language=clb(6)),
        110 + 120 + 124 + 4 + 25 + 50,
    ),
    (
        "welder with a certificate",
        person(education="one_year", first_language=clb(6), trade_certificate=True),
        110 + 90 + 36 + 25,
    ),
    (
        "certificate beside an education",
        person(education="one_year", first_language=clb(7), trade_certificate=True),
        110 + 90 + 68 + 13 + 50,
    ),
    (
        "master of 40 with ten years abroad",
        person(age=40, education="master", first_language=clb(9), foreign_experience_months=120),
        50 + 135 + 124 + 50 + 50,
    ),
    (
        "two credentials and a year in Canada",
        person(education="two_or_more", first_language=clb(8), canadian_experience_months=12),
        110 + 128 + 92 + 40 + 25 + 25,
    ),
    (
        "studied two years in Canada",
        person(education="two_year", canadian_study="two_year", first_language=clb(7)),
        110 + 98 + 68 + 13 + 15,
    ),
    (
        "a couple",
        couple({"education": "master", "language": clb(7)}, first_language=clb(9)),
        100 + 112 + 116 + 10 + 12 + 25,
    ),
    (
        "a couple that worked in Canada",
        couple({"canadian_experience_months": 24}, canadian_experience_months=36),
        100 + 112 + 56 + 7 + 25,
    ),
    (
        "a couple with everything abroad",
        couple(
            {"education": "bachelor"},
            age=36,
            education="doctoral",
            first_language=clb(8),
            foreign_experience_months=24,
        ),
        65 + 140 + 88 + 8 + 25 + 13,
    ),
    ("a child", person(age=12, education="none"), 0),
    ("with a sibling", person(age=45, education="none", sibling_in_canada=True), 15),
    ("nominated", person(age=44, provincial_nomination=True), 6 + 120 + 600),
]


@pytest.mark.parametrize(
    ("profile", "total"), [case[1:] for case in BY_HAND], ids=[case[0] for case in BY_HAND]
)
def test_a_total_added_up_by_hand(profile: Profile, total: int) -> None:
    assert crs(profile).total == total

"""The Federal Skilled Worker class: each table of the grid and each unmet requirement."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from scoring.rules import rules_on
from scoring.score import score
from tests.scoring.people import clb, couple, nclc, person, result

if TYPE_CHECKING:
    from scoring.profile import Profile
    from scoring.result import Fsw

RULES = rules_on(date(2026, 11, 23))

QUALIFIED: dict[str, Any] = {
    "education": "master",
    "first_language": clb(9),
    "foreign_experience_months": 36,
    "continuous_experience": True,
    "settlement_funds": 20_000,
}


def fsw(profile: Profile) -> Fsw:
    return score(profile, RULES).programs.fsw


def test_somebody_who_qualifies() -> None:
    found = fsw(person(**QUALIFIED))
    assert found.eligible
    assert found.points == 24 + 23 + 11 + 12
    assert found.unmet == ()


@pytest.mark.parametrize(
    ("change", "unmet"),
    [
        ({"foreign_experience_months": 11}, ("experience", "points")),
        ({"foreign_experience_months": 12}, ()),
        ({"foreign_experience_months": 6, "canadian_experience_months": 6}, ()),
        ({"continuous_experience": False}, ("experience",)),
        ({"continuous_experience": None}, ("experience",)),
        ({"teer": 3}, ()),
        ({"teer": 4}, ("experience",)),
        ({"occupation": "65200"}, ("experience",)),
        ({"first_language": clb(10, 10, 10, 6), "job_offer": "skilled"}, ("language",)),
        ({"first_language": clb(7)}, ("points",)),
        ({"first_language": clb(7), "relative_in_canada": True}, ()),
        ({"first_language": None, "job_offer": "skilled"}, ("language", "points")),
        ({"has_eca": False}, ("education", "points")),
        ({"education": "secondary"}, ("points",)),
        ({"settlement_funds": 15_262}, ("funds",)),
        ({"settlement_funds": 15_263}, ()),
        ({"settlement_funds": None}, ("funds",)),
        ({"settling_in_quebec": True}, ("quebec",)),
        (
            {
                "education": "none",
                "first_language": None,
                "foreign_experience_months": None,
                "settlement_funds": 0,
                "settling_in_quebec": True,
            },
            ("experience", "language", "education", "points", "funds", "quebec"),
        ),
    ],
)
def test_what_is_unmet_in_its_order(change: dict[str, Any], unmet: tuple[str, ...]) -> None:
    found = fsw(person(**QUALIFIED | change))
    assert found.unmet == unmet
    assert found.eligible == (not unmet)


def test_the_pass_mark_is_67() -> None:
    just = QUALIFIED | {"age": 38}
    assert fsw(person(**just)).points == 67
    assert fsw(person(**just)).eligible
    assert fsw(person(**QUALIFIED | {"age": 39})).unmet == ("points",)


def items(profile: Profile) -> dict[str, int]:
    return dict(fsw(profile).items)


@pytest.mark.parametrize(
    ("level", "points"), [(0, 0), (6, 0), (7, 4), (8, 5), (9, 6), (10, 6), (12, 6)]
)
def test_first_language(level: int, points: int) -> None:
    assert items(person(first_language=clb(level)))["language"] == 4 * points
    assert items(person(first_language=nclc(0, level, 0, 0)))["language"] == points


@pytest.mark.parametrize(
    ("levels", "points"), [((4,), 0), ((5,), 4), ((12,), 4), ((9, 9, 9, 4), 0)]
)
def test_second_language_needs_every_ability(levels: tuple[int, ...], points: int) -> None:
    assert items(person(second_language=nclc(*levels)))["language"] == points


EDUCATION = {
    "none": 0, "secondary": 5, "one_year": 15, "two_year": 19, "bachelor": 21, "two_or_more": 22,
    "master": 23, "professional": 23, "doctoral": 25,
}  # fmt: skip
AGES = {
    17: 0, 18: 12, 35: 12, 36: 11, 37: 10, 38: 9, 39: 8, 40: 7, 41: 6, 42: 5, 43: 4, 44: 3, 45: 2,
    46: 1, 47: 0, 90: 0,
}  # fmt: skip


@pytest.mark.parametrize(("education", "points"), EDUCATION.items())
def test_education(education: str, points: int) -> None:
    assert items(person(education=education))["education"] == points


@pytest.mark.parametrize(
    ("canadian", "foreign", "points"),
    [
        (0, 11, 0),
        (6, 6, 9),
        (0, 23, 9),
        (12, 12, 11),
        (0, 47, 11),
        (0, 48, 13),
        (30, 41, 13),
        (36, 36, 15),
        (0, 240, 15),
    ],
)
def test_experience_counts_canada_and_abroad_together(
    canadian: int, foreign: int, points: int
) -> None:
    worked = person(canadian_experience_months=canadian, foreign_experience_months=foreign)
    assert items(worked)["experience"] == points


@pytest.mark.parametrize(("age", "points"), AGES.items())
def test_age(age: int, points: int) -> None:
    assert items(person(age=age))["age"] == points


@pytest.mark.parametrize("offer", ["skilled", "senior_management"])
def test_an_offer_still_gives_ten_and_five(offer: str) -> None:
    found = items(person(job_offer=offer))
    assert (found["arranged_employment"], found["adaptability"]) == (10, 5)
    assert items(person(job_offer="none"))["arranged_employment"] == 0


@pytest.mark.parametrize(
    ("profile", "points"),
    [
        (person(), 0),
        (person(canadian_experience_months=11), 0),
        (person(canadian_experience_months=12), 10),
        (person(canadian_study="one_year"), 0),
        (person(canadian_study="two_year"), 5),
        (person(canadian_study="three_or_more_years"), 5),
        (person(education="master", canadian_study="graduate_one_year"), 0),
        (person(relative_in_canada=True), 5),
        (person(sibling_in_canada=True), 5),
        (person(sibling_in_canada=True, relative_in_canada=True), 5),
        (person(relative_in_canada=True, job_offer="skilled"), 10),
        (person(relative_in_canada=True, canadian_experience_months=12), 10),
        (couple({"language": clb(4)}), 5),
        (couple({"language": clb(9, 9, 9, 3)}), 0),
        (couple({"language": result("ielts", 9, taken_on="2020-01-01")}), 0),
        (couple({"education": "bachelor", "canadian_study": "two_year"}), 5),
        (couple({"education": "bachelor", "canadian_study": "one_year"}), 0),
        (couple({"education": "master", "canadian_study": "graduate_one_year"}), 0),
        (couple({"canadian_experience_months": 12}), 5),
        (couple({"canadian_experience_months": 11}), 0),
        (couple({"canadian_experience_months": 12, "canadian": True}), 0),
        (couple({"language": clb(4), "accompanying": False}), 0),
        (couple({"language": clb(4), "canadian_experience_months": 12}, sibling_in_canada=True),
         10),
    ],
)  # fmt: skip
def test_adaptability(profile: Profile, points: int) -> None:
    assert items(profile)["adaptability"] == points

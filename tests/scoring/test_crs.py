"""The CRS table by table, in both columns, with every cap."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from scoring.rules import rules_on
from scoring.score import score
from tests.scoring.people import clb, couple, nclc, person, result

if TYPE_CHECKING:
    from scoring.profile import Profile
    from scoring.result import Crs

TODAY = date(2026, 11, 23)


def crs(profile: Profile, on: date = TODAY) -> Crs:
    return score(profile, rules_on(on)).crs


AGES = {
    0: (0, 0), 17: (0, 0), 18: (90, 99), 19: (95, 105), 20: (100, 110), 29: (100, 110),
    30: (95, 105), 31: (90, 99), 32: (85, 94), 33: (80, 88), 34: (75, 83), 35: (70, 77),
    36: (65, 72), 37: (60, 66), 38: (55, 61), 39: (50, 55), 40: (45, 50), 41: (35, 39),
    42: (25, 28), 43: (15, 17), 44: (5, 6), 45: (0, 0), 130: (0, 0),
}  # fmt: skip
EDUCATION = {
    "none": (0, 0), "secondary": (28, 30), "one_year": (84, 90), "two_year": (91, 98),
    "bachelor": (112, 120), "two_or_more": (119, 128), "master": (126, 135),
    "professional": (126, 135), "doctoral": (140, 150),
}  # fmt: skip
FIRST_LANGUAGE = [
    (0, 0), (0, 0), (0, 0), (0, 0), (6, 6), (6, 6), (8, 9), (16, 17), (22, 23), (29, 31),
    (32, 34), (32, 34), (32, 34),
]  # fmt: skip
SECOND_LANGUAGE = [0, 0, 0, 0, 0, 1, 1, 3, 3, 6, 6, 6, 6]
WORK = {0: (0, 0), 11: (0, 0), 12: (35, 40), 23: (35, 40), 24: (46, 53), 36: (56, 64),
        48: (63, 72), 59: (63, 72), 60: (70, 80), 120: (70, 80), 500: (70, 80)}  # fmt: skip


@pytest.mark.parametrize(("age", "points"), AGES.items())
def test_age(age: int, points: tuple[int, int]) -> None:
    assert crs(couple(age=age)).core.items["age"] == points[0]
    assert crs(person(age=age)).core.items["age"] == points[1]


@pytest.mark.parametrize(
    ("birth_date", "points"),
    [("2006-11-24", 105), ("2006-11-23", 110), ("1996-11-24", 110), ("1996-11-23", 105)],
)
def test_age_by_birth_date(birth_date: str, points: int) -> None:
    assert crs(person(birth_date=birth_date)).core.items["age"] == points


@pytest.mark.parametrize(("education", "points"), EDUCATION.items())
def test_education(education: str, points: tuple[int, int]) -> None:
    assert crs(couple(education=education)).core.items["education"] == points[0]
    assert crs(person(education=education)).core.items["education"] == points[1]


@pytest.mark.parametrize("level", range(13))
@pytest.mark.parametrize("ability", range(4))
def test_first_language_counts_each_ability(ability: int, level: int) -> None:
    levels = [0, 0, 0, 0]
    levels[ability] = level
    with_spouse, alone = FIRST_LANGUAGE[level]
    for first in (clb(*levels), nclc(*levels)):
        assert crs(couple(first_language=first)).core.items["first_language"] == with_spouse
        assert crs(person(first_language=first)).core.items["first_language"] == alone


@pytest.mark.parametrize("level", range(13))
def test_second_language_counts_each_ability(level: int) -> None:
    one, all_four = nclc(level, 0, 0, 0), nclc(level)
    points = SECOND_LANGUAGE[level]
    for someone, cap in ((person, 24), (couple, 22)):
        items = crs(someone(second_language=one)).core.items
        assert items["second_language"] == points
        items = crs(someone(second_language=all_four)).core.items
        assert items["second_language"] == min(4 * points, cap)


@pytest.mark.parametrize(("months", "points"), WORK.items())
def test_canadian_experience(months: int, points: tuple[int, int]) -> None:
    worked = {"canadian_experience_months": months}
    assert crs(couple(**worked)).core.items["canadian_experience"] == points[0]
    assert crs(person(**worked)).core.items["canadian_experience"] == points[1]


EDUCATION_OF_SPOUSE = {
    "none": 0, "secondary": 2, "one_year": 6, "two_year": 7, "bachelor": 8, "two_or_more": 9,
    "master": 10, "professional": 10, "doctoral": 10,
}  # fmt: skip


@pytest.mark.parametrize(("education", "points"), EDUCATION_OF_SPOUSE.items())
def test_education_of_a_spouse(education: str, points: int) -> None:
    assert crs(couple({"education": education})).spouse.items["education"] == points


@pytest.mark.parametrize(
    ("level", "points"),
    [(0, 0), (4, 0), (5, 1), (6, 1), (7, 3), (8, 3), (9, 5), (12, 5)],
)
def test_language_of_a_spouse(level: int, points: int) -> None:
    assert crs(couple({"language": clb(level)})).spouse.items["language"] == 4 * points
    assert crs(couple({"language": nclc(0, 0, level, 0)})).spouse.items["language"] == points


@pytest.mark.parametrize(
    ("months", "points"),
    [(0, 0), (11, 0), (12, 5), (24, 7), (36, 8), (48, 9), (60, 10), (90, 10)],
)
def test_canadian_experience_of_a_spouse(months: int, points: int) -> None:
    items = crs(couple({"canadian_experience_months": months})).spouse.items
    assert items["canadian_experience"] == points


@pytest.mark.parametrize(
    "presence",
    [
        {"accompanying": False},
        {"canadian": True},
        {"accompanying": None},
        {"accompanying": False, "canadian": True},
    ],
)
def test_a_spouse_who_is_canadian_or_stays_counts_as_none(presence: dict[str, Any]) -> None:
    spouse = {"education": "doctoral", "language": clb(10), "canadian_experience_months": 60}
    assert crs(couple(spouse | presence)) == crs(person())


EDUCATION_TIER = {
    "none": 0, "secondary": 0, "one_year": 1, "two_year": 1, "bachelor": 1, "two_or_more": 2,
    "master": 2, "professional": 2, "doctoral": 2,
}  # fmt: skip
POINTS = ((0, 0, 0), (0, 13, 25), (0, 25, 50))


@pytest.mark.parametrize(("education", "tier"), EDUCATION_TIER.items())
def test_transferability_of_education(education: str, tier: int) -> None:
    for level, step in ((6, 0), (7, 1), (8, 1), (9, 2), (12, 2)):
        items = crs(person(education=education, first_language=clb(level))).transferability.items
        assert items["education_language"] == POINTS[tier][step]
    for months, step in ((11, 0), (12, 1), (23, 1), (24, 2), (60, 2)):
        worked = person(education=education, canadian_experience_months=months)
        items = crs(worked).transferability.items
        assert items["education_canadian_experience"] == POINTS[tier][step]


@pytest.mark.parametrize(("months", "tier"), [(11, 0), (12, 1), (35, 1), (36, 2), (90, 2)])
def test_transferability_of_foreign_experience(months: int, tier: int) -> None:
    for level, step in ((6, 0), (7, 1), (8, 1), (9, 2), (12, 2)):
        worked = person(foreign_experience_months=months, first_language=clb(level))
        items = crs(worked).transferability.items
        assert items["foreign_experience_language"] == POINTS[tier][step]
    for canadian, step in ((11, 0), (12, 1), (23, 1), (24, 2), (60, 2)):
        worked = person(foreign_experience_months=months, canadian_experience_months=canadian)
        items = crs(worked).transferability.items
        assert items["foreign_experience_canadian_experience"] == POINTS[tier][step]


@pytest.mark.parametrize(
    ("levels", "points"),
    [((4,), 0), ((5,), 25), ((6,), 25), ((7,), 50), ((10,), 50), ((9, 9, 9, 6), 25)],
)
def test_transferability_of_a_certificate(levels: tuple[int, ...], points: int) -> None:
    certified = person(trade_certificate=True, first_language=clb(*levels))
    assert crs(certified).transferability.items["certificate_language"] == points
    without = person(first_language=clb(*levels))
    assert crs(without).transferability.items["certificate_language"] == 0


def test_one_weak_ability_decides_transferability() -> None:
    items = crs(person(first_language=clb(9, 9, 8, 9))).transferability.items
    assert items["education_language"] == 13


def test_each_transferability_group_is_capped_at_50_and_all_at_100() -> None:
    education = person(education="master", first_language=clb(9), canadian_experience_months=24)
    assert crs(education).transferability.items["education_language"] == 50
    assert crs(education).transferability.items["education_canadian_experience"] == 50
    assert crs(education).transferability.total == 50

    foreign = person(
        education="none",
        first_language=clb(9),
        canadian_experience_months=24,
        foreign_experience_months=36,
    )
    assert crs(foreign).transferability.total == 50

    everything = person(
        education="master",
        first_language=clb(9),
        canadian_experience_months=24,
        foreign_experience_months=36,
        trade_certificate=True,
    )
    assert sum(crs(everything).transferability.items.values()) == 250
    assert crs(everything).transferability.total == 100


@pytest.mark.parametrize(
    ("first", "second", "points"),
    [
        (nclc(7), None, 25),
        (nclc(7), "none", 25),
        (nclc(7), clb(4), 25),
        (nclc(7), clb(5), 50),
        (nclc(7), clb(9, 9, 9, 4), 25),
        (nclc(7, 7, 6, 7), clb(9), 0),
        (clb(5), nclc(7), 50),
        (clb(4), nclc(7), 25),
        (clb(9), nclc(6), 0),
        (None, nclc(7), 25),
        ("none", nclc(12), 25),
        (clb(9), None, 0),
        (result("pte", 90), result("tcf", 699, 699, 20, 20), 50),
    ],
)
def test_french_whichever_language_is_first(first: Any, second: Any, points: int) -> None:
    bilingual = person(first_language=first, second_language=second)
    assert crs(bilingual).additional.items["french"] == points


@pytest.mark.parametrize(
    ("study", "points"),
    [
        (None, 0),
        ("none", 0),
        ("one_year", 15),
        ("two_year", 15),
        ("three_or_more_years", 30),
        ("graduate_one_year", 30),
    ],
)
def test_canadian_study(study: str | None, points: int) -> None:
    graduate = person(education="master", canadian_study=study)
    assert crs(graduate).additional.items["canadian_study"] == points


def test_sibling_nomination_and_offer() -> None:
    additional = crs(
        person(sibling_in_canada=True, provincial_nomination=True, job_offer="senior_management")
    ).additional
    assert additional.items["sibling"] == 15
    assert additional.items["provincial_nomination"] == 600
    assert additional.items["job_offer"] == 0
    assert additional.total == 600

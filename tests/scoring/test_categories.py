"""Category-based selection: who is in which category, by date."""

from __future__ import annotations

from datetime import date

import pytest

from scoring.categories import CATEGORIES, CategoryWork, categories_of, categories_on
from scoring.occupations import occupations
from scoring.parameters.tree import tree
from scoring.rounds import ROUND_KINDS

TODAY = date(2026, 11, 23)


def ids(occupation: str, day: date = TODAY) -> set[str]:
    return {category.id for category in categories_of(occupation, day)}


@pytest.mark.parametrize(
    ("day", "categories"),
    [
        (date(2023, 5, 30), set()),
        (
            date(2023, 5, 31),
            {"french", "healthcare", "stem", "trade", "transport", "agriculture"},
        ),
        (
            date(2025, 2, 27),
            {"french", "healthcare", "stem", "trade", "education", "agriculture"},
        ),
        (date(2026, 2, 18), set(CATEGORIES) - {"agriculture"}),
    ],
)
def test_categories_by_date(day: date, categories: set[str]) -> None:
    assert set(categories_on(day)) == categories


@pytest.mark.parametrize(
    ("occupation", "before", "after"),
    [
        ("21231", "2025-02-26 stem", "2025-02-27"),
        ("21232", "2025-02-26 stem", "2025-02-27"),
        ("72600", "2026-02-17", "2026-02-18 transport"),
        ("73300", "2025-02-26 transport", "2026-02-18"),
        ("31102", "2026-02-17 healthcare", "2026-02-18 healthcare physicians"),
        ("63200", "2026-02-17 trade", "2026-02-18"),
    ],
)
def test_occupations_come_and_go_on_their_day(occupation: str, before: str, after: str) -> None:
    for said in (before, after):
        day, *expected = said.split()
        assert ids(occupation, date.fromisoformat(day)) == set(expected)


@pytest.mark.parametrize(
    ("day", "rule"),
    [
        (date(2026, 2, 17), CategoryWork(6, 3, continuous=True, in_canada=False)),
        (date(2026, 2, 18), CategoryWork(12, 3, continuous=False, in_canada=False)),
    ],
)
def test_work_by_date(day: date, rule: CategoryWork) -> None:
    assert categories_on(day)["healthcare"].work == rule


def test_some_take_work_in_canada_only_and_some_ask_for_other_things() -> None:
    now = categories_on(TODAY)
    in_canada = {each.id for each in now.values() if each.work and each.work.in_canada}
    assert in_canada == {"physicians", "senior_managers", "researchers"}
    assert now["french"].nclc == 7
    assert {each.id for each in now.values() if each.work is None} == {"french", "military"}


def test_counts_are_the_published_ones() -> None:
    counts = {each.id: len(each.occupations) for each in categories_on(TODAY).values()}
    assert counts == {
        "french": 0,
        "healthcare": 37,
        "stem": 11,
        "trade": 25,
        "education": 5,
        "transport": 4,
        "physicians": 3,
        "senior_managers": 4,
        "researchers": 2,
        "military": 3,
    }


def test_every_list_is_of_unit_groups_and_every_category_has_its_rounds() -> None:
    entries = [
        entry
        for parameter in tree().under("categories").values()
        for entry in parameter.entries
        if "occupations" in entry.data
    ]
    assert all(set(entry.value("occupations")) <= set(occupations()) for entry in entries)
    assert set(tree().under("categories")) == set(CATEGORIES) <= set(ROUND_KINDS)

"""Category-based selection: the categories of a day, their occupations and the work they ask for.

A file a category stands in ``parameters/categories/``; the work rule, which they share, in
``parameters/category_work.toml``. A candidate must also qualify for one of the three programs.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Literal, TypeAlias, get_args

from scoring.occupations import occupations
from scoring.parameters.tables import names, number
from scoring.parameters.tree import tree

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from scoring.parameters.tree import Entry

CategoryId: TypeAlias = Literal[
    "french",
    "healthcare",
    "stem",
    "trade",
    "education",
    "transport",
    "agriculture",
    "physicians",
    "senior_managers",
    "researchers",
    "military",
]
"""A category, by the kind of its rounds."""

CATEGORIES: tuple[CategoryId, ...] = get_args(CategoryId)


@dataclass(frozen=True, slots=True)
class CategoryWork:
    """Work in one occupation of a category, full-time or as much part-time."""

    months: int
    window_years: int
    """How far back it counts."""
    continuous: bool
    """Whether it must be without a break."""
    in_canada: bool
    """Whether only work in Canada counts."""


@dataclass(frozen=True, slots=True)
class Service:
    """What military recruits are asked instead of work."""

    offer_years: int
    """A full-time offer of the Canadian Armed Forces for so long, in an occupation listed."""
    service_years: int
    """Unbroken service in a recognised foreign military."""
    study_years: int
    """A post-secondary credential of a programme of so long."""


@dataclass(frozen=True, slots=True)
class Category:
    """One category as it is on a day."""

    id: CategoryId
    since: date
    """The day since which its list stands as it does."""
    occupations: frozenset[str]
    """Unit groups of NOC 2021; empty where any occupation will do."""
    work: CategoryWork | None
    """The work it asks for; None where it asks for none, or for other things."""
    nclc: int | None
    """The level of French it asks for in each ability."""
    service: Service | None
    """What military recruits are asked; None for all others."""
    confirmed: bool
    checked: date


@lru_cache(maxsize=256)
def categories_on(day: date) -> Mapping[CategoryId, Category]:
    """The categories of a day by id; none before the first were named."""
    return {
        id_: _category(id_, entry, day)
        for id_ in CATEGORIES
        if (entry := tree().parameters[f"categories/{id_}"].on(day)) is not None and _exists(entry)
    }


def categories_of(occupation: str, day: date) -> tuple[Category, ...]:
    """The categories of a day that list an occupation."""
    return tuple(each for each in categories_on(day).values() if occupation in each.occupations)


def _exists(entry: Entry) -> bool:
    """An entry without occupations, and without a level, ends a category."""
    return "nclc" in entry.data or bool(entry.value("occupations"))


def _category(id_: CategoryId, entry: Entry, day: date) -> Category:
    by_occupation = "occupations" in entry.data
    listed = names(entry, "occupations", occupations()) if by_occupation else frozenset()
    work = tree().parameters["category_work"].on(day) if by_occupation else None
    return Category(
        id=id_,
        since=entry.since,
        occupations=listed,
        work=None if work is None or not entry.data.get("work", True) else _work(entry, work),
        nclc=number(entry, "nclc") if "nclc" in entry.data else None,
        service=_service(entry) if "service_years" in entry.data else None,
        confirmed=entry.confirmed,
        checked=entry.checked,
    )


def _work(entry: Entry, rule: Entry) -> CategoryWork:
    return CategoryWork(
        months=number(rule, "months"),
        window_years=number(rule, "window_years"),
        continuous=bool(rule.value("continuous")),
        in_canada=bool(entry.data.get("canadian_experience", False)),
    )


def _service(entry: Entry) -> Service:
    return Service(
        offer_years=number(entry, "offer_years"),
        service_years=number(entry, "service_years"),
        study_years=number(entry, "study_years"),
    )

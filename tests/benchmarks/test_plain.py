"""The whole score beside a plain calculator of the total, which nobody could do without."""

from __future__ import annotations

import random
from datetime import date
from functools import partial
from statistics import median
from time import process_time
from timeit import timeit
from typing import TYPE_CHECKING, Any

from scoring.rules import rules_on
from scoring.score import score
from scoring.vocabulary import EDUCATIONS
from tests.benchmarks.plain import plain_total
from tests.figures import note
from tests.scoring.people import clb, person, person_fields

if TYPE_CHECKING:
    from collections.abc import Callable

    from scoring.profile import Profile
    from scoring.rules import Rules

PEOPLE = 300
TURNS = 25
MOST_TIMES = 8.0
"""For all items, three programs with their reasons, and notes; 4 is usual."""


def test_a_whole_score_costs_at_most_eight_plain_totals() -> None:
    rules = rules_on(date(2026, 11, 23))
    given = singles()
    people = [person(**fields) for fields in given]
    assert [score(one, rules).crs.total for one in people] == [plain_total(one) for one in given]
    ratios: list[float] = []
    for _ in range(TURNS):
        whole, plain = seconds(partial(score_all, people, rules)), seconds(partial(add_up, given))
        ratios.append(whole / plain)
    note(
        f"score: {median(ratios):.1f} times a plain calculator of the total "
        f"({whole / PEOPLE * 1e6:.0f} and {plain / PEOPLE * 1e6:.1f} µs)"
    )
    assert median(ratios) <= MOST_TIMES


def singles() -> list[dict[str, Any]]:
    """People of all kinds that a plain calculator knows."""
    draw = random.Random(5)
    return [
        person_fields(
            age=draw.randint(18, 50),
            education=draw.choice(EDUCATIONS),
            first_language=clb(*(draw.randint(3, 12) for _ in range(4))),
            canadian_experience_months=draw.randint(0, 80),
            foreign_experience_months=draw.randint(0, 60),
        )
        for _ in range(PEOPLE)
    ]


def score_all(people: list[Profile], rules: Rules) -> None:
    for one in people:
        score(one, rules)


def add_up(given: list[dict[str, Any]]) -> None:
    for fields in given:
        plain_total(fields)


def seconds(work: Callable[[], None]) -> float:
    return timeit(work, timer=process_time, number=2) / 2

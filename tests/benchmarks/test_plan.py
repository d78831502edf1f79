"""How long plans take for people as different as can be, and how much memory."""

from __future__ import annotations

import tracemalloc
from datetime import date
from functools import partial
from statistics import quantiles
from time import process_time
from timeit import repeat, timeit
from typing import TYPE_CHECKING

import pytest

from scoring.plan import plan
from scoring.rules import rules_on
from scoring.score import score
from tests.benchmarks.test_score import YARDSTICK_SECONDS, yardstick
from tests.figures import note
from tests.scoring.people import many_people

if TYPE_CHECKING:
    from pytest_benchmark.fixture import BenchmarkFixture

    from scoring.profile import Profile

PEOPLE = 80
YARDSTICKS = 40
STEPS_ABOVE = (20, 60, 120, 200, 350)
"""How far above their total people aim, one after the other."""
MOST_BYTES = 8_000_000
RULES = rules_on(date(2026, 11, 23))


@pytest.mark.parametrize(
    ("aiming", "most_seconds"),
    [(False, 10e-3), (True, 30e-3)],
    ids=["without a target", "to a target"],
)
@pytest.mark.benchmark(min_rounds=1, max_time=0.1)
def test_a_plan_takes_at_most(
    aiming: bool, most_seconds: float, benchmark: BenchmarkFixture
) -> None:
    work = [
        partial(plan, person, RULES, target if aiming else None)
        for person, target in people_with_targets()
    ]

    def plan_for_everybody() -> None:
        for one in work:
            one()

    benchmark(plan_for_everybody)

    # The processor's time, so that other work does not count; and where even the yardstick is
    # slow just then, the machine is, and such times count for less.
    times = sorted(1e3 * timeit(one, timer=process_time, number=1) / slowness() for one in work)
    p50, p95 = quantiles(times, n=20)[9], quantiles(times, n=20)[-1]
    figures = f"p50 {p50:.1f} ms, p95 {p95:.1f} ms, max {times[-1]:.1f} ms"
    note(f"plans {'' if aiming else 'not '}to a target: {figures}")
    assert p95 < 1e3 * most_seconds


def test_memory_is_flat() -> None:
    work = people_with_targets()
    for person, target in work[:10]:
        plan(person, RULES, target)  # fills the tables that stay
    tracemalloc.start()
    try:
        for person, target in work[:40]:
            plan(person, RULES, target)
        left, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert peak < MOST_BYTES
    assert left < MOST_BYTES / 4


def slowness() -> float:
    """How much slower than at rest this machine is now; at least 1."""
    pace = min(repeat(yardstick, timer=process_time, number=1, repeat=YARDSTICKS))
    return max(1.0, pace / YARDSTICK_SECONDS)


def people_with_targets() -> list[tuple[Profile, int]]:
    return [
        (person, score(person, RULES).crs.total + STEPS_ABOVE[number % len(STEPS_ABOVE)])
        for number, person in enumerate(many_people(PEOPLE))
    ]

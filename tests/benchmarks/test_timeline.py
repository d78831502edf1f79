"""How long a timeline takes: two years ahead, for everybody."""

from __future__ import annotations

from datetime import date
from functools import partial
from statistics import quantiles
from time import process_time
from timeit import repeat
from typing import TYPE_CHECKING

from scoring.rules import rules_on
from scoring.timeline import timeline
from tests.figures import note
from tests.scoring.people import many_people

if TYPE_CHECKING:
    from pytest_benchmark.fixture import BenchmarkFixture

PEOPLE = 200
REPEATS = 3
MOST_SECONDS = 20e-3
WORK = ("none", "canada", "abroad")


def test_a_timeline_takes_less_than_20_milliseconds(benchmark: BenchmarkFixture) -> None:
    rules = rules_on(date(2026, 11, 23))
    people = [
        person.model_copy(update={"current_work": WORK[index % len(WORK)]})
        for index, person in enumerate(many_people(PEOPLE))
    ]

    def look_ahead_for_everybody() -> None:
        for person in people:
            timeline(person, rules)

    benchmark(look_ahead_for_everybody)

    times = [
        min(repeat(partial(timeline, person, rules), timer=process_time, number=1, repeat=REPEATS))
        for person in people
    ]
    p95 = quantiles(times, n=20)[-1]
    note(f"timeline of 24 months: p95 {p95 * 1e3:.2f} ms of {PEOPLE} people")
    assert p95 < MOST_SECONDS

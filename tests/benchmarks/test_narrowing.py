"""How long it takes to tell what narrows a range, at worst."""

from __future__ import annotations

from datetime import date
from functools import partial
from time import process_time
from timeit import repeat
from typing import TYPE_CHECKING, Any

from scoring.narrowing import narrowing
from scoring.profile import OpenProfile
from scoring.rules import rules_on
from tests.benchmarks.test_score import YARDSTICK_SECONDS, yardstick
from tests.figures import note

if TYPE_CHECKING:
    from pytest_benchmark.fixture import BenchmarkFixture

REPEATS = 30
MOST_SECONDS = 20e-3
OPEN: list[dict[str, Any]] = [
    {},
    {"marital_status": "married"},
    {"marital_status": "married", "age": 30, "provincial_nomination": False},
    {"spouse": {}, "first_language": {"test": "ielts"}, "second_language": {"test": "tef"}},
]
"""People of whom as good as nothing is known: the more is open, the longer it takes."""


def test_narrowing_takes_less_than_20_milliseconds(benchmark: BenchmarkFixture) -> None:
    rules = rules_on(date(2026, 11, 23))
    people = [OpenProfile.model_validate(fields) for fields in OPEN]

    benchmark(narrowing, people[0], rules)

    # The quickest of each by the processor's time, for other work only adds to it; a slow machine
    # is told by the yardstick.
    calls = [partial(narrowing, person, rules) for person in people]
    slowest = max(min(repeat(call, timer=process_time, number=1, repeat=REPEATS)) for call in calls)
    note(f"narrowing with everything open: {slowest * 1e3:.1f} ms")
    pace = min(repeat(yardstick, timer=process_time, number=1, repeat=REPEATS)) / YARDSTICK_SECONDS
    assert slowest < MOST_SECONDS * max(1.0, pace)

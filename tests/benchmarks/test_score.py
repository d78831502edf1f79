"""How long scoring takes: a validated profile by compiled rules."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from scoring.rules import rules_on
from scoring.score import score
from tests.scoring.people import many_people

if TYPE_CHECKING:
    from pytest_benchmark.fixture import BenchmarkFixture

PEOPLE = 500
MOST_SECONDS = 15e-6


def test_a_score_takes_at_most_15_microseconds(benchmark: BenchmarkFixture) -> None:
    people = many_people(PEOPLE)
    rules = rules_on(date(2026, 11, 23))

    def score_everybody() -> None:
        for person in people:
            score(person, rules)

    benchmark(score_everybody)

    # The quietest round is the mean over everybody: other work on the machine only adds to it.
    assert benchmark.stats is not None
    assert benchmark.stats.stats.min / PEOPLE <= MOST_SECONDS

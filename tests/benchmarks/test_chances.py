"""How long the chances of one person take: every kind of round, along a timeline."""

from __future__ import annotations

from datetime import date, timedelta
from time import process_time
from timeit import repeat
from typing import TYPE_CHECKING

from scoring.chances import Step, chances
from scoring.record import Record
from scoring.rounds import ROUND_KINDS
from tests.figures import note

if TYPE_CHECKING:
    from pytest_benchmark.fixture import BenchmarkFixture

TODAY = date(2026, 11, 23)
MOST_SECONDS = 20e-3


def test_the_chances_of_a_person_take_less_than_20_milliseconds(
    benchmark: BenchmarkFixture,
) -> None:
    path = [Step(TODAY + timedelta(days=60 * number), 500 - 5 * number) for number in range(6)]
    record = Record.shipped()

    def ask_of_every_kind() -> None:
        for kind in ROUND_KINDS:
            chances(record, kind, TODAY, path)

    benchmark(ask_of_every_kind)
    taken = min(repeat(ask_of_every_kind, timer=process_time, number=1, repeat=5))
    note(f"chances of all kinds of rounds: {taken * 1e3:.2f} ms a person")
    assert taken < MOST_SECONDS

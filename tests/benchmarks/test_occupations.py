"""How long a search for a job title takes, at worst."""

from __future__ import annotations

from functools import partial
from time import process_time
from timeit import repeat
from typing import TYPE_CHECKING

from dialogs.reading.occupations import read_occupation
from tests.benchmarks.test_score import YARDSTICK_SECONDS, yardstick
from tests.figures import note

if TYPE_CHECKING:
    from pytest_benchmark.fixture import BenchmarkFixture

REPEATS = 20
MOST_SECONDS = 20e-3
TYPED = (
    "software engineer",
    "technicien opérateur ouvrier chef agent machine assistant responsable directeur conducteur",
    "pre con dev man ope tec ing res ass ser cha ouv",
    "machine operator plant worker manager supervisor technician assistant sales service clerk",
    "qzfjwkxv " * 44,
    " ".join(f"{letter}ngineeering{letter}technicyan" for letter in "abcdefghijklm"),
    "o" * 400,
)
"""Words in very many titles, beginnings of very many words, and words that are none."""


def test_a_search_takes_less_than_20_milliseconds(benchmark: BenchmarkFixture) -> None:
    benchmark(read_occupation, TYPED[0], "en")

    # The quickest of each, as other work only adds time; a slow machine is told by the yardstick.
    calls = [partial(read_occupation, text, "fr") for text in TYPED]
    slowest = max(min(repeat(call, timer=process_time, number=1, repeat=REPEATS)) for call in calls)
    note(f"slowest search for an occupation: {slowest * 1e3:.1f} ms")
    pace = min(repeat(yardstick, timer=process_time, number=1, repeat=REPEATS)) / YARDSTICK_SECONDS
    assert slowest < MOST_SECONDS * max(1.0, pace)

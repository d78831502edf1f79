"""How long it takes to look up a question, the first time and after."""

from __future__ import annotations

from functools import partial
from time import process_time
from timeit import repeat
from typing import TYPE_CHECKING

from dialogs.conversation import LANGUAGES
from messages.guide.entries import entries, wordings
from messages.guide.ranking import Ranked, guide_ranking
from tests.benchmarks.test_plan import slowness
from tests.figures import note

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytest_benchmark.fixture import BenchmarkFixture

REPEATS = 7
MOST_SECONDS_AT_FIRST = 150e-3
MOST_SECONDS = 5e-3
ASKED = (
    "what is crs",
    "my proffile expirs next weak what then",
    "how do i find the code of my job and which papers do i need for the invitation " * 4,
    "combien d'argent faut-il montrer pour une famille de trois personnes",
    "w" * 390,
    "the a is of to in",
    "zdfg hjkl wertz bnmop " * 15,
)


def at_first() -> None:
    """Reads the files of both languages."""
    entries.cache_clear()
    wordings.cache_clear()
    ranking = Ranked()
    for language in LANGUAGES:
        ranking.rank("what is crs", language)


def seconds(work: Callable[[], object]) -> float:
    """The processor's time that some work takes at its quickest, on a machine at rest."""
    return min(repeat(work, timer=process_time, number=1, repeat=REPEATS)) / slowness()


def test_first_use_takes_less_than_150_milliseconds_a_language(benchmark: BenchmarkFixture) -> None:
    benchmark(at_first)
    taken = seconds(at_first) / len(LANGUAGES)
    note(f"first use of the guide: {taken * 1e3:.0f} ms a language")
    assert taken < MOST_SECONDS_AT_FIRST


def test_a_look_up_takes_less_than_5_milliseconds(benchmark: BenchmarkFixture) -> None:
    ranking = guide_ranking()
    benchmark(ranking.rank, ASKED[0], "en")
    slowest = max(
        seconds(partial(ranking.rank, text, language)) for text in ASKED for language in LANGUAGES
    )
    note(f"a look-up at worst: {slowest * 1e3:.1f} ms")
    assert slowest < MOST_SECONDS

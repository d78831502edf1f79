"""How long a picture takes to draw, and that drawing many does not fill the memory."""

from __future__ import annotations

import resource
from time import process_time
from typing import TYPE_CHECKING

import pytest

from messages.pictures import plan_picture, score_picture, timeline_picture
from tests.messages.pictures.samples import PLANS, TIMELINES, scored

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytest_benchmark.fixture import BenchmarkFixture

    from messages.pictures import Picture

MOST_SECONDS = 0.05
ROUNDS = 8
MOST_KILOBYTES = 10 * 1024

SCORE = scored("score, couple", "fr")
DRAWN: dict[str, Callable[[], Picture]] = {
    "score": lambda: score_picture(SCORE, "fr"),
    "plan": lambda: plan_picture(PLANS["target reached"], "fr"),
    "timeline": lambda: timeline_picture(TIMELINES["some changes"], "fr"),
}


def processor_seconds(draw: Callable[[], Picture]) -> float:
    began = process_time()
    draw()
    return process_time() - began


@pytest.mark.parametrize("name", DRAWN)
def test_a_picture_takes_at_most_50_milliseconds(name: str, benchmark: BenchmarkFixture) -> None:
    draw = DRAWN[name]
    benchmark(draw)
    assert min(processor_seconds(draw) for _ in range(ROUNDS)) <= MOST_SECONDS


def test_many_pictures_need_no_more_memory_than_a_few() -> None:
    def most() -> int:
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss

    for draw in DRAWN.values():
        draw()
    before = most()
    for _ in range(ROUNDS):
        for draw in DRAWN.values():
            draw()
    assert most() - before <= MOST_KILOBYTES

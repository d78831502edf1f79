"""One person's flood is refused after a while, politely, once; others are not touched."""

from __future__ import annotations

import time

import pytest

from bot.flood import FloodLimit, Verdict

TAKE, TELL, REFUSE = Verdict.TAKE, Verdict.REFUSE_AND_TELL, Verdict.REFUSE


class Hands:
    """A clock that is set by hand."""

    now = 1000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Hands:
    return Hands()


@pytest.fixture
def limit(clock: Hands) -> FloodLimit:
    return FloodLimit(4, 2.0, clock)


def judged(limit: FloodLimit, times: int, person: str = "anna") -> list[Verdict]:
    return [limit.judge(person) for _ in range(times)]


def test_a_flood_is_told_once_and_then_refused(limit: FloodLimit) -> None:
    assert judged(limit, 8) == [TAKE] * 4 + [TELL] + [REFUSE] * 3
    assert judged(limit, 4, "boris") == [TAKE] * 4


def test_a_flood_that_goes_on_is_not_told_again(limit: FloodLimit, clock: Hands) -> None:
    judged(limit, 5)
    for _ in range(10):
        clock.now += 0.5
        assert judged(limit, 2) == [TAKE, REFUSE]


def test_after_a_pause_all_is_forgiven(limit: FloodLimit, clock: Hands) -> None:
    judged(limit, 9)
    clock.now += 60
    assert judged(limit, 5) == [TAKE] * 4 + [TELL]


def test_what_is_given_back_does_not_count(limit: FloodLimit) -> None:
    limit.give_back("nobody known")
    for _ in range(20):
        assert limit.judge("anna") is TAKE
        limit.give_back("anna")
    assert judged(limit, 5) == [TAKE] * 4 + [TELL]


def test_no_limit(clock: Hands) -> None:
    assert set(judged(FloodLimit(0, 2.0, clock), 5_000)) == {TAKE}


def test_forgetting_the_quiet_forgives_nobody(
    limit: FloodLimit, clock: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.flood._MOST_REMEMBERED", 10)
    judged(limit, 6)
    for number in range(100):
        assert limit.judge(str(number)) is TAKE
    assert limit.judge("anna") is REFUSE
    clock.now += 60
    assert judged(limit, 5) == [TAKE] * 4 + [TELL]


def test_a_crowd_is_judged_as_quickly_as_a_few(limit: FloodLimit) -> None:
    """Nobody is looked through anew for each who comes; that took seconds."""
    began = time.process_time()
    for number in range(14_000):
        assert limit.judge(str(number)) is TAKE
    assert time.process_time() - began < 1.0

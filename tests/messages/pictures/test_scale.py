"""Scales: values inside, round ticks, markers that stand apart."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from messages.pictures.scale import Scale, direction, spread

TOTALS = st.lists(st.integers(0, 1200), min_size=1, max_size=20)
SHARES = st.lists(st.floats(0, 1), max_size=16).map(sorted)
GAP = 0.075
ROUNDING = 1e-9


@given(TOTALS)
def test_every_value_is_inside(values: list[int]) -> None:
    scale = Scale.around(values)
    shares = [scale.share(value) for value in values]
    assert all(0 <= share < 1 for share in shares)
    assert scale.least >= 0


@given(TOTALS, st.integers(3, 8))
def test_ticks_are_round_even_and_not_too_many(values: list[int], at_most: int) -> None:
    scale = Scale.around(values)
    ticks = scale.ticks(at_most)
    assert 1 <= len(ticks) <= at_most
    assert all(scale.least <= tick <= scale.most for tick in ticks)
    assert len({after - before for before, after in pairwise(ticks)}) <= 1


@given(SHARES)
def test_markers_stand_apart_in_order(positions: list[float]) -> None:
    placed = spread(positions, GAP)
    assert len(placed) == len(positions)
    assert all(-ROUNDING <= place <= 1 + ROUNDING for place in placed)
    room = min(GAP, 1 / max(len(positions) - 1, 1))
    assert all(after - before >= room - ROUNDING for before, after in pairwise(placed))


def test_markers_with_room_stay_where_they_are() -> None:
    assert spread([0.1, 0.5, 0.9], GAP) == (0.1, 0.5, 0.9)


@pytest.mark.parametrize(("gain", "where"), [(5, "up"), (-5, "down"), (0, "level")])
def test_a_change_has_a_direction(gain: int, where: str) -> None:
    assert direction(gain) == where

"""Where somebody stands in the pool: as counted at the ends of bands, estimated inside."""

from __future__ import annotations

from datetime import date
from itertools import accumulate, pairwise
from statistics import mean

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.bands import Band, Pool
from scoring.pool import rank
from scoring.record import Record

COUNT = date(2026, 9, 27)
ENDS = (0, 301, 351, 401, 411, 421, 431, 441, 451, 461, 471, 481, 491, 501, 601, 1201)


def newest() -> Pool:
    pool = Record.shipped().pool(date(2026, 11, 23))
    assert pool is not None
    return pool


@st.composite
def pools(draw: st.DrawFn) -> Pool:
    bands = [Band(low, high - 1, draw(st.integers(0, 60_000))) for low, high in pairwise(ENDS)]
    return Pool(COUNT, tuple(reversed(bands)), sum(each.people for each in bands), ("IRCC_JSON",))


@pytest.mark.parametrize(
    ("total", "ahead"), [(600, 728), (500, 21_798), (490, 34_543), (400, 157_540), (1200, 0)]
)
def test_at_the_end_of_a_band_people_are_as_counted(total: int, ahead: int) -> None:
    found = rank(newest(), total)
    assert (found.on, found.people) == (COUNT, newest().total)
    assert (found.ahead, found.exact) == (ahead, True)


def test_inside_a_band_most_people_stand_where_it_is_next_to_more() -> None:
    found = rank(newest(), 550)
    assert not found.exact
    assert 728 < found.ahead < (728 + 21_798) // 2


@given(pools(), st.integers(0, 1200), st.integers(0, 1200))
def test_nobody_falls_behind_with_a_higher_total(pool: Pool, one: int, other: int) -> None:
    lower, higher = sorted((one, other))
    assert 0 <= rank(pool, higher).ahead <= rank(pool, lower).ahead <= pool.total


@given(pools(), st.integers(0, 1200))
def test_an_estimate_lies_between_the_ends_of_its_band(pool: Pool, total: int) -> None:
    band = pool.band(total)
    assert pool.above(band) <= rank(pool, total).ahead <= pool.above(band) + band.people


def test_estimates_are_closer_than_an_even_spread_where_the_tens_are_hidden() -> None:
    """The figures of docs/forecast.md."""
    errors, even = [], []
    for pool in Record.shipped().pools:
        hidden = Pool(pool.on, pool.wide, pool.total, pool.sources)
        counted = accumulate(band.people for band in pool.bands)
        for band, reaching in zip(pool.bands, counted, strict=True):
            wide = hidden.band(band.low)
            if band.low != wide.low:
                share = (wide.high - band.low + 1) / (wide.high - wide.low + 1)
                even.append(abs(hidden.above(wide) + share * wide.people - reaching))
                errors.append(abs(rank(hidden, band.low - 1).ahead - reaching))
    assert len(errors) == len(Record.shipped().pools) * 8
    assert round(mean(errors), -2) == 1700
    assert round(mean(even), -2) == 2100

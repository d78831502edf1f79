"""The counts of the pool, held against a table of facts."""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.bands import Band, counted_pools, people, read_pools
from scoring.parameters.tree import ParameterError, tree

if TYPE_CHECKING:
    from pathlib import Path

HEADER = "on,sources,501-1200,0-500,total,note\n"
LINE = "2026-01-04,IRCC_JSON,5,7,12,\n"
ODD = date(2023, 4, 26)
"""Of this day IRCC counts 55,867 people from 451 to 500, and 55,687 in the bands of that."""


def test_every_count_up_to_the_latest_known_is_there() -> None:
    days = [pool.on for pool in counted_pools()]
    assert len(days) == 123
    assert (days[0], days[-1]) == (date(2022, 1, 17), date(2026, 9, 27))
    assert all(before < after for before, after in pairwise(days))


@pytest.mark.parametrize(
    ("day", "total", "highest", "tens", "lowest"),
    [
        ("2022-01-17", 196685, (899, 5106), 14828, (58692, 31704, 5799)),
        ("2023-04-26", 230189, (604, 884), 21544, (69709, 36432, 5585)),
        ("2024-03-11", 211220, (987, 10573), 17083, (55099, 28536, 5348)),
        ("2026-08-03", 229100, (500, 19705), 16368, (50107, 17101, 7683)),
        ("2026-09-27", 229904, (728, 21070), 16465, (47298, 17359, 7707)),
    ],
)
def test_facts_of_a_count(
    day: str, total: int, highest: tuple[int, ...], tens: int, lowest: tuple[int, ...]
) -> None:
    pool = next(each for each in counted_pools() if str(each.on) == day)
    numbers = tuple(band.people for band in pool.bands)
    assert pool.total == total
    assert (numbers[:2], numbers[4], numbers[-3:]) == (highest, tens, lowest)


def test_bands_cover_every_total_once_and_add_up() -> None:
    for pool in counted_pools():
        assert len(pool.bands) == 15
        assert (pool.bands[0].high, pool.bands[-1].low) == (1200, 0)
        assert all(upper.low == lower.high + 1 for upper, lower in pairwise(pool.bands))
        assert pool.total - people(pool.bands) == (180 if pool.on == ODD else 0)
        assert set(pool.sources) <= set(tree().sources)


@pytest.mark.parametrize(
    ("line", "says"),
    [
        (LINE, "line 3: is no younger than the line before it"),
        ("2026-02-02,IRCC_JSON,5,7,13,\n", "line 3: does not add up to its total"),
        ("2026-02-02,IRCC_JSON,5,seven,12,\n", "line 3: cannot be read (invalid literal"),
        ("2026-02-02,IRCC_JSON\n", "line 3: cannot be read ("),
    ],
)
def test_a_line_that_cannot_be_read_is_named(tmp_path: Path, line: str, says: str) -> None:
    file = tmp_path / "pool.csv"
    file.write_text(HEADER + LINE + line, encoding="utf-8")
    with pytest.raises(ParameterError) as caught:
        read_pools(file)
    assert str(caught.value).startswith(f"pool.csv: {says}")


def test_a_count_that_does_not_add_up_says_why(tmp_path: Path) -> None:
    file = tmp_path / "pool.csv"
    file.write_text(f"{HEADER}{LINE.rstrip()}\n2026-02-02,IRCC_JSON,5,7,13,so published\n")
    (_, odd) = read_pools(file)
    assert (odd.bands, odd.total) == ((Band(501, 1200, 5), Band(0, 500, 7)), 13)


def test_wide_bands_are_the_seven_that_ircc_shows_first() -> None:
    newest = counted_pools()[-1]
    assert [(band.low, band.high) for band in newest.wide] == [
        (601, 1200), (501, 600), (451, 500), (401, 450), (351, 400), (301, 350), (0, 300),
    ]  # fmt: skip
    assert [band.people for band in newest.wide] == [728, 21070, 73131, 62611, 47298, 17359, 7707]


@given(st.integers(0, 1200))
def test_every_total_stands_in_its_band(total: int) -> None:
    for pool in (counted_pools()[0], counted_pools()[-1]):
        band = pool.band(total)
        assert band.low <= total <= band.high
        below = people(each for each in pool.bands if each.high < band.low)
        assert pool.above(band) + band.people + below == pool.total

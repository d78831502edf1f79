"""How many people were in the pool, by CRS band, on the days on which IRCC counted them.

The file ``parameters/pool.csv`` has a line a day, oldest first. IRCC publishes a count with each
round since January 2022; rounds soon after each other come with the same one.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from datetime import date
from functools import cache
from itertools import groupby, takewhile
from typing import TYPE_CHECKING

from scoring.parameters.tree import ROOT, ParameterError

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

_FIFTY = 50


@dataclass(frozen=True, slots=True)
class Band:
    """A band of CRS totals."""

    low: int
    high: int
    """The highest total that still belongs to it."""
    people: int


@dataclass(frozen=True, slots=True)
class Pool:
    """One count of everybody in the pool."""

    on: date
    """The day of the count, shortly before the rounds it comes with."""
    bands: tuple[Band, ...]
    """Highest first, without gaps: as fine as they are published, by tens from 401 to 500."""
    total: int
    """As published. In one count, that of 26 April 2023, the bands add up to 180 fewer."""
    sources: tuple[str, ...]
    """Ids of ``parameters/sources.toml``."""

    @property
    def wide(self) -> tuple[Band, ...]:
        """The same with the bands of ten put together by fifties."""
        return tuple(_together(list(bands)) for _, bands in groupby(self.bands, _fifty))

    def band(self, total: int) -> Band:
        """The band of a CRS total from 0 to 1,200."""
        return next(band for band in self.bands if band.low <= total)

    def above(self, band: Band) -> int:
        """How many there are in the bands above one."""
        return people(takewhile(lambda each: each.low > band.high, self.bands))


@cache
def counted_pools() -> tuple[Pool, ...]:
    """The project's own counts, oldest first."""
    return read_pools(ROOT / "pool.csv")


def read_pools(path: Path) -> tuple[Pool, ...]:
    """Reads a file of counts.

    Raises:
        ParameterError: a line is not as the file's first line says, is out of order, or does not
            add up and has no note that says so.
    """
    read: list[Pool] = []
    with path.open(encoding="utf-8", newline="") as file:
        lines = csv.DictReader(file)
        for row in lines:
            try:
                pool = _pool(row)
                note = row["note"]
            except (KeyError, ValueError, TypeError, AttributeError) as problem:
                raise _mistake(path, lines.line_num, f"cannot be read ({problem})") from None
            if read and pool.on <= read[-1].on:
                raise _mistake(path, lines.line_num, "is no younger than the line before it")
            if pool.total != people(pool.bands) and not note:
                raise _mistake(path, lines.line_num, "does not add up to its total")
            read.append(pool)
    return tuple(read)


def people(bands: Iterable[Band]) -> int:
    """How many there are in some bands together."""
    return sum(band.people for band in bands)


def _fifty(band: Band) -> tuple[int, int]:
    """What the bands that belong together have in common: a fifty, or their own ends."""
    if band.high - band.low < _FIFTY:
        return (band.low - 1) // _FIFTY, 0
    return band.low, band.high


def _together(bands: list[Band]) -> Band:
    return Band(bands[-1].low, bands[0].high, people(bands))


def _mistake(path: Path, line: int, wrong: str) -> ParameterError:
    return ParameterError(path.name, f"line {line}", f"{wrong}; mend it as the lines around it")


def _pool(row: dict[str, str]) -> Pool:
    return Pool(
        on=date.fromisoformat(row["on"]),
        bands=tuple(_band(name, number) for name, number in row.items() if _is_band(name)),
        total=int(row["total"]),
        sources=tuple(row["sources"].split()),
    )


def _is_band(column: str) -> bool:
    low, _, high = column.partition("-")
    return low.isdecimal() and high.isdecimal()


def _band(name: str, number: str) -> Band:
    low, _, high = name.partition("-")
    return Band(int(low), int(high), int(number))

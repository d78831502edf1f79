"""The count of the pool in a row of IRCC's file: eighteen numbers that must make each other up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scoring.bands import Band, Pool, people
from scoring.feed_cells import FIRST, is_empty, read_day, read_number
from scoring.rounds import OFFICIAL

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from scoring.feed_row import Reading

POOL = "pool"
"""What ``Reading.unread`` names it."""

_MOST_PEOPLE = 100_000_000

# IRCC's names of the counts, and the bands that each is of.
_WIDE = {
    "dd1": (601, 1200),
    "dd2": (501, 600),
    "dd3": (451, 500),
    "dd9": (401, 450),
    "dd15": (351, 400),
    "dd16": (301, 350),
    "dd17": (0, 300),
}
_TENS = {
    "dd3": ("dd4", "dd5", "dd6", "dd7", "dd8"),
    "dd9": ("dd10", "dd11", "dd12", "dd13", "dd14"),
}
"""The bands of ten that make up a wide one, highest first."""
_TOTAL = "dd18"
_SLIP = 0.01
"""The part of everybody by which counts may differ and still be meant; more is a mistake."""


def read_pool(reading: Reading, held_on: date) -> Pool | None:
    """The count of the pool; None where IRCC gives none, which it writes as zeros."""
    names = [*_WIDE, *_TENS["dd3"], *_TENS["dd9"], _TOTAL]
    counts: dict[str, int] = {}
    for name in names:
        count = reading.needed(name, _count)
        if count is None:
            reading.unread.add(POOL)
            return None
        counts[name] = count
    if not any(counts.values()):
        return None
    on = reading.needed("drawDistributionAsOn", lambda cell: _counted_on(cell, held_on))
    if on is None or not _adds_up(reading, counts):
        reading.unread.add(POOL)
        return None
    return Pool(on, _bands(counts), counts[_TOTAL], (OFFICIAL,))


def _count(cell: str) -> int:
    return 0 if is_empty(cell) else read_number(cell, 0, _MOST_PEOPLE)


def _counted_on(cell: str, held_on: date) -> date:
    day = read_day(cell)
    if not FIRST <= day <= held_on:
        raise ValueError(f"{day} is not before the round of {held_on}")
    return day


def _bands(counts: Mapping[str, int]) -> tuple[Band, ...]:
    """All bands, highest first, as fine as they are told."""
    bands: list[Band] = []
    for name, (low, high) in _WIDE.items():
        tens = _TENS.get(name, ())
        if not tens:
            bands.append(Band(low, high, counts[name]))
        for place, ten in enumerate(tens):
            top = high - 10 * place
            bands.append(Band(top - 9, top, counts[ten]))
    return tuple(bands)


def _adds_up(reading: Reading, counts: Mapping[str, int]) -> bool:
    """Whether the bands make up what they are parts of, but for a slip, which is remarked."""
    parts = {name: sum(counts[ten] for ten in tens) for name, tens in _TENS.items()}
    parts[_TOTAL] = sum(counts[name] for name in _WIDE)
    fine = people(_bands(counts))
    good = True
    for name, number in parts.items():
        if number == counts[name]:
            continue
        reason = f"{counts[name]:,} is not the sum of its bands, {number:,}"
        if (
            abs(counts[_TOTAL] - fine) <= _SLIP * fine
            and abs(number - counts[name]) <= _SLIP * fine
        ):
            reading.remark(name, f"{reason}; taken as they stand")
        else:
            reading.refuse(name, f"{reason}; the count is left out")
            good = False
    return good

"""How many people are ahead in the pool at a total, from a count by bands.

At the ends of a band the number is as counted. Inside, it is read off a smooth line through the
ends that never rises with the total (Fritsch and Carlson's monotone cubic), because people do not
spread evenly: nearly everybody of the band from 501 to 600 stands at its lower end.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from scoring.bands import Pool

_BEYOND = 1201
"""A total nobody has."""


@dataclass(frozen=True, slots=True)
class Rank:
    """A place in the pool."""

    on: date
    """The day of the count."""
    ahead: int
    """People with a higher total; of those with the same, nobody knows how many are before."""
    people: int
    """In the pool altogether."""
    exact: bool
    """As counted; otherwise an estimate inside a band."""


def rank(pool: Pool, total: int) -> Rank:
    """The place of somebody with a total from 0 to 1,200."""
    lows = [band.low for band in reversed(pool.bands)]
    counted = list(accumulate((band.people for band in pool.bands), initial=0))
    ends, reaching = [*lows, _BEYOND], counted[::-1]
    above = min(total + 1, _BEYOND)
    exact = above in ends
    ahead = reaching[ends.index(above)] if exact else round(_between(ends, reaching, above))
    return Rank(pool.on, ahead, pool.total, exact)


def _between(ends: Sequence[int], reaching: Sequence[int], at: int) -> float:
    """How many reach a total between two ends of bands."""
    slopes = _slopes(ends, reaching)
    right = bisect_left(ends, at)
    left = right - 1
    width = ends[right] - ends[left]
    part = (at - ends[left]) / width
    rest = 1 - part
    return (
        rest * rest * (1 + 2 * part) * reaching[left]
        + part * part * (3 - 2 * part) * reaching[right]
        + part * rest * width * (rest * slopes[left] - part * slopes[right])
    )


def _slopes(ends: Sequence[int], reaching: Sequence[int]) -> list[float]:
    """The slope at each end: weighted harmonic means, so that the line never rises."""
    widths = [after - before for before, after in pairwise(ends)]
    steep = [
        (after - before) / width
        for (before, after), width in zip(pairwise(reaching), widths, strict=True)
    ]
    inner = [
        _mean(*slopes, *beside)
        for slopes, beside in zip(pairwise(steep), pairwise(widths), strict=True)
    ]
    return [steep[0], *inner, 0.0]


def _mean(slope: float, next_slope: float, width: int, next_width: int) -> float:
    if slope == 0 or next_slope == 0:
        return 0.0
    first, second = 2 * next_width + width, next_width + 2 * width
    return (first + second) / (first / slope + second / next_slope)

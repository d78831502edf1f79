"""Simple forecasts that the chances have to be better than.

Each says how likely somebody is invited in a kind of round within some days, for each of some
totals, from the rounds held up to a day.
"""

from __future__ import annotations

from bisect import bisect_right
from math import inf
from operator import attrgetter
from typing import TYPE_CHECKING

from scoring.situations import EVERY

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from scoring.situations import Held

    Baseline = Callable[[Sequence[Held], int, int, Sequence[int]], list[float]]
    """From the rounds of a kind until then, the day, the days ahead, and the totals."""

_AVERAGED = 6


def last_cutoff(rounds: Sequence[Held], day: int, days: int, totals: Sequence[int]) -> list[float]:
    """The last cut-off stays, and rounds come as in as many days before."""
    return _from(rounds[-1].cutoff, rounds, day - days, totals)


def moving_average(
    rounds: Sequence[Held], day: int, days: int, totals: Sequence[int]
) -> list[float]:
    """The mean of the last six cut-offs stays, and rounds come as in as many days before."""
    lately = rounds[-_AVERAGED:]
    mean = sum(each.cutoff for each in lately) / len(lately)
    return _from(mean, rounds, day - days, totals)


def climatology(rounds: Sequence[Held], day: int, days: int, totals: Sequence[int]) -> list[float]:
    """The share of all earlier stretches of as many days in which a total was invited.

    They begin every 13 days, after the first round of the kind. Half an invitation and half a
    miss are added, so that a few stretches are no certainty.
    """
    starts = range(day - days, rounds[0].day - 1, -EVERY)
    least = [_least(rounds, start, start + days) for start in starts]
    return [(sum(each <= total for each in least) + 0.5) / (len(least) + 1) for total in totals]


BASELINES: dict[str, Baseline] = {
    "last_cutoff": last_cutoff,
    "moving_average": moving_average,
    "climatology": climatology,
}


def _from(cutoff: float, rounds: Sequence[Held], since: int, totals: Sequence[int]) -> list[float]:
    """Certain from a cut-off upwards, if there was a round since some day."""
    goes_on = rounds[-1].day >= since
    return [float(goes_on and total >= cutoff) for total in totals]


def _least(rounds: Sequence[Held], after: int, until: int) -> float:
    """The least cut-off after a day until another; infinite where there was no round."""
    first = bisect_right(rounds, after, key=attrgetter("day"))
    end = bisect_right(rounds, until, key=attrgetter("day"))
    return min((each.cutoff for each in rounds[first:end]), default=inf)

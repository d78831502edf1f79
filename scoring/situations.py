"""Situations: a kind of round as it stood on some day, and the rounds of it that followed.

The record is looked at every 13 days since Express Entry began, whatever happened on those days.
Each of them is a situation for every kind that had been held by then.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import groupby
from math import exp, log
from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple

from scoring.rounds import QUIET

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from scoring.forecast import Method
    from scoring.rounds import Round, RoundKind

EVERY = 13
"""Days between the days on which the record is looked at: no whole weeks, since rounds often come
every two weeks, and would then all be met at the same point of their rhythm."""
LONGEST = 366 + QUIET.days
"""Days that are followed from there: a year, after the longest time without news of rounds."""

_BEGINNING = date(2015, 1, 1).toordinal()
_BEFORE = 6
"""Rounds that the last cut-off is compared with."""
_YEAR = 365
_HALVING = log(2)
_SOON = 14
"""Days that pass between rounds of a kind anyway: a silence of 1 or 10 days is much the same."""


class Held(NamedTuple):
    """As much of a round as counts here. Days are ordinals, as ``date.toordinal`` gives them."""

    kind: RoundKind
    day: int
    cutoff: int
    lag: int
    """Days for which a profile at the cut-off had to be in the pool; 0 where none is known."""


@dataclass(frozen=True, slots=True, eq=False)
class Situation:
    """A kind of round on a day, and what followed. Changes are against ``cutoff``."""

    kind: RoundKind
    day: int
    cutoff: int
    """That of the last round."""
    silence: float
    """The logarithm of the days since the last round, a few more than there were."""
    swing: float
    """The last cut-off less the mean of up to six before it."""
    offsets: tuple[int, ...]
    """Days from this one to each round that followed."""
    changes: tuple[int, ...]
    """The cut-off of each, less the last one."""
    lags: tuple[int, ...]

    def likeness(self, other: Situation, method: Method) -> float:
        """How much alike two situations are, from 0 to 1: by silence, swing, and years between."""
        return exp(
            -abs(self.silence - other.silence) / method.silence_width
            - abs(self.swing - other.swing) / method.swing_width
            - abs(self.day - other.day) / _YEAR / method.half_life_years * _HALVING
        )


def held(rounds: Iterable[Round]) -> tuple[Held, ...]:
    """Rounds as they count here, in their order."""
    return tuple(map(_held, rounds))


def situation(of_kind: Sequence[Held], day: int) -> Situation | None:
    """A kind on a day, from all rounds of it, oldest first; None before the first."""
    until = bisect_right(of_kind, day, key=attrgetter("day"))
    if until == 0:
        return None
    last = of_kind[until - 1]
    before = of_kind[max(until - 1 - _BEFORE, 0) : until - 1] or [last]
    following = of_kind[until : bisect_right(of_kind, day + LONGEST, key=attrgetter("day"))]
    return Situation(
        kind=last.kind,
        day=day,
        cutoff=last.cutoff,
        silence=log(day - last.day + _SOON),
        swing=last.cutoff - sum(each.cutoff for each in before) / len(before),
        offsets=tuple(each.day - day for each in following),
        changes=tuple(each.cutoff - last.cutoff for each in following),
        lags=tuple(each.lag for each in following),
    )


def by_kind(rounds: Iterable[Held]) -> dict[RoundKind, list[Held]]:
    """The rounds of each kind, oldest first."""
    ordered = sorted(rounds, key=lambda each: (each.kind, each.day))
    return {kind: list(group) for kind, group in groupby(ordered, attrgetter("kind"))}


@lru_cache(maxsize=4)
def situations(rounds: tuple[Held, ...]) -> tuple[Situation, ...]:
    """Every situation of a record, oldest first."""
    if not rounds:
        return ()
    kinds = by_kind(rounds).values()
    days = range(_BEGINNING, rounds[-1].day, EVERY)
    found = (situation(of_kind, day) for day in days for of_kind in kinds)
    return tuple(each for each in found if each is not None)


def _held(each: Round) -> Held:
    tie = each.tie_break
    day = each.on.toordinal()
    lag = 0 if tie is None else max(day - tie.toordinal(), 0)
    return Held(each.kind, day, each.cutoff, lag)

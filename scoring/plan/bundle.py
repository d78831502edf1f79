"""One choice that a group of actions offers, and which of several are never needed."""

from __future__ import annotations

from itertools import accumulate
from operator import or_
from typing import TYPE_CHECKING, NamedTuple, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from scoring.plan.candidate import Candidate
    from scoring.plan.demand import Demand
    from scoring.plan.worth import Worth

T = TypeVar("T")


class Bundle(NamedTuple):
    """Compatible candidates of one group, or of several groups together."""

    candidates: tuple[Candidate, ...]
    demand: Demand
    worth: Worth
    """What the traits that the groups own are worth, after it."""

    def plus(self, other: Bundle) -> Bundle:
        """This and a bundle of other groups."""
        if not other.candidates:
            return Bundle(self.candidates, self.demand, self.worth + other.worth)
        return Bundle(
            self.candidates + other.candidates,
            self.demand.plus(other.demand),
            self.worth + other.worth,
        )


def needed(several: Iterable[tuple[T, Demand, Worth]]) -> list[T]:
    """Those not outdone by another that is worth as much and takes no more, easy ones first."""
    burdens = [
        ((*demand, *(-number for number in worth)), demand.effort, each)
        for each, demand, worth in several
    ]
    # What outdoes another comes before it in this order.
    burdens.sort(key=lambda which: (which[1], sum(which[0])))
    outdone = _outdone([burden for burden, _, _ in burdens])
    return [each for (_, _, each), by in zip(burdens, outdone, strict=True) if not by]


def _outdone(burdens: Sequence[tuple[float, ...]]) -> list[int]:
    """For each, those before it that are nowhere greater, one bit for each of those."""
    outdone = [(1 << position) - 1 for position in range(len(burdens))]
    for numbers in zip(*burdens, strict=True):
        with_number: dict[float, int] = {}
        for position, number in enumerate(numbers):
            with_number[number] = with_number.get(number, 0) | 1 << position
        if len(with_number) > 1:
            rising = sorted(with_number)
            up_to = dict(
                zip(rising, accumulate((with_number[n] for n in rising), or_), strict=True)
            )
            outdone = [by & up_to[n] for by, n in zip(outdone, numbers, strict=True)]
    return outdone

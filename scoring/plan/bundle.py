"""One choice that a group of actions offers, and which of several are never needed."""

from __future__ import annotations

from itertools import accumulate
from operator import neg, or_
from typing import TYPE_CHECKING, NamedTuple, TypeAlias, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from scoring.plan.candidate import Candidate
    from scoring.plan.demand import Demand
    from scoring.plan.frontier import Price
    from scoring.plan.worth import Worth

T = TypeVar("T")
Takes: TypeAlias = tuple[float, ...]
Useful: TypeAlias = "Callable[[Price, Worth], bool]"
"""Whether what takes so much, and may be worth so much, can be part of a set that is looked for."""


class Bundle(NamedTuple):
    """Compatible candidates of one group."""

    candidates: tuple[Candidate, ...]
    demand: Demand
    worth: Worth
    """What the traits that the group owns are worth, after it."""


def needed(several: Iterable[tuple[T, Takes, Worth]]) -> list[T]:
    """Those not outdone by another that is worth as much and takes no more, easy ones first.

    What each takes is the same few numbers, the effort last.
    """
    # Most are outdone by one that differs in points alone, which is quickly seen.
    most: dict[tuple[Takes, Worth], tuple[int, T]] = {}
    for each, taken, (points, *others) in several:
        key = taken, tuple(others)
        known = most.get(key)
        if known is None or known[0] < points:
            most[key] = points, each
    if len(most) == 1:
        return [each for _, each in most.values()]
    burdens = [
        ((*taken, *map(neg, others), -points), taken[-1], each)
        for (taken, others), (points, each) in most.items()
    ]
    # What outdoes another comes before it in this order.
    burdens.sort(key=lambda which: (which[1], sum(which[0])))
    outdone = _outdone([burden for burden, _, _ in burdens])
    return [each for (_, _, each), by in zip(burdens, outdone, strict=True) if not by]


def _outdone(burdens: Sequence[tuple[float, ...]]) -> list[int]:
    """For each, those before it that are nowhere greater, one bit for each of those."""
    outdone = [(1 << position) - 1 for position in range(len(burdens))]
    for numbers in zip(*burdens, strict=True):
        if numbers.count(numbers[0]) == len(numbers):
            continue
        with_number: dict[float, int] = {}
        for position, number in enumerate(numbers):
            with_number[number] = with_number.get(number, 0) | 1 << position
        rising = sorted(with_number)
        up_to = dict(zip(rising, accumulate((with_number[n] for n in rising), or_), strict=True))
        outdone = [by & up_to[n] for by, n in zip(outdone, numbers, strict=True)]
    return outdone

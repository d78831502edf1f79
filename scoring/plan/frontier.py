"""The least demanding of the sets found: none takes as much as another of everything."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

if TYPE_CHECKING:
    from scoring.plan.candidate import Candidate
    from scoring.plan.demand import Demand

Price: TypeAlias = tuple[float, float, int]
"""Months, dollars and effort of a set."""


class Found(NamedTuple):
    """A set of candidates that reaches what was searched for."""

    candidates: tuple[Candidate, ...]
    total: int


def price(demand: Demand) -> Price:
    """What decides which of two sets is less demanding."""
    return demand.months, demand.cost, demand.effort


@dataclass(slots=True)
class Frontier:
    """The least demanding sets found so far; of those of one price, the one that gains most."""

    sets: dict[Price, Found] = field(default_factory=dict)
    _prices: list[Price] = field(init=False)
    """Of the sets; in front, those that have lately beaten others: they will beat more."""

    def __post_init__(self) -> None:
        """Looks at the prices of the sets given."""
        self._prices = [*self.sets]

    def beats(self, at: Price) -> bool:
        """Whether some set found takes no more of anything, and less of something."""
        months, cost, effort = at
        prices = self._prices
        for place, found in enumerate(prices):
            if found[2] <= effort and found[0] <= months and found[1] <= cost and found != at:
                if place:
                    prices[place], prices[0] = prices[0], found
                return True
        return False

    def add(self, at: Price, found: Found) -> None:
        """Takes a set in, unless one at hand beats it, and drops those that it beats."""
        if self.beats(at):
            return
        there = self.sets.get(at)
        if there is None or _rank(found) < _rank(there):
            self.sets = {each: s for each, s in self.sets.items() if not _within(at, each)}
            self.sets[at] = found
            self._prices = [*self.sets]

    def in_order(self) -> list[tuple[Candidate, ...]]:
        """The sets, those of the least effort first."""
        by_effort = sorted(self.sets.items(), key=lambda pair: pair[0][::-1])
        return [found.candidates for _, found in by_effort]


def _within(low: Price, high: Price) -> bool:
    return low[0] <= high[0] and low[1] <= high[1] and low[2] <= high[2]


def _rank(found: Found) -> tuple[int, int, tuple[str, ...]]:
    ids = tuple(candidate.id for candidate in found.candidates)
    return -found.total, len(ids), ids

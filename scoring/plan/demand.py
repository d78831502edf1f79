"""What a set of actions takes together: months, dollars and effort.

Months of one lane add up and lanes run side by side, so a set takes as long as its longest lane;
papers run beside everything, each other included. Dollars add up, but a test taken again for
several abilities is paid once. Efforts add up. What there is no telling of is infinite here.
"""

from __future__ import annotations

from collections import defaultdict
from math import inf
from typing import TYPE_CHECKING, NamedTuple

from scoring.plan.takes import LANES

if TYPE_CHECKING:
    from collections.abc import Iterable

    from scoring.plan.candidate import Candidate, Group
    from scoring.plan.takes import Lane

ONE_TEST: frozenset[Group] = frozenset({"first_language", "second_language", "spouse_language"})
"""The groups whose actions are all proven by one test."""


class Demand(NamedTuple):
    """What a set takes, by lane."""

    language: float = 0
    time: float = 0
    spouse_language: float = 0
    spouse_time: float = 0
    papers: float = 0
    cost: float = 0
    effort: int = 0

    @property
    def months(self) -> float:
        """How long the set takes."""
        return max(self[: len(LANES)])

    def plus(self, other: Demand) -> Demand:
        """What two sets of different groups take together."""
        a, b, c, d, papers, cost, effort = self
        e, f, g, h, more_papers, more_cost, more_effort = other
        return Demand(
            a + e,
            b + f,
            c + g,
            d + h,
            max(papers, more_papers),
            cost + more_cost,
            effort + more_effort,
        )


def demand(candidates: Iterable[Candidate]) -> Demand:
    """What compatible candidates take together."""
    several = tuple(candidates)
    if len(several) == 1:
        return _alone(several[0])
    groups: dict[Group, list[Candidate]] = defaultdict(list)
    for candidate in several:
        groups[candidate.group].append(candidate)
    whole = Demand()
    for group, members in groups.items():
        each = [_alone(member) for member in members]
        together = each[0]
        for one in each[1:]:
            together = together.plus(one)
        if group in ONE_TEST:
            together = together._replace(cost=max(one.cost for one in each))
        whole = whole.plus(together)
    return whole


def _alone(candidate: Candidate) -> Demand:
    takes = candidate.takes
    cost = inf if takes.cost_cad is None else takes.cost_cad
    return in_lane(takes.lane, inf if takes.months is None else takes.months, cost, takes.effort)


def in_lane(lane: Lane, months: float, cost: float, effort: int) -> Demand:
    """What takes months of one lane alone."""
    language, time, spouse_language, spouse_time, papers = (
        months if each == lane else 0 for each in LANES
    )
    return Demand(language, time, spouse_language, spouse_time, papers, cost, effort)

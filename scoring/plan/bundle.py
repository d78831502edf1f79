"""One choice that a group of actions offers, and which of several are never needed."""

from __future__ import annotations

from dataclasses import dataclass
from operator import le
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from scoring.plan.board import Values
    from scoring.plan.candidate import Candidate
    from scoring.plan.demand import Demand
    from scoring.plan.worth import Worth


@dataclass(frozen=True, slots=True)
class Bundle:
    """Compatible candidates of one group, or of the spouse's groups together."""

    candidates: tuple[Candidate, ...]
    values: Values
    """The traits that the groups own, after it."""
    demand: Demand


def needed(bundles: Iterable[tuple[Bundle, Worth]]) -> list[Bundle]:
    """Those not outdone by another that is worth as much and takes no more, easy ones first."""
    burdens = [
        ((*bundle.demand, *(-number for number in worth)), bundle) for bundle, worth in bundles
    ]
    # What outdoes another comes before it in this order.
    burdens.sort(key=lambda pair: (pair[1].demand.effort, sum(pair[0])))
    kept: list[tuple[tuple[float, ...], Bundle]] = []
    for burden, bundle in burdens:
        if not any(all(map(le, other, burden)) for other, _ in kept):
            kept.append((burden, bundle))
    return [bundle for _, bundle in kept]

"""What one part can still bring, by the points that are missing."""

from __future__ import annotations

from itertools import accumulate
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from scoring.plan.frontier import Price
    from scoring.plan.weighed import Weighed


class Completion:
    """What one part can do, by the points that are missing."""

    def __init__(self, choices: Sequence[Weighed]) -> None:
        """The choices, easy ones first."""
        self._choices = choices
        self._bringing: dict[float, list[Weighed]] = {}
        self._least: dict[float, Price] = {}
        self._from_each_on: dict[float, list[tuple[Weighed, float, float]]] = {}

    def bringing(self, missing: float) -> Sequence[Weighed]:
        """Those that bring as much."""
        found = self._bringing.get(missing)
        if found is None:
            found = [each for each in self._choices if each.points >= missing]
            self._bringing[missing] = found
        return found

    def from_each_on(self, missing: float) -> Sequence[tuple[Weighed, float, float]]:
        """The same, each with the least months and dollars of itself and those after it."""
        found = self._from_each_on.get(missing)
        if found is None:
            choices = self.bringing(missing)[::-1]
            months = accumulate((each.months for each in choices), min)
            cost = accumulate((each.cost for each in choices), min)
            found = [*zip(choices, months, cost, strict=True)][::-1]
            self._from_each_on[missing] = found
        return found

    def least(self, at: Price, missing: float) -> Price:
        """No set takes less that adds to what takes this much, and brings what is missing."""
        least = self._least.get(missing)
        if least is None:
            months, cost, effort = zip(
                *((each.months, each.cost, each.effort) for each in self.bringing(missing)),
                strict=True,
            )
            least = self._least[missing] = min(months), min(cost), min(effort)
        return max(at[0], least[0]), at[1] + least[1], at[2] + least[2]


def beside(languages: Iterable[Weighed], together: Sequence[int]) -> Completion:
    """What languages bring beside work of one key."""
    return Completion(
        [each._replace(points=each.points + together[each.key]) for each in languages]
    )

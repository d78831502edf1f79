"""How a total grows step by step along a set of actions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scoring.crs import crs
from scoring.plan.changes import patched
from scoring.standing import standing

if TYPE_CHECKING:
    from collections.abc import Iterable

    from scoring.plan.model import Plan
    from scoring.profile import Profile
    from scoring.rules import Rules


def totals_along(
    profile: Profile, rules: Rules, planned: Plan, sets: Iterable[tuple[str, ...]]
) -> dict[tuple[str, ...], tuple[int, ...]]:
    """For each set, by the ids of its actions, the total after each action and those before it.

    Args:
        profile: the person as they are.
        rules: those of the day.
        planned: the plan that names the actions.
        sets: some of its sets.
    """
    totals: dict[tuple[str, ...], int] = {}

    def total(ids: tuple[str, ...]) -> int:
        if ids not in totals:
            after = patched(profile, (planned.action(id_).patch for id_ in ids))
            totals[ids] = crs(after, standing(after, rules), rules.crs).total
        return totals[ids]

    return {ids: tuple(total(ids[:count]) for count in range(1, len(ids) + 1)) for ids in sets}

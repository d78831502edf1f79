"""How a total grows step by step along a set of actions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scoring.crs import crs
from scoring.plan.candidates import candidates
from scoring.plan.scored import made, start
from scoring.standing import standing

if TYPE_CHECKING:
    from collections.abc import Iterable

    from scoring.profile import Profile
    from scoring.rules import Rules
    from scoring.vocabulary import OfficialLanguage


def totals_along(
    profile: Profile,
    rules: Rules,
    sets: Iterable[tuple[str, ...]],
    speaks: OfficialLanguage = "english",
) -> dict[tuple[str, ...], tuple[int, ...]]:
    """For each set, by the ids of its actions, the total after each action and those before it."""
    at = start(profile, rules)
    known = {candidate.id: candidate for candidate in candidates(profile, rules, speaks)}
    totals: dict[tuple[str, ...], int] = {}

    def total(ids: tuple[str, ...]) -> int:
        if ids not in totals:
            _, after = made(at, [known[id_] for id_ in ids])
            totals[ids] = crs(after, standing(after, rules), rules.crs).total
        return totals[ids]

    return {ids: tuple(total(ids[:count]) for count in range(1, len(ids) + 1)) for ids in sets}

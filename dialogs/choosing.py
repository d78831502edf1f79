"""Which of the sets that reach a target are worth showing: few, each for its own reason.

Of those that reach it, these are preferred, wherever there are any: sets that still reach it on
the day they are done, that keep a couple together, and that are done soon
and within the permit to work.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from scoring.plan import NOMINATION, months_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from scoring.plan import Action, Combination, Plan

SOON = 24
"""Months: as far as the timeline looks, and no longer than a language result holds."""

_APART = "spouse.staying"


def chosen_sets(plan: Plan) -> dict[str, Combination]:
    """The sets worth showing, each by its reason, the one to show first in front."""
    every = _of(plan, nominated=False)
    together = [each for each in every if _APART not in each.actions] or every
    soon = [each for each in together if not _far_off(each, plan)]
    chosen: dict[str, Combination] = {}
    if every:
        least = (soon or together)[0]
        chosen["least"] = least
        quickest = min(soon or every, key=months_of)
        if months_of(quickest) < months_of(least):
            chosen["quickest"] = quickest
    nominated = _of(plan, nominated=True)
    if nominated:
        chosen["nominated"] = nominated[0]
    if not chosen and plan.furthest is not None:
        chosen["furthest"] = plan.furthest
    return chosen


def far_off(action: Action) -> bool:
    """Whether it takes years, or goes on beyond the permit."""
    return action.caution == "permit_ends_first" or months_of(action) > SOON


def _far_off(found: Combination, plan: Plan) -> bool:
    return months_of(found) > SOON or any(far_off(plan.action(id_)) for id_ in found.actions)


def _of(plan: Plan, *, nominated: bool) -> Sequence[Combination]:
    """The sets with or without a nomination, the least effort first: those that last, or all."""
    lasting = [each for each in plan.lasting if (NOMINATION in each.actions) == nominated]
    return lasting or [
        each for each in plan.combinations if (NOMINATION in each.actions) == nominated
    ]

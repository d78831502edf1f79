"""Which of the sets that reach a target are worth showing: few, each for its own reason.

Of those that reach it, these are preferred, wherever there are any: sets that still reach it on
the day they are done, that keep a couple together, and that are done soon
and within the permit to work.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeAlias

from scoring.plan import NOMINATION, months_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from scoring.plan import Action, Combination, Plan

SOON = 24
"""Months: as far as the timeline looks, and no longer than a language result holds."""

_APART = "spouse.staying"


Reason: TypeAlias = Literal["least", "quicker", "nominated", "furthest"]
"""Why a set is shown: it takes the least effort of those preferred, it is done sooner than that
one, it has a nomination, or nothing gets further."""
Limit: TypeAlias = Literal["alone", "together", "soon", "permit"]
"""Of what sets a reason holds only: of those without a nomination, of those that keep a couple
together, of those that are done soon, and of those that the permit covers."""


def chosen_sets(plan: Plan) -> dict[Reason, Combination]:
    """The sets worth showing, each by its reason, the one to show first in front."""
    every = _of(plan, nominated=False)
    together = [each for each in every if _APART not in each.actions] or every
    soon = [each for each in together if not _far_off(each, plan)]
    chosen: dict[Reason, Combination] = {}
    if every:
        least = (soon or together)[0]
        chosen["least"] = least
        quicker = min(soon or every, key=months_of)
        if months_of(quicker) < months_of(least):
            chosen["quicker"] = quicker
    nominated = _of(plan, nominated=True)
    if nominated:
        chosen["nominated"] = nominated[0]
    if not chosen and plan.furthest is not None:
        chosen["furthest"] = plan.furthest
    return chosen


def limits(reason: Reason, plan: Plan) -> tuple[Limit, ...]:
    """Of what sets only the reason holds: others do better, be they shown or not."""
    found = chosen_sets(plan)[reason]
    if reason not in ("least", "quicker"):
        return ()

    def better(others: Iterable[Combination]) -> bool:
        if reason == "least":
            return any(each.effort < found.effort for each in others)
        return any(months_of(each) < months_of(found) for each in others)

    every = _of(plan, nominated=False)
    together = [each for each in every if _APART not in each.actions]
    passed_over: dict[Limit, Sequence[Combination]] = {"alone": _of(plan, nominated=True)}
    if _APART not in found.actions:
        passed_over["together"] = [each for each in every if _APART in each.actions]
    if not _far_off(found, plan):
        passed_over["soon"] = [each for each in together if months_of(each) > SOON]
        passed_over["permit"] = [
            each for each in together if months_of(each) <= SOON and _far_off(each, plan)
        ]
    if reason == "quicker":
        # It is said to be quicker than the set before it; of those shown only one may be more so.
        passed_over = {"alone": passed_over["alone"]}
    return tuple(limit for limit, others in passed_over.items() if better(others))


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

"""What the improvements screen shows: the best steps of each kind, or all of them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from dialogs.choosing import far_off
from messages.ahead import ShownStep, done_by, programs, shown_step, told_once
from messages.enough import shown_enough
from messages.rounds import shown_round
from messages.steps import action_name, ends
from scoring.plan import months_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from dialogs.replies_ahead import Improvements
    from messages.words import Words
    from scoring.plan import Action, Combination, Plan

MOST_LISTED = 24
MOST_OPENING = 3
MOST_SETS = 2
_EXAMPLE = 480
"""A total as people ask for it, where theirs is lower and no round is aimed at."""

_KINDS = ("language", "work", "study", "family", "other")
_KIND_OF = {
    "first_language": "language",
    "second_language": "language",
    "canadian_experience_months": "work",
    "foreign_experience_months": "work",
    "recent_canadian_experience_months": "work",
    "trade_experience_months": "work",
    "continuous_experience": "work",
    "job_offer": "work",
    "trade_certificate": "work",
    "education": "study",
    "canadian_study": "study",
    "has_eca": "study",
    "spouse": "family",
}
"""The kind of a step, by the field its id begins with; all else is ``other``."""


@dataclass(frozen=True, slots=True)
class Group:
    """Steps of one kind."""

    name: str
    steps: tuple[ShownStep, ...]


@dataclass(frozen=True, slots=True)
class Opening:
    """A set of steps that opens programs."""

    names: tuple[str, ...]
    programs: tuple[str, ...]
    by: date | None
    cost: int | None


def improvement_facts(reply: Improvements, words: Words) -> dict[str, Any]:
    """The facts of the ``improvements`` screen."""
    plan = reply.plan
    chosen = listed(reply)
    opening = plan.eligibility[:MOST_OPENING]
    in_order = [*opening, *chosen] if reply.shut_out else [*chosen, *opening]
    shown = _in_full_once(told_once(shown_step(action, words, reply.rounds) for action in in_order))
    at = len(opening) if reply.shut_out else 0
    steps = shown[at : at + len(chosen)]
    return {
        "current": plan.current,
        "groups": _groups(steps, words),
        "ageing": any(step.lost for step in steps),
        "worse": any(step.worse for step in steps),
        "more": len(plan.actions) - len(chosen),
        "slow": any(_left(a) <= plan.current for a in plan.actions if a not in chosen),
        "opening": shown[:at] or shown[len(chosen) :],
        "openings": [_opening(each, plan, words) for each in plan.openings[:MOST_SETS]],
        "example": _example(reply, words),
        "complete": reply.complete,
        "shut_out": reply.shut_out,
        "unsettled": reply.unsettled,
        "range": reply.range,
        "every": reply.every,
        "enough": shown_enough(reply.enough_for, words),
        "round": None if reply.round is None else shown_round(reply.round, plan, (), words),
    }


def _example(reply: Improvements, words: Words) -> int:
    """A total to ask a plan for: that of the round aimed at, or one that is a bit higher."""
    current = reply.plan.current
    if reply.round is not None and reply.round.held.cutoff > current:
        return reply.round.held.cutoff
    if current < _EXAMPLE:
        return _EXAMPLE
    return min(current // 10 * 10 + 50, words.law.maximum)


def shown_ids(reply: Improvements) -> list[str]:
    """The ids of all steps on the screen, in its order."""
    single = [action.id for action in reply.plan.eligibility[:MOST_OPENING]]
    sets = [id_ for each in reply.plan.openings[:MOST_SETS] for id_ in each.actions]
    gaining = [action.id for action in listed(reply)]
    return [*single, *sets, *gaining] if reply.shut_out else [*gaining, *single, *sets]


def listed(reply: Improvements) -> list[Action]:
    """The steps that the screen shows, kind by kind."""
    in_order = reply.plan.by_then()
    if not reply.every:
        in_order = tuple(a for a in in_order if _left(a) > reply.plan.current) or in_order
    else:
        in_order = tuple(ends(in_order)[:MOST_LISTED])
    return [
        action
        for kind in _KINDS
        for action in _best([a for a in in_order if kind_of(a.id) == kind], every=reply.every)
    ]


def kind_of(action: str) -> str:
    """Which kind of step an action is."""
    return _KIND_OF.get(action.partition(".")[0], "other")


def _best(actions: Sequence[Action], *, every: bool) -> Sequence[Action]:
    """The best of a kind, and what of something else gains most for its effort, or the quickest.

    What can be done soon comes before what cannot.
    """
    if every or len(actions) <= 1:
        return actions
    best, *others = sorted(actions, key=far_off)
    about = _about(best.id)
    different = [a for a in others if _about(a.id) != about and _for_the_effort(a) > 0]
    if not different:
        return best, min(others, key=months_of)
    return best, max(different, key=lambda action: (not far_off(action), _for_the_effort(action)))


def _for_the_effort(action: Action) -> float:
    """What is left of its gain on the day it is done, for each degree of effort."""
    return (action.gain + _left(action) - action.total) / action.effort


def _left(action: Action) -> int:
    """The total on the day it is done."""
    return action.total if action.total_then is None else action.total_then


def _about(action: str) -> str:
    """What a step goes about: the field, and of a spouse what follows it."""
    field, _, rest = action.partition(".")
    return rest.partition("_")[0] if field == "spouse" else field


def _in_full_once(steps: Sequence[ShownStep]) -> list[ShownStep]:
    """The steps; one that gains points and opens a program, too, has its details once."""
    said: set[str] = set()
    shown = []
    for step in steps:
        again = replace(step, takes="", caution=None, only_if=None, capped=None, rounds=())
        shown.append(again if step.id in said else step)
        said.add(step.id)
    return shown


def _groups(steps: Sequence[ShownStep], words: Words) -> list[Group]:
    groups = []
    for kind in _KINDS:
        here = tuple(step for step in steps if kind_of(step.id) == kind)
        if here:
            groups.append(Group(words.say("ahead", "kinds", kind), here))
    return groups


def _opening(found: Combination, plan: Plan, words: Words) -> Opening:
    return Opening(
        names=tuple(action_name(plan.action(id_), words) for id_ in found.actions),
        programs=programs(found.programs, words),
        by=done_by(plan.on, found.months),
        cost=found.cost_cad or None,
    )

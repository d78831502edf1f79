"""What the plan to a target shows: few sets of steps, each for its own reason."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from messages.ahead import (
    ShownStep,
    done_by,
    item_name,
    programs,
    shown_step,
    then,
    warned_once,
)
from messages.rounds import NOMINATION, note, shown_round

if TYPE_CHECKING:
    from datetime import date

    from dialogs.replies_ahead import TargetPlan
    from messages.words import Words
    from scoring.plan import Combination, Plan
    from scoring.timeline import Event

MOST_IN_THE_WAY = 4
MOST_LOSSES = 4

_LONG = 1200
"""Months that stand for "no telling" when sets are compared."""


@dataclass(frozen=True, slots=True)
class ShownSet:
    """Steps taken together, each counted after those before it."""

    reason: str
    """Why it is shown."""
    total: int
    then: int | None
    """The total on the day all is done, where birthdays take something until then."""
    months: int | None
    by: date | None
    cost: int | None
    steps: tuple[ShownStep, ...]
    note: str | None = None
    """What it does not do for the round aimed at."""
    programs: tuple[str, ...] = ()
    """The programs it opens."""

    @property
    def lost(self) -> int:
        """What birthdays take until all is done."""
        return 0 if self.then is None else self.total - self.then


@dataclass(frozen=True, slots=True)
class Lacking:
    """An item that stands in the way."""

    name: str
    missing: int


@dataclass(frozen=True, slots=True)
class Retake:
    """A test that a new one would have to follow by a day."""

    name: str
    on: date


@dataclass(frozen=True, slots=True)
class Loss:
    """A day on which points are lost."""

    on: date
    points: int
    total: int
    causes: str


def target_facts(reply: TargetPlan, words: Words) -> dict[str, Any]:
    """The facts of the ``target_plan`` screen."""
    plan = reply.plan
    chosen = chosen_sets(plan)
    sets = [_set(reason, each, reply, words) for reason, each in chosen.items()]
    beyond = plan.furthest if plan.combinations or plan.lasting else None
    return {
        "current": plan.current,
        "target": plan.target,
        "reached": plan.reached,
        "reachable": "furthest" not in chosen and bool(chosen),
        "beyond": None if beyond is None else beyond.total,
        "losses": [loss(each, words) for each in reply.losses[:MOST_LOSSES]],
        "below_from": next(
            (each.on for each in reply.losses if each.total < (plan.target or 0)), None
        ),
        "birthdays": any("birthday" in each.causes for each in reply.losses),
        "retakes": [
            Retake(words.say("ahead", "tests", field), on)
            for field, on in reply.expiries.items()
            if on > plan.on
        ],
        "shut_out": reply.shut_out and reply.round is None,
        "sets": warned_in_sets(sets),
        "in_the_way": [
            Lacking(item_name(each.section, each.item, words), each.missing)
            for each in plan.in_the_way
            if beyond is None or each.item != NOMINATION
        ][:MOST_IN_THE_WAY],
        "complete": reply.complete,
        "round": None
        if reply.round is None
        else shown_round(reply.round, plan, chosen.values(), words),
    }


def chosen_sets(plan: Plan) -> dict[str, Combination]:
    """The sets worth showing, each by its reason; those that last are preferred."""
    without = _of(plan, nominated=False)
    chosen: dict[str, Combination] = {}
    if without:
        chosen["least"] = without[0]
        quickest = min(without, key=_months)
        if _months(quickest) < _months(without[0]):
            chosen["quickest"] = quickest
    nominated = _of(plan, nominated=True)
    if nominated:
        chosen["nominated"] = nominated[0]
    if not chosen and plan.furthest is not None:
        chosen["furthest"] = plan.furthest
    return chosen


def warned_in_sets(sets: list[ShownSet]) -> list[ShownSet]:
    """The same sets, each caution standing once in all of them."""
    steps = iter(warned_once(step for each in sets for step in each.steps))
    return [replace(each, steps=tuple(next(steps) for _ in each.steps)) for each in sets]


def loss(event: Event, words: Words) -> Loss:
    """A day on which points are lost, in words."""
    return Loss(event.on, -event.change, event.total, causes(event, words))


def causes(event: Event, words: Words) -> str:
    """Why a total changes on a day."""
    return ", ".join(words.say("pictures", "causes", cause) for cause in event.causes)


def gains(found: Combination, reply: TargetPlan) -> tuple[tuple[int, int], ...]:
    """For each step of a set, what it adds to those before it, and the total after it."""
    along = reply.along.get(found.actions) or _alone(found, reply.plan)
    return tuple(
        (after - before, after) for before, after in pairwise((reply.plan.current, *along))
    )


def _alone(found: Combination, plan: Plan) -> tuple[int, ...]:
    return tuple(plan.action(id_).total for id_ in found.actions)


def _of(plan: Plan, *, nominated: bool) -> list[Combination]:
    """The sets with or without a nomination: those that last, or else all."""
    lasting = [each for each in plan.lasting if (NOMINATION in each.actions) == nominated]
    return lasting or [
        each for each in plan.combinations if (NOMINATION in each.actions) == nominated
    ]


def _months(found: Combination) -> int:
    return _LONG if found.months is None else found.months


def _set(reason: str, found: Combination, reply: TargetPlan, words: Words) -> ShownSet:
    plan = reply.plan
    steps = [shown_step(plan.action(id_), words) for id_ in found.actions]
    return ShownSet(
        reason=words.say("ahead", "sets", reason),
        total=found.total,
        then=then(found.total, found.total_then),
        months=found.months,
        by=done_by(plan.on, found.months),
        cost=found.cost_cad or None,
        steps=tuple(
            replace(step, gain=gain, total=total)
            for step, (gain, total) in zip(steps, gains(found, reply), strict=True)
        ),
        note=note(reply.round, found, words),
        programs=programs(found.programs, words),
    )

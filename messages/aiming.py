"""What the plan to a target shows: few sets of steps, each for its own reason."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from dialogs.choosing import SOON, chosen_sets, limits
from messages.ahead import (
    ShownStep,
    capped,
    done_by,
    item_name,
    programs,
    shown_step,
    then,
    told_once,
)
from messages.days import change
from messages.enough import shown_enough
from messages.rounds import note, shown_round
from scoring.calendar import YEAR
from scoring.plan import NOMINATION

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dialogs.choosing import Reason
    from dialogs.replies_ahead import TargetPlan
    from messages.words import Words
    from scoring.plan import Combination, Plan

MOST_IN_THE_WAY = 4
MOST_CHANGES = 6

_SETTLED_BY = {
    "first_language": ("first_language.",),
    "second_language": ("second_language.",),
    "spouse_language": ("spouse.language_", "spouse.staying"),
}
"""How the ids begin of actions after which it matters no more when a result expires."""
_SWITCH = "first_language.switch"
"""Only the order of the two tests."""


@dataclass(frozen=True, slots=True)
class Retake:
    """A test that a new one would have to follow by a day."""

    name: str
    on: date


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
    ageing: int = 0
    """What birthdays surely take until then, which is not counted: only the age is known."""
    retakes: tuple[Retake, ...] = ()
    """The tests that expire before it is done, and that it does not have taken anew anyway."""
    one_test: bool = False
    """Whether several of its steps are proven by one test, which is paid once."""

    @property
    def lost(self) -> int:
        """What birthdays take until all is done."""
        return 0 if self.then is None else self.total - self.then


@dataclass(frozen=True, slots=True)
class Lacking:
    """An item that stands in the way."""

    name: str
    missing: int


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
        "changes": [change(each, words) for each in reply.events[:MOST_CHANGES]],
        "losses": any(each.change < 0 for each in reply.events),
        "below_from": next(
            (each.on for each in reply.events if each.total < (plan.target or 0)), None
        ),
        "birthdays": any("birthday" in each.causes for each in reply.events),
        "retakes": _retakes(reply, words),
        "shut_out": reply.shut_out and reply.round is None,
        "unsettled": reply.unsettled and reply.round is None,
        "range": reply.range,
        "sets": told_once_in_sets(sets, words),
        "ageing": any(each.ageing and not each.lost for each in sets),
        "in_the_way": [
            Lacking(item_name(each.section, each.item, words), each.missing)
            for each in plan.in_the_way
            if beyond is None or each.item != NOMINATION
        ][:MOST_IN_THE_WAY],
        "complete": reply.complete,
        "enough": None if _of_the_same(reply) else shown_enough(reply.enough_for, words),
        "round": None
        if reply.round is None
        else shown_round(reply.round, plan, chosen.values(), words),
    }


def _of_the_same(reply: TargetPlan) -> bool:
    """Whether the total is enough already for the round aimed at, which then says so itself."""
    first = next(iter(reply.enough_for), None)
    return first is not None and reply.round is not None and reply.round.held == first.held


def told_once_in_sets(sets: list[ShownSet], words: Words) -> list[ShownSet]:
    """The same sets, each caution, and what each step takes, standing once in all of them."""
    steps = iter(told_once(step for each in sets for step in each.steps))
    first: dict[str, int] = {}
    told = []
    for number, each in enumerate(sets, start=1):
        shown = tuple(
            _as_before(next(steps), first.setdefault(step.id, number), number, words)
            for step in each.steps
        )
        told.append(replace(each, steps=shown))
    return told


def _as_before(step: ShownStep, first: int, number: int, words: Words) -> ShownStep:
    """A step of a set; of one that an earlier set has, where to read what it takes."""
    if first == number:
        return step
    takes = words.say("ahead", "as_before", months=step.months, set=first)
    return replace(step, takes=takes, only_if=None)


def gains(found: Combination, reply: TargetPlan) -> tuple[tuple[int, int], ...]:
    """For each step of a set, what it adds to those before it, and the total after it."""
    along = reply.along.get(found.actions) or _alone(found, reply.plan)
    return tuple(
        (after - before, after) for before, after in pairwise((reply.plan.current, *along))
    )


def _alone(found: Combination, plan: Plan) -> tuple[int, ...]:
    return tuple(plan.action(id_).total for id_ in found.actions)


def _reason(reason: Reason, plan: Plan, words: Words) -> str:
    """Why a set is shown, and of what sets only that is true."""
    limited = [
        words.say("ahead", "sets_limited", each, months=SOON) for each in limits(reason, plan)
    ]
    return ", ".join([words.say("ahead", "sets", reason), *limited])


def _set(reason: Reason, found: Combination, reply: TargetPlan, words: Words) -> ShownSet:
    plan = reply.plan
    steps = [shown_step(plan.action(id_), words, reply.rounds) for id_ in found.actions]
    done = done_by(plan.on, found.months)
    return ShownSet(
        reason=_reason(reason, plan, words),
        total=found.total,
        then=then(found.total, found.total_then),
        months=found.months,
        by=done,
        cost=found.cost_cad or None,
        steps=tuple(
            replace(step, gain=gain, total=total, capped=capped(step.id, gain, words))
            for step, (gain, total) in zip(steps, gains(found, reply), strict=True)
        ),
        note=note(reply.round, found, words),
        programs=programs(found.programs, words),
        ageing=_ageing(found.months, reply),
        one_test=_one_test(found.actions),
        retakes=() if done is None else _retakes(reply, words, until=done, taken=found.actions),
    )


def _ageing(months: int | None, reply: TargetPlan) -> int:
    years = min((months or 0) // YEAR, len(reply.ageing))
    return max(0, reply.ageing[years - 1]) if years else 0


def _one_test(actions: Sequence[str]) -> bool:
    """Whether several of these are proven by the same test."""
    return any(
        sum(_settles(action, field) and "staying" not in action for action in actions) > 1
        for field in _SETTLED_BY
    )


def _settles(action: str, field: str) -> bool:
    return action != _SWITCH and action.startswith(_SETTLED_BY[field])


def _retakes(
    reply: TargetPlan, words: Words, *, until: date = date.max, taken: Sequence[str] = ()
) -> tuple[Retake, ...]:
    """The tests that expire by then, but for those that the actions have taken anew."""
    return tuple(
        Retake(words.say("ahead", "tests", field), on)
        for field, on in reply.expiries.items()
        if reply.plan.on < on <= until and not any(_settles(step, field) for step in taken)
    )

"""Makes the plan: scores every change and keeps those that gain."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scoring.plan.candidates import candidates
from scoring.plan.model import Action, Plan
from scoring.plan.typical import typical
from scoring.profile import Profile
from scoring.score import score

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from scoring.plan.candidates import Candidate
    from scoring.rules import Rules

_LONG = 1200
"""Months that stand for "no telling" when actions are put in order."""


def plan(profile: Profile, rules: Rules, target: int | None = None) -> Plan:
    """What the person can do about the score on the day of the rules.

    Raises:
        ValueError: the birth date is after that day.
    """
    current = score(profile, rules).crs.total
    scored = _scored(profile, current, rules)
    actions = sorted(_worthwhile(scored), key=_order)
    return Plan(
        on=rules.on,
        rules=rules.since,
        current=current,
        target=target,
        actions=tuple(actions),
        eligibility=(),
        combinations=(),
    )


def _scored(profile: Profile, current: int, rules: Rules) -> Iterator[Action]:
    given = profile.as_json()
    for candidate in candidates(profile, rules):
        changed = Profile.model_validate({**given, **candidate.changes})
        yield _action(candidate, score(changed, rules).crs.total, current, rules)


def _action(candidate: Candidate, total: int, current: int, rules: Rules) -> Action:
    takes = typical(rules.entries["actions"], candidate.kind)
    return Action(
        id=candidate.id,
        gain=total - current,
        total=total,
        changes=candidate.changes,
        months=takes.months if candidate.months is None else candidate.months,
        total_then=None,
        cost_cad=takes.cost_cad,
        effort=takes.effort,
    )


def _worthwhile(actions: Iterable[Action]) -> Iterator[Action]:
    """Those that gain; of the steps of one thing, none that gains no more than a lower one."""
    most: dict[str, int] = {}
    for action in actions:
        thing = action.id.rstrip("0123456789")  # ids of steps end in the level or the months
        if action.gain > most.get(thing, 0):
            most[thing] = action.gain
            yield action


def _order(action: Action) -> tuple[int, int, int, str]:
    months = _LONG if action.months is None else action.months
    return -action.gain, action.effort, months, action.id

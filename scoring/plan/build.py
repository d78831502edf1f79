"""Makes the plan: scores every change, and keeps those that gain and those that open programs."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from scoring.plan.combine import combined, lacking
from scoring.plan.exchange import exchange
from scoring.plan.model import Action, Plan, months_of
from scoring.plan.openings import openings
from scoring.plan.scored import Scored, Start, open_programs, scored_candidates, start, told
from scoring.plan.targets import sets_to

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from scoring.profile import Profile
    from scoring.rules import Rules
    from scoring.vocabulary import OfficialLanguage

_DEAR = 10_000_000
"""Dollars that do."""


def plan(
    profile: Profile,
    rules: Rules,
    target: int | None = None,
    speaks: OfficialLanguage = "english",
) -> Plan:
    """What the person can do about the score on the day of the rules.

    Args:
        profile: the person as they are.
        rules: those of the day.
        target: a total to reach.
        speaks: the language of a first test, where no result says which it is.

    Raises:
        ValueError: the birth date is after that day.
    """
    at = start(profile, rules, speaks)
    scored = list(scored_candidates(at))
    gaining = list(_gaining(scored))
    actions = [told(each, rules) for each in gaining]
    opening = [told(each, rules) for each in _opening(scored)]
    made = Plan(
        on=rules.on,
        rules=rules.since,
        current=at.result.crs.total,
        target=target,
        actions=tuple(sorted(actions, key=_by_gain)),
        eligibility=tuple(sorted(opening, key=_by_demand)),
        combinations=(),
        openings=() if opening or open_programs(at.result) else openings(at, scored),
        exchange=exchange(profile, rules),
    )
    if target is not None and not made.reached:
        made = _aimed(made, target, at, gaining, scored)
    return replace(made, silent=_silent(made, scored, rules))


def _aimed(
    made: Plan, target: int, at: Start, gaining: Sequence[Scored], scored: Sequence[Scored]
) -> Plan:
    """The plan with the sets that reach the target, or how far the best gets."""
    found = sets_to(target, at, gaining, [each for each in scored if _can_gain(each)])
    furthest = found.furthest
    told_of = {tuple(each.id for each in one): one for one in (*found.sets, *found.lasting)}
    known = {ids: combined(at, one) for ids, one in told_of.items()}
    return replace(
        made,
        combinations=tuple(known[tuple(each.id for each in one)] for one in found.sets),
        lasting=tuple(known[tuple(each.id for each in one)] for one in found.lasting),
        furthest=None if furthest is None else combined(at, furthest),
        in_the_way=() if furthest is None else lacking(at, furthest),
    )


def _silent(made: Plan, scored: Iterable[Scored], rules: Rules) -> dict[str, Action]:
    """The actions that sets name and no list tells."""
    furthest = () if made.furthest is None else (made.furthest,)
    sets = (*made.combinations, *made.lasting, *made.openings, *furthest)
    listed = {action.id for action in (*made.actions, *made.eligibility)}
    named = {id_ for each in sets for id_ in each.actions} - listed
    return {each.candidate.id: told(each, rules) for each in scored if each.candidate.id in named}


def _can_gain(scored: Scored) -> bool:
    """A requirement only ever opens programs: the steps of work say what more work gains."""
    return scored.candidate.group != "requirement"


def _gaining(scored: Iterable[Scored]) -> Iterator[Scored]:
    """Those that gain; of the steps of one thing, none that gains no more than a lower one."""
    most: dict[str, int] = {}
    for each in scored:
        candidate = each.candidate
        if _can_gain(each) and each.gain > most.get(candidate.thing, 0):
            most[candidate.thing] = each.gain
            yield each


def _opening(scored: Iterable[Scored]) -> Iterator[Scored]:
    """Those that open a program; of the steps of one thing, none that opens no more than a lower.

    Of two that change the same, the one that gains is told, or that which names the requirement.
    """
    opened: dict[str, set[str]] = {}
    further: list[Scored] = []
    for each in scored:
        already = opened.setdefault(each.candidate.thing, set())
        if not already.issuperset(each.opens):
            already.update(each.opens)
            further.append(each)
    told_already: list[object] = []
    for each in sorted(further, key=_plainest):
        if each.changes not in told_already:
            told_already.append(each.changes)
            yield each


def _plainest(scored: Scored) -> int:
    if _can_gain(scored):
        return 0 if scored.gain > 0 else 2
    return 1


def _by_gain(action: Action) -> tuple[int, int, int, str]:
    return -action.gain, action.effort, months_of(action), action.id


def _by_demand(action: Action) -> tuple[int, int, int, int, str]:
    cost = _DEAR if action.cost_cad is None else action.cost_cad
    return action.effort, months_of(action), cost, -action.gain, action.id

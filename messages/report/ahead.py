"""The parts of a report about what is to come: the plan, single changes, the timeline."""

from __future__ import annotations

from itertools import accumulate
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Sequence

    from messages.pictures.facts import PlanFacts, Step, TimelineFacts
    from messages.report.facts import Opening
    from messages.words import Words

MOST_ACTIONS = 6
MOST_CHANGES = 8


def plan(facts: PlanFacts, said: Words) -> dict[str, Any]:
    """The steps to the target in their order, each with the total after it."""
    totals = [*accumulate((step.gain for step in facts.steps), initial=facts.start)]
    missing = None if facts.target is None else facts.target - facts.end
    if missing is None:
        verdict = said.say("report", "plan", start=facts.start, end=facts.end)
    else:
        key = "plan_reaches" if missing <= 0 else "plan_misses"
        verdict = said.say("report", key, target=facts.target, end=facts.end)
    if facts.then is not None:
        lost = said.say("report", "lost", lost=facts.end - facts.then, then=facts.then)
        verdict = f"{verdict} {lost}"
    return {
        "verdict": " ".join(filter(None, (verdict, facts.aimed))),
        "steps": [
            {**_step(step, said), "total": said.formats.score(total)}
            for step, total in zip(facts.steps, totals[1:], strict=True)
        ],
        "months": _months(facts.months, said),
        "cost": _cost(facts.cost_cad, said),
        "total": said.formats.score(facts.end),
        "gain": said.formats.signed(facts.end - facts.start),
    }


def openings(found: Sequence[Opening] | None, said: Words) -> dict[str, Any] | None:
    """What would open a program first; without a way where nothing known does."""
    if found is None:
        return None
    return {
        "verdict": said.say("report", "openings", count=len(found)),
        "ways": [
            {
                "steps": [_step(step, said) for step in each.steps],
                "programs": ", ".join(each.programs),
                "months": _months(each.months, said),
                "cost": _cost(each.cost_cad, said),
            }
            for each in found
        ],
    }


def actions(steps: Sequence[Step], said: Words) -> dict[str, Any] | None:
    """The best single changes, and how many more there are."""
    if not steps:
        return None
    return {
        "steps": [_step(step, said) for step in steps[:MOST_ACTIONS]],
        "more": _more(len(steps) - MOST_ACTIONS, said),
    }


def timeline(facts: TimelineFacts, said: Words) -> dict[str, Any]:
    """The days on which the total changes by itself."""
    totals = [facts.total, *(change.total for change in facts.changes)]
    return {
        "summary": said.say(
            "report", "changes" if facts.changes else "no_changes", total=facts.total, end=facts.end
        ),
        "changes": [
            {
                "on": said.formats.date(change.on),
                "gain": said.formats.signed(change.total - before),
                "total": said.formats.score(change.total),
                "causes": ", ".join(said.say("pictures", "causes", each) for each in change.causes),
            }
            for before, change in zip(totals, facts.changes[:MOST_CHANGES], strict=False)
        ],
        "more": _more(len(facts.changes) - MOST_CHANGES, said),
    }


def _step(step: Step, said: Words) -> dict[str, Any]:
    return {
        "label": step.label,
        "remarks": list(step.remarks),
        "gain": said.formats.signed(step.gain),
        "months": _months(step.months, said),
        "cost": _cost(step.cost_cad, said),
    }


def _months(months: int | None, said: Words) -> str:
    if not months:
        return said.say("report", "not_known" if months is None else "at_once")
    return said.formats.months(months)


def _cost(cost: int | None, said: Words) -> str:
    return said.say("report", "not_known") if cost is None else said.formats.money(cost)


def _more(count: int, said: Words) -> str | None:
    return said.say("report", "more", count=count) if count > 0 else None

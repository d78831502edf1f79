"""The facts of a report from what the conversation knows: answers, score, plan, timeline."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dialogs.choosing import chosen_sets
from messages.ahead import programs, shown_step, then, told_once
from messages.aiming import gains
from messages.improving import MOST_OPENING, MOST_SETS
from messages.message import Drawing
from messages.pictures.facts import PlanFacts, Step, timeline_facts
from messages.report.ahead import MOST_ACTIONS
from messages.report.facts import Opening, report_facts
from messages.report.printing import LAYOUT
from messages.report.report import told
from messages.rounds import aimed
from messages.steps import ends
from messages.tracing import origins
from scoring.plan import Action

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from dialogs.replies import Report
    from dialogs.replies_ahead import TargetPlan
    from messages.ahead import ShownStep
    from messages.report.facts import ReportFacts
    from messages.words import Words
    from scoring.plan import Combination, Plan


def drawing_of(reply: Report, words: Words) -> Drawing:
    """The report as it waits to be drawn."""
    name = words.say("report", "file", on=reply.today.isoformat())
    return Drawing(LAYOUT, told(facts_of(reply, words), words), name)


def facts_of(reply: Report, words: Words) -> ReportFacts:
    """Everything in the words of one language."""
    known = report_facts(reply.review, reply.score, reply.today, words)
    if reply.timeline is not None:
        known = replace(known, timeline=timeline_facts(reply.timeline))
    if reply.plan is None:
        return known
    plan = reply.plan.plan
    opening = _opening(plan) if reply.shut_out else ()
    way = next(iter(chosen_sets(plan).values()), None)
    single = ends(plan.by_then())
    used = [*opening, *(() if way is None else (way,)), *single[:MOST_ACTIONS]]
    named = _Origins((action for each in used for action in _actions(each, plan)), known, words)
    return replace(
        known,
        openings=tuple(_openings(opening, plan, named)) if reply.shut_out else None,
        plan=None if way is None else _way(way, reply.plan, named),
        actions=_steps(single, named, alone=True),
        origins=tuple(f"{each[0].upper()}{each[1:]}." for each in named.numbers),
    )


class _Origins:
    """Numbers for where times and costs come from, counted on from those of the rules."""

    def __init__(self, actions: Iterable[Action], known: ReportFacts, words: Words) -> None:
        self.words = words
        found = dict.fromkeys(each for action in actions for each in origins(action, words))
        first = 1 + (len(known.rules.sources) if known.rules else 0)
        self.numbers = {origin: number for number, origin in enumerate(found, start=first)}

    def of(self, action: Action) -> str:
        """The numbers of an action's, as they stand after what it takes."""
        own = origins(action, self.words)
        return "".join(f" [{self.numbers[each]}]" for each in own if each in self.numbers)


def _opening(plan: Plan) -> tuple[Action | Combination, ...]:
    """The easiest single steps that open a program, or sets where no single one does."""
    return (*plan.eligibility[:MOST_OPENING], *plan.openings[:MOST_SETS])


def _actions(found: Action | Combination, plan: Plan) -> Sequence[Action]:
    """The actions of a set, or the one that is told alone."""
    return [found] if isinstance(found, Action) else [plan.action(id_) for id_ in found.actions]


def _openings(
    found: Sequence[Action | Combination], plan: Plan, named: _Origins
) -> Iterator[Opening]:
    ways = [_actions(each, plan) for each in found]
    steps = iter(_steps([action for way in ways for action in way], named))
    for each, way in zip(found, ways, strict=True):
        opened = programs(each.programs, named.words)
        yield Opening(tuple(next(steps) for _ in way), opened, each.months, each.cost_cad)


def _way(way: Combination, target: TargetPlan, named: _Origins) -> PlanFacts:
    """The least demanding set that reaches the target, or else the one that gets furthest."""
    plan = target.plan
    counted = zip(_steps(_actions(way, plan), named), gains(way, target), strict=True)
    return PlanFacts(
        start=plan.current,
        steps=tuple(replace(step, gain=gain) for step, (gain, _) in counted),
        target=plan.target,
        months=way.months,
        cost_cad=way.cost_cad,
        then=then(way.total, way.total_then),
        aimed=aimed(target, named.words),
    )


def _steps(actions: Sequence[Action], named: _Origins, *, alone: bool = False) -> tuple[Step, ...]:
    """Steps with their remarks; ``alone`` says of each what birthdays take until it is done."""
    shown = told_once(shown_step(action, named.words) for action in actions)
    return tuple(
        Step(
            each.name,
            action.gain,
            action.months,
            action.cost_cad,
            tuple(_remarks(each, action, named, alone=alone)),
        )
        for each, action in zip(shown, actions, strict=True)
    )


def _remarks(step: ShownStep, action: Action, named: _Origins, *, alone: bool) -> Iterator[str]:
    """What its time and cost rest on, what time takes, and what must be known before."""
    if step.takes:
        yield f"{step.takes[0].upper()}{step.takes[1:]}.{named.of(action)}"
    if alone and step.lost:
        yield named.words.say("report", "lost", lost=step.lost, then=step.then)
    if step.caution:
        yield step.caution

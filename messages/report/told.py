"""The facts of a report from what the conversation knows: answers, score, plan, timeline."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from messages.ahead import shown_step, warned_once
from messages.aiming import chosen_sets, gains
from messages.message import Drawing
from messages.pictures.facts import PlanFacts, Step, timeline_facts
from messages.report.ahead import MOST_ACTIONS
from messages.report.facts import report_facts
from messages.report.printing import LAYOUT
from messages.report.report import told
from messages.rounds import aimed
from messages.steps import ends
from messages.tracing import origins

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dialogs.replies import Report, TargetPlan
    from messages.ahead import ShownStep
    from messages.report.facts import ReportFacts
    from messages.words import Words
    from scoring.plan import Action, Combination


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
    way = next(iter(chosen_sets(plan).values()), None)
    single = ends(plan.actions)
    in_way = [] if way is None else [plan.action(id_) for id_ in way.actions]
    named = _Origins([*in_way, *single[:MOST_ACTIONS]], known, words)
    gained = [action.gain for action in single]
    return replace(
        known,
        plan=None if way is None else _way(way, in_way, reply.plan, named),
        actions=_steps(single, gained, named),
        origins=tuple(f"{each[0].upper()}{each[1:]}." for each in named.numbers),
    )


class _Origins:
    """Numbers for where times and costs come from, counted on from those of the rules."""

    def __init__(self, actions: Sequence[Action], known: ReportFacts, words: Words) -> None:
        self.words = words
        found = dict.fromkeys(each for action in actions for each in origins(action, words))
        first = 1 + (len(known.rules.sources) if known.rules else 0)
        self.numbers = {origin: number for number, origin in enumerate(found, start=first)}

    def of(self, action: Action) -> str:
        """The numbers of an action's, as they stand after what it takes."""
        own = origins(action, self.words)
        return "".join(f" [{self.numbers[each]}]" for each in own if each in self.numbers)


def _way(
    way: Combination, actions: Sequence[Action], target: TargetPlan, named: _Origins
) -> PlanFacts:
    """The least demanding set that reaches the target, or else the one that gets furthest."""
    gained = [gain for gain, _ in gains(way, target)]
    steps = _steps(actions, gained, named)
    return PlanFacts(
        start=target.plan.current,
        steps=steps,
        target=target.plan.target,
        months=way.months,
        cost_cad=way.cost_cad,
        aimed=aimed(target, named.words),
    )


def _steps(actions: Sequence[Action], gained: Sequence[int], named: _Origins) -> tuple[Step, ...]:
    shown = warned_once(shown_step(action, named.words) for action in actions)
    return tuple(
        Step(
            each.name,
            gain,
            action.months,
            action.cost_cad,
            tuple(_remarks(each, named.of(action))),
        )
        for each, gain, action in zip(shown, gained, actions, strict=True)
    )


def _remarks(step: ShownStep, numbers: str) -> Iterator[str]:
    """What its time and cost rest on, and what must be known before."""
    if step.takes:
        yield f"{step.takes[0].upper()}{step.takes[1:]}.{numbers}"
    if step.caution:
        yield step.caution

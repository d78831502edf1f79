"""The facts of a report from what the conversation knows: answers, score, plan, timeline."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from messages.ahead import shown_step, warned_once
from messages.aiming import chosen_sets, gains
from messages.message import Drawing
from messages.pictures.facts import PlanFacts, Step, timeline_facts
from messages.report.facts import report_facts
from messages.report.printing import LAYOUT
from messages.report.report import told
from messages.steps import ends

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dialogs.replies import Report, TargetPlan
    from messages.ahead import ShownStep
    from messages.report.facts import ReportFacts
    from messages.words import Words
    from scoring.plan import Action


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
    actions = ends(reply.plan.plan.actions)
    gained = [action.gain for action in actions]
    return replace(known, plan=_way(reply.plan, words), actions=_steps(actions, gained, words))


def _way(target: TargetPlan, words: Words) -> PlanFacts | None:
    """The least demanding set that reaches the target, or else the one that gets furthest."""
    plan = target.plan
    way = next(iter(chosen_sets(plan).values()), None)
    if way is None:
        return None
    actions = [plan.action(id_) for id_ in way.actions]
    gained = [gain for gain, _ in gains(way, target)]
    steps = _steps(actions, gained, words)
    return PlanFacts(plan.current, steps, plan.target, way.months, way.cost_cad)


def _steps(actions: Sequence[Action], gained: Sequence[int], words: Words) -> tuple[Step, ...]:
    shown = warned_once(shown_step(action, words) for action in actions)
    return tuple(
        Step(each.name, gain, action.months, action.cost_cad, tuple(_remarks(each)))
        for each, gain, action in zip(shown, gained, actions, strict=True)
    )


def _remarks(step: ShownStep) -> Iterator[str]:
    """What its estimates rest on, and what must be known before."""
    if step.takes:
        yield f"{step.takes[0].upper()}{step.takes[1:]}."
    if step.caution:
        yield step.caution

"""The picture that goes with a screen, where one says it better than words.

It only waits to be drawn here. All that it shows is said in the text, too, or on its further
pages, so that nothing is missing where it cannot be drawn.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dialogs.choosing import chosen_sets
from messages.aiming import gains
from messages.past_rounds import title
from messages.pictures import (
    PlanFacts,
    ScoreFacts,
    Step,
    TrendFacts,
    plan_drawing,
    score_drawing,
    timeline_drawing,
    timeline_facts,
    trend_drawing,
    trends_drawing,
)
from messages.points import sections
from messages.rounds import aimed
from messages.steps import action_name

if TYPE_CHECKING:
    from datetime import date

    from dialogs.replies import Explanation
    from dialogs.replies_ahead import TargetPlan, TimelineShown
    from dialogs.replies_rounds import ChancesShown, KindChances, RoundsShown
    from messages.message import Drawing
    from messages.words import Words

_A_TREND = 3
"""Rounds that show one."""
_MOST_TRENDS = 3
"""Kinds of rounds in one picture; a phone shows no more at once."""


def plan_drawn(reply: TargetPlan, words: Words) -> Drawing | None:
    """The best set, step by step; None where there is none to show."""
    plan = reply.plan
    best = next(iter(chosen_sets(plan).values()), None)
    if best is None:
        return None
    actions = [plan.action(id_) for id_ in best.actions]
    steps = tuple(
        Step(action_name(action, words), gain, action.months or None, action.cost_cad or None)
        for action, (gain, _) in zip(actions, gains(best, reply), strict=True)
    )
    facts = PlanFacts(
        start=plan.current,
        steps=steps,
        target=plan.target,
        months=best.months or None,
        cost_cad=best.cost_cad or None,
        aimed=aimed(reply, words),
    )
    return plan_drawing(facts, words.language)


def timeline_drawn(reply: TimelineShown, words: Words) -> Drawing | None:
    """The total as it changes; None where it never does."""
    if not reply.timeline.events:
        return None
    return timeline_drawing(timeline_facts(reply.timeline), words.language)


def score_drawn(reply: Explanation, words: Words) -> Drawing:
    """What each section gives of what it could."""
    result = reply.result
    facts = ScoreFacts(
        low=result.crs.total,
        high=result.crs.total,
        sections=sections(result, reply.lines, words),
        on=result.on,
        rules=result.rules,
    )
    return score_drawing(facts, words.language)


def trend_drawn(reply: RoundsShown, words: Words) -> Drawing | None:
    """The cut-offs of a kind over two years; None of too few, and of all kinds together."""
    if reply.kind is None or reply.as_of is None or len(reply.trend) < _A_TREND:
        return None
    facts = TrendFacts(
        title=title(reply.kind, words),
        cutoffs=tuple((held.on, held.cutoff) for held in reply.trend),
        until=reply.as_of.until,
        total=reply.total,
    )
    return trend_drawing(facts, words.language)


def trends_drawn(reply: ChancesShown, words: Words) -> Drawing | None:
    """The cut-offs of the nearest kinds beside what somebody competes with in each.

    Those that are open come first, then those that are one step away. None where none of them has
    a trend, or no program is open.
    """
    if reply.as_of is None or reply.in_pool == "no":
        return None
    told = [(each, False) for each in reply.open] + [(each, True) for each in reply.near]
    shown = [pair for pair in told if len(pair[0].past.trend) >= _A_TREND][:_MOST_TRENDS]
    until = reply.as_of.until
    kinds = [_trend_of(each, until, words, after_step=near) for each, near in shown]
    return trends_drawing(kinds, words.language) if kinds else None


def _trend_of(each: KindChances, until: date, words: Words, *, after_step: bool) -> TrendFacts:
    return TrendFacts(
        title=title(each.admission.kind, words),
        cutoffs=tuple((held.on, held.cutoff) for held in each.past.trend),
        until=until,
        total=each.past.total,
        after_step=after_step,
    )

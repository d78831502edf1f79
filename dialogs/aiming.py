"""Aiming at a target: a total, or the last cut-off of a kind of round."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dialogs import screens_ahead, screens_rounds
from dialogs.reading.targets import LastRound, UnknownTarget
from dialogs.replies import Notice
from dialogs.replies_ahead import Improvements, TargetPlan

if TYPE_CHECKING:
    from dialogs.reading.targets import Target
    from dialogs.turn import Outcome, Turn
    from scoring.rounds import RoundKind

WISH = "plan"
"""The wish for the plan to what was aimed at."""


def aim(turn: Turn, target: Target) -> Outcome:
    """The least demanding way to a target: ``/improve 500``, ``/improve cec``."""
    match target:
        case UnknownTarget():
            return turn.remark(Notice("target_unknown"))
        case LastRound(kind):
            return _aim_at_round(turn, kind)
        case total:
            planned = screens_ahead.target_plan(turn.walked, total, turn.record)
            return turn.with_(aim=total, aim_kind=None).remark(planned)


def improve(turn: Turn, *, every: bool = False) -> Outcome:
    """``/improve`` without a target: what would gain points.

    Somebody who aims at nothing yet aims from now on at the last cut-off of the nearest round
    that is open to them.
    """
    improved = screens_rounds.improvements(turn.walked, turn.record, every=every)
    aimed = improved.round if isinstance(improved, Improvements) else None
    if aimed is not None and aimed.unmet is None and turn.conversation.aim is None:
        turn = turn.with_(aim=aimed.held.cutoff, aim_kind=aimed.held.kind)
    return turn.remark(improved)


def aimed_at(turn: Turn, target: Target) -> Turn:
    """The target remembered, for when there is enough to plan with."""
    match target:
        case UnknownTarget():
            return turn
        case LastRound(kind):
            return turn.with_(aim_kind=kind)
        case total:
            return turn.with_(aim=total, aim_kind=None)


def plan(turn: Turn) -> Outcome:
    """The plan to what was aimed at; what would gain points where that is nothing."""
    planned = plan_to_aim(turn)
    return improve(turn) if planned is None else turn.remark(planned)


def plan_to_aim(turn: Turn) -> TargetPlan | Notice | None:
    """The plan to what was last aimed at; of a kind of round, to its newest cut-off."""
    conversation, walked = turn.conversation, turn.walked
    if conversation.aim_kind is not None:
        planned = screens_rounds.round_plan(walked, conversation.aim_kind, turn.record)
        if isinstance(planned, TargetPlan):
            return planned
    aimed = conversation.aim
    return None if aimed is None else screens_ahead.target_plan(walked, aimed, turn.record)


def _aim_at_round(turn: Turn, kind: RoundKind | None) -> Outcome:
    planned = screens_rounds.round_plan(turn.walked, kind, turn.record)
    if isinstance(planned, TargetPlan) and planned.round is not None:
        held = planned.round.held
        turn = turn.with_(aim=held.cutoff, aim_kind=held.kind)
    return turn.remark(planned)

"""Reminders as the person meets them: asked for, told, stopped."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dialogs.conversation import UNKNOWN
from dialogs.reminders import coming, next_reminder
from dialogs.replies import Notice
from dialogs.replies_reminders import AlertsOn, Reminded
from dialogs.turn import Outcome, Turn

if TYPE_CHECKING:
    from datetime import date

    from dialogs.conversation import Conversation

WISH = "alerts"


def turn_on(turn: Turn) -> Outcome:
    """Remind from now on; say what of, and when."""
    if not turn.walked.score_known:
        return turn.remark(Notice("alerts_need_score"))
    zone = turn.walked.standing.get("time_zone", UNKNOWN)
    ahead = coming(turn.walked, turn.conversation.warned)
    return turn.with_(alerts=True).remark(AlertsOn(ahead, zone, turn.today))


def turn_off(turn: Turn) -> Outcome:
    """No more reminders."""
    if not turn.conversation.alerts:
        return turn.remark(Notice("alerts_were_off"))
    return turn.with_(alerts=False).remark(Notice("alerts_off"))


def tell(conversation: Conversation, today: date) -> Outcome:
    """Tell what is to be told today, once; the conversation is otherwise where it was."""
    reminder = next_reminder(conversation, today)
    if reminder is None or reminder.send_on > today:
        return Outcome(conversation, ())
    still_to_come = (day for day in conversation.warned if day > today.isoformat())
    told = (*still_to_come, reminder.event_on.isoformat())
    return Outcome(replace(conversation, warned=told), (Reminded(reminder, today),))


def wanted(conversation: Conversation) -> bool:
    """Whether reminders are on, or about to be."""
    return conversation.alerts or conversation.wish == WISH


def out_of_reach(conversation: Conversation, today: date) -> Outcome:
    """The answer to somebody who can only be answered, never written to."""
    return Turn(conversation, today).remark(Notice("alerts_elsewhere"))

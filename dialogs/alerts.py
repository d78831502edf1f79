"""Reminders and alerts as the person meets them: asked for, chosen, told, stopped."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dialogs.conversation import UNKNOWN
from dialogs.reminders import coming, next_reminder
from dialogs.replies import Notice
from dialogs.replies_reminders import AlertsOn, Reminded
from dialogs.subjects import DAYS, SUBJECT_NAMED, SUBJECTS
from dialogs.turn import Outcome, Turn

if TYPE_CHECKING:
    from datetime import date

    from dialogs.conversation import Conversation

WISH = "alerts"
"""All of it; what was chosen stays as it was chosen."""
REMINDERS = "reminders"
"""The person's own days."""
ROUND_ALERTS = "round_alerts"
"""New rounds, and changes of the rules."""
WISHES = (WISH, REMINDERS, ROUND_ALERTS)


def turn_on(turn: Turn, wish: str = WISH) -> Outcome:
    """Tell from now on; say what of, and when."""
    if not turn.walked.score_known:
        return turn.remark(Notice("alerts_need_score"))
    before = turn.conversation
    fresh = wish == WISH and not is_on(before)
    days = before.alerts or fresh or wish == REMINDERS
    subjects = before.told_of
    if fresh or (wish == ROUND_ALERTS and not subjects):
        subjects = SUBJECTS
    turn = turn.with_(alerts=days, told_of=subjects)
    return turn.remark(_shown(turn))


def turn_off(turn: Turn) -> Outcome:
    """Nothing more."""
    if not is_on(turn.conversation):
        return turn.remark(Notice("alerts_were_off"))
    return turn.with_(alerts=False, told_of=()).remark(Notice("alerts_off"))


def stop_alerts(turn: Turn) -> Outcome:
    """No more of rounds and rules; reminders stay as they are."""
    if not turn.conversation.alerts:
        return turn_off(turn)
    return turn.with_(told_of=()).remark(Notice("round_alerts_off"))


def choose(turn: Turn, rest: str) -> Outcome | None:
    """``tell:<subject>:on`` and ``tell:<subject>:off``, below what is told of."""
    subject, _, way = rest.partition(":")
    known = {DAYS, *SUBJECTS}
    if subject not in known or way not in ("on", "off") or not turn.conversation.answers:
        return None
    if not turn.walked.score_known:
        return turn.remark(Notice("alerts_need_score"))
    on = way == "on"
    if subject == DAYS:
        turn = turn.with_(alerts=on)
    else:
        changed = {*turn.conversation.told_of, SUBJECT_NAMED[subject]}
        changed -= set() if on else {SUBJECT_NAMED[subject]}
        turn = turn.with_(told_of=tuple(each for each in SUBJECTS if each in changed))
    return turn.just(_shown(turn) if is_on(turn.conversation) else Notice("alerts_off"))


def tell(conversation: Conversation, today: date) -> Outcome:
    """Tell what is to be told today, once; the conversation is otherwise where it was."""
    reminder = next_reminder(conversation, today)
    if reminder is None or reminder.send_on > today:
        return Outcome(conversation, ())
    still_to_come = (day for day in conversation.warned if day > today.isoformat())
    told = (*still_to_come, reminder.event_on.isoformat())
    return Outcome(replace(conversation, warned=told), (Reminded(reminder, today),))


def is_on(conversation: Conversation) -> bool:
    """Whether the person wants to be told of anything."""
    return conversation.alerts or bool(conversation.told_of)


def wanted(conversation: Conversation) -> bool:
    """Whether anything is told, or about to be."""
    return is_on(conversation) or conversation.wish in WISHES


def out_of_reach(conversation: Conversation, today: date) -> Outcome:
    """The answer to somebody who can only be answered, never written to."""
    return Turn(conversation, today).remark(Notice("alerts_elsewhere"))


def _shown(turn: Turn) -> AlertsOn:
    conversation, walked = turn.conversation, turn.walked
    return AlertsOn(
        coming=coming(walked, conversation.warned) if conversation.alerts else (),
        zone=walked.standing.get("time_zone", UNKNOWN),
        today=turn.today,
        days=conversation.alerts,
        told_of=conversation.told_of,
        open_questions=len(walked.open),
    )

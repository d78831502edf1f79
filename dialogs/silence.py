"""Whoever has not said a word for long is told that it will be erased, and then forgotten.

Nobody is erased untold, however long the bot was away or wrong its clock: the days of notice are
counted from the day of the message.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from dialogs.replies_reminders import ErasureAhead
from dialogs.turn import Outcome
from scoring.calendar import months_after

if TYPE_CHECKING:
    from dialogs.conversation import Conversation

NOTICE = timedelta(days=30)
"""Between the message and the erasure, at least."""


def heard(conversation: Conversation, today: date) -> Conversation:
    """The conversation of somebody who has just said or pressed something."""
    noted = (conversation.heard_on, conversation.erasure_told_on, conversation.unreachable)
    if noted == (today.isoformat(), None, False):
        return conversation
    return replace(
        conversation, heard_on=today.isoformat(), erasure_told_on=None, unreachable=False
    )


def without_days_to_come(conversation: Conversation, today: date) -> Conversation:
    """The conversation without what a clock that ran ahead has noted.

    A word of a day to come counts as of today, and a notice of such a day as not given. Where the
    person lives it may be a day earlier than where that was noted.
    """
    tomorrow = (today + timedelta(days=1)).isoformat()
    if conversation.heard_on is None or conversation.heard_on > tomorrow:
        return replace(conversation, heard_on=today.isoformat(), erasure_told_on=None)
    if conversation.erasure_told_on is not None and conversation.erasure_told_on > tomorrow:
        return replace(conversation, erasure_told_on=None)
    return conversation


def next_step(conversation: Conversation, months: int) -> date | None:
    """The day on which the person is to be told, or erased; None if they never said a word."""
    end = _end(conversation, months)
    if end is None:
        return None
    return end - NOTICE if conversation.erasure_told_on is None else end


def due(conversation: Conversation, today: date, months: int) -> Outcome | None:
    """What a long silence leads to today; None when it is not long enough."""
    step = next_step(conversation, months)
    if step is None or step > today:
        return None
    if conversation.erasure_told_on is not None:
        return Outcome(None, ())
    told = replace(conversation, erasure_told_on=today.isoformat())
    end = _end(told, months) or today + NOTICE
    return Outcome(told, (ErasureAhead(end),))


def _end(conversation: Conversation, months: int) -> date | None:
    """The day on which everything is erased, as far as is known now."""
    if conversation.heard_on is None:
        return None
    end = months_after(date.fromisoformat(conversation.heard_on), months)
    if conversation.erasure_told_on is None:
        return end
    return max(end, date.fromisoformat(conversation.erasure_told_on) + NOTICE)

"""When to write to somebody on our own account: in the morning, where they live."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from dialogs.reading.zones import is_zone
from dialogs.reminders import next_reminder
from dialogs.silence import next_step

if TYPE_CHECKING:
    from datetime import date

    from dialogs.conversation import Conversation

MORNING = time(10, 30)
"""When reminders go out."""
OPENS, CLOSES = time(10, 0), time(18, 0)
"""The hours in which one that is late may still go out."""
LOOK_AGAIN = timedelta(days=30)
"""How long at most until the next look: rules change with releases, retention with settings, and
time brings new days."""
OTTAWA = "America/Toronto"
"""Where it is morning for those who did not say where they live."""


def next_look(conversation: Conversation, now: datetime, kept: int | None) -> datetime | None:
    """The next moment at which something may have to be told or erased; None when never.

    ``kept`` is for how many months somebody silent is kept; None for who cannot be told.
    """
    if not conversation.alerts and kept is None:
        return None
    local = local_time(conversation, now)
    days = [local.date() + LOOK_AGAIN]
    reminder = next_reminder(conversation, local.date())
    if reminder is not None:
        days.append(reminder.send_on)
    ending = None if kept is None else next_step(conversation, kept)
    if ending is not None:
        days.append(ending)
    return _morning(min(days), local)


def next_morning(conversation: Conversation, now: datetime) -> datetime:
    """The next moment at which nobody minds a message, where it is none now."""
    local = local_time(conversation, now)
    return _morning(local.date(), local)


def local_time(conversation: Conversation, now: datetime) -> datetime:
    """The moment by the clocks where the person lives."""
    answer = conversation.answers.get("time_zone")
    known = isinstance(answer, str) and is_zone(answer)
    return now.astimezone(ZoneInfo(answer if isinstance(answer, str) and known else OTTAWA))


def is_decent(local: datetime) -> bool:
    """Whether nobody minds a message at this hour."""
    return OPENS <= local.time() < CLOSES


def _morning(day: date, local: datetime) -> datetime:
    """The first morning from that day on that is still to come."""
    morning = datetime.combine(max(day, local.date()), MORNING, local.tzinfo)
    if morning <= local:
        morning = datetime.combine(morning.date() + timedelta(days=1), MORNING, local.tzinfo)
    return morning.astimezone(UTC)

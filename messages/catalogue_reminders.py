"""For the catalogue: reminders turned on, and one of each kind."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from dialogs.conversation import UNKNOWN
from dialogs.replies_reminders import AlertsOn, ErasureAhead, Reminded, Reminder
from messages.people import TODAY

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dialogs.replies import Reply

_BIRTHDAY = Reminder(date(2027, 2, 3), date(2027, 3, 5), ("birthday",), 469, 464)
_TEST = Reminder(
    date(2027, 4, 1),
    date(2027, 6, 30),
    ("first_language_expires", "spouse_language_expires"),
    464,
    348,
)
_WORTHLESS = Reminder(TODAY, date(2026, 12, 1), ("eca_expires",), 469, 469)
_BOTH = Reminder(
    date(2027, 2, 3), date(2027, 3, 5), ("birthday", "second_language_expires"), 469, 468
)
_RULES = Reminder(date(2027, 2, 3), date(2027, 3, 5), ("rules",), 469, 419)


def reminders() -> Iterator[tuple[str, Reply]]:
    """Every screen about reminders."""
    yield "alerts on", AlertsOn((_WORTHLESS, _BIRTHDAY, _TEST), "Asia/Kolkata", TODAY)
    yield "alerts on, typed place", AlertsOn((_BIRTHDAY,), "Africa/Cairo", TODAY)
    yield "alerts on, offset", AlertsOn((_BIRTHDAY,), "Etc/GMT-5", TODAY)
    yield "alerts on, place unknown", AlertsOn((_BIRTHDAY,), UNKNOWN, TODAY)
    yield "alerts on, no day known", AlertsOn((), "America/Toronto", TODAY)
    for name, reminder in {
        "birthday": _BIRTHDAY,
        "tests": _TEST,
        "worth nothing": _WORTHLESS,
        "birthday and test": _BOTH,
        "rules": _RULES,
    }.items():
        yield f"reminded, {name}", Reminded(reminder, reminder.send_on)
    late = _BIRTHDAY.event_on - timedelta(days=1)
    yield "reminded, tomorrow", Reminded(_BIRTHDAY, late)
    yield "erasure ahead", ErasureAhead(date(2027, 12, 24))

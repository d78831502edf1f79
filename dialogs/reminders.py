"""What a person who asked for it is told before it happens: days on which something is lost."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, get_args

from dialogs.questionnaire import walk
from dialogs.replies_reminders import Reminder
from dialogs.screens_ahead import known_profile
from scoring.calendar import expiry
from scoring.causes import Cause, taken_on
from scoring.rules import rules_on
from scoring.timeline import timeline

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import date

    from dialogs.conversation import Conversation
    from dialogs.questionnaire import Walk
    from scoring.profile import Profile
    from scoring.rules import Rules
    from scoring.timeline import Timeline

BEFORE_A_LOSS = timedelta(days=30)
"""Time enough to see whether a round comes before a birthday."""
BEFORE_EXPIRY = timedelta(days=90)
"""Time enough to find a seat for a test, take it and have the results."""
MONTHS_AHEAD = 24


def next_reminder(conversation: Conversation, today: date) -> Reminder | None:
    """What is to be told next, today or on a later day; None without consent, and for nothing."""
    if not conversation.alerts:
        return None
    walked = walk(conversation.answers, today, conversation.topics, conversation.language)
    return next(iter(coming(walked, conversation.warned)), None)


def coming(walked: Walk, told: Collection[str] = ()) -> tuple[Reminder, ...]:
    """All that is to be told, in that order; nothing of the days that were told already."""
    profile = known_profile(walked)
    if profile is None or not walked.score_known:
        return ()
    today = walked.at.today
    rules = rules_on(today)
    ahead = timeline(profile, rules, MONTHS_AHEAD)
    losses: dict[date, tuple[Cause, ...]] = {
        event.on: event.causes for event in ahead.events if event.change < 0
    }
    expiring = _expiring(profile, rules, ahead)
    reminders = [
        Reminder(
            send_on=max(today, day - (BEFORE_EXPIRY if day in expiring else BEFORE_A_LOSS)),
            event_on=day,
            causes=_in_order(losses.get(day, ()), expiring.get(day, ())),
            total_before=_total(ahead, day - timedelta(days=1)),
            total_after=_total(ahead, day),
        )
        for day in losses.keys() | expiring.keys()
        if day.isoformat() not in told
    ]
    return tuple(sorted(reminders, key=lambda reminder: (reminder.send_on, reminder.event_on)))


def _expiring(profile: Profile, rules: Rules, ahead: Timeline) -> dict[date, tuple[Cause, ...]]:
    """The days on which a test or an assessment expires, whether it gives points or not."""
    validity = rules.entries["validity"]
    tests: int = validity.value("language_test_years")
    assessments: int = validity.value("credential_assessment_years")
    spouse = profile.spouse
    lasting: dict[Cause, tuple[date | None, int]] = {
        "first_language_expires": (taken_on(profile.first_language), tests),
        "second_language_expires": (taken_on(profile.second_language), tests),
        "spouse_language_expires": (taken_on(spouse.language if spouse else None), tests),
        "eca_expires": (profile.eca_issued_on, assessments),
    }
    found: dict[date, tuple[Cause, ...]] = {}
    for cause, (day, years) in lasting.items():
        last = None if day is None else expiry(day, years)
        if last is not None and ahead.on < last <= ahead.until:
            found[last] = (*found.get(last, ()), cause)
    return found


def _in_order(*causes: tuple[Cause, ...]) -> tuple[Cause, ...]:
    happened = {cause for some in causes for cause in some}
    return tuple(cause for cause in get_args(Cause) if cause in happened)


def _total(ahead: Timeline, day: date) -> int:
    """The total on a day of the timeline."""
    until = [event.total for event in ahead.events if event.on <= day]
    return until[-1] if until else ahead.current

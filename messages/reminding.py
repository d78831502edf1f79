"""What the screens about reminders show: the days, what happens on them, and what can be done."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from dialogs.conversation import UNKNOWN
from dialogs.replies_reminders import ErasureAhead, Reminded
from messages.answers import shown
from scoring.round_worth import NEAR

if TYPE_CHECKING:
    from datetime import date

    from dialogs.replies_reminders import AlertsOn, Reminder
    from messages.words import Words

_ADVICE = {
    "birthday": "birthday",
    "first_language_expires": "test",
    "second_language_expires": "test",
    "spouse_language_expires": "test",
    "eca_expires": "assessment",
    "rules": "rules",
}


def reminder_facts(
    reply: AlertsOn | Reminded | ErasureAhead, words: Words
) -> tuple[str, dict[str, Any]]:
    """The screen of a reply about what lies ahead, and its facts."""
    if isinstance(reply, ErasureAhead):
        return "erasure_ahead", {"erased_on": reply.erased_on}
    if isinstance(reply, Reminded):
        return "reminded", _reminded(reply, words)
    return "alerts_on", _alerts_on(reply, words)


def _alerts_on(reply: AlertsOn, words: Words) -> dict[str, Any]:
    zone = None if reply.zone == UNKNOWN else shown("time_zone", reply.zone, words)
    return {
        "coming": [_facts(each, reply.today, words) for each in reply.coming],
        "zone": zone,
        "days": reply.days,
        "subjects": [words.say("alerts", "subjects", s, near=NEAR) for s in reply.told_of],
        "open_questions": reply.open_questions,
    }


def _reminded(reply: Reminded, words: Words) -> dict[str, Any]:
    reminder = reply.reminder
    facts = _facts(reminder, reply.today, words)
    kinds = dict.fromkeys(_ADVICE[cause] for cause in reminder.causes if cause in _ADVICE)
    days = (reminder.event_on - reply.today).days
    return {
        **facts,
        "when": words.say("reminders", "units", "days", days=days),
        "advice": [
            words.say("reminders", "advice", kind, before=reminder.total_before) for kind in kinds
        ],
    }


def _facts(reminder: Reminder, today: date, words: Words) -> dict[str, Any]:
    return {
        "send_on": reminder.send_on,
        "soon": reminder.send_on <= today,
        "event_on": reminder.event_on,
        "causes": [words.say("reminders", "causes", cause) for cause in reminder.causes],
        "before": reminder.total_before,
        "after": reminder.total_after,
        "lost": max(0, reminder.total_before - reminder.total_after),
    }

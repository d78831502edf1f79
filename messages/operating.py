"""What the screens of those who run the bot show."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from dialogs.conversation import LANGUAGES
from dialogs.headcount import UNKNOWN_PROGRESS
from dialogs.progress import PROGRESS
from dialogs.replies_operator import BroadcastShown, News, Stats
from messages.message import Button

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dialogs.broadcast import Broadcast
    from messages.words import Words


_BUTTONS: Mapping[str, tuple[str, ...]] = {
    "asked": ("send", "drop"),
    "sending": ("show", "stop"),
}
"""What can be done with a broadcast, by its state."""


def operator_facts(
    reply: Stats | BroadcastShown | News, words: Words
) -> tuple[str, dict[str, Any]]:
    """The screen of a reply to an operator, or of what one of them wrote, and its facts."""
    match reply:
        case Stats():
            return "stats", _stats(reply, words)
        case BroadcastShown():
            return "broadcast", _broadcast(reply.broadcast)
        case News():
            return "news", {"text": reply.text}


def operator_buttons(reply: BroadcastShown | News, words: Words) -> tuple[Button, ...]:
    """The buttons of that: those of a broadcast are of that one alone."""
    if isinstance(reply, News):
        return (Button(words.say("buttons", "news", "off"), "news:off"),)
    broadcast = reply.broadcast
    return tuple(
        Button(words.say("buttons", "broadcast", name), f"broadcast:{name}:{broadcast.number}")
        for name in _BUTTONS.get(broadcast.state, ())
    )


def _broadcast(broadcast: Broadcast) -> dict[str, Any]:
    return {
        "state": broadcast.state,
        "people": broadcast.people,
        "tried": broadcast.tried,
        "sent": broadcast.sent,
        "blocked": broadcast.blocked,
        "failed": broadcast.failed,
        "unclear": broadcast.unclear,
        "text": broadcast.text,
    }


def _stats(reply: Stats, words: Words) -> dict[str, Any]:
    counted = reply.headcount
    far = (*PROGRESS, *(name for name in (UNKNOWN_PROGRESS,) if name in counted.progress))
    return {
        "counted": counted,
        "progress": [
            (words.say("operators", "progress", name), counted.progress.get(name, 0))
            for name in far
        ],
        "languages": [
            (words.say("buttons", "language", name), counted.languages.get(name, 0))
            for name in LANGUAGES
        ],
        "since_start": reply.since_start,
    }

"""What the screens of those who run the bot show."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from dialogs.conversation import LANGUAGES
from dialogs.headcount import UNKNOWN_PROGRESS
from dialogs.progress import PROGRESS

if TYPE_CHECKING:
    from dialogs.replies_operator import Stats
    from messages.words import Words


def operator_facts(reply: Stats, words: Words) -> tuple[str, dict[str, Any]]:
    """The screen of a reply to an operator, and its facts."""
    return "stats", _stats(reply, words)


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

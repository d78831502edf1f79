"""All that a conversation holds of somebody, in a form for them and for other programs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from dialogs.profile import profile_fields

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dialogs.conversation import Answer, Conversation
    from dialogs.questionnaire import Walk
    from dialogs.reading.outcome import Ambiguous


def export(conversation: Conversation, walked: Walk) -> Mapping[str, Any]:
    """All that is stored of the conversation, and the profile it gives."""
    return {
        "profile": profile_fields(walked.at),
        "answers": dict(conversation.answers),
        "unconfirmed": dict(conversation.facts),
        "unconfirmed_asked_back": _readings(conversation.facts_in_doubt),
        "asked_back": _readings(conversation.doubts),
        "supposed": dict(conversation.supposed),
        "reminders": {"on": conversation.alerts, "told": list(conversation.warned)},
        "alerts": list(conversation.told_of),
        "news": conversation.news,
        "language": conversation.language,
        "aim": conversation.aim,
        "aim_kind": conversation.aim_kind,
        "conversation": {
            "started": conversation.started,
            "newest_card": conversation.card,
            "answering_again": conversation.revisiting,
            "confirming": conversation.confirming,
            "topics": list(conversation.topics),
            "waiting": conversation.wish,
        },
        "last_word_on": conversation.heard_on,
        "erasure_told_on": conversation.erasure_told_on,
        "messages_came_back": conversation.unreachable,
        "exported_on": walked.at.today.isoformat(),
    }


def _readings(doubts: Mapping[str, Ambiguous[Answer]]) -> dict[str, list[Answer]]:
    """What words could mean, by question."""
    return {question: list(doubt.options) for question, doubt in doubts.items()}

"""How far somebody is: for counts of people, never shown of one person."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeAlias

from dialogs.questionnaire import walk

if TYPE_CHECKING:
    from datetime import date

    from dialogs.conversation import Conversation

Progress: TypeAlias = Literal["begun", "answering", "finished"]
"""Nothing answered yet; some questions still open; none open."""
PROGRESS: tuple[Progress, ...] = ("begun", "answering", "finished")


def progress(conversation: Conversation, today: date) -> Progress:
    """How far the person is on a day."""
    walked = walk(conversation.answers, today, (), conversation.language)
    if not walked.standing:
        return "begun"
    return "finished" if walked.next is None else "answering"

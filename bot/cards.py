"""Which messages are question cards: every front end treats those apart."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from messages.message import Message

_QUESTION_BUTTON = "why:"
"""Every question card has such a button, and nothing else has."""


def is_question(message: Message) -> bool:
    """Whether the message is a question card."""
    return any(b.data.startswith(_QUESTION_BUTTON) for row in message.buttons for b in row)

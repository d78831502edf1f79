"""Drawing on the way out: after the commit, by whoever delivers.

A reply is stored with its update as facts, and drawn only when it is sent. So nobody waits in the
storage's one thread for somebody else's picture, the outbox stays small, and after a crash the
same facts give the same file.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import structlog

from messages.drawing import drawn, undrawn
from messages.fonts.press import PressError

if TYPE_CHECKING:
    from messages.message import Message

logger = structlog.get_logger("bot.drawing")


def ready(message: Message) -> Message:
    """The message as it can be delivered: with its file, or else in words."""
    try:
        return drawn(message)
    except PressError as error:
        cause = type(error.__cause__).__name__
        logger.error("not_drawn", layout=message.drawing and message.drawing.layout, cause=cause)
        return undrawn(message)

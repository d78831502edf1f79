"""Whether a message arrived of which only this is known: that sending it was begun.

Telegram numbers the messages of all private chats of a bot in one series. So it has one of the
numbers that came since, or none. Giving a message the very buttons that it has changes nothing,
and Telegram says so; that tells it from all others, and from none.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from telegram.error import BadRequest

from bot.telegram.retry import persist

if TYPE_CHECKING:
    from bot.telegram.api import Api
    from bot.telegram.pace import Pace
    from messages.message import Message

MOST_TRIED = 300
"""Numbers that are tried; by then too much happened in between to find out."""
_UNCHANGED = "not modified"


async def has_arrived(
    api: Api, chat: int, message: Message, numbers: range, card: int | None, pace: Pace
) -> bool | None:
    """Whether the message is in the chat by one of these numbers; None if there are too many.

    The person's question ``card`` is another one, and must keep its buttons. Raises ``Forbidden``
    when the chat cannot be reached any more.
    """
    for number in numbers[:MOST_TRIED]:
        if number == card:
            continue
        await pace.turn()
        try:
            await persist(partial(api.set_buttons, chat, number, message.buttons))
        except BadRequest as error:
            if _UNCHANGED in error.message:
                return True
    return False if len(numbers) <= MOST_TRIED else None

"""One message to one person, in as few calls as it takes.

The chat stays readable: a tapped card turns into the next one, and only the newest card has
buttons.
"""

from __future__ import annotations

import asyncio
from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING

from telegram import InlineKeyboardButton, InlineKeyboardMarkup
from telegram.constants import ParseMode
from telegram.error import BadRequest

from bot.cards import is_question
from bot.drawing import ready
from bot.telegram.events import chat_of
from bot.telegram.retry import persist
from messages.length import units

if TYPE_CHECKING:
    from bot.storage.protocol import Delivery
    from bot.telegram.api import Api
    from messages.message import Message

NO_CARD = 0
"""Stored when the last card has turned into something else."""

_ACKNOWLEDGING_ATTEMPTS = 4
"""After some seconds the person has the answer itself, and the sign is gone."""
_CAPTION_UNITS = 1024
_UNCHANGED = "not modified"


class Messenger:
    """Says things in Telegram."""

    def __init__(self, api: Api) -> None:
        self._api = api
        self._press = asyncio.Lock()
        """Held while something is drawn: one thing at a time, so that memory stays flat."""

    async def deliver(self, delivery: Delivery, card: int | None) -> int | None:
        """Deliver, given the live question card; the card from now on, None if unchanged."""
        chat = chat_of(delivery.person)
        if chat is None:
            return None
        message, origin = await self._drawn(delivery.message), delivery.origin
        question = is_question(message)
        if (
            origin is not None
            and _in_place(message, question, origin, card or NO_CARD)
            and await self._edit(chat, origin, message)
        ):
            if not question:
                return NO_CARD if origin == card else None
            if card and card != origin:
                await self._strip(chat, card)
            return origin
        number = await self._send(chat, message)
        if not question:
            return None
        if card:
            await self._strip(chat, card)
        return number

    async def say(self, chat: int, message: Message) -> None:
        """A message that belongs to no conversation."""
        await self._send(chat, message)

    async def acknowledge(self, query: str) -> None:
        """Stop the waiting sign on a pressed button; too late is no harm."""
        with suppress(BadRequest):
            await persist(lambda: self._api.answer_callback_query(query), _ACKNOWLEDGING_ATTEMPTS)

    async def _drawn(self, message: Message) -> Message:
        """The message with its file, drawn in a thread of its own."""
        if message.drawing is None:
            return message
        async with self._press:
            return await asyncio.to_thread(ready, message)

    async def _edit(self, chat: int, number: int, message: Message) -> bool:
        """Replace a message; False when that is not possible (any more)."""
        text, buttons = message.text, message.buttons
        try:
            await persist(lambda: self._api.edit_message_text(chat, number, text, buttons))
        except BadRequest as error:
            return _UNCHANGED in error.message
        return True

    async def _strip(self, chat: int, number: int) -> None:
        """Take the buttons from a card that has had its turn; it may be gone already."""
        with suppress(BadRequest):
            await persist(lambda: self._api.strip(chat, number))

    async def _send(self, chat: int, message: Message) -> int:
        """Send a new message; a text too long to stand under its file comes after it."""
        if message.photo is None and message.document is None:
            return await self._send_text(chat, message)
        if units(message.text) > _CAPTION_UNITS:
            await self._send_file(chat, replace(message, text="", buttons=()))
            return await self._send_text(chat, message)
        return await self._send_file(chat, message)

    async def _send_text(self, chat: int, message: Message) -> int:
        return await persist(lambda: self._api.send_message(chat, message.text, message.buttons))

    async def _send_file(self, chat: int, message: Message) -> int:
        keyboard = _keyboard(message)
        document, photo = message.document, message.photo
        if document is not None:
            sent = await persist(
                lambda: self._api.bot.send_document(
                    chat,
                    document.data,
                    filename=document.name,
                    caption=message.text or None,
                    parse_mode=ParseMode.HTML,
                    reply_markup=keyboard,
                )
            )
        else:
            sent = await persist(
                lambda: self._api.bot.send_photo(
                    chat,
                    photo or b"",
                    caption=message.text or None,
                    parse_mode=ParseMode.HTML,
                    reply_markup=keyboard,
                )
            )
        return sent.message_id


def _in_place(message: Message, question: bool, origin: int, card: int) -> bool:
    """Whether the pressed message becomes this one.

    The live card does for every question, even after a second tap on it; a message above the
    live card never becomes one, for the person would not see it.
    """
    if message.photo is not None or message.document is not None:
        return False
    if question:
        return origin == card or (message.edits and origin > card)
    return message.edits


def _keyboard(message: Message) -> InlineKeyboardMarkup | None:
    if not message.buttons:
        return None
    return InlineKeyboardMarkup(
        [
            [InlineKeyboardButton(button.label, callback_data=button.data) for button in row]
            for row in message.buttons
        ]
    )

"""A Bot API without a network, which fails for one chat when told to."""

from __future__ import annotations

import asyncio
import time
from typing import TYPE_CHECKING

from telegram.error import BadRequest

if TYPE_CHECKING:
    from collections.abc import Sequence

    from messages.message import Button


class FakeApi:
    """Chats by number; ``trouble`` is raised once for a chat, before or after it has arrived."""

    def __init__(self) -> None:
        self.newest = 0
        self.chats: dict[int, dict[int, tuple[str, str]]] = {}
        self.before: dict[int, Exception] = {}
        self.after: dict[int, Exception] = {}
        self.sent_at: list[float] = []
        self.looked = 0
        self._number = 40

    async def send_message(self, chat: int, text: str, buttons: Sequence[Sequence[Button]]) -> int:
        await asyncio.sleep(0)
        if chat in self.before:
            raise self.before.pop(chat)
        self._number += 1
        self.chats.setdefault(chat, {})[self._number] = (text, repr(buttons))
        self.sent_at.append(time.monotonic())
        if chat in self.after:
            raise self.after.pop(chat)
        self.newest = self._number
        return self._number

    async def set_buttons(
        self, chat: int, number: int, buttons: Sequence[Sequence[Button]]
    ) -> None:
        self.looked += 1
        if number not in self.chats.get(chat, {}):
            raise BadRequest("Message to edit not found")
        text, old = self.chats[chat][number]
        if old == repr(buttons):
            raise BadRequest("Message is not modified: …")
        self.chats[chat][number] = (text, repr(buttons))

    def copies(self, chat: int) -> int:
        return sum(text == "Hello" for text, _ in self.chats.get(chat, {}).values())

    def told(self, chat: int) -> list[str]:
        return [text for text, _ in self.chats.get(chat, {}).values()]

"""People in the loopback Telegram, who read buttons and answer questions."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tests.e2e.telegram import Shown, Telegram, Update


class Person:
    """Somebody with a chat, who answers what is asked."""

    def __init__(self, world: Telegram, number: int, language: str = "en") -> None:
        self.world = world
        self.number = number
        self._user = {
            "id": number,
            "is_bot": False,
            "first_name": "Zoë",
            "language_code": language,
        }
        self._chat = {"id": number, "type": "private", "first_name": "Zoë"}
        self._said = 50_000

    @property
    def chat(self) -> list[Shown]:
        """What the chat shows, oldest first."""
        return self.world.chats.setdefault(self.number, [])

    @property
    def card(self) -> Shown:
        """The newest question card that has buttons."""
        return next(shown for shown in reversed(self.chat) if shown.question)

    def look(self) -> str:
        """A picture of the end of the chat, to see whether it changed."""
        return repr(self.chat[-1:])

    def says(self, text: str) -> Update:
        """The update of a typed message."""
        self._said += 1
        return {
            "message": {
                "message_id": self._said,
                "date": 1_790_000_000,
                "chat": self._chat,
                "from": self._user,
                "text": text,
            }
        }

    def presses(self, data: str, message: int) -> Update:
        """The update of a pressed button."""
        self._said += 1
        return {
            "callback_query": {
                "id": str(self._said),
                "from": self._user,
                "chat_instance": "1",
                "data": data,
                "message": {
                    "message_id": message,
                    "date": 1_790_000_000,
                    "chat": self._chat,
                    "text": "…",
                },
            }
        }

    async def say(self, text: str) -> None:
        """Type something and wait for the answer."""
        await self._do(self.says(text), text)

    async def press(self, prefix: str) -> None:
        """Press the newest button whose data begin so, and wait for the answer."""
        for shown in reversed(self.chat):
            data = shown.button(prefix)
            if data is not None:
                await self._do(self.presses(data, shown.number), data)
                return
        raise AssertionError(f"no button {prefix} in {self.chat}")

    async def _do(self, update: Update, what: str) -> None:
        before = self.look()
        await self.world.send(update)
        await self.world.until(lambda: self.look() != before, f"an answer to {what}")

    async def answer(self, answers: Mapping[str, str], at_most: int = 60) -> list[str]:
        """Answer what is asked, by button where there is one; the questions in their order."""
        asked: list[str] = []
        while len(asked) < at_most and (question := await self._asked()):
            asked.append(question)
            card = self.chat[-1]
            answer = answers.get(question, "no")
            data = card.button(f"a:{question}:{answer}")
            await self.world.send(self.presses(data, card.number) if data else self.says(answer))
            await self._moved_on(question, answer)
        return asked

    async def _moved_on(self, question: str, answer: str) -> None:
        await self.world.until(
            lambda: self.chat[-1].question != question, f"a step on from {question} with {answer}"
        )

    async def _asked(self) -> str | None:
        """The open question; after a score card the next one may follow by itself."""
        with suppress(TimeoutError):
            async with asyncio.timeout(0.5), self.world.changed:
                await self.world.changed.wait_for(lambda: self.chat[-1].question is not None)
        return self.chat[-1].question

"""Sends one message to each of many people: once, under Telegram's limits, whatever happens.

A message is noted as begun before it goes out, and its fate after that. Of those begun when the
process died, or the network failed, it is found out whether they arrived before anything is sent
again.
"""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol

import structlog
from telegram.error import BadRequest, ChatMigrated, Forbidden, RetryAfter, TelegramError

from bot.awaited import awaited
from bot.log import alias
from bot.telegram.arrival import has_arrived
from bot.telegram.events import chat_of
from bot.telegram.retry import pause_before, seconds_told

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from concurrent.futures import Future

    from bot.storage.protocol import Fate
    from bot.telegram.api import Api
    from bot.telegram.courier import Courier
    from bot.telegram.pace import Pace
    from messages.message import Message

logger = structlog.get_logger("bot.telegram.once")

PER_SECOND = 25.0
"""Telegram takes about 30 messages a second of a bot; the rest is for answers."""


@dataclass(frozen=True, slots=True)
class Letter:
    """A message for one person."""

    person: str
    message: Message
    card: int | None = None
    """The number of their live question card, which keeps its buttons."""


class Ledger(Protocol):
    """Where it is noted what becomes of each letter."""

    def begin(self, person: str, after: int) -> Future[bool]:
        """Theirs is being sent, after the message of that number; False where it must not be."""
        ...

    def wait(self, person: str) -> Future[None]:
        """Theirs did not arrive: it is still their turn."""
        ...

    def reached(self, person: str, fate: Fate) -> Future[None]:
        """They had their turn."""
        ...


class OnceSender:
    """Sends letters of one kind; several kinds share a pace."""

    def __init__(
        self,
        api: Api,
        courier: Courier,
        pace: Pace,
        on_blocked: Callable[[str], Future[Any]],
        about: str,
    ) -> None:
        """``about`` names the letters in the log."""
        self._api = api
        self._courier = courier
        self._pace = pace
        self._on_blocked = on_blocked
        self._about = about
        self.failed = 0
        """Calls in a row that failed, other than by a refusal; who settles what is in doubt
        sets it back."""

    async def send(self, letters: Sequence[Letter], ledger: Ledger) -> None:
        """Send them; returns when what became of all of them is noted, or in doubt.

        After a failure the rest is left, until that has been looked into.
        """
        tasks: list[asyncio.Task[None]] = []
        for letter in letters:
            await self._pace.turn()
            if self.failed and tasks:
                break
            # The courier's, so that a stop lets it finish.
            tasks.append(self._courier.soon(self._send(letter, ledger)))
        if tasks:
            await asyncio.wait(tasks)
        for task in tasks:
            task.result()

    async def settle(self, letter: Letter, after: int, newest: int, ledger: Ledger) -> None:
        """Find out whether a letter that was begun has arrived, by the numbers up to ``newest``."""
        person, chat = letter.person, chat_of(letter.person)
        if chat is None or not after:
            await self._note(person, "unclear", ledger)
            return
        numbers = range(after + 1, newest + 1)
        try:
            found = await has_arrived(
                self._api, chat, letter.message, numbers, letter.card, self._pace
            )
        except Forbidden:
            await self._note(person, "blocked", ledger)
            return
        logger.info("settled", about=self._about, person=alias(person), arrived=found)
        if found is False:
            await awaited(ledger.wait(person))
        else:
            await self._note(person, "sent" if found else "unclear", ledger)

    async def _send(self, letter: Letter, ledger: Ledger) -> None:
        person, message, chat = letter.person, letter.message, chat_of(letter.person)
        begun = ledger.begin(person, self._api.newest)
        if chat is None or not await awaited(begun):
            return
        known = {"about": self._about, "person": alias(person)}
        fate: Fate = "sent"
        try:
            await self._api.send_message(chat, message.text, message.buttons)
        except RetryAfter as error:
            self._pace.hold(seconds_told(error))
            await awaited(ledger.wait(person))
            return
        except Forbidden as error:
            fate = "blocked"
            logger.info("blocked", **known, reason=error.message)
        except (BadRequest, ChatMigrated) as error:
            fate = "failed"
            logger.warning("refused", **known, reason=error.message)
        except TelegramError as error:
            self.failed += 1
            self._pace.hold(pause_before(self.failed))
            logger.warning("in_doubt", **known, reason=type(error).__name__)
            return
        await self._note(person, fate, ledger)

    async def _note(self, person: str, fate: Fate, ledger: Ledger) -> None:
        await awaited(ledger.reached(person, fate))
        if fate == "blocked":
            await awaited(self._on_blocked(person))

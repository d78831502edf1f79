"""Sends a broadcast to its people, and tells the operators how far it is.

Whose turn it is stands in the storage; each gets it once, whatever happens.
"""

from __future__ import annotations

import asyncio
from dataclasses import replace
from hashlib import blake2b
from typing import TYPE_CHECKING

import structlog
from telegram.error import BadRequest, ChatMigrated, Forbidden

from bot.awaited import awaited
from bot.errors import StorageError
from bot.telegram.events import chat_of
from bot.telegram.once import Letter, OnceSender
from bot.telegram.retry import persist
from dialogs.replies_operator import BroadcastShown, News
from messages.render import render

if TYPE_CHECKING:
    from collections.abc import Iterable
    from concurrent.futures import Future

    from bot.service import Service
    from bot.storage.protocol import Broadcasts, Fate, Recipient
    from bot.telegram.api import Api
    from bot.telegram.courier import Courier
    from bot.telegram.pace import Pace
    from dialogs.broadcast import Broadcast
    from messages.message import Message

logger = structlog.get_logger("bot.telegram.broadcaster")

PROGRESS_SECONDS = 60.0
AFTER_TROUBLE = 30.0
_BATCH = 100
_NEAR = 50
"""How far a message is looked for when no newer number is known."""


class Broadcaster:
    """Takes up a broadcast once it is started, and after a restart."""

    def __init__(
        self,
        api: Api,
        service: Service,
        courier: Courier,
        operators: Iterable[str],
        pace: Pace,
    ) -> None:
        self._api = api
        self._service = service
        self._storage = service.storage.broadcasts
        self._courier = courier
        self._operators = tuple(operators)
        self._sender = OnceSender(api, courier, pace, service.unreachable, "broadcast")
        self._woken = asyncio.Event()

    def wake(self) -> None:
        """A broadcast was started."""
        self._woken.set()

    async def keep(self) -> None:
        """Send whatever is to be sent, until cancelled."""
        while True:
            self._woken.clear()
            pause: float | None = AFTER_TROUBLE
            try:
                await self._send_all()
                pause = None
            except StorageError as error:
                logger.warning("broadcast_waits", reason=str(error))
            except Exception:
                logger.exception("broadcast_failed")
            try:
                async with asyncio.timeout(pause):
                    await self._woken.wait()
            except TimeoutError:
                continue

    async def _send_all(self) -> None:
        """Send the broadcast that is under way, if there is one, to its end."""
        newest: int | None = None
        told_at: float | None = None
        while (broadcast := await self._under_way()) is not None:
            now = asyncio.get_running_loop().time()
            if told_at is None or self._sender.failed or now - told_at >= PROGRESS_SECONDS:
                newest, told_at = await self._tell_progress(broadcast), now
            await self._courier.room()
            recipients = await awaited(self._storage.recipients(_BATCH))
            begun = [each for each in recipients if each.after is not None]
            for recipient in begun:
                await self._settle(broadcast, recipient, newest)
            if not recipients:
                await self._finish(broadcast)
            elif not begun:
                letters = [_letter(broadcast, recipient) for recipient in recipients]
                await self._sender.send(letters, _Ledger(self._storage, broadcast.number))

    async def _under_way(self) -> Broadcast | None:
        newest = await awaited(self._storage.current())
        return newest if newest is not None and newest.state == "sending" else None

    async def _settle(self, broadcast: Broadcast, recipient: Recipient, newest: int | None) -> None:
        """Find out of somebody whose message was begun whether they have it."""
        after = recipient.after or 0
        until = newest or after + _NEAR
        ledger = _Ledger(self._storage, broadcast.number)
        await self._sender.settle(_letter(broadcast, recipient), after, until, ledger)

    async def _tell_progress(self, broadcast: Broadcast) -> int | None:
        """Tell the operators; the newest number of a message by then, if one got it."""
        newest: int | None = None
        for person in self._operators:
            telling = self._service.tell(person, BroadcastShown(broadcast))
            chat, handled = chat_of(person), await awaited(telling)
            for delivery in handled.deliveries:
                try:
                    newest = await self._say(chat or 0, delivery.message)
                except (BadRequest, ChatMigrated, Forbidden) as error:
                    logger.warning("operator_not_told", reason=error.message)
        self._sender.failed = 0
        return newest

    async def _say(self, chat: int, message: Message) -> int:
        return await persist(lambda: self._api.send_message(chat, message.text, message.buttons))

    async def _finish(self, broadcast: Broadcast) -> None:
        """Tell the operators first, by the outbox; after a crash in between it is known there."""
        done = BroadcastShown(replace(broadcast, state="done"))
        for person in self._operators:
            telling = self._service.tell(person, done, update=_once(broadcast, person))
            self._courier.post((await awaited(telling)).deliveries)
        await awaited(self._storage.end(broadcast.number, early=False))
        logger.info("broadcast_done", people=broadcast.tried, sent=broadcast.sent)


class _Ledger:
    """Notes what becomes of the messages of one broadcast."""

    def __init__(self, storage: Broadcasts, number: int) -> None:
        self._number = number
        self._storage = storage

    def begin(self, person: str, after: int) -> Future[bool]:
        return self._storage.begin(person, after)

    def wait(self, person: str) -> Future[None]:
        return self._storage.wait(person)

    def reached(self, person: str, fate: Fate) -> Future[None]:
        return self._storage.reached(self._number, person, fate)


def _letter(broadcast: Broadcast, recipient: Recipient) -> Letter:
    message = render(News(broadcast.text), recipient.language)
    return Letter(recipient.person, message, recipient.card)


def _once(broadcast: Broadcast, person: str) -> int:
    """A key for the one message to an operator that says it is done."""
    digest = blake2b(f"{broadcast.number} {person}".encode(), digest_size=8).digest()
    return int.from_bytes(digest, "big", signed=True)

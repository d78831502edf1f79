"""Sends a broadcast: to each of its people once, under Telegram's limits, whatever happens.

Whose turn it is stands in the storage. A message is noted as begun before it goes out, and its
fate after that. Of those begun when the process died, or the network failed, it is found out
whether they arrived before anything is sent again.
"""

from __future__ import annotations

import asyncio
from dataclasses import replace
from hashlib import blake2b
from typing import TYPE_CHECKING

import structlog
from telegram.error import BadRequest, ChatMigrated, Forbidden, RetryAfter, TelegramError

from bot.awaited import awaited
from bot.errors import StorageError
from bot.log import alias
from bot.telegram.arrival import has_arrived
from bot.telegram.events import chat_of
from bot.telegram.pace import Pace
from bot.telegram.retry import pause_before, persist, seconds_told
from dialogs.replies_operator import BroadcastShown, News
from messages.render import render

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from bot.service import Service
    from bot.storage.protocol import Fate, Recipient
    from bot.telegram.api import Api
    from bot.telegram.courier import Courier
    from dialogs.broadcast import Broadcast
    from messages.message import Message

logger = structlog.get_logger("bot.telegram.broadcaster")

PER_SECOND = 25.0
"""Telegram takes about 30 messages a second of a bot; the rest is for answers."""
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
        per_second: float = PER_SECOND,
    ) -> None:
        self._api = api
        self._service = service
        self._storage = service.storage.broadcasts
        self._courier = courier
        self._operators = tuple(operators)
        self._pace = Pace(per_second)
        self._failed = 0
        """Calls in a row that failed, other than by a refusal."""
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
            if told_at is None or self._failed or now - told_at >= PROGRESS_SECONDS:
                newest, told_at = await self._tell_progress(broadcast), now
            await self._courier.room()
            recipients = await awaited(self._storage.recipients(_BATCH))
            begun = [each for each in recipients if each.after is not None]
            for recipient in begun:
                await self._settle(broadcast, recipient, newest)
            if not recipients:
                await self._finish(broadcast)
            elif not begun:
                await self._send_to(broadcast, recipients)

    async def _under_way(self) -> Broadcast | None:
        newest = await awaited(self._storage.current())
        return newest if newest is not None and newest.state == "sending" else None

    async def _send_to(self, broadcast: Broadcast, recipients: Sequence[Recipient]) -> None:
        """One message to each; returns when what became of all of them is noted, or in doubt."""
        tasks: list[asyncio.Task[None]] = []
        for recipient in recipients:
            await self._pace.turn()
            if self._failed and tasks:
                break  # it is looked into first
            # The courier's, so that a stop lets it finish.
            tasks.append(self._courier.soon(self._send(broadcast, recipient)))
        await asyncio.wait(tasks)
        for task in tasks:
            task.result()

    async def _send(self, broadcast: Broadcast, recipient: Recipient) -> None:
        person, chat = recipient.person, chat_of(recipient.person)
        message = _news(broadcast, recipient)
        begun = self._storage.begin(person, self._api.newest)
        if chat is None or not await awaited(begun):
            return
        fate: Fate = "sent"
        try:
            await self._api.send_message(chat, message.text, message.buttons)
        except RetryAfter as error:
            self._pace.hold(seconds_told(error))
            await awaited(self._storage.wait(person))
            return
        except Forbidden as error:
            fate = "blocked"
            logger.info("broadcast_blocked", person=alias(person), reason=error.message)
        except (BadRequest, ChatMigrated) as error:
            fate = "failed"
            logger.warning("broadcast_refused", person=alias(person), reason=error.message)
        except TelegramError as error:
            self._failed += 1
            self._pace.hold(pause_before(self._failed))
            logger.warning("broadcast_in_doubt", person=alias(person), reason=type(error).__name__)
            return
        await self._note(broadcast, person, fate)

    async def _settle(self, broadcast: Broadcast, recipient: Recipient, newest: int | None) -> None:
        """Find out of somebody whose message was begun whether they have it."""
        person, chat = recipient.person, chat_of(recipient.person)
        after = recipient.after
        if chat is None or not after:
            await self._note(broadcast, person, "unclear")
            return
        numbers = range(after + 1, (newest or after + _NEAR) + 1)
        message = _news(broadcast, recipient)
        try:
            found = await has_arrived(self._api, chat, message, numbers, recipient.card, self._pace)
        except Forbidden:
            await self._note(broadcast, person, "blocked")
            return
        logger.info("broadcast_settled", person=alias(person), arrived=found)
        if found is False:
            await awaited(self._storage.wait(person))
        else:
            await self._note(broadcast, person, "sent" if found else "unclear")

    async def _note(self, broadcast: Broadcast, person: str, fate: Fate) -> None:
        await awaited(self._storage.reached(broadcast.number, person, fate))
        if fate == "blocked":
            await awaited(self._service.unreachable(person))

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
        self._failed = 0
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


def _news(broadcast: Broadcast, recipient: Recipient) -> Message:
    return render(News(broadcast.text), recipient.language)


def _once(broadcast: Broadcast, person: str) -> int:
    """A key for the one message to an operator that says it is done."""
    digest = blake2b(f"{broadcast.number} {person}".encode(), digest_size=8).digest()
    return int.from_bytes(digest, "big", signed=True)

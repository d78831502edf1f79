"""Sends what is to be said: one person's messages in order, different people's side by side."""

from __future__ import annotations

import asyncio
from collections import deque
from typing import TYPE_CHECKING

import structlog
from telegram.error import BadRequest, ChatMigrated, Forbidden

from bot.awaited import awaited
from bot.errors import StorageError
from bot.log import alias
from bot.telegram.retry import pause_before

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine, Iterable
    from concurrent.futures import Future
    from typing import Any

    from bot.storage.protocol import Delivery, Storage
    from bot.telegram.delivery import Messenger

logger = structlog.get_logger("bot.telegram.courier")

MOST_WAITING = 5_000
"""Messages on their way before no more updates are asked for."""


class Courier:
    """Takes deliveries, and takes them out of the outbox once they have arrived."""

    def __init__(
        self,
        messenger: Messenger,
        storage: Storage,
        on_blocked: Callable[[str], Future[Any]] | None = None,
    ) -> None:
        self.messenger = messenger
        self._storage = storage
        self._on_blocked = on_blocked
        """Told of people who can no longer be written to."""
        self._queues: dict[str, deque[Delivery]] = {}
        self._under_way: set[int] = set()
        self._tasks: set[asyncio.Task[None]] = set()
        self._waiting = 0
        self._room = asyncio.Event()
        self._room.set()

    def post(self, deliveries: Iterable[Delivery]) -> None:
        """Send these after whatever each person is still to receive."""
        for delivery in deliveries:
            if delivery.number is not None:
                if delivery.number in self._under_way:
                    continue
                self._under_way.add(delivery.number)
            self._waiting += 1
            queue = self._queues.get(delivery.person)
            if queue is not None:
                queue.append(delivery)
            else:
                queue = self._queues[delivery.person] = deque([delivery])
                self.soon(self._empty(delivery.person, queue))
        if self._waiting >= MOST_WAITING:
            self._room.clear()

    async def resume(self) -> None:
        """Send what an earlier process left unsent."""
        unsent = await awaited(self._storage.pending())
        self.post(unsent)

    def soon(self, errand: Coroutine[Any, Any, None]) -> asyncio.Task[None]:
        """Do something on the side; it is finished, or dropped, with the rest in ``close``."""
        task = asyncio.create_task(errand)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
        return task

    @property
    def waiting(self) -> int:
        """How many messages are on their way."""
        return self._waiting

    async def room(self) -> None:
        """Wait while too much is on its way."""
        await self._room.wait()

    async def close(self, seconds: float) -> None:
        """Finish what is under way if that takes no longer; the rest stays in the outbox."""
        if self._tasks:
            await asyncio.wait(self._tasks, timeout=seconds)
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    async def _empty(self, person: str, queue: deque[Delivery]) -> None:
        """Deliver a person's queue until nothing is left of it."""
        card: int | None = None
        try:
            while queue:
                now = await self._deliver(queue[0], queue[0].card if card is None else card)
                card = card if now is None else now
                queue.popleft()
                self._waiting -= 1
                if self._waiting < MOST_WAITING:
                    self._room.set()
        finally:
            del self._queues[person]

    async def _deliver(self, delivery: Delivery, card: int | None) -> int | None:
        """Deliver one message; the person's card from now on, None if it stays the same."""
        now, blocked = None, False
        try:
            now = await self.messenger.deliver(delivery, card)
        except (Forbidden, BadRequest, ChatMigrated) as error:
            # Nobody will ever be able to deliver it: the person blocked the bot, or left.
            logger.warning("undeliverable", person=alias(delivery.person), reason=error.message)
            blocked = isinstance(error, Forbidden)
        except Exception:
            logger.exception("not_delivered", person=alias(delivery.person))
            return None
        try:
            await self._note(delivery, None if now == card else now)
            if blocked and self._on_blocked is not None:
                await awaited(self._on_blocked(delivery.person))
        except Exception:
            logger.exception("delivery_not_noted", person=alias(delivery.person))
        if delivery.number is not None:
            self._under_way.discard(delivery.number)
        return now

    async def _note(self, delivery: Delivery, card: int | None) -> None:
        """Take it out of the outbox, however long the disk is in trouble: it arrives only once."""
        attempt = 0
        while True:
            try:
                return await awaited(self._storage.sent(delivery, card=card))
            except StorageError as error:
                attempt += 1
                logger.warning("delivery_waits_to_be_noted", reason=str(error), attempt=attempt)
                await asyncio.sleep(pause_before(attempt))

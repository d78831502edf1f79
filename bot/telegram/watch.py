"""Reminders go out by themselves: wakes when somebody is due, and looks.

What is due stands in the storage. A look, what it leaves behind and the message to send are one
transaction there, so a reminder is neither lost nor told twice, whenever the process ends.
"""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import structlog

from bot.awaited import awaited
from bot.clock import Clock, now
from bot.errors import StorageError

if TYPE_CHECKING:
    from bot.service import Service
    from bot.telegram.courier import Courier

logger = structlog.get_logger("bot.telegram.watch")

LONGEST_SLEEP = 600.0
"""Somebody may have become due in the meantime, and clocks are set."""
AFTER_TROUBLE = 30.0
_BATCH = 100


async def watch(service: Service, courier: Courier, clock: Clock = now) -> None:
    """Look whenever somebody is due, until cancelled."""
    while True:
        pause = AFTER_TROUBLE
        try:
            pause = await look_at_all(service, courier, clock)
        except StorageError as error:
            logger.warning("reminders_wait", reason=str(error))
        except Exception:
            logger.exception("reminders_failed")
        await asyncio.sleep(pause)


async def look_at_all(service: Service, courier: Courier, clock: Clock = now) -> float:
    """Look at everybody who is due; the seconds until the next time."""
    storage = service.storage
    while True:
        await courier.room()
        people = await awaited(storage.due(clock(), _BATCH))
        looks = [awaited(service.look(person)) for person in people]
        trouble: BaseException | None = None
        for handled in await asyncio.gather(*looks, return_exceptions=True):
            if isinstance(handled, BaseException):
                trouble = handled
            else:
                courier.post(handled.deliveries)
        if trouble is not None:
            raise trouble
        if len(people) < _BATCH:
            break
    upcoming = await awaited(storage.next_due())
    if upcoming is None:
        return LONGEST_SLEEP
    return min(LONGEST_SLEEP, max(0.0, (upcoming - clock()).total_seconds()))

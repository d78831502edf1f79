"""Takes updates in: stored first, answered then.

Updates go to the storage in the order in which they came, and it handles them in that order; so
a person's updates cannot overtake each other, and nobody waits for anybody's delivery.
"""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import structlog
from telegram.error import TelegramError

from bot import notices
from bot.capture import Capture
from bot.errors import StorageError
from bot.telegram.events import InGroup, read

if TYPE_CHECKING:
    from collections.abc import Iterable

    from telegram import Update

    from bot.incoming import Incoming
    from bot.service import Service
    from bot.storage.protocol import Handled
    from bot.telegram.courier import Courier

logger = structlog.get_logger("bot.telegram.intake")


class Intake:
    """The way of every update, by polling or by webhook."""

    def __init__(self, service: Service, courier: Courier) -> None:
        self._service = service
        self._courier = courier

    async def take(self, updates: Iterable[Update]) -> None:
        """Return once all of them are stored; they may be acknowledged to Telegram then.

        Raises ``StorageError`` when some could not be; then all may be taken again, for those
        that were stored are known.
        """
        begun = [(update, self._begin(update)) for update in updates]
        trouble: StorageError | None = None
        for update, handled in begun:
            if handled is not None:
                try:
                    self._courier.post((await handled).deliveries)
                except StorageError as error:
                    trouble = error
                    continue
                except Exception:
                    logger.exception("update_failed")
            if update.callback_query is not None:
                self._courier.soon(self._acknowledge(update.callback_query.id))
        if trouble is not None:
            raise trouble

    def _begin(self, update: Update) -> asyncio.Future[Handled] | None:
        """Hand the update to the storage; None when nothing is to be kept of it."""
        incoming: Incoming | InGroup | None = None
        with Capture() as captured:
            incoming = read(update)
        if captured.error is not None:
            logger.error("update_not_understood", exc_info=captured.error)
        if isinstance(incoming, InGroup):
            self._courier.soon(self._point_to_private(incoming))
            return None
        return asyncio.wrap_future(self._service.handle(incoming)) if incoming else None

    async def _point_to_private(self, group: InGroup) -> None:
        try:
            for message in self._service.say(notices.PRIVATE_ONLY, group.language):
                await self._courier.messenger.say(group.chat, message)
        except TelegramError as error:
            logger.warning("group_not_answered", reason=type(error).__name__)
        except Exception:
            logger.exception("group_not_answered")

    async def _acknowledge(self, query: str) -> None:
        try:
            await self._courier.messenger.acknowledge(query)
        except TelegramError as error:
            logger.warning("press_not_acknowledged", reason=type(error).__name__)
        except Exception:
            logger.exception("press_not_acknowledged")

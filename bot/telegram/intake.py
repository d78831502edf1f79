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
from bot.awaited import awaited
from bot.capture import Capture
from bot.errors import DamageError, StorageError
from bot.flood import FloodLimit, Verdict
from bot.log import alias
from bot.telegram.events import InGroup, chat_of, query_of, read
from dialogs.events import Pressed

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.incoming import Incoming
    from bot.operators import Operators
    from bot.service import Service
    from bot.storage.protocol import Handled
    from bot.telegram.courier import Courier
    from bot.telegram.events import Json
    from dialogs.conversation import Language
    from dialogs.events import Event

logger = structlog.get_logger("bot.telegram.intake")

_ERASING = "confirm:delete"


class Intake:
    """The way of every update, by polling or by webhook."""

    def __init__(
        self,
        service: Service,
        courier: Courier,
        limit: FloodLimit | None = None,
        operators: Operators | None = None,
    ) -> None:
        self.taken = 0
        """How many updates were taken in."""
        self._service = service
        self._operators = operators
        self._courier = courier
        self._limit = limit or FloodLimit()

    async def take(self, updates: Iterable[Json], *, acknowledge: bool = True) -> None:
        """Return once all of them are stored; they may be acknowledged to Telegram then.

        ``acknowledge`` stops the waiting signs on pressed buttons, unless the caller does.
        Whoever's row is damaged is told so, and does not count as trouble.
        Raises ``StorageError`` when some could not be; then all may be taken again, for those
        that were stored are known.
        """
        begun = [(update, self._begin(update)) for update in updates]
        self.taken += len(begun)
        trouble: StorageError | None = None
        for update, handled in begun:
            if handled is not None:
                try:
                    self._courier.post((await handled).deliveries)
                except DamageError:
                    pass  # They are told so; nobody else has to wait until it is mended.
                except StorageError as error:
                    trouble = error
                    continue
                except Exception:
                    logger.exception("update_failed")
            query = query_of(update) if acknowledge else None
            if query is not None:
                self._courier.soon(self._acknowledge(query))
        if trouble is not None:
            raise trouble

    def _begin(self, update: Json) -> asyncio.Future[Handled] | None:
        """Hand the update to the storage; None when nothing is to be kept of it."""
        incoming: Incoming | InGroup | None = None
        with Capture() as captured:
            incoming = read(update)
        if captured.error is not None:
            logger.error("update_skipped", exc_info=captured.error)
        if incoming is None:
            return None
        if isinstance(incoming, InGroup):
            if self._limit.judge(f"group:{incoming.chat}") is Verdict.TAKE:
                self._courier.soon(self._point_to_private(incoming))
            return None
        return self._hand_over(incoming)

    def _hand_over(self, incoming: Incoming) -> asyncio.Future[Handled] | None:
        """To the storage, unless the person sends too much; then a line says so, once."""
        verdict = self._limit.judge(incoming.person)
        if verdict is Verdict.REFUSE_AND_TELL:
            logger.warning("flood", person=alias(incoming.person))
            self._courier.soon(self._tell(incoming, notices.TOO_FAST))
        if verdict is not Verdict.TAKE:
            return None
        handled = self._handled(incoming)
        handled.add_done_callback(lambda done: self._look_after(incoming, done))
        return handled

    def _handled(self, incoming: Incoming) -> asyncio.Future[Handled]:
        if self._operators is not None and self._operators.asked(incoming):
            return asyncio.ensure_future(self._operators.handle(incoming))
        return awaited(self._service.handle(incoming))

    def _look_after(self, incoming: Incoming, done: asyncio.Future[Handled]) -> None:
        """What will be sent again, or was, is no flood of the person's; damage is told."""
        if done.cancelled():
            return
        error = done.exception()
        if isinstance(error, DamageError):
            logger.error("damaged", person=alias(incoming.person), reason=str(error))
            self._courier.soon(self._tell(incoming, notices.UNREADABLE))
        elif isinstance(error, StorageError):
            self._limit.give_back(incoming.person)
        elif error is None and done.result().repeated:
            self._limit.give_back(incoming.person)
            if done.result().forgotten and _erases(incoming.event):
                # The answer waited nowhere: nothing of them does. It may have got lost.
                self._courier.soon(self._tell(incoming, notices.ERASED))

    async def _tell(self, incoming: Incoming, notice: str) -> None:
        chat = chat_of(incoming.person)
        if chat is not None:
            await self._say(chat, notice, incoming.language)

    async def _point_to_private(self, group: InGroup) -> None:
        await self._say(group.chat, notices.PRIVATE_ONLY, group.language)

    async def _say(self, chat: int, notice: str, language: Language) -> None:
        """A line that belongs to no conversation; nobody misses it if it cannot be sent."""
        try:
            for message in self._service.say(notice, language):
                await self._courier.messenger.say(chat, message)
        except TelegramError as error:
            logger.warning("notice_not_sent", notice=notice, reason=type(error).__name__)
        except Exception:
            logger.exception("notice_not_sent", notice=notice)

    async def _acknowledge(self, query: str) -> None:
        try:
            await self._courier.messenger.acknowledge(query)
        except TelegramError as error:
            logger.warning("press_not_acknowledged", reason=type(error).__name__)
        except Exception:
            logger.exception("press_not_acknowledged")


def _erases(event: Event) -> bool:
    """Whether it is the button by which somebody leaves."""
    return isinstance(event, Pressed) and event.data.startswith(_ERASING)

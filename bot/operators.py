"""What those who run the bot may ask of it, by commands that are unknown to everybody else."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from dialogs.events import Said
from dialogs.intents import read_command
from dialogs.replies_operator import Stats

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from bot.incoming import Incoming
    from bot.service import Service
    from bot.storage.protocol import Handled
    from dialogs.headcount import SinceStart
    from dialogs.replies import Reply

STATS = "stats"


class Operators:
    """The people by ``keys``, and the answers to their commands."""

    def __init__(
        self, keys: Iterable[str], service: Service, since_start: Callable[[], SinceStart]
    ) -> None:
        self._keys = frozenset(keys)
        self._service = service
        self._since_start = since_start

    def asked(self, incoming: Incoming) -> str | None:
        """The command that an operator gave; None for all else, and from all others."""
        if incoming.person not in self._keys or not isinstance(incoming.event, Said):
            return None
        command = read_command(incoming.event.text)
        return command if command == STATS else None

    async def handle(self, incoming: Incoming) -> Handled:
        """Answer a command; raises ``StorageError`` as any update does."""
        reply = await self._stats()
        return await asyncio.wrap_future(self._service.answer(incoming, reply))

    async def _stats(self) -> Reply:
        counting = self._service.storage.headcount(self._service.today())
        return Stats(await asyncio.wrap_future(counting), self._since_start())

"""What those who run the bot may ask of it, by commands that are unknown to everybody else."""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING

from bot.awaited import awaited
from dialogs.broadcast import MOST_UNITS
from dialogs.events import Pressed, Said
from dialogs.intents import read_command
from dialogs.replies import Notice
from dialogs.replies_operator import BroadcastShown, Stats
from messages.length import units

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from bot.incoming import Incoming
    from bot.service import Service
    from bot.storage.protocol import Handled
    from dialogs.broadcast import Broadcast
    from dialogs.headcount import SinceStart
    from dialogs.replies import Reply

STATS, BROADCAST, STOP = "stats", "broadcast", "broadcast_stop"
COMMANDS = (STATS, BROADCAST, STOP)
"""In the order of an operator's menu."""


class Operators:
    """The people by ``keys``, and the answers to their commands."""

    def __init__(
        self,
        keys: Iterable[str],
        service: Service,
        since_start: Callable[[], SinceStart],
        on_start: Callable[[], None],
    ) -> None:
        """``on_start`` is called when a broadcast is to be sent from now on."""
        self._keys = frozenset(keys)
        self._service = service
        self._broadcasts = service.storage.broadcasts
        self._since_start = since_start
        self._on_start = on_start

    def asked(self, incoming: Incoming) -> bool:
        """Whether this is an operator's command or button."""
        if incoming.person not in self._keys:
            return False
        match incoming.event:
            case Said(text):
                return read_command(text) in COMMANDS
            case Pressed(data):
                return data.startswith(f"{BROADCAST}:")
        return False

    async def handle(self, incoming: Incoming) -> Handled:
        """Answer a command or a button; raises ``StorageError`` as any update does."""
        reply: Reply | None = None
        match incoming.event:
            case Said(text):
                reply = await self._obey(incoming, text)
            case Pressed(data):
                reply = await self._press(data)
        if reply is None:
            return await awaited(self._service.handle(incoming))
        return await awaited(self._service.answer(incoming, reply))

    async def _obey(self, incoming: Incoming, text: str) -> Reply:
        command = read_command(text)
        if command == STATS:
            counting = self._service.storage.headcount(self._service.today())
            return Stats(await awaited(counting), self._since_start())
        newest = await self._newest()
        under_way = newest if newest is not None and newest.state == "sending" else None
        if command == STOP:
            return Notice("broadcast_none") if under_way is None else await self._stop(under_way)
        _, *rest = text.split(maxsplit=1)
        if under_way is not None:
            return BroadcastShown(under_way)
        return await self._propose(incoming.update or secrets.randbits(63), "".join(rest).strip())

    async def _propose(self, number: int, text: str) -> Reply:
        """Ask whether to send it; the number is that of the update, for it may be repeated."""
        if not text:
            return Notice("broadcast_empty")
        if units(text) > MOST_UNITS:
            return Notice("broadcast_too_long", {"most": MOST_UNITS})
        proposing = self._broadcasts.propose(number, text)
        return BroadcastShown(await awaited(proposing))

    async def _press(self, data: str) -> Reply | None:
        """``broadcast:<what>:<number>``; None when that has no effect (any more)."""
        _, what, number = [*data.split(":", 2), "", ""][:3]
        newest = await self._newest()
        if newest is None or number != str(newest.number):
            return None
        match what, newest.state:
            case "send", "asked":
                started = await awaited(self._broadcasts.start(newest.number))
                self._on_start()
                return None if started is None else BroadcastShown(started)
            case "drop", "asked":
                await self._stop(newest)
                return Notice("broadcast_dropped")
            case "stop", "sending":
                return await self._stop(newest)
            case _:
                return BroadcastShown(newest)

    async def _stop(self, broadcast: Broadcast) -> Reply:
        ending = self._broadcasts.end(broadcast.number, early=True)
        ended = await awaited(ending)
        return BroadcastShown(broadcast if ended is None else ended)

    async def _newest(self) -> Broadcast | None:
        return await awaited(self._broadcasts.current())

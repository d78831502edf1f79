"""Who is heard when many updates wait: everybody in turn, however much one person sends.

To answer takes a millisecond or two; whoever comes behind a hundred messages of somebody else
would wait for all of them. Nobody's own updates ever change their order.
"""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Hashable
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Any, cast

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Sequence

    from bot.telegram.events import Json

AT_ONCE = 3
"""Updates of one person that are taken before it is somebody else's turn."""


class Batches:
    """What to take of the updates that polling brings.

    Telegram forgets an update once a later one is asked for. So as long as some are put off, the
    first of them is what is asked for, should this process end before their turn; what comes
    again is known by its number.
    """

    def __init__(self, most: int) -> None:
        """``most`` is how many updates come at once; behind a full batch others may wait.

        No more than that are ever put off.
        """
        self.offset = 0
        """The first update to ask for."""
        self._most = most
        self._put_off: dict[int, Json] = {}
        self._ahead: set[int] = set()
        """Taken, though an earlier one was put off."""

    @property
    def waiting(self) -> bool:
        """Whether some were put off: then nothing new is to be waited for."""
        return bool(self._put_off)

    def choose(self, came: Sequence[Json]) -> list[Json]:
        """Those to take now, in their order."""
        known = self._known(came)
        if max(len(came), len(known)) >= self._most:
            return known
        heard = Counter[Hashable]()
        chosen = []
        for update in known:
            whose = sender(update)
            heard[whose] += 1
            if whose is None or heard[whose] <= AT_ONCE:
                chosen.append(update)
        return chosen

    def taken(self, chosen: Sequence[Json], came: Sequence[Json]) -> None:
        """The chosen are stored: Telegram may forget what nothing is left of before."""
        done = self._ahead | {update["update_id"] for update in chosen}
        seen = done | {update["update_id"] for update in came}
        self._put_off = {
            number: update
            for update in self._known(came)
            if (number := update["update_id"]) not in done
        }
        self.offset = min(self._put_off, default=max(seen, default=self.offset - 1) + 1)
        self._ahead = {number for number in done if number >= self.offset and self._put_off}

    def _known(self, came: Sequence[Json]) -> list[Json]:
        """Those put off, and those that are new."""
        new = [
            update
            for update in came
            if (number := update["update_id"]) not in self._ahead and number not in self._put_off
        ]
        return [*self._put_off.values(), *new]


class Turnstile:
    """Lets few updates of one person through at once, the others after them, in their order."""

    def __init__(self) -> None:
        self._gates: dict[Hashable, asyncio.Semaphore] = {}
        self._inside = Counter[Hashable]()

    @asynccontextmanager
    async def turn(self, update: Json) -> AsyncIterator[None]:
        """While the update is taken."""
        whose = sender(update)
        gate = self._gates.setdefault(whose, asyncio.Semaphore(AT_ONCE))
        self._inside[whose] += 1
        try:
            async with gate:
                yield
        finally:
            self._inside[whose] -= 1
            if not self._inside[whose]:
                del self._inside[whose], self._gates[whose]


def sender(update: Json) -> Hashable:
    """The chat that the update is from; None where it cannot be told."""
    try:
        holder = cast("Any", update.get("callback_query") or update)
        message = holder.get("message") or holder.get("edited_message")
        chat = message["chat"]["id"]
    except (AttributeError, KeyError, TypeError):
        return None
    return chat if isinstance(chat, int) else None

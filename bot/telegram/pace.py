"""Turns at a steady rate, with breaks where Telegram asks for one."""

from __future__ import annotations

import asyncio


class Pace:
    """Gives so many turns a second."""

    def __init__(self, per_second: float) -> None:
        self._apart = 1 / per_second
        self._next = 0.0

    async def turn(self) -> None:
        """Wait for the next turn; whoever asks first has it first."""
        now = asyncio.get_running_loop().time()
        mine = self._next = max(now, self._next)
        self._next += self._apart
        await asyncio.sleep(mine - now)

    def hold(self, seconds: float) -> None:
        """No turn for so long, but for those that were given already."""
        self._next = max(self._next, asyncio.get_running_loop().time() + seconds)

"""A Bot API on a bad day that calls the bot's webhook: late, twice, again, or hanging up."""

from __future__ import annotations

import asyncio
import json
from contextlib import suppress
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from aiohttp import ClientError, ClientSession, ClientTimeout

from tests.e2e.faults import FaultyTelegram

if TYPE_CHECKING:
    from tests.e2e.telegram import Update

FAULTS = ("late", "twice", "again", "cut", "missed")
"""Of a call: overtaken by later ones; two at once; once more when it is long answered; cut off
before the answer; never arrived at first."""
_PAUSE = 0.2
"""Until a call that was not answered is made again."""
_CALLS = 300
_SECRET = "X-Telegram-Bot-Api-Secret-Token"


class FaultyWebhook(FaultyTelegram):
    """Each fault befalls the share of updates; each is sent until it is taken, as by Telegram."""

    def __init__(self, share: float, seed: int) -> None:
        super().__init__(share, seed)
        self._calls: list[asyncio.Task[None]] = []
        self._left = list(FAULTS)

    async def send(self, update: Update) -> None:
        """Call the webhook with an update, beside all others."""
        self._updates += 1
        call = self._send({"update_id": self._updates, **update})
        self._calls.append(asyncio.create_task(call))

    async def finish(self) -> None:
        """Wait until all calls are made, the repeated ones, too."""
        await asyncio.gather(*self._calls)

    async def _send(self, update: Update) -> None:
        await self.until(lambda: bool(self._hook().url), "where the bot listens")
        fault = self._rolled()
        match fault:
            case "late":
                await asyncio.sleep(self._dice.uniform(0, 1))
            case "twice":
                await asyncio.gather(self._until_taken(update), self._until_taken(update))
                return
            case "cut":
                await self._cut(update)
            case "missed":
                await asyncio.sleep(_PAUSE)
        await self._until_taken(update)
        if fault == "again":
            await asyncio.sleep(self._dice.uniform(0, 1))
            await self._until_taken(update)

    def _rolled(self) -> str | None:
        rolled = self._dice.random() / self.share if self.share else len(FAULTS)
        if self._left and self.share:
            fault = self._left.pop()  # each befalls one at least, whatever the dice say
        elif rolled < len(FAULTS):
            fault = FAULTS[int(rolled)]
        else:
            return None
        self.met[fault] += 1
        return fault

    async def _until_taken(self, update: Update) -> None:
        for _ in range(_CALLS):
            if await self._call(update):
                return
            await asyncio.sleep(_PAUSE)
        raise AssertionError(f"never taken: {update}")

    async def _call(self, update: Update) -> bool:
        """Whether the bot took it."""
        hook = self._hook()
        headers = {_SECRET: hook.secret}
        try:
            async with (
                ClientSession(timeout=ClientTimeout(total=5)) as client,
                client.post(hook.url, json=update, headers=headers) as answer,
            ):
                return answer.ok
        except (ClientError, TimeoutError):
            return False

    async def _cut(self, update: Update) -> None:
        """The call arrives, but nobody waits for the answer."""
        hook = self._hook()
        url, body = urlsplit(hook.url), json.dumps(update)
        lines = (
            f"POST {url.path} HTTP/1.1",
            f"Host: {url.netloc}",
            f"{_SECRET}: {hook.secret}",
            f"Content-Length: {len(body)}",
        )
        with suppress(OSError):
            _, way = await asyncio.open_connection(url.hostname, url.port)
            way.write("\r\n".join((*lines, "", body)).encode())
            await way.drain()
            way.close()

    def _hook(self) -> Any:
        """Where the bot listens, and the secret that it wants to hear."""
        return self._server._update_queues._state(self.token)

"""The least of a Bot API that a bot needs: updates by polling or by webhook, and messages back.

It checks nothing (``tests/e2e`` does, against an emulator): here it must only be faster than any
bot, so that what is measured is the bot.
"""

from __future__ import annotations

import asyncio
import json
from contextlib import asynccontextmanager, suppress
from time import monotonic
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qsl

import aiohttp
from aiohttp import web

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable

TOKEN = "424242:SECRET-token-of-the-benchmark"
START = 1_790_000_000
_ME = {"id": 424242, "is_bot": True, "first_name": "Bench", "username": "bench_bot"}
_OF_EACH = 40
"""Webhook calls at once at most, as Telegram's ``max_connections`` has it by default."""
_READY_SECONDS = 90.0


class LoopbackApi:
    """One bot's server."""

    def __init__(self) -> None:
        self.on_message: Callable[[int, int, str, list[tuple[str, str]]], None] = _ignore
        self.calls = 0
        self.first_poll_at: float | None = None
        """By the monotonic clock: when the bot was ready for updates."""
        self._updates: list[dict[str, Any]] = []
        self._number = 1_000
        self._messages = 1_000
        self._waiting: asyncio.Future[None] | None = None
        self._ready = asyncio.Event()
        self._webhook: dict[str, str] = {}
        self._client: aiohttp.ClientSession | None = None
        self._connections = asyncio.Semaphore(_OF_EACH)
        self._posts: set[asyncio.Task[None]] = set()

    @asynccontextmanager
    async def serving(self) -> AsyncIterator[str]:
        """The address, while it serves."""
        runner = web.ServerRunner(web.Server(self._handle, access_log=None), shutdown_timeout=0.1)
        await runner.setup()
        site = web.TCPSite(runner, "127.0.0.1", 0, backlog=1024)
        await site.start()
        async with aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=0)) as self._client:
            try:
                yield f"http://127.0.0.1:{runner.addresses[0][1]}"
            finally:
                for task in self._posts:
                    task.cancel()
                await asyncio.gather(*self._posts, return_exceptions=True)
                await runner.cleanup()

    async def ready(self) -> None:
        """Wait until the bot takes updates."""
        async with asyncio.timeout(_READY_SECONDS):
            await self._ready.wait()

    def send(self, content: dict[str, Any]) -> None:
        """Something that a person did: on its way to the bot."""
        self._number += 1
        update = {"update_id": self._number, **content}
        if self._webhook:
            task = asyncio.create_task(self._post(update))
            self._posts.add(task)
            task.add_done_callback(self._posts.discard)
            return
        self._updates.append(update)
        if self._waiting is not None and not self._waiting.done():
            self._waiting.set_result(None)

    def message_number(self) -> int:
        """A number for a person's message."""
        self._messages += 1
        return self._messages

    async def _post(self, update: dict[str, Any]) -> None:
        """Call the webhook; one that is gone at the end is no harm."""
        assert self._client is not None
        headers = {
            "X-Telegram-Bot-Api-Secret-Token": self._webhook.get("secret_token", ""),
            "Content-Type": "application/json",
        }
        body = json.dumps(update)
        with suppress(aiohttp.ClientError):
            async with (
                self._connections,
                self._client.post(self._webhook["url"], data=body, headers=headers) as response,
            ):
                await response.read()

    async def _handle(self, request: web.BaseRequest) -> web.Response:
        self.calls += 1
        method = request.path.rpartition("/")[2].lower()
        fields = dict(parse_qsl((await request.read()).decode()))
        if method == "getupdates":
            result: Any = await self._poll(fields)
        else:
            result = self._result(method, fields)
        body = json.dumps({"ok": True, "result": result})
        return web.Response(text=body, content_type="application/json")

    async def _poll(self, fields: dict[str, str]) -> list[dict[str, Any]]:
        if self.first_poll_at is None:
            self.first_poll_at = monotonic()
        self._ready.set()
        offset = int(fields.get("offset", 0))
        if offset:
            self._updates = [u for u in self._updates if u["update_id"] >= offset]
        if not self._updates:
            self._waiting = asyncio.get_running_loop().create_future()
            timeout = float(fields.get("timeout", 0))
            await asyncio.wait({self._waiting}, timeout=timeout)
            self._waiting = None
        return self._updates[: int(fields.get("limit", 100))]

    def _result(self, method: str, fields: dict[str, str]) -> Any:
        if method == "getme":
            return _ME
        if method == "setwebhook" and fields.get("url"):
            self._webhook = fields
            self._ready.set()
        if method not in ("sendmessage", "editmessagetext"):
            return True
        chat, text = int(fields["chat_id"]), fields["text"]
        number = int(fields.get("message_id") or self.message_number())
        markup = json.loads(fields.get("reply_markup", "{}"))
        buttons = [
            (button["text"], button["callback_data"])
            for row in markup.get("inline_keyboard", ())
            for button in row
        ]
        self.on_message(chat, number, text, buttons)
        return message(chat, number, text)


def message(chat: int, number: int, text: str) -> dict[str, Any]:
    """A message as the API gives it."""
    return {
        "message_id": number,
        "date": START,
        "chat": {"id": chat, "type": "private", "first_name": "Zoë"},
        "text": text,
    }


def _ignore(chat: int, number: int, text: str, buttons: list[tuple[str, str]]) -> None:
    """Nobody looks."""

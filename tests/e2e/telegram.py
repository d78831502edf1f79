"""A Telegram on loopback, which remembers what every chat shows."""

from __future__ import annotations

import asyncio
import json
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TypeVar

from aiohttp import web
from lo_bot_api_emulator import ApiRefusal, LoBotApiEmulator

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable

TOKEN = "424242:SECRET-token-of-the-test_bot"
PATIENCE = 15.0

Update = dict[str, Any]


@dataclass
class Shown:
    """One message in a chat, as it looks now."""

    number: int
    text: str
    buttons: list[tuple[str, str]] = field(default_factory=list)
    """Labels and data."""
    document: bytes | None = None

    @property
    def question(self) -> str | None:
        """The question that this card asks, while it has its buttons."""
        for _, data in self.buttons:
            if data.startswith("why:"):
                return data.split(":")[1]
        return None

    def button(self, prefix: str) -> str | None:
        """The data of the first button that begins so, as a whole part of it."""
        fits = (data for _, data in self.buttons if f"{data}:".startswith(f"{prefix}:"))
        return next(fits, None)


class Telegram:
    """The emulator, and beside it what every chat shows."""

    def __init__(self) -> None:
        self._server: Any = LoBotApiEmulator(allow_insecure_loopback_webhooks=True)
        self._validate, self._server.validate = self._server.validate, self.validate
        self._handle, self._server.handle = self._server.handle, self.handle
        self.chats: dict[int, list[Shown]] = {}
        self.calls: list[tuple[str, dict[str, Any]]] = []
        self.token = TOKEN
        self.changed = asyncio.Condition()
        self.patience = PATIENCE
        """Seconds that an answer may take."""
        self._updates = 100

    def validate(self, method: str, fields: dict[str, Any], uploads: dict[str, Any]) -> Any:
        """Check the call as the emulator does, and let it show in the chat."""
        result = self._validate(method, fields, uploads)
        if method == "getMe":
            return {**result, "username": "fixture_bot"}
        if method != "getUpdates":
            self.calls.append((method, dict(fields)))
        if "chat_id" in fields:
            self._show(method, fields, uploads, result)
        return result

    async def handle(self, request: web.Request) -> web.StreamResponse:
        """Refuse other tokens, as Telegram does."""
        if request.match_info["token"] != self.token:
            refusal = {"ok": False, "error_code": 401, "description": "Unauthorized"}
            return web.json_response(refusal, status=401)
        response: web.StreamResponse = await self._handle(request)
        async with self.changed:
            self.changed.notify_all()
        return response

    def _show(
        self, method: str, fields: dict[str, Any], uploads: dict[str, Any], result: Any
    ) -> None:
        chat = self.chats.setdefault(int(fields["chat_id"]), [])
        markup = json.loads(fields.get("reply_markup") or "{}")
        buttons = [
            (button["text"], button["callback_data"])
            for row in markup.get("inline_keyboard", [])
            for button in row
        ]
        text = fields.get("text") or fields.get("caption") or ""
        if method.startswith("send"):
            document = uploads.get("document", {}).get("data")
            chat.append(Shown(result["message_id"], text, buttons, document))
            return
        shown = next((m for m in chat if m.number == int(fields.get("message_id", 0))), None)
        if shown is None:
            raise ApiRefusal("Bad Request: message to edit not found")
        text = text if method == "editMessageText" else shown.text
        if (shown.text, shown.buttons) == (text, buttons):
            raise ApiRefusal("Bad Request: message is not modified")
        shown.text = text
        shown.buttons = buttons

    async def until(self, condition: Callable[[], bool], what: str) -> None:
        """Wait until the chats look as they should."""
        try:
            async with asyncio.timeout(self.patience), self.changed:
                await self.changed.wait_for(condition)
        except TimeoutError:
            raise AssertionError(f"in vain: {what}; chats: {self.chats}") from None

    def app(self) -> web.Application:
        """The server."""
        app: web.Application = self._server.app()
        return app

    async def send(self, update: Update) -> None:
        """Queue an update for the bot."""
        self._updates += 1
        await self._server.enqueue_update({"update_id": self._updates, **update}, token=self.token)

    async def wake(self, token: str) -> None:
        """End a long poll that is under way."""
        inbox = self._server._update_queues._state(token)
        async with inbox.condition:
            inbox.url = "http://127.0.0.1:9/"
            inbox.condition.notify_all()

    def forget_files(self) -> None:
        """Let go of the files that were sent; the emulator keeps a few only."""
        self._server.assets.clear()

    async def repeat_last(self, times: int) -> None:
        """Queue the last update again, as Telegram does after an unclean stop."""
        inbox = self._server._update_queues._state(self.token)
        async with inbox.condition:
            inbox.updates.extend([inbox.updates[-1]] * times)
            inbox.condition.notify_all()


T = TypeVar("T", bound=Telegram)


@asynccontextmanager
async def serving(world: T) -> AsyncIterator[tuple[T, str]]:
    """The emulator on a free port of loopback, and its address."""
    runner = web.AppRunner(world.app(), access_log=None, shutdown_timeout=0.5)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    port = runner.addresses[0][1]
    try:
        yield world, f"http://127.0.0.1:{port}"
    finally:
        await runner.cleanup()


@asynccontextmanager
async def telegram() -> AsyncIterator[tuple[Telegram, str]]:
    """A Telegram that behaves, and its address."""
    async with serving(Telegram()) as opened:
        yield opened

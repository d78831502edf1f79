"""A Bot API that is away for a while: in the end everything arrives, in order, by itself."""

from __future__ import annotations

import asyncio
import socket
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
import pytest_asyncio
from aiohttp import web
from telegram import Bot

from bot.storage.protocol import Decision
from bot.telegram import retry
from bot.telegram.api import Api
from bot.telegram.courier import Courier
from bot.telegram.delivery import Messenger
from bot.telegram.request import AiohttpRequest
from dialogs.conversation import Conversation
from messages.message import Button, Message
from tests.bot.memory import MemoryStorage

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

TODAY = date(2026, 11, 23)
CARD = ((Button("Why?", "why:birth_date:2"),),)


class Server:
    """A Bot API at a fixed address, which can go away and come back."""

    def __init__(self, port: int) -> None:
        self._port = port
        self._runner: web.AppRunner | None = None
        self.refusals = 0
        """How many more calls are answered with trouble."""
        self.said: list[tuple[str, str]] = []
        self.stripped: list[str] = []

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._port}/bot"

    async def come(self) -> None:
        app = web.Application()
        app.router.add_post("/bot{token}/{method}", self._handle)
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)
        await self._runner.setup()
        await web.TCPSite(self._runner, "127.0.0.1", self._port).start()

    async def go(self) -> None:
        if self._runner is not None:
            await self._runner.cleanup()
            self._runner = None

    async def _handle(self, request: web.Request) -> web.Response:
        fields = await request.post()
        chat = str(fields["chat_id"])
        if self.refusals:
            self.refusals -= 1
            if self.refusals % 2:
                return web.Response(text="<html>Log in to the network of this hotel</html>")
            return web.json_response({"ok": False, "description": "Bad Gateway"}, status=502)
        if request.match_info["method"] == "sendMessage":
            self.said.append((chat, str(fields["text"])))
        else:
            self.stripped.append(str(fields["message_id"]))
        message = {
            "message_id": len(self.said),
            "date": 1,
            "chat": {"id": int(chat), "type": "private"},
        }
        return web.json_response({"ok": True, "result": message})


class Counting(AiohttpRequest):
    """Tells when there were many calls."""

    def __init__(self, connections: int) -> None:
        super().__init__(connections)
        self.many = asyncio.Event()
        self._calls = 0

    async def do_request(self, *args: Any, **named: Any) -> tuple[int, bytes]:
        self._calls += 1
        if self._calls >= 60:
            self.many.set()
        return await super().do_request(*args, **named)


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(retry, "LONGEST_PAUSE", 0.002)


@pytest_asyncio.fixture
async def server() -> AsyncIterator[Server]:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        served = Server(probe.getsockname()[1])
    yield served
    await served.go()


@pytest_asyncio.fixture
async def way(server: Server) -> AsyncIterator[Counting]:
    async with Counting(4) as opened:
        yield opened


def answered(storage: MemoryStorage, courier: Courier, chat: int, *messages: Message) -> None:
    """The bot answers somebody."""
    update = len(storage.updates)
    decision = Decision(Conversation(), messages)
    handled = storage.handle(f"telegram:{chat}", lambda _: decision, on=TODAY, update=update)
    courier.post(handled.result().deliveries)


async def test_everything_arrives_in_order_when_the_network_is_back(
    server: Server, way: Counting
) -> None:
    storage = MemoryStorage()
    courier = Courier(Messenger(Api(Bot("42:SECRET", base_url=server.url, request=way))), storage)
    answered(storage, courier, 1, Message("one", CARD), Message("two"))
    answered(storage, courier, 2, Message("other"))
    await asyncio.wait_for(way.many.wait(), 10)
    answered(storage, courier, 1, Message("three", CARD))
    assert len(storage.outbox) == 4

    server.refusals = 9
    await server.come()
    await courier.close(10)
    assert [text for chat, text in server.said if chat == "1"] == ["one", "two", "three"]
    assert [text for chat, text in server.said if chat == "2"] == ["other"]
    assert storage.outbox == {}
    assert len(server.stripped) == 1, "the first card has lost its buttons"

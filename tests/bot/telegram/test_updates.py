"""Updates that the library cannot read, from a server on loopback."""

from __future__ import annotations

import asyncio
import json
from typing import TYPE_CHECKING, Any, cast

import pytest
import pytest_asyncio
from aiohttp import web
from structlog.testing import capture_logs
from telegram import Bot, Update

from bot.errors import StorageError
from bot.telegram import retry
from bot.telegram.polling import poll
from bot.telegram.updates import UpdatesRequest
from tests.bot.telegram.updates import message

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterable

TOKEN = "42:SECRET"
UNREADABLE: list[Any] = [
    {"update_id": 2, "message": {"text": "my secret"}},
    {"update_id": 3, "callback_query": "my secret"},
    {"update_id": 5, "message": {**message(text="x"), "date": "my secret"}},
]


class Server:
    """Gives what was not confirmed yet, as Telegram does."""

    def __init__(self) -> None:
        self.updates: list[Any] = []
        self.asked = 0

    async def handle(self, request: web.Request) -> web.Response:
        self.asked += 1
        offset = int(str((await request.post()).get("offset", "0")))
        left = [u for u in self.updates if not isinstance(u, dict) or u["update_id"] >= offset]
        return web.json_response({"ok": True, "result": left})


class Done(BaseException):
    """Ends the polling."""


class Intake:
    """Takes updates until it has seen the last one."""

    def __init__(self, last: int) -> None:
        self.taken: list[int] = []
        self.said: list[str] = []
        self._last = last
        self.trouble: list[Exception] = []

    async def take(self, updates: Iterable[Update]) -> None:
        if self.trouble:
            raise self.trouble.pop(0)
        for update in updates:
            self.taken.append(update.update_id)
            if update.message and update.message.text:
                self.said.append(update.message.text)
        if self.taken[-1] >= self._last:
            raise Done


class Courier:
    """Always has room."""

    async def room(self) -> None:
        pass


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(retry, "LONGEST_PAUSE", 0.001)


@pytest.fixture
def server() -> Server:
    return Server()


@pytest_asyncio.fixture
async def url(server: Server) -> AsyncIterator[str]:
    app = web.Application()
    app.router.add_post("/bot{token}/{method}", server.handle)
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    yield f"http://127.0.0.1:{runner.addresses[0][1]}/bot"
    await runner.cleanup()


async def polled(url: str, intake: Intake) -> list[Any]:
    """Poll to the last update; what was logged."""
    async with UpdatesRequest() as request:
        bot = Bot(TOKEN, base_url=url, get_updates_request=request)
        with capture_logs() as logs, pytest.raises(Done):
            async with asyncio.timeout(10):
                await poll(bot, request, cast("Any", intake), cast("Any", Courier()))
    return logs


async def test_what_cannot_be_read_is_skipped_by_its_number(server: Server, url: str) -> None:
    readable = [{"update_id": n, "message": message(text=f"said {n}")} for n in (1, 4, 6)]
    server.updates = sorted([*UNREADABLE, *readable], key=lambda update: update["update_id"])
    intake = Intake(last=6)
    logs = await polled(url, intake)
    assert intake.said == ["said 1", "said 4", "said 6"]
    assert [log["number"] for log in logs if log["event"] == "update_skipped"] == [2, 3, 5]
    assert "my secret" not in json.dumps(logs, default=str)


async def test_nothing_but_unreadable_updates_is_confirmed(server: Server, url: str) -> None:
    server.updates = list(UNREADABLE)
    intake = Intake(last=5)
    await polled(url, intake)
    assert intake.taken == [2, 3, 5]
    assert server.asked == 2


async def test_an_update_without_a_number_holds_up_no_other(server: Server, url: str) -> None:
    server.updates = ["nonsense", {"update_id": 8, "message": message(text="hello")}]
    intake = Intake(last=8)
    await polled(url, intake)
    assert intake.said == ["hello"]


async def test_what_could_not_be_stored_is_asked_for_again(server: Server, url: str) -> None:
    server.updates = [{"update_id": 8, "message": message(text="hello")}]
    intake = Intake(last=8)
    intake.trouble = [StorageError("the disk is full"), ValueError("a bug")]
    await polled(url, intake)
    assert intake.said == ["hello"]
    assert server.asked == 3

"""Polling: what came is confirmed by its numbers, from a server on loopback."""

from __future__ import annotations

import asyncio
import json
from typing import TYPE_CHECKING, Any, cast

import pytest
import pytest_asyncio
from aiohttp import web
from structlog.testing import capture_logs
from telegram import Bot

from bot.errors import StorageError
from bot.telegram import retry
from bot.telegram.api import Api
from bot.telegram.heartbeat import Heartbeat
from bot.telegram.polling import poll
from bot.telegram.request import AiohttpRequest
from tests.bot.telegram.updates import message

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterable

TOKEN = "42:SECRET"


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

    async def take(self, updates: Iterable[dict[str, Any]]) -> None:
        if self.trouble:
            raise self.trouble.pop(0)
        for update in updates:
            self.taken.append(update["update_id"])
            self.said.append(update["message"]["text"])
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
    async with AiohttpRequest(1) as request:
        api = Api(Bot(TOKEN, base_url=url), request)
        with capture_logs() as logs, pytest.raises(Done):
            async with asyncio.timeout(10):
                await poll(api, cast("Any", intake), cast("Any", Courier()))
    return logs


async def test_what_was_taken_is_confirmed(server: Server, url: str) -> None:
    numbers = (1, 4, 6)
    server.updates = [{"update_id": n, "message": message(text=f"said {n}")} for n in numbers]
    intake = Intake(last=6)
    intake.trouble = [StorageError("the disk is full")]
    await polled(url, intake)
    assert intake.taken == [1, 4, 6]
    assert server.asked == 2


async def test_an_update_without_a_number_holds_up_no_other(server: Server, url: str) -> None:
    server.updates = ["nonsense", {"update_id": 8, "message": message(text="hello")}]
    intake = Intake(last=8)
    logs = await polled(url, intake)
    assert intake.said == ["hello"]
    assert [log["event"] for log in logs] == ["update_without_number"]


async def test_what_telegram_forgot_is_taken_all_the_same(server: Server, url: str) -> None:
    """What was put off of a flood, and is a day old by now, never comes again."""
    flood = [{"update_id": n, "message": message(chat=1, text=f"said {n}")} for n in range(1, 6)]
    server.updates = [*flood, {"update_id": 6, "message": message(chat=2, text="said 6")}]
    last = {"update_id": 7, "message": message(text="said 7")}

    class Forgetting(Intake):
        """While these are taken, the server forgets all others."""

        async def take(self, updates: Iterable[dict[str, Any]]) -> None:
            await super().take(updates)
            server.updates = [server.updates[-1]]
            asyncio.get_running_loop().call_later(0.05, server.updates.append, last)

    intake = Forgetting(last=7)
    logs = await polled(url, intake)
    assert intake.taken == [1, 2, 3, 6, 4, 5, 7]
    assert logs == []


async def test_updates_without_a_number_are_asked_for_again_in_a_while(
    server: Server, url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    pauses: list[float] = []

    async def sleep(seconds: float) -> None:
        pauses.append(seconds)
        server.updates = [{"update_id": 8, "message": message(text="hello")}]

    monkeypatch.setattr("bot.telegram.polling.asyncio.sleep", sleep)
    server.updates = [{"message": message(text="my secret")}]
    intake = Intake(last=8)
    logs = await polled(url, intake)
    assert intake.said == ["hello"]
    assert len(pauses) == 1
    assert "my secret" not in json.dumps(logs, default=str)


async def test_what_could_not_be_stored_is_asked_for_again(server: Server, url: str) -> None:
    server.updates = [{"update_id": 8, "message": message(text="hello")}]
    intake = Intake(last=8)
    intake.trouble = [StorageError("the disk is full"), ValueError("a bug")]
    await polled(url, intake)
    assert intake.said == ["hello"]
    assert server.asked == 3


async def test_the_end_of_a_trouble_is_told_once(server: Server, url: str) -> None:
    server.updates = [{"update_id": 8, "message": message(text="hello")}]
    last = {"update_id": 9, "message": message(text="bye")}

    class Waiting(Intake):
        async def take(self, updates: Iterable[dict[str, Any]]) -> None:
            await super().take(updates)
            asyncio.get_running_loop().call_later(0.05, server.updates.append, last)

    intake = Waiting(last=9)
    intake.trouble = [StorageError("the disk is full"), StorageError("the disk is full")]
    logs = await polled(url, intake)
    events = [log["event"] for log in logs]
    assert events == ["polling_trouble", "polling_trouble", "polling_again"]
    assert logs[-1]["after"] == 2


async def test_the_heart_beats_only_when_all_is_stored(server: Server, url: str) -> None:
    beats: list[int] = []

    class Heart(Heartbeat):
        def beat(self) -> None:
            beats.append(server.asked)

    server.updates = [{"update_id": 8, "message": message(text="hello")}]
    last = {"update_id": 9, "message": message(text="bye")}

    class Waiting(Intake):
        async def take(self, updates: Iterable[dict[str, Any]]) -> None:
            await super().take(updates)
            server.updates.append(last)

    intake = Waiting(last=9)
    intake.trouble = [StorageError("the disk is full")]
    async with AiohttpRequest(1) as request:
        api = Api(Bot(TOKEN, base_url=url), request)
        with pytest.raises(Done):
            async with asyncio.timeout(10):
                await poll(api, cast("Any", intake), cast("Any", Courier()), Heart())
    assert beats == [2], "not after the first time, which could not be stored"


async def test_a_telegram_that_does_not_answer_is_told_with_what_to_do(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    async def sleep(_: float) -> None:
        raise Done

    monkeypatch.setattr("bot.telegram.polling.asyncio.sleep", sleep)
    [told] = await polled("http://127.0.0.1:9/bot", Intake(last=0))
    assert told["event"] == "polling_trouble"
    assert "Telegram does not answer (ClientConnectorError ECONNREFUSED)" in told["reason"]
    assert "call doctor" in told["reason"]
    assert TOKEN not in str(told)

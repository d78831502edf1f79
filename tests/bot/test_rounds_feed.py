"""The running bot fetches the rounds: politely, and without losing what it knows."""

from __future__ import annotations

import asyncio
import gzip
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import aiohttp
import pytest
from aiohttp import web
from structlog.testing import capture_logs

from bot.errors import StorageError
from bot.rounds_feed import LARGEST, RoundsFeed
from scoring.record import Record
from tests.bot.memory import MemoryStorage
from tests.scoring.feeds import in_french, row, rows, sample, written

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable, MutableMapping
    from concurrent.futures import Future
    from typing import Any

    from scoring.feed import Feed
    from scoring.revision import Revision

NEW = row("432", drawNumber="448", drawDate="2026-11-12", drawDateFull="November 12, 2026")
HOUR = 3600.0
PATH = "/ee_rounds_123_en.json"


def clock() -> datetime:
    return datetime(2026, 11, 23, 12, tzinfo=UTC)


@dataclass
class Site:
    """Something that answers as canada.ca might."""

    answer: Callable[[web.Request], Awaitable[web.StreamResponse]]
    asked: list[web.Request] = field(default_factory=list)
    called: asyncio.Event = field(default_factory=asyncio.Event)
    address: str = ""

    async def handle(self, request: web.Request) -> web.StreamResponse:
        self.asked.append(request)
        self.called.set()
        return await self.answer(request)


def says(
    body: bytes = b"", status: int = 200, **headers: str
) -> Callable[[web.Request], Awaitable[web.StreamResponse]]:
    async def answer(_: web.Request) -> web.StreamResponse:
        named = {key.replace("_", "-"): value for key, value in headers.items()}
        return web.Response(body=body, status=status, headers=named)

    return answer


@asynccontextmanager
async def serving(
    answer: Callable[[web.Request], Awaitable[web.StreamResponse]],
) -> AsyncIterator[Site]:
    site = Site(answer)
    app = web.Application()
    app.router.add_get("/{path:.*}", site.handle)
    runner = web.AppRunner(app)
    await runner.setup()
    server = web.TCPSite(runner, "127.0.0.1", 0)
    await server.start()
    port = runner.addresses[0][1]
    site.address = f"http://secret:word@127.0.0.1:{port}{PATH}"
    try:
        yield site
    finally:
        await runner.cleanup()


async def fetch(feed: RoundsFeed) -> tuple[float, MutableMapping[str, Any]]:
    """One fetch: the seconds to wait, and the one line in the log."""
    timeout = aiohttp.ClientTimeout(total=0.5)
    with capture_logs() as lines:
        async with aiohttp.ClientSession(timeout=timeout) as session:
            pause = await feed.fetch(session, clock)
    (line,) = lines
    assert "secret" not in str(line)
    assert "127.0.0.1" not in str(line)
    return pause, line


async def test_what_is_new_is_taken_in_and_told_in_one_line() -> None:
    storage = MemoryStorage()
    async with serving(says(written([NEW, *rows(3)]))) as site:
        pause, line = await fetch(RoundsFeed(site.address, storage, 6))
    assert storage.record().rounds[-1].number == "448"
    assert line["event"] == "rounds_fetched"
    assert (line["read"], line["new"], line["changed"], line["refused"]) == (4, 1, 0, 0)
    assert 5.3 * HOUR < pause < 6.7 * HOUR


async def test_it_comes_as_a_browser_over_plain_http_1_1() -> None:
    storage = MemoryStorage()
    async with serving(says(sample())) as site:
        keeping = asyncio.create_task(RoundsFeed(site.address, storage, 6).keep(clock))
        await asyncio.wait_for(site.called.wait(), 10)
        keeping.cancel()
        (request,) = site.asked
    assert request.headers["User-Agent"].startswith("Mozilla/5.0 (compatible; express-entry-bot/")
    assert request.version == aiohttp.HttpVersion11
    assert "gzip" in request.headers["Accept-Encoding"]


async def test_a_file_that_did_not_change_is_not_sent_again() -> None:
    stamp = "Mon, 23 Nov 2026 10:00:00 GMT"

    async def answer(request: web.Request) -> web.StreamResponse:
        if request.headers.get("If-None-Match") == '"v1"':
            return web.Response(status=304)
        headers = {"ETag": '"v1"', "Last-Modified": stamp}
        return web.Response(body=written([NEW]), headers=headers)

    storage = MemoryStorage()
    async with serving(answer) as site:
        feed = RoundsFeed(site.address, storage, 6)
        await fetch(feed)
        pause, line = await fetch(feed)
        assert "If-None-Match" not in site.asked[0].headers
        assert site.asked[1].headers["If-Modified-Since"] == stamp
    assert line["event"] == "rounds_unchanged"
    assert pause > 5 * HOUR


async def test_a_file_with_rows_that_were_refused_is_asked_for_whole_again() -> None:
    storage = MemoryStorage()
    content = written([NEW, row("434", drawSize="?")])
    async with serving(says(content, ETag='"v1"')) as site:
        feed = RoundsFeed(site.address, storage, 6)
        _, line = await fetch(feed)
        await fetch(feed)
        assert "If-None-Match" not in site.asked[1].headers
    assert (line["refused"], line["log_level"]) == (1, "warning")
    assert line["first_refused"] == 'row 2 (round 434), drawSize: "?" is not a whole number'
    assert storage.record().rounds[-1].number == "448"


async def slow(_: web.Request) -> web.StreamResponse:
    await asyncio.sleep(5)
    raise AssertionError


async def cut_off(request: web.Request) -> web.StreamResponse:
    response = web.StreamResponse(headers={"Content-Length": "100000"})
    await response.prepare(request)
    await response.write(written([NEW])[:500])
    assert request.transport is not None
    request.transport.close()
    return response


async def round_in_circles(request: web.Request) -> web.StreamResponse:
    raise web.HTTPFound(request.path)


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        (says(status=404), "the answer was 404"),
        (says(status=500), "the answer was 500"),
        (says(status=304), "the answer was 304"),
        (says(status=204), "the answer was 204"),
        (says(), "is empty"),
        (says(b"<html>Maintenance</html>"), "is not JSON, or was cut off before its first round"),
        (says(b'{"rounds": []}'), "holds no rounds"),
        (
            says(written([NEW]).replace(b"drawCRS", b"crsCutoff")),
            "no round of it could be read; row 1 (round 448), drawCRS: is missing",
        ),
        (says(b" " * (LARGEST + 1)), f"the file is larger than {LARGEST} bytes"),
        (
            says(gzip.compress(b" " * (LARGEST + 1)), Content_Encoding="gzip"),
            f"the file is larger than {LARGEST} bytes",
        ),
        (says(b"no such thing", Content_Encoding="gzip"), "ClientPayloadError"),
        (slow, "no answer in time"),
        (cut_off, "ClientPayloadError"),
        (round_in_circles, "TooManyRedirects"),
    ],
)
async def test_whatever_goes_wrong_what_is_known_stays(
    answer: Callable[[web.Request], Awaitable[web.StreamResponse]], reason: str
) -> None:
    storage = MemoryStorage()
    async with serving(answer) as site:
        pause, line = await fetch(RoundsFeed(site.address, storage, 6))
    assert (line["event"], line["reason"]) == ("rounds_not_fetched", reason)
    assert line["log_level"] == "warning"
    assert storage.record() == Record.shipped()
    assert 250 < pause < 350


async def test_nobody_there() -> None:
    storage = MemoryStorage()
    _, line = await fetch(RoundsFeed("http://127.0.0.1:1/secret", storage, 6))
    assert line["reason"] == "ClientConnectorError"


async def test_it_waits_longer_after_each_failure_and_never_longer_than_the_schedule() -> None:
    async with serving(says(status=500)) as site:
        feed = RoundsFeed(site.address, MemoryStorage(), 6)
        pauses = [(await fetch(feed))[0] for _ in range(9)]
        site.answer = says(sample())
        good, _ = await fetch(feed)
        site.answer = says(status=500)
        again, _ = await fetch(feed)
    expected = [300.0 * 2**n for n in range(7)] + [6 * HOUR] * 2
    for pause, about in zip(pauses, expected, strict=True):
        assert 0.9 * about <= pause <= 1.1 * about
    assert good > 5 * HOUR
    assert again < 350
    assert len({round(pause, 3) for pause in pauses[-2:]}) == 2


@pytest.mark.parametrize(
    ("status", "told", "least", "most"),
    [
        (503, "7200", 2 * HOUR, 2 * HOUR * 1.1),
        (429, "999999999999", 24 * HOUR, 24 * HOUR * 1.1),
        (429, "tomorrow", 250, 350),
        (500, "7200", 250, 350),
    ],
)
async def test_a_server_may_ask_to_be_left_alone(
    status: int, told: str, least: float, most: float
) -> None:
    async with serving(says(status=status, Retry_After=told)) as site:
        pause, _ = await fetch(RoundsFeed(site.address, MemoryStorage(), 6))
    assert least <= pause <= most


async def test_a_kind_that_is_not_known_is_taken_and_told() -> None:
    storage = MemoryStorage()
    new = NEW | {"drawName": "Rural communities, 2027-Version 1"}
    async with serving(says(written([new]))) as site:
        _, line = await fetch(RoundsFeed(site.address, storage, 6))
    assert storage.record().rounds[-1].kind == "other"
    told = line["log_level"], line["unknown_kinds"], line["first_unknown"]
    assert told == ("warning", 1, new["drawName"])


async def test_the_french_file_as_windows_writes_it() -> None:
    storage = MemoryStorage()
    content = written([in_french(NEW), in_french(row("433"))], "cp1252")
    async with serving(says(gzip.compress(content), Content_Encoding="gzip")) as site:
        await fetch(RoundsFeed(site.address, storage, 6))
    assert storage.record().rounds[-1].name == "Catégorie de l’expérience canadienne"


async def test_a_storage_in_trouble_is_tried_again() -> None:
    class Full(MemoryStorage):
        def take_rounds(self, feed: Feed) -> Future[Revision]:
            raise StorageError("the disk is full: free some space")

    async with serving(says(written([NEW]), ETag='"v1"')) as site:
        feed = RoundsFeed(site.address, Full(), 6)
        pause, line = await fetch(feed)
        await fetch(feed)
        assert "If-None-Match" not in site.asked[1].headers
    assert line["reason"] == "the disk is full: free some space"
    assert pause < 350


async def test_a_bug_costs_no_more_than_one_fetch() -> None:
    class Broken(MemoryStorage):
        def take_rounds(self, feed: Feed) -> Future[Revision]:
            raise LookupError("a bug")

    async with serving(says(written([NEW]))) as site:
        feed = RoundsFeed(site.address, Broken(), 6)
        with capture_logs() as lines:
            async with aiohttp.ClientSession() as session:
                pause = await feed.fetch(session, clock)
    assert [line["event"] for line in lines] == ["rounds_failed", "rounds_not_fetched"]
    assert pause < 350

"""The webhook answers Telegram alone, on its path alone, when the update is stored."""

from __future__ import annotations

import asyncio
import gzip
import socket
import zlib
from typing import TYPE_CHECKING, Any, cast
from unittest.mock import AsyncMock

import aiohttp
import pytest
import pytest_asyncio
from telegram import Bot

from bot.errors import OperatorError, StorageError
from bot.settings import Settings
from bot.telegram.webhook import serve

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Sequence

SECRET = "a-long-secret"
HEADERS = {"X-Telegram-Bot-Api-Secret-Token": SECRET}


class FakeIntake:
    """Stores, or not."""

    def __init__(self) -> None:
        self.taken: list[int] = []
        self.locked = False

    async def take(self, updates: Sequence[dict[str, Any]], *, acknowledge: bool = True) -> None:
        assert not acknowledge, "the answer itself does"
        if self.locked:
            raise StorageError("locked")
        self.taken += [update["update_id"] for update in updates]


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@pytest_asyncio.fixture
async def hook() -> AsyncIterator[tuple[str, FakeIntake, AsyncMock]]:
    port = free_port()
    intake, bot = FakeIntake(), AsyncMock(spec=Bot)
    listening = asyncio.Event()
    bot.set_webhook.side_effect = lambda *_, **__: listening.set()
    settings = Settings(
        webhook_url="https://example.org/hook/me",
        webhook_listen=f"127.0.0.1:{port}",
        webhook_secret=cast("Any", SECRET),
    )
    task = asyncio.create_task(serve(bot, cast("Any", intake), AsyncMock(), settings))
    await asyncio.wait_for(listening.wait(), 5)
    yield f"http://127.0.0.1:{port}", intake, bot
    task.cancel()
    await asyncio.wait({task})


async def post(url: str, body: Any, headers: dict[str, str] = HEADERS) -> int:
    async with aiohttp.ClientSession() as session:
        data = body if isinstance(body, bytes) else None
        json = None if data is not None else body
        async with session.post(url, data=data, json=json, headers=headers) as response:
            return response.status


async def test_telegram_is_told_where(hook: tuple[str, FakeIntake, AsyncMock]) -> None:
    told = hook[2].set_webhook.await_args
    assert told.args == ("https://example.org/hook/me",)
    assert told.kwargs["secret_token"] == SECRET
    assert told.kwargs["allowed_updates"] == ("message", "edited_message", "callback_query")


async def test_an_update_is_taken(hook: tuple[str, FakeIntake, AsyncMock]) -> None:
    url, intake, _ = hook
    assert await post(f"{url}/hook/me", {"update_id": 5}) == 200
    assert intake.taken == [5]


async def test_the_answer_to_a_press_stops_its_waiting_sign(
    hook: tuple[str, FakeIntake, AsyncMock],
) -> None:
    url, intake, _ = hook
    query = {"id": "77", "from": {"id": 5, "is_bot": False, "first_name": "Zoë"}}
    update = {"update_id": 6, "callback_query": {**query, "chat_instance": "1", "data": "x"}}
    async with (
        aiohttp.ClientSession() as session,
        session.post(f"{url}/hook/me", json=update, headers=HEADERS) as response,
    ):
        called = await response.json()
    assert called == {"method": "answerCallbackQuery", "callback_query_id": "77"}
    assert intake.taken == [6]


async def test_strangers_are_turned_away(hook: tuple[str, FakeIntake, AsyncMock]) -> None:
    url, intake, _ = hook
    update = {"update_id": 5}
    assert await post(f"{url}/hook/me", update, {}) == 403
    assert await post(f"{url}/hook/me", update, {**HEADERS, **_header("wrong")}) == 403
    assert await post(f"{url}/hook/me", update, _header("é")) == 403
    assert await post(f"{url}/", update) == 404
    assert await post(f"{url}/hook/me", b"x" * 300_000) == 413
    assert intake.taken == []


async def test_what_is_compressed_is_never_unpacked(
    hook: tuple[str, FakeIntake, AsyncMock],
) -> None:
    """Or a small bomb would hold up everybody, sent without the secret."""
    url, intake, _ = hook
    for unpacked in (b'{"update_id": 5}', b"0" * 3_000_000):
        for name, packed in (
            ("gzip", gzip.compress(unpacked)),
            ("deflate", zlib.compress(unpacked)),
        ):
            packing = {"Content-Encoding": name}
            assert await post(f"{url}/hook/me", packed, {**HEADERS, **packing}) == 415
            assert await post(f"{url}/hook/me", packed, packing) == 403
    assert intake.taken == []


@pytest.mark.parametrize(
    ("secret", "length", "status"),
    [(b"\xff\xfe", 16, b"403"), (b"\xed\xa0\x80", 16, b"403"), (SECRET.encode(), 99, b"")],
    ids=["no text", "half a character", "cut off"],
)
async def test_what_no_client_would_send_is_no_error(
    hook: tuple[str, FakeIntake, AsyncMock],
    caplog: pytest.LogCaptureFixture,
    secret: bytes,
    length: int,
    status: bytes,
) -> None:
    url, intake, _ = hook
    host, _, port = url.removeprefix("http://").partition(":")
    reader, writer = await asyncio.open_connection(host, int(port))
    writer.write(
        b"POST /hook/me HTTP/1.1\r\nHost: x\r\nX-Telegram-Bot-Api-Secret-Token: "
        + secret
        + f"\r\nContent-Length: {length}\r\n\r\n".encode()
        + b'{"update_id": 5}'
    )
    await writer.drain()
    if status:
        assert status in await reader.readline()
    writer.close()
    await asyncio.sleep(0.1)
    assert intake.taken == []
    assert [record for record in caplog.records if record.levelname == "ERROR"] == []


async def test_nonsense_is_not_asked_for_again(hook: tuple[str, FakeIntake, AsyncMock]) -> None:
    url, intake, _ = hook
    for body in (b"{", b"[]", b"{}", b"\xff", b"7", b"[[1]]"):
        assert await post(f"{url}/hook/me", body) == 200
    assert intake.taken == []


async def test_what_cannot_be_stored_is_asked_for_again(
    hook: tuple[str, FakeIntake, AsyncMock],
) -> None:
    url, intake, _ = hook
    intake.locked = True
    assert await post(f"{url}/hook/me", {"update_id": 5}) == 503


async def test_a_port_in_use_is_told() -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        settings = Settings(
            webhook_url="https://example.org/hook",
            webhook_listen=f"127.0.0.1:{other.getsockname()[1]}",
            webhook_secret=cast("Any", SECRET),
        )
        with pytest.raises(OperatorError, match="WEBHOOK_LISTEN"):
            await serve(AsyncMock(spec=Bot), AsyncMock(), AsyncMock(), settings)


def _header(secret: str) -> dict[str, str]:
    return {"X-Telegram-Bot-Api-Secret-Token": secret}

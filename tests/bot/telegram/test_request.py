"""HTTP by aiohttp, as the library expects it; no error tells the address."""

from __future__ import annotations

import asyncio
import json
from typing import TYPE_CHECKING, Any

import pytest
import pytest_asyncio
from aiohttp import web
from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup, LinkPreviewOptions
from telegram.error import BadRequest, InvalidToken, NetworkError, RetryAfter, TimedOut

from bot.telegram.api import Api
from bot.telegram.request import AiohttpRequest
from messages.message import Button

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

TOKEN = "42:SECRET"
MESSAGE = {"message_id": 3, "date": 1, "chat": {"id": 5, "type": "private"}}


class Server:
    """Answers with what it was told to, and keeps what it was sent."""

    def __init__(self) -> None:
        self.status = 200
        self.answer: Any = {"ok": True, "result": MESSAGE}
        self.wait = 0.0
        self.fields: dict[str, Any] = {}
        self.url = ""

    async def handle(self, request: web.Request) -> web.Response:
        self.fields = {}
        for name, value in (await request.post()).items():
            if isinstance(value, web.FileField):
                self.fields[name] = (value.filename, value.file.read())
            else:
                self.fields[name] = value
        await asyncio.sleep(self.wait)
        return web.json_response(self.answer, status=self.status)


@pytest_asyncio.fixture
async def server() -> AsyncIterator[Server]:
    served = Server()
    app = web.Application()
    app.router.add_post("/bot{token}/{method}", served.handle)
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    served.url = f"http://127.0.0.1:{runner.addresses[0][1]}"
    yield served
    await runner.cleanup()


@pytest_asyncio.fixture
async def bot(server: Server) -> AsyncIterator[Bot]:
    async with AiohttpRequest(4) as request:
        yield Bot(TOKEN, base_url=f"{server.url}/bot", request=request)


async def test_a_message_goes_as_a_form(bot: Bot, server: Server) -> None:
    sent = await bot.send_message(5, "é & <b>x</b>", parse_mode="HTML")
    assert sent.message_id == 3
    assert server.fields == {"chat_id": "5", "text": "é & <b>x</b>", "parse_mode": "HTML"}


async def test_a_message_of_ours_goes_as_the_librarys_do(bot: Bot, server: Server) -> None:
    buttons = ((Button("Où ?", "why:x"), Button("No", "a:x:no")), (Button("é", "b"),))
    text = "é & <b>x</b>\n"
    rows = [[InlineKeyboardButton(b.label, callback_data=b.data) for b in row] for row in buttons]
    await bot.send_message(
        5,
        text,
        parse_mode="HTML",
        link_preview_options=LinkPreviewOptions(is_disabled=True),
        reply_markup=InlineKeyboardMarkup(rows),
    )
    librarys = read(server.fields)
    api = Api(bot, previews=False)
    assert await api.send_message(5, text, buttons) == 3
    assert read(server.fields) == librarys
    await Api(bot).edit_message_text(5, 3, text, ())
    assert server.fields == {"chat_id": "5", "message_id": "3", "text": text, "parse_mode": "HTML"}
    await api.strip(5, 3)
    assert server.fields == {"chat_id": "5", "message_id": "3"}
    await api.answer_callback_query("77")
    assert server.fields == {"callback_query_id": "77"}


def read(fields: dict[str, str]) -> dict[str, Any]:
    """The fields with what is JSON in them read."""
    nested = ("reply_markup", "link_preview_options")
    return {name: json.loads(v) if name in nested else v for name, v in fields.items()}


async def test_a_file_goes_as_a_multipart_form(bot: Bot, server: Server) -> None:
    await bot.send_document(5, b'{"a": 1}', filename="export.json", caption="yours")
    assert server.fields["caption"] == "yours"
    assert server.fields["document"] == ("export.json", b'{"a": 1}')


@pytest.mark.parametrize(
    ("status", "answer", "error"),
    [
        (400, {"ok": False, "description": "Bad Request: chat not found"}, BadRequest),
        (401, {"ok": False, "description": "Unauthorized"}, InvalidToken),
        (429, {"ok": False, "description": "x", "parameters": {"retry_after": 3}}, RetryAfter),
        (500, {"ok": False, "description": "Internal Server Error"}, NetworkError),
        (502, {}, NetworkError),
    ],
)
async def test_refusals_are_the_librarys_own(
    status: int, answer: Any, error: type[Exception], bot: Bot, server: Server
) -> None:
    server.status, server.answer = status, answer
    with pytest.raises(error):
        await bot.send_message(5, "x")
    with pytest.raises(error):
        await Api(bot).send_message(5, "x", ())


async def test_an_answer_that_is_late(bot: Bot, server: Server) -> None:
    server.wait = 0.5
    with pytest.raises(TimedOut) as caught:
        await bot.send_message(5, "x", read_timeout=0.05)
    assert caught.value.__cause__ is None


@pytest.mark.parametrize("url", ["http://127.0.0.1:9", "http://nobody.invalid", "http://[::bad"])
async def test_nobody_there_and_no_word_of_the_token(url: str) -> None:
    async with AiohttpRequest(1) as request:
        bot = Bot(TOKEN, base_url=f"{url}/bot", request=request)
        with pytest.raises(NetworkError) as caught:
            await bot.send_message(5, "x")
    assert TOKEN not in repr(caught.value)
    assert caught.value.__suppress_context__ or caught.value.__context__ is None


async def test_a_closed_pool() -> None:
    request = AiohttpRequest(1)
    with pytest.raises(NetworkError, match="closed"):
        await request.post("http://127.0.0.1:9/bot/getMe")
    await request.shutdown()

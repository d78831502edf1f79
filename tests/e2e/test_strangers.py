"""Who has no business here, at the real process: strangers at the webhook, groups, a flood."""

from __future__ import annotations

import asyncio
import gzip
import json
import time
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, NamedTuple

from aiohttp import ClientSession

from bot.flood import BURST
from tests.e2e.process import Bot
from tests.e2e.telegram import telegram
from tests.e2e.test_metrics import free_port
from tests.e2e.test_telegram import newcomer
from tests.figures import figure

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Mapping
    from pathlib import Path

    from tests.e2e.people import Person
    from tests.e2e.telegram import Telegram, Update


STRANGER = 6_600_600_600
GROUPS = {-100: "group", -1_001: "supergroup"}
SECRET = "a-long-secret"
_HEADER = "X-Telegram-Bot-Api-Secret-Token"
MESSAGES = 300
"""In the flood."""


def forged(number: int) -> bytes:
    said = {"message_id": number, "date": 1_790_000_000, "text": "/start"}
    chat = {"id": STRANGER, "type": "private", "first_name": "Eve"}
    sender = {"id": STRANGER, "is_bot": False, "first_name": "Eve"}
    return json.dumps(
        {"update_id": number, "message": {**said, "chat": chat, "from": sender}}
    ).encode()


class Call(NamedTuple):
    """One that Telegram would never make, and the status that answers it."""

    status: int
    method: str = "POST"
    path: str = "/hook"
    headers: Mapping[str, str] = {_HEADER: SECRET}
    body: bytes = forged(1)


CALLS = (
    *(Call(403, headers={_HEADER: word}) for word in ("", SECRET[:-1], SECRET + "x", "é")),
    *(Call(403, headers=headers) for headers in ({}, {_HEADER: SECRET.upper()})),
    *(Call(404, path=path) for path in ("/", "/hook/", "/hooks", "/hook/../", "//hook")),
    *(Call(405, method) for method in ("GET", "PUT", "DELETE", "PATCH", "OPTIONS")),
    *(Call(404, "GET", path) for path in ("/healthz", "/metrics", "/.env", "/bot.sqlite3")),
    Call(413, body=forged(1) + b" " * 300_000),
    # Telegram compresses nothing, and what others compressed is not unpacked.
    *(
        Call(415, headers={_HEADER: SECRET, "Content-Encoding": "gzip"}, body=gzip.compress(body))
        for body in (b" " * 9_000_000, forged(1))
    ),
    # What comes with the secret and is no update would be none if it came again.
    *(Call(200, body=body) for body in (b"", b"[", b"{}", b"\xff")),
)


@asynccontextmanager
async def going_on(
    folder: Path, settings: Mapping[str, str] | None = None
) -> AsyncIterator[tuple[Telegram, Bot, Person]]:
    """The process, and somebody who goes on whatever others do: their next answer is heard."""
    async with telegram() as (world, url):
        bot = Bot(folder, url, **(settings or {}))
        bot.start()
        try:
            yield world, bot, await newcomer(world)
        finally:
            await bot.close()


def by_webhook(listen: str) -> dict[str, str]:
    address = f"http://{listen}/hook"
    return {"WEBHOOK_URL": address, "WEBHOOK_LISTEN": listen, "WEBHOOK_SECRET": SECRET}


async def test_strangers_at_the_webhook_are_turned_away(tmp_path: Path) -> None:
    listen = f"127.0.0.1:{free_port()}"
    async with going_on(tmp_path, by_webhook(listen)) as (world, bot, anna):
        async with ClientSession() as session:
            answered = [
                await status(session, f"http://{listen}{call.path}", call) for call in CALLS
            ]
        await anna.press("a:marital_status:single")
        assert anna.card.question == "birth_date", "it goes on for everybody else"
        taken = sum((STRANGER in world.chats, bot.stored(str(STRANGER))))
        assert await bot.stop() == 0
    figure("strangers at the webhook", calls=len(CALLS), taken=taken)
    assert answered == [call.status for call in CALLS]
    assert taken == 0
    assert SECRET not in bot.printed()


async def test_calls_that_never_end_hold_up_no_stop(tmp_path: Path) -> None:
    """Neither one that stays unfinished, nor connections on which nothing is ever said."""
    port = free_port()
    listen = f"127.0.0.1:{port}"
    async with going_on(tmp_path, by_webhook(listen)) as (_, bot, anna):
        callers = [await asyncio.open_connection("127.0.0.1", port) for _ in range(50)]
        begun = f"POST /hook HTTP/1.1\r\nHost: x\r\n{_HEADER}: {SECRET}\r\nContent-Length: 99\r\n"
        for _, writer in callers[:10]:
            writer.write(f"{begun}\r\n{{".encode())
            await writer.drain()
        await anna.press("a:marital_status:single")
        assert anna.card.question == "birth_date", "it goes on for everybody else"
        began = time.monotonic()
        assert await bot.stop() == 0
        seconds = time.monotonic() - began
    for _, writer in callers:
        writer.close()
    figure("SIGTERM with calls that never end", calls=len(callers), seconds=round(seconds, 2))
    assert seconds < 5


async def status(session: ClientSession, address: str, call: Call) -> int:
    async with session.request(
        call.method, address, headers=call.headers, data=call.body
    ) as response:
        return response.status


async def test_groups_are_pointed_to_private_and_nothing_is_kept(tmp_path: Path) -> None:
    async with going_on(tmp_path) as (world, bot, anna):
        updates = [in_a_group(anna, chat, kind) for chat, kind in GROUPS.items()]
        for update in (each for some in updates for each in some):
            await world.send(update)
        await anna.press("a:marital_status:single")
        await world.until(lambda: set(GROUPS) <= set(world.chats), "a word to the groups")
        assert anna.card.question == "birth_date"
        kept = [w for w in ("Zanzibar", *(f"telegram:{c}" for c in GROUPS)) if bot.stored(w)]
        assert await bot.stop() == 0
    assert kept == []
    told = [len(world.chats[chat]) for chat in GROUPS]
    assert told == [1, 1], "a command is answered, and nothing else"
    figure(
        "in groups",
        updates=sum(map(len, updates)),
        pointed_to_private=sum(told),
        kept=len(kept),
    )


def in_a_group(person: Person, chat: int, kind: str) -> list[Update]:
    """A command, talk and a press there."""
    where = {"id": chat, "type": kind, "title": "Zanzibar"}
    start, talk = person.says("/start"), person.says("I am 29, single, from Zanzibar")
    press = person.presses("a:marital_status:single", 1)
    for message in (start["message"], talk["message"], press["callback_query"]["message"]):
        message["chat"] = where
    return [start, talk, press]


async def test_a_flood_is_told_once(tmp_path: Path) -> None:
    async with going_on(tmp_path) as (world, bot, anna):
        eve = await newcomer(world, STRANGER)
        before = len(eve.chat)
        for number in range(MESSAGES):
            await world.send(eve.says(f"hello {number}"))
        await anna.press("a:marital_status:single")
        assert anna.card.question == "birth_date"
        await world.until(lambda: polite_lines(eve) > 0, "the line")
        assert await bot.stop() == 0
    answered = len(eve.chat) - before
    figure("a flood", messages=MESSAGES, answered=answered, told=polite_lines(eve))
    assert polite_lines(eve) == 1
    assert BURST // 2 <= answered <= BURST + 50


def polite_lines(person: Person) -> int:
    return sum("more at once" in shown.text for shown in person.chat)

"""Health and metrics of the real process: right counts, and nothing of anybody."""

from __future__ import annotations

import asyncio
import socket
from importlib.metadata import version
from typing import TYPE_CHECKING

import aiohttp

from tests.e2e.people import Person
from tests.e2e.process import Bot
from tests.e2e.telegram import TOKEN, telegram
from tests.figures import figure

if TYPE_CHECKING:
    from pathlib import Path


async def read(address: str) -> tuple[int, str]:
    async with aiohttp.ClientSession() as session, session.get(address) as answer:
        return answer.status, await answer.text()


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


async def test_counts_and_health_without_anything_personal(tmp_path: Path) -> None:
    listen = f"127.0.0.1:{free_port()}"
    async with telegram() as (world, url):
        bot = Bot(tmp_path, url, METRICS_LISTEN=listen)
        bot.start()
        anna = Person(world, 7_700_700_700)
        await anna.say("/start")
        await world.until(lambda: anna.chat[-1].question is not None, "the first question")
        await anna.press("a:marital_status:single")
        assert await read(f"http://{listen}/healthz") == (200, "ok\n")
        status, text = await read(f"http://{listen}/metrics")
        other, _ = await read(f"http://{listen}/")
        assert await bot.stop() == 0
    assert (status, other) == (200, 404)
    [started] = [line for line in bot.printed().splitlines() if '"ready"' in line]
    assert f'"version": "{version("express-entry-bot")}"' in started
    assert f'"metrics": "{listen}"' in started
    assert '"bot": "fixture_bot"' in started
    assert 'express_entry_bot_updates_total{kind="message"} 1.0' in text
    assert 'express_entry_bot_updates_total{kind="callback_query"} 1.0' in text
    assert "express_entry_bot_update_seconds_count 2.0" in text
    assert 'express_entry_bot_api_calls_total{outcome="failed"} 0.0' in text
    assert 'express_entry_bot_build_info{version="' in text
    assert "express_entry_bot_errors 0.0" in text
    assert "express_entry_bot_queue " in text
    assert 'express_entry_bot_people{progress="answering"} 1.0' in text
    assert 'express_entry_bot_people{progress="finished"} 0.0' in text
    assert 'express_entry_bot_people_active{days="7"} 1.0' in text
    assert 'express_entry_bot_people_told{of="news"} 0.0' in text
    personal = [word for word in (str(anna.number), "single", TOKEN) if word in text]
    figure(
        "health and metrics",
        series=sum(not line.startswith("#") for line in text.splitlines()),
        personal=len(personal),
    )
    assert personal == []


async def test_a_telegram_that_does_not_give_updates_is_seen(tmp_path: Path) -> None:
    """Nobody writes, and still it shows that nobody's word could be heard."""
    listen = f"127.0.0.1:{free_port()}"
    async with telegram() as (world, url):
        bot = Bot(tmp_path, url, METRICS_LISTEN=listen)
        bot.start()
        await world.until(lambda: bool(world.calls), "the start")
        while "polling_trouble" not in bot.printed():
            await world.wake(world.token)
            await asyncio.sleep(0.1)
        _, text = await read(f"http://{listen}/metrics")
        assert await bot.stop() == 0
    assert 'express_entry_bot_api_calls_total{outcome="refused"} 0.0' not in text


DEAF = """
from bot.cli import main
from bot.telegram import heartbeat
heartbeat.SILENT_SECONDS = 0.5
main()
"""


async def test_a_bot_that_hears_nobody_is_not_healthy(tmp_path: Path) -> None:
    listen = f"127.0.0.1:{free_port()}"
    async with telegram() as (world, url):
        bot = Bot(tmp_path, url, METRICS_LISTEN=listen)
        bot.run_as(DEAF)
        bot.start()
        await world.until(lambda: bool(world.calls), "the start")
        deadline = asyncio.get_running_loop().time() + 10
        status, said = await read(f"http://{listen}/healthz")
        while status == 200 and asyncio.get_running_loop().time() < deadline:
            await asyncio.sleep(0.1)
            status, said = await read(f"http://{listen}/healthz")
        _, text = await read(f"http://{listen}/metrics")
        assert await bot.stop() == 0
    assert (status, said[:14]) == (503, "no updates for")
    assert "express_entry_bot_poll_age_seconds " in text


async def test_a_port_that_is_taken(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        listen = f"127.0.0.1:{taken.getsockname()[1]}"
        async with telegram() as (_, url):
            bot = Bot(tmp_path, url, METRICS_LISTEN=listen)
            bot.start()
            assert await bot.ended() == 2
    assert f"cannot listen on METRICS_LISTEN={listen}" in bot.printed()

"""Faults survived by the real process while people answer; the figures are shown at the end."""

from __future__ import annotations

import asyncio
import json
import sqlite3
import time
from contextlib import asynccontextmanager, closing
from random import Random
from typing import TYPE_CHECKING, Any, TypeVar

import pytest

from tests.e2e.faults import FaultyTelegram
from tests.e2e.faulty_webhook import FAULTS, FaultyWebhook
from tests.e2e.process import Bot
from tests.e2e.telegram import TOKEN, serving
from tests.e2e.test_metrics import free_port
from tests.e2e.test_telegram import ANSWERS, newcomer
from tests.figures import figure

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

T = TypeVar("T", bound=FaultyTelegram)

QUESTIONS = 12
"""As many as everybody here answers."""


@asynccontextmanager
async def running(folder: Path, share: float = 0.0) -> AsyncIterator[tuple[FaultyTelegram, Bot]]:
    """A Telegram with that share of each fault, and the process that speaks to it."""
    async with talking(folder, FaultyTelegram(share, seed=5)) as opened:
        yield opened


@asynccontextmanager
async def talking(folder: Path, faulty: T, **settings: str) -> AsyncIterator[tuple[T, Bot]]:
    """That Telegram, and the process that speaks to it."""
    async with serving(faulty) as (world, url):
        world.patience = 90.0
        bot = Bot(folder, url, True, **settings)
        bot.start()
        try:
            yield world, bot
        finally:
            await bot.close()


async def answers_all(world: FaultyTelegram, number: int) -> list[str]:
    """Somebody comes and answers; the questions in their order."""
    person = await newcomer(world, number)
    return await person.answer(ANSWERS, at_most=QUESTIONS)


async def somebody_answered(world: FaultyTelegram) -> None:
    """Wait until the bot says something."""

    def said() -> int:
        return sum("chat_id" in fields for _, fields in world.calls)

    before = said()
    await world.until(lambda: said() > before, "the bot says something")


def stored(bot: Bot) -> dict[str, dict[str, Any]]:
    """Everybody's answers as they stand in the file, which must be sound."""
    with closing(sqlite3.connect(bot.database)) as db:
        assert db.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        rows = db.execute("SELECT key, conversation FROM people").fetchall()
    return {key: json.loads(conversation)["answers"] for key, conversation in rows}


def checked(bot: Bot, talks: dict[int, list[str]]) -> dict[str, int]:
    """Nobody was asked twice, and what was answered is stored, alike for everybody; in figures."""
    kept = stored(bot)
    assert set(kept) == {f"telegram:{number}" for number in talks}
    assert {len(asked) for asked in talks.values()} == {QUESTIONS}
    assert len({json.dumps(answers, sort_keys=True) for answers in kept.values()}) == 1
    lost = sum(len(set(asked) - set(kept[f"telegram:{n}"])) for n, asked in talks.items())
    twice = sum(len(asked) - len(set(asked)) for asked in talks.values())
    assert (lost, twice) == (0, 0)
    return {
        "people": len(talks),
        "answers": sum(len(asked) for asked in talks.values()),
        "lost": lost,
        "asked_twice": twice,
    }


@pytest.mark.parametrize("kills", [5, pytest.param(200, marks=pytest.mark.soak)])
async def test_killed_at_random_moments_while_people_answer(tmp_path: Path, kills: int) -> None:
    dice = Random(kills)
    talks: dict[int, list[str]] = {}
    done = asyncio.Event()

    async def people(first: int) -> None:
        number = first
        while not done.is_set() or number == first:
            talks[number] = await answers_all(world, number)
            number += 1

    async with running(tmp_path) as (world, bot):
        crowd = [asyncio.create_task(people(1_000_000 + n * 10_000)) for n in range(4)]
        began = time.monotonic()
        for kill in range(kills):
            if kill % 4 == 0:  # else it may die while it starts
                await somebody_answered(world)
            await asyncio.sleep(dice.uniform(0, 0.8))
            await bot.kill()
            bot.start()
        done.set()
        await asyncio.gather(*crowd)
        seconds = time.monotonic() - began
        assert await bot.stop() == 0
    outcome = checked(bot, talks)
    figure("kill -9 while people answer", kills=kills, **outcome, seconds=round(seconds))


@pytest.mark.parametrize("people", [12, pytest.param(150, marks=pytest.mark.soak)])
async def test_everybody_gets_through_on_a_bad_day(tmp_path: Path, people: int) -> None:
    async with running(tmp_path, share=0.05) as (world, bot):
        numbers = range(2_000_000, 2_000_000 + people)
        began = time.monotonic()
        asked = await asyncio.gather(*(answers_all(world, number) for number in numbers))
        seconds = time.monotonic() - began
        world.share = 0.0
        assert await bot.stop() == 0
    outcome = checked(bot, dict(zip(numbers, asked, strict=True)))
    assert set(world.met) >= {"refused", "failed", "hung", "dropped", "unheard", "twice"}
    assert '"error"' not in bot.printed()
    assert TOKEN not in bot.printed()
    faults = {fault: times for fault, times in sorted(world.met.items()) if times}
    figure("a Bot API on a bad day", **outcome, **faults, seconds=round(seconds))


@pytest.mark.parametrize("people", [12, pytest.param(150, marks=pytest.mark.soak)])
async def test_everybody_gets_through_on_a_bad_day_by_webhook(tmp_path: Path, people: int) -> None:
    listen = f"127.0.0.1:{free_port()}"
    webhook = {
        "WEBHOOK_URL": f"http://{listen}/hook",
        "WEBHOOK_LISTEN": listen,
        "WEBHOOK_SECRET": "a-long-secret",
    }
    async with talking(tmp_path, FaultyWebhook(0.05, seed=5), **webhook) as (world, bot):
        numbers = range(2_000_000, 2_000_000 + people)
        began = time.monotonic()
        asked = await asyncio.gather(*(answers_all(world, number) for number in numbers))
        seconds = time.monotonic() - began
        world.share = 0.0
        await world.finish()
        assert await bot.stop() == 0
    outcome = checked(bot, dict(zip(numbers, asked, strict=True)))
    faults = {fault: times for fault, times in sorted(world.met.items()) if times}
    assert set(faults) == {*FAULTS, "refused", "failed", "hung", "dropped", "unheard"}
    assert '"error"' not in bot.printed()
    assert TOKEN not in bot.printed()
    figure("a Bot API on a bad day, by webhook", **outcome, **faults, seconds=round(seconds))


async def test_who_blocked_the_bot_is_left_alone(tmp_path: Path) -> None:
    async with running(tmp_path) as (world, bot):
        anna, boris = await newcomer(world), await newcomer(world, 8_800_800_800)
        world.blocked_by.add(anna.number)
        await world.send(anna.says("single"))
        await world.until(lambda: world.met["blocked"] > 0, "a refusal")
        await boris.press("a:marital_status:single")
        await bot.kill()
        bot.start()
        await boris.say("29")
        figure("who blocked the bot", messages_tried_until_they_write=world.met["blocked"])
        assert world.met["blocked"] == 1, "tried again"
        world.blocked_by.clear()
        await anna.say("29")
        assert anna.card.question == "education"
        assert await bot.stop() == 0
    assert str(anna.number) not in bot.printed()


async def test_a_stop_in_the_middle_of_work_is_quick_and_loses_nothing(tmp_path: Path) -> None:
    async with running(tmp_path) as (world, bot):
        crowd = [await newcomer(world, 3_000_000 + n) for n in range(20)]
        world.share = 0.2
        for person in crowd:
            await world.send(person.says("single"))
        await asyncio.sleep(0.1)
        began = time.monotonic()
        assert await bot.stop() == 0
        seconds = time.monotonic() - began
        assert seconds < 5
        world.share = 0.0
        bot.start()
        await world.until(
            lambda: all(person.card.question == "birth_date" for person in crowd), "all answers"
        )
        assert await bot.stop() == 0
    figure("SIGTERM under way", people=len(crowd), seconds=round(seconds, 2))

"""Reminders by the real process, which is killed on the way."""

from __future__ import annotations

import asyncio
import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest_asyncio

from tests.e2e.people import Person
from tests.e2e.process import Bot
from tests.e2e.telegram import Telegram, telegram
from tests.e2e.test_telegram import ANSWERS
from tests.figures import figure

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path


@pytest_asyncio.fixture
async def world() -> AsyncIterator[tuple[Telegram, str]]:
    async with telegram() as opened:
        yield opened


@pytest_asyncio.fixture
async def bot(world: tuple[Telegram, str], tmp_path: Path) -> AsyncIterator[Bot]:
    process = Bot(tmp_path, world[1])
    process.start()
    yield process
    await process.close()


def where_it_is_about_two_in_the_afternoon() -> str:
    """A reminder may go out there now."""
    ahead = 14 - datetime.now(UTC).hour
    return f"UTC{ahead:+d}"


def a_test_that_expires_in_some_weeks() -> str:
    taken = datetime.now(UTC).date() + timedelta(days=50) - timedelta(days=730)
    return f"8 7.5 7 7, {taken.isoformat()}"


def make_due(bot: Bot) -> None:
    """Move the moment that stands in the database into the past, while the bot is away."""
    with closing(sqlite3.connect(bot.database)) as db, db:
        changed = db.execute("UPDATE people SET due_at = 1 WHERE due_at IS NOT NULL")
        assert changed.rowcount == 1


def reminders(person: Person) -> list[str]:
    return [shown.text for shown in person.chat if shown.text.startswith("<b>⏰")]


async def test_a_reminder_comes_by_itself_once_and_stops_with_one_tap(
    world: tuple[Telegram, str], bot: Bot
) -> None:
    telegram, _ = world
    anna = Person(telegram, 7_700_700_700)
    await anna.say("/start")
    await telegram.until(lambda: anna.chat[-1].question is not None, "the first question")
    await anna.answer({**ANSWERS, "first_language_scores": a_test_that_expires_in_some_weeks()})
    await anna.say("/alerts")
    await anna.say(where_it_is_about_two_in_the_afternoon())
    assert reminders(anna) == []

    await bot.kill()
    make_due(bot)
    bot.start()
    await telegram.until(lambda: len(reminders(anna)) == 1, "the reminder")
    assert anna.chat[-1].button("alerts:off")

    for _ in range(2):
        await asyncio.sleep(0.3)
        await bot.kill()
        make_due(bot)
        bot.start()
        await anna.say("/score")
    told = len(reminders(anna))
    assert told == 1, "told twice"
    figure("a reminder across restarts", kills=3, told=told)

    await anna.press("alerts:off")
    assert await bot.stop() == 0
    with closing(sqlite3.connect(bot.database)) as db:
        stops = "SELECT json_extract(conversation, '$.alerts'), due_at FROM people"
        ((alerts, due_at),) = db.execute(stops).fetchall()
    assert alerts == 0
    assert due_at > datetime.now(UTC).timestamp() + 25 * 86_400, "no look but for retention"
    assert str(anna.number) not in bot.printed()

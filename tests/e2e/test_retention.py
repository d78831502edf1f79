"""A long silence and the real process: told by itself once, then nothing is left in the files."""

from __future__ import annotations

import asyncio
import sqlite3
from contextlib import closing
from datetime import timedelta
from typing import TYPE_CHECKING

from tests.e2e.people import Person
from tests.e2e.process import Bot
from tests.e2e.telegram import telegram
from tests.e2e.test_reminders import where_it_is_about_two_in_the_afternoon
from tests.figures import figure

if TYPE_CHECKING:
    from pathlib import Path


def last_heard(bot: Bot, days_ago: int) -> None:
    """Let so many days pass since the last word, while the bot is away; somebody is due now."""
    day = timedelta(days=days_ago)
    with closing(sqlite3.connect(bot.database)) as db, db:
        db.execute(
            "UPDATE people SET due_at = 1, conversation = json_set(conversation,"
            " '$.heard_on', date(json_extract(conversation, '$.heard_on'), ?),"
            " '$.erasure_told_on', date(json_extract(conversation, '$.erasure_told_on'), ?),"
            " '$.answers.time_zone', ?)",
            [f"-{day.days} days", f"-{day.days} days", zone()],
        )


def zone() -> str:
    offset = int(where_it_is_about_two_in_the_afternoon().removeprefix("UTC"))
    return f"Etc/GMT{-offset:+d}" if offset else "Etc/UTC"


async def test_told_once_and_then_erased(tmp_path: Path) -> None:
    async with telegram() as (world, url):
        bot = Bot(tmp_path, url)
        bot.start()
        anna = Person(world, 7_700_700_700)
        await anna.say("/start")
        assert await bot.stop() == 0
        last_heard(bot, 340)
        bot.start()
        told = "I will erase everything"
        await world.until(lambda: any(told in shown.text for shown in anna.chat), "the notice")
        for _ in range(2):
            await asyncio.sleep(0.3)
            await bot.kill()
            last_heard(bot, 10)
            bot.start()
        await asyncio.sleep(1.0)
        assert bot.stored(str(anna.number)), "erased before its time"
        assert sum(told in shown.text for shown in anna.chat) == 1
        await bot.kill()
        last_heard(bot, 11)
        bot.start()
        for _ in range(100):
            await asyncio.sleep(0.1)
            if not bot.stored(str(anna.number)):
                break
        assert not bot.stored(str(anna.number))
        assert await bot.stop() == 0
    notices = sum(told in shown.text for shown in anna.chat)
    assert notices == 1
    figure("a long silence", kills=3, told=notices, rows_left=0)
    assert str(anna.number) not in bot.printed()

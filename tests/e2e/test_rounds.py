"""The real process fetches the rounds by itself, and stops at once all the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.storage.rounds import read_record
from tests.bot.test_rounds_feed import says, serving
from tests.e2e.people import Person
from tests.e2e.process import Bot
from tests.e2e.telegram import telegram
from tests.scoring.feeds import row, rows, written

if TYPE_CHECKING:
    from pathlib import Path

NEW = row("432", drawNumber="448", drawDate="2026-11-12", drawDateFull="November 12, 2026")


async def test_rounds_are_fetched_while_people_are_answered(tmp_path: Path) -> None:
    content = written([NEW, *rows(5)])
    async with telegram() as (world, url), serving(says(content, ETag='"1"')) as site:
        bot = Bot(tmp_path, url, ROUNDS_URL=site.address)
        bot.start()
        anna = Person(world, 7_700_700_700)
        await anna.say("/start")
        await world.until(lambda: anna.chat[-1].question is not None, "the first question")
        await world.until(lambda: "rounds_fetched" in bot.printed(), "the rounds")
        assert await bot.stop() == 0
        assert len(site.asked) == 1
    assert read_record(bot.database, "DATABASE").rounds[-1].number == "448"
    assert "secret" not in bot.printed()
    assert bot.printed().count("rounds_fetched") == 1

"""Commands of those who run the bot, by the real process."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.e2e.people import Person
from tests.e2e.process import Bot
from tests.e2e.telegram import telegram

if TYPE_CHECKING:
    from pathlib import Path

OLGA, ANNA = 7_700_700_700, 7_700_700_701


async def test_counts_for_an_operator_alone(tmp_path: Path) -> None:
    async with telegram() as (world, url):
        bot = Bot(tmp_path, url, OPERATORS=str(OLGA))
        bot.start()
        olga, anna = Person(world, OLGA, "fr"), Person(world, ANNA)
        await anna.say("/start")
        await anna.say("/stats")
        await world.until(lambda: "do not know that command" in repr(anna.chat), "a refusal")
        await olga.say("/stats")
        assert "1 personne gardée" in olga.chat[-1].text
        assert await bot.stop() == 0
    assert str(OLGA) not in bot.printed()


async def test_an_operator_who_is_no_number_is_told_at_once(tmp_path: Path) -> None:
    bot = Bot(tmp_path, "http://127.0.0.1:9", OPERATORS="@olga")
    bot.start()
    assert await bot.ended() == 2
    (line,) = bot.printed().splitlines()
    assert "OPERATORS must be the numbers of people in Telegram" in line

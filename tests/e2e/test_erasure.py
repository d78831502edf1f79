"""Whoever is erased leaves no byte in the files, whatever was kept of them, while others go on."""

from __future__ import annotations

import asyncio
import json
from typing import TYPE_CHECKING

from tests.e2e.process import Bot
from tests.e2e.telegram import telegram
from tests.e2e.test_telegram import ANSWERS, newcomer
from tests.figures import figure

if TYPE_CHECKING:
    from pathlib import Path

    from tests.e2e.people import Person
    from tests.e2e.telegram import Telegram

LEAVING, STAYING = range(7_700_700_701, 7_700_700_709), range(8_800_800_801, 8_800_800_805)
SAID = "I think of Zanzibar-4711"


def answers(number: int) -> dict[str, str]:
    """Answers that nobody else gives: of those who leave, and of those who stay."""
    month = 3 if number in LEAVING else 9
    return {**ANSWERS, "birth_date": f"19{number % 10 + 80}-0{month}-1{number % 7}"}


async def test_those_who_are_erased_leave_no_byte(tmp_path: Path) -> None:
    async with telegram() as (world, url):
        bot = Bot(tmp_path, url)
        bot.start()
        try:
            leaving = [await newcomer(world, number) for number in LEAVING]
            staying = [await newcomer(world, number) for number in STAYING]
            await asyncio.gather(*(all_that_is_kept(world, each) for each in leaving))
            words = [str(each) for each in LEAVING] + [answers(n)["birth_date"] for n in LEAVING]
            assert all(bot.stored(word) for word in words), "there is something to erase"
            going_on = [person.answer(answers(person.number)) for person in staying]
            erased = [erase(person) for person in leaving]
            await asyncio.gather(*going_on, *erased)
            await emptied(bot, words)
            left = [word for word in (*words, "Zanzibar-4711") if bot.stored(word)]
            kept = [str(number) for number in STAYING if bot.stored(str(number))]
            searched = bot.sizes()
            assert await bot.stop() == 0
        finally:
            await bot.close()
    figure(
        "erased from every file",
        people=len(leaving),
        words=len(words) + 1,
        files=len(searched),
        bytes=sum(searched),
        found=len(left),
    )
    assert left == []
    assert len(kept) == len(STAYING)


async def all_that_is_kept(world: Telegram, person: Person) -> None:
    """Answers, a score and its history, reminders and alerts asked for, words, a file."""
    await person.answer(answers(person.number))
    for words in ("/score", "/reminders on", "/alerts on", SAID, "/improve 480", "/timeline"):
        await person.say(words)
    await person.say("/export")
    await world.until(lambda: any(shown.document for shown in person.chat), "the export")
    document = next(shown.document for shown in person.chat if shown.document)
    assert json.loads(document)["answers"]["birth_date"] == answers(person.number)["birth_date"]


async def erase(person: Person) -> None:
    await person.world.send(person.says("/delete"))
    await person.world.until(
        lambda: any(shown.button("confirm:delete") for shown in person.chat), "the button"
    )
    await person.press("confirm:delete")


async def emptied(bot: Bot, words: list[str]) -> None:
    """The log of the database is emptied as soon as nobody reads it."""
    for _ in range(50):
        if not any(bot.stored(word) for word in words):
            return
        await asyncio.sleep(0.1)

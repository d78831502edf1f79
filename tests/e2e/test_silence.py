"""Everything that the process prints, searched for what must never be in it."""

from __future__ import annotations

import asyncio
import signal
from typing import TYPE_CHECKING

from cryptography.fernet import Fernet

from tests.e2e.faults import FaultyTelegram
from tests.e2e.people import Person
from tests.e2e.process import Bot
from tests.e2e.telegram import TOKEN, serving, telegram
from tests.e2e.test_telegram import ANSWERS, newcomer
from tests.figures import figure

if TYPE_CHECKING:
    from pathlib import Path

PEOPLE = (7_700_700_701, 7_700_700_702, 7_700_700_703)
TYPED = (
    "I-typed-this 4711 <b>{{ 7 * 7 }}</b> \u202eabc\u200b",
    "/command-of-mine 4711",
    "je viens de Zanzibar",
)
UNREADABLE = {"message": {"date": 1, "text": "unreadable-4711"}}


async def test_no_token_no_key_no_id_and_no_answer_is_ever_printed(tmp_path: Path) -> None:
    """With asyncio's and Python's own debugging on, faults on every way, and updates unreadable."""
    key = Fernet.generate_key().decode()
    async with serving(FaultyTelegram(0.04, seed=3)) as (world, url):
        world.patience = 60.0
        loud = {"PYTHONASYNCIODEBUG": "1", "PYTHONDEVMODE": "1", "ANSWERS_KEY": key}
        bot = Bot(tmp_path, url, True, **loud)
        bot.start()
        try:
            people = await asyncio.gather(*(newcomer(world, number) for number in PEOPLE))
            await asyncio.gather(*(person.answer(ANSWERS, at_most=8) for person in people))
            for person in people:
                for words in TYPED:
                    await world.send(person.says(words))
                await world.send(person.presses(f"a:forged-4711:{person.number}", 1))
            await world.send(UNREADABLE)
            world.blocked_by.add(PEOPLE[0])
            await world.send(people[0].says("29"))
            await world.until(lambda: world.met["blocked"] > 0, "a refusal")
            await bot.kill()
            bot.start()
            await people[1].say("/score")
            world.share = 0.0
            await Person(world, 99).say("/start")
            assert await bot.stop() == 0
        finally:
            await bot.close()
        printed = bot.printed()
        secrets = [TOKEN, TOKEN.partition(":")[2], key, *map(str, PEOPLE), "4711", "Zanzibar"]
        secrets += ["Zoë", *(answer for answer in ANSWERS.values() if len(answer) > 5)]
        assert "undeliverable" in printed, "there is something to search"
        assert [secret for secret in secrets if secret in printed] == []
        assert not any(bot.stored(word) for word in ("1994-03-05", "ielts", key))
        figure("searched in all that was printed", words=len(secrets), characters=len(printed))


async def test_memory_with_answers_and_the_token_never_becomes_a_file(tmp_path: Path) -> None:
    async with telegram() as (world, url):
        bot = Bot(tmp_path, url)
        bot.start()
        try:
            await newcomer(world)
            assert bot.largest_core() == 0
            assert await bot.stop(signal.SIGABRT) == -signal.SIGABRT
        finally:
            await bot.close()

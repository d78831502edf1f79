"""A broadcast by the real process, which is killed on the way; and on a bad day of Telegram's."""

from __future__ import annotations

import asyncio
from collections import Counter
from contextlib import closing
from datetime import UTC, datetime
from functools import partial
from random import Random
from typing import TYPE_CHECKING

import pytest

from bot.storage.protocol import Decision
from bot.storage.sqlite import SqliteStorage
from dialogs.conversation import Conversation
from tests.e2e.faults import FaultyTelegram
from tests.e2e.people import Person
from tests.e2e.process import Bot
from tests.e2e.telegram import Telegram, serving, telegram
from tests.figures import figure

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from aiohttp import web

OLGA, FIRST = 7_700_700_700, 500_000
TEXT = "Rules & <b>dates</b> changed"
SENT = "Rules &amp; &lt;b&gt;dates&lt;/b&gt; changed"


class SlowTelegram(FaultyTelegram):
    """Carries a message out at once, and takes its time to say so."""

    def __init__(self, share: float = 0, seed: int = 1, slow: float = 0.05) -> None:
        super().__init__(share, seed)
        self._slow = slow
        self.patience = 60.0

    async def handle(self, request: web.Request) -> web.StreamResponse:
        response = await super().handle(request)
        if request.match_info["method"] == "sendMessage":
            await asyncio.sleep(self._slow)
        return response


def people_of(count: int) -> range:
    return range(FIRST, FIRST + count)


def store(bot: Bot, people: Iterable[int], *, news: bool = True) -> None:
    """People who answered once, in both languages."""
    today = datetime.now(UTC).date()
    with closing(SqliteStorage(bot.database)) as storage:
        for number in people:
            known = Conversation(
                "fr" if number % 2 else "en", news=news, started=True, heard_on=today.isoformat()
            )
            storage.handle(f"telegram:{number}", partial(kept, known), on=today)


def kept(known: Conversation, _: Conversation | None) -> Decision:
    return Decision(known, ())


def got(world: Telegram) -> Counter[int]:
    """How many copies of the news each chat shows."""
    return Counter(
        chat
        for chat, shown in world.chats.items()
        for message in shown
        if message.text == SENT and chat != OLGA
    )


def many(world: Telegram, least: int) -> bool:
    return len(got(world)) >= least


async def confirm(world: Telegram, olga: Person) -> None:
    await olga.say(f"/broadcast {TEXT}")
    await world.until(lambda: any(s.button("broadcast:send") for s in olga.chat), "the question")
    await olga.press("broadcast:send")


def ended(olga: Person) -> bool:
    return any("Sent to everybody" in shown.text for shown in olga.chat)


def settled(world: Telegram) -> int:
    """How many messages in doubt were found where they had arrived, or nowhere."""
    return sum(method == "editMessageReplyMarkup" for method, _ in world.calls)


async def broadcast_with_kills(tmp_path: Path, people: range, kills: int) -> None:
    dice = Random(20_261_125)
    async with serving(SlowTelegram()) as (world, url):
        bot = Bot(tmp_path, url, OPERATORS=str(OLGA))
        stopped = range(people.stop, people.stop + 5)
        store(bot, people)
        store(bot, stopped, news=False)
        world.blocked_by = set(dice.sample(people, 4))
        olga = Person(world, OLGA)
        bot.start()
        await confirm(world, olga)
        apart = (len(people) - len(world.blocked_by)) // (kills + 1)
        for kill in range(1, kills + 1):
            await world.until(partial(many, world, apart * kill), f"kill {kill}")
            await asyncio.sleep(dice.uniform(0, 0.1))
            if kill % 4:
                await bot.kill()
            else:
                assert await bot.stop() == 0
            bot.start()
        await world.until(lambda: ended(olga), "the end")
        assert await bot.stop() == 0
    copies = got(world)
    expected = set(people) - world.blocked_by
    twice = [chat for chat, times in copies.items() if times > 1]
    figure(
        "a broadcast killed on its way",
        people=len(people),
        kills=kills,
        numbers_looked_at=settled(world),
        missed=len(expected - set(copies)),
        twice=len(twice),
    )
    assert set(copies) == expected
    assert twice == []
    last = olga.chat[-1].text
    assert f"arrived: {len(expected)}" in last
    assert "left Telegram: 4" in last
    assert "not known" not in last
    for chat in expected:
        assert world.chats[chat][-1].button("news:off")
    assert str(FIRST) not in bot.printed()


async def test_killed_on_the_way_it_reaches_everybody_once(tmp_path: Path) -> None:
    """Killed three times, and stopped once."""
    await broadcast_with_kills(tmp_path, people_of(80), 4)


@pytest.mark.soak
async def test_killed_many_times_it_reaches_everybody_once(tmp_path: Path) -> None:
    await broadcast_with_kills(tmp_path, people_of(300), 12)


async def test_on_a_bad_day_it_reaches_everybody_once(tmp_path: Path) -> None:
    people = people_of(60)
    async with serving(SlowTelegram()) as (world, url):
        bot = Bot(tmp_path, url, True, OPERATORS=str(OLGA))
        store(bot, people)
        olga = Person(world, OLGA)
        bot.start()
        await confirm(world, olga)
        world.share = 0.03
        await world.until(lambda: len(got(world)) == len(people), "everybody")
        world.share = 0
        await world.until(lambda: ended(olga), "the end")
        assert await bot.stop() == 0
    times = got(world).values()
    twice = sum(each > 1 for each in times)
    figure("a broadcast on a bad day of the Bot API", people=len(people), **world.met, twice=twice)
    assert set(times) == {1}
    assert sum(world.met.values()) > 0


async def test_it_is_ended_by_a_command_and_one_person_stops_them_all(tmp_path: Path) -> None:
    async with telegram() as (world, url):
        bot = Bot(tmp_path, url, OPERATORS=str(OLGA))
        store(bot, people_of(200))
        bot.start()
        olga, anna = Person(world, OLGA), Person(world, FIRST)
        await confirm(world, olga)
        await world.until(lambda: len(got(world)) > 5, "some of it")
        await olga.say("/broadcast_stop")
        await world.until(
            lambda: any("Ended before" in shown.text for shown in olga.chat), "the end"
        )
        await asyncio.sleep(0.3)
        had = len(got(world))
        await anna.press("news:off")
        await world.until(lambda: "no more news" in repr(anna.chat), "a word")
        assert len(got(world)) == had < 100
        await olga.say("/broadcast Another one")
        assert "Send this to 199 people?" in olga.chat[-1].text
        await anna.say("/news")
        await olga.say("/broadcast Yet another one")
        assert "Send this to 200 people?" in olga.chat[-1].text
        assert await bot.stop() == 0

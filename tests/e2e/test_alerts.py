"""Alerts by the real process, which is killed on the way; beside people who chat."""

from __future__ import annotations

import asyncio
import json
import time
from collections import Counter
from contextlib import closing
from datetime import UTC, datetime, timedelta
from functools import partial
from random import Random
from typing import TYPE_CHECKING, Any

import pytest

from bot.storage.protocol import Decision
from bot.storage.rounds import import_rounds
from bot.storage.sqlite import SqliteStorage
from dialogs.conversation import Conversation
from dialogs.subjects import SUBJECTS
from messages.people import ABROAD
from scoring.feed import read_feed
from tests.e2e.people import Person
from tests.e2e.process import Bot
from tests.e2e.telegram import Telegram, serving
from tests.e2e.test_broadcast import SlowTelegram, settled
from tests.figures import figure
from tests.scoring.feeds import row, written

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from dialogs.conversation import Answers
    from dialogs.subjects import Subject

FIRST = 500_000
ATTENTIVE = """
from bot.cli import main
from bot.telegram import alerter
alerter.LOOK_SECONDS = 0.5
main()
"""
"""The bot, which looks more often whether anything is new."""
ANNA = 7_700_700_700
READY = '"ready"'
LOOKED = '"alerts_told"'
"""Printed once everybody was compared with what is new."""
SWIFT = """
from bot.cli import main
from bot.telegram import once
once.PER_SECOND = 400.0
main()
"""
"""The bot with a Telegram that takes more messages a second than the real one."""


def here() -> str:
    """A time zone where it is about two in the afternoon, so that a message may go out."""
    ahead = 14 - datetime.now(UTC).hour
    return f"Etc/GMT{-ahead:+d}" if ahead else "Etc/GMT"


def finished() -> Answers:
    """Somebody with 453 points who is in the pool by the Federal Skilled Worker Program."""
    scores = ABROAD["first_language_scores"]
    assert isinstance(scores, dict)
    undated = {name: value for name, value in scores.items() if name != "taken_on"}
    return {
        **ABROAD,
        "birth_date": "32",
        "has_eca": "yes",
        "first_language_scores": undated,
        "time_zone": here(),
    }


def subscriber(number: int, answers: Answers, told_of: tuple[Subject, ...]) -> Conversation:
    return Conversation(
        "fr" if number % 2 else "en",
        answers,
        told_of=told_of,
        started=True,
        heard_on=datetime.now(UTC).date().isoformat(),
    )


def kept(known: Conversation, _: Conversation | None) -> Decision:
    return Decision(known, ())


def store(
    bot: Bot,
    people: Iterable[int],
    answers: Answers,
    told_of: tuple[Subject, ...] = SUBJECTS,
) -> None:
    """People who asked to be told after all that is shipped was noted."""
    today = datetime.now(UTC).date()
    with closing(SqliteStorage(bot.database)) as storage:
        storage.alerts.note(storage.record(), today).result()
        last = None
        for number in people:
            known = subscriber(number, answers, told_of)
            last = storage.handle(f"telegram:{number}", partial(kept, known), on=today)
        if last is not None:
            last.result()


def held(number: int, cutoff: int, days_ago: int = 0, **changes: Any) -> dict[str, Any]:
    """A row of IRCC's file: a round without a category."""
    on = datetime.now(UTC).date() - timedelta(days=days_ago)
    return row(
        "294",
        drawNumber=str(number),
        drawDate=on.isoformat(),
        drawDateFull=f"{on:%B} {on.day}, {on.year}",
        drawCRS=str(cutoff),
        **changes,
    )


def take_in(bot: Bot, *rounds: dict[str, Any]) -> None:
    """Import rounds beside the bot, or while it is away."""
    feed = read_feed(written(list(rounds)), datetime.now(UTC).date())
    assert len(feed.rows) == len(rounds), json.dumps([str(each) for each in feed.problems])
    import_rounds(bot.database, feed, "DATABASE")


def told(world: Telegram) -> Counter[int]:
    """How many alerts each chat shows."""
    return Counter(
        chat
        for chat, shown in world.chats.items()
        for message in shown
        if message.text.startswith("<b>🔔 ") and message.button("alerts:news_off")
    )


async def printed(bot: Bot, word: str, least: int) -> None:
    """Wait until it has printed a word so often."""
    for _ in range(2_400):
        if bot.printed().count(word) >= least:
            return
        await asyncio.sleep(0.05)
    raise AssertionError(f"in vain: {word}")


def reached(world: Telegram, least: int) -> bool:
    """Whether so many have been written to; nobody is for anything else."""
    return len(world.chats) >= least


async def alerts_with_kills(
    tmp_path: Path, count: int, kills: int, *, slow: float = 0.05, patience: float = 60.0
) -> None:
    dice = Random(20_261_126)
    people = range(FIRST, FIRST + count)
    async with serving(SlowTelegram(slow=slow)) as (world, url):
        world.patience = patience
        bot = Bot(tmp_path, url)
        bot.run_as(SWIFT)
        store(bot, people, finished())
        others = range(people.stop, people.stop + 15)
        store(bot, others[:5], finished(), ())
        unfinished = {k: v for k, v in finished().items() if k != "settling_in_quebec"}
        store(bot, others[5:10], unfinished)
        store(bot, others[10:], {**finished(), "education": "secondary"}, ("invited",))
        world.blocked_by = set(dice.sample(people, 4))
        # Two at once, and one so long ago that it is history.
        take_in(bot, held(900, 430), held(901, 460), held(902, 440, days_ago=60))
        expected = set(people) - world.blocked_by
        began = time.monotonic()
        readies = 0
        bot.start()
        apart = len(expected) // (kills + 1)
        for kill in range(1, kills + 1):
            await world.until(partial(reached, world, apart * kill), f"kill {kill}")
            await asyncio.sleep(dice.uniform(0, 0.1))
            if kill % 4:
                await bot.kill()
            else:
                await printed(bot, READY, readies + 1)
                assert await bot.stop() == 0
            readies = bot.printed().count(READY)
            bot.start()
        await world.until(partial(reached, world, len(expected)), "everybody")
        took = time.monotonic() - began
        await printed(bot, READY, readies + 1)
        await asyncio.sleep(0.5)
        # Again, for whoever might be told twice; and a correction that turns nothing.
        assert await bot.stop() == 0
        take_in(bot, held(900, 431))
        looks = bot.printed().count(LOOKED)
        bot.start()
        await printed(bot, LOOKED, looks + 1)
        assert await bot.stop() == 0
    copies = told(world)
    twice = [chat for chat, times in copies.items() if times > 1]
    figure(
        "alerts killed on their way",
        subscribers=count,
        kills=kills,
        numbers_looked_at=settled(world),
        missed=len(expected - set(copies)),
        twice=len(twice),
        seconds=round(took),
    )
    assert set(copies) == expected
    assert twice == []
    english, french = (world.chats[min(c for c in expected if c % 2 == odd)][-1] for odd in (0, 1))
    assert "2 new rounds of invitations" in english.text
    assert "Your 453 is 23 above: it would have invited you." in english.text
    assert "902" not in english.text
    assert "2 nouvelles rondes d’invitations" in french.text
    assert str(FIRST) not in bot.printed()


async def test_killed_on_the_way_they_reach_everybody_once(tmp_path: Path) -> None:
    await alerts_with_kills(tmp_path, 120, 4)


@pytest.mark.soak
async def test_ten_thousand_have_theirs_once(tmp_path: Path) -> None:
    await alerts_with_kills(tmp_path, 10_000, 8, slow=0.02, patience=240.0)


async def test_on_a_bad_day_they_reach_everybody_once(tmp_path: Path) -> None:
    people = range(FIRST, FIRST + 40)
    async with serving(SlowTelegram()) as (world, url):
        world.patience = 60
        bot = Bot(tmp_path, url, True)
        store(bot, people, finished())
        take_in(bot, held(900, 430))
        world.share = 0.02
        bot.start()
        await world.until(partial(reached, world, len(people)), "everybody")
        world.share = 0
        await printed(bot, LOOKED, 1)
        assert await bot.stop() == 0
    times = told(world).values()
    twice = sum(each > 1 for each in times)
    figure("alerts on a bad day of the Bot API", people=len(people), **world.met, told_twice=twice)
    assert set(times) == {1}
    assert sum(world.met.values()) > 0


async def test_asked_for_in_words_told_once_a_round_is_imported_and_stopped(tmp_path: Path) -> None:
    """The bot goes on; people who chat are answered while others are told."""
    people = range(FIRST, FIRST + 100)
    async with serving(Telegram()) as (world, url):
        world.patience = 40
        bot = Bot(tmp_path, url)
        bot.run_as(ATTENTIVE)
        store(bot, people, finished())
        store(bot, [ANNA], finished(), ())
        bot.start()
        anna = Person(world, ANNA)
        await anna.say("tell me about new draws")
        assert "every new round of a kind that is open to you" in anna.chat[-1].text
        before = await seconds_of(anna, 20)
        take_in(bot, held(900, 430))
        await world.until(lambda: len(told(world)) > 20, "the first of them")
        meanwhile = await seconds_of(anna, 20)
        assert len(told(world)) < len(people), "all had it before it was measured"
        await world.until(lambda: told(world)[ANNA] == 1, "hers")
        alert = next(shown for shown in anna.chat if shown.button("alerts:news_off"))
        assert "Your 453 is 23 above: it would have invited you." in alert.text
        await anna.press("alerts:news_off")
        await world.until(lambda: len(told(world)) == len(people) + 1, "everybody")
        take_in(bot, held(901, 431))
        await printed(bot, LOOKED, 2)
        assert await bot.stop() == 0
    figure(
        "an answer while alerts go out",
        people=len(people),
        ms_the_longest_of_20=round(1_000 * max(meanwhile)),
        ms_before=round(1_000 * max(before)),
    )
    copies = told(world)
    assert copies.pop(ANNA) == 1
    assert set(copies.values()) == {2}


async def seconds_of(person: Person, answers: int) -> list[float]:
    """How long each of some answers took."""
    took = []
    for _ in range(answers):
        began = time.monotonic()
        await person.say("/score")
        took.append(time.monotonic() - began)
    return took

"""The real process against a Bot API on loopback: everything a person and a bad day can do."""

from __future__ import annotations

import asyncio
import json
import re
import signal
import socket
import sqlite3
import time
from typing import TYPE_CHECKING

import pytest
import pytest_asyncio

from tests.e2e.people import Person
from tests.e2e.process import Bot
from tests.e2e.telegram import TOKEN, Telegram, telegram

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

ANSWERS = {
    "marital_status": "single",
    "birth_date": "5 March 1994",
    "education": "master",
    "canadian_study": "none",
    "has_eca": "yes",
    "first_language_test": "ielts",
    "first_language_scores": "8 7.5 7 7",
    "second_language_test": "none",
    "canadian_experience": "12",
    "recent_canadian_experience": "12",
    "foreign_experience": "36",
    "occupation": "21231",
    "continuous_experience": "yes",
    "job_offer": "none",
    "family_size": "1",
    "settlement_funds": "30,000 $",
}


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


async def newcomer(world: Telegram, number: int = 7_700_700_700) -> Person:
    person = Person(world, number)
    await person.say("/start")
    await world.until(lambda: person.chat[-1].question is not None, "the first question")
    return person


async def test_from_start_to_score_with_a_crash_in_the_middle(
    world: tuple[Telegram, str], bot: Bot
) -> None:
    telegram, _ = world
    anna = await newcomer(telegram)
    asked = await anna.answer(ANSWERS, at_most=6)
    assert asked[:3] == ["marital_status", "birth_date", "education"]

    await bot.kill()
    waiting = anna.chat[-1].question
    assert waiting is not None
    before = anna.look()
    await telegram.send(anna.says(ANSWERS[waiting]))
    bot.start()
    await telegram.until(lambda: anna.look() != before, "an answer after the restart")
    asked += [waiting, *await anna.answer(ANSWERS)]

    assert len(asked) == len(set(asked)), "something was asked twice"
    assert len(asked) <= 20
    await anna.say("/score")
    total = re.search(r"\b(\d{3})\b", anna.chat[-1].text)
    assert total, anna.chat[-1].text

    assert await bot.stop() == 0
    assert '"stopped"' in bot.printed()
    assert TOKEN not in bot.printed()
    assert str(anna.number) not in bot.printed()


async def test_export_and_delete(world: tuple[Telegram, str], bot: Bot) -> None:
    telegram, _ = world
    anna = await newcomer(telegram)
    boris = await newcomer(telegram, 8_800_800_800)
    await anna.answer(ANSWERS, at_most=8)
    await boris.answer(ANSWERS, at_most=2)
    assert bot.stored(str(anna.number))
    assert bot.stored("1994-03-05")

    await anna.say("/export")
    await telegram.until(
        lambda: any(shown.document for shown in anna.chat), "the document of the export"
    )
    document = next(shown.document for shown in anna.chat if shown.document)
    exported = json.loads(document)
    assert exported["answers"]["birth_date"] == "1994-03-05"

    await boris.say("/delete")
    await boris.press("confirm:delete")
    await anna.say("/delete")
    await anna.press("confirm:delete")
    for word in (str(anna.number), str(boris.number), "1994-03-05", "ielts"):
        assert not bot.stored(word), f"{word} is still in the files"

    await anna.say("/start")
    await telegram.until(lambda: anna.chat[-1].question is not None, "the first question again")
    assert anna.chat[-1].question == "marital_status"


async def test_a_report_comes_as_a_file(world: tuple[Telegram, str], bot: Bot) -> None:
    telegram, _ = world
    anna = await newcomer(telegram)
    await anna.answer(ANSWERS, at_most=4)
    await anna.say("/report")
    await telegram.until(lambda: any(shown.document for shown in anna.chat), "the report")
    document = next(shown.document for shown in anna.chat if shown.document)
    assert document.startswith(b"%PDF")
    await telegram.until(lambda: anna.chat[-1].question is not None, "the open question below it")


async def test_a_tapped_card_turns_into_the_next_one(world: tuple[Telegram, str], bot: Bot) -> None:
    telegram, _ = world
    anna = await newcomer(telegram)
    messages = len(anna.chat)
    calls = len(telegram.calls)
    await anna.press("a:marital_status:single")
    await telegram.until(
        lambda: telegram.calls[-1][0] == "answerCallbackQuery" or len(telegram.calls) > calls + 1,
        "the end of waiting",
    )
    assert len(anna.chat) == messages
    assert anna.chat[-1].question == "birth_date"
    methods = sorted(method for method, _ in telegram.calls[calls:])
    assert methods == ["answerCallbackQuery", "editMessageText"]

    typed_at = anna.chat[-1]
    await anna.say("29")
    await telegram.until(lambda: not typed_at.buttons, "the old card's buttons to go")
    assert anna.chat[-1].number > typed_at.number
    assert anna.chat[-1].question == "education"


async def test_a_double_tap_counts_once(world: tuple[Telegram, str], bot: Bot) -> None:
    telegram, _ = world
    anna = await newcomer(telegram)
    card = anna.card
    data = card.button("a:marital_status:single")
    assert data is not None
    for _ in range(3):
        await telegram.send(anna.presses(data, card.number))
    await telegram.until(lambda: anna.card.question == "birth_date", "the next question")
    await telegram.until(
        lambda: sum(m == "answerCallbackQuery" for m, _ in telegram.calls) == 3, "three answers"
    )
    await anna.say("29")
    await telegram.until(lambda: anna.card.question == "education", "the question after")
    await telegram.until(
        lambda: sum(shown.question is not None for shown in anna.chat) == 1,
        "no buttons but on the newest card",
    )


async def test_a_repeated_update_is_handled_once(world: tuple[Telegram, str], bot: Bot) -> None:
    telegram, _ = world
    anna = await newcomer(telegram)
    boris = Person(telegram, 8_800_800_800)
    await anna.press("a:marital_status:single")
    await telegram.send(anna.says("29"))
    await telegram.repeat_last(3)
    await boris.say("/start")  # comes after the repetitions
    await telegram.until(lambda: anna.card.question == "education", "the next question")
    sent = [f for m, f in telegram.calls if m == "sendMessage" and f["chat_id"] == str(anna.number)]
    assert len(sent) == 3, "welcome, first question, third question"


async def test_killed_again_and_again_while_people_answer(
    world: tuple[Telegram, str], bot: Bot
) -> None:
    telegram, _ = world
    people = await asyncio.gather(*(newcomer(telegram, 1_000_000 + n) for n in range(6)))
    talks = [asyncio.create_task(person.answer(ANSWERS, at_most=12)) for person in people]
    for moment in (0.05, 0.31, 0.12):
        await asyncio.sleep(moment)
        await bot.kill()
        bot.start()
        await asyncio.sleep(1.2)
    for asked in await asyncio.gather(*talks):
        assert len(asked) == 12
        assert len(set(asked)) == 12, "something was asked twice"
    await bot.stop()
    with sqlite3.connect(bot.database) as db:
        stored = [json.loads(row[0]) for row in db.execute("SELECT conversation FROM people")]
        unsent = db.execute("SELECT count(*) FROM outbox").fetchone()
    db.close()
    assert [len(conversation["answers"]) for conversation in stored] == [12] * 6
    assert unsent == (0,)


async def test_an_update_that_cannot_be_read_stalls_nobody(
    world: tuple[Telegram, str], bot: Bot
) -> None:
    telegram, _ = world
    anna = await newcomer(telegram)
    await telegram.send({"message": {"date": 1, "text": "unreadable secret"}})
    await anna.press("a:marital_status:single")
    assert anna.card.question == "birth_date"
    assert "update_skipped" in bot.printed()
    assert "unreadable secret" not in bot.printed()


async def test_by_webhook(world: tuple[Telegram, str], tmp_path: Path) -> None:
    telegram, url = world
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        listen = f"127.0.0.1:{probe.getsockname()[1]}"
    webhook = {
        "WEBHOOK_URL": f"http://{listen}/hook",
        "WEBHOOK_LISTEN": listen,
        "WEBHOOK_SECRET": "a-long-secret",
    }
    bot = Bot(tmp_path, url, **webhook)
    bot.start()
    try:
        anna = await newcomer(telegram)
        asked = await anna.answer(ANSWERS, at_most=4)
        assert asked[:2] == ["marital_status", "birth_date"]
        assert await bot.stop() == 0
    finally:
        await bot.close()
    assert "a-long-secret" not in bot.printed()
    assert "getUpdates" not in {method for method, _ in telegram.calls}


async def test_many_people_in_order(world: tuple[Telegram, str], bot: Bot) -> None:
    telegram, _ = world
    people = await asyncio.gather(*(newcomer(telegram, 1_000_000 + n) for n in range(20)))
    await asyncio.gather(*(person.answer(ANSWERS, at_most=5) for person in people))
    cards = {person.card.question for person in people}
    assert len(cards) == 1
    await bot.stop()
    with sqlite3.connect(bot.database) as db:
        stored = [json.loads(row[0]) for row in db.execute("SELECT conversation FROM people")]
    db.close()
    assert len(stored) == 20
    assert all(conversation["answers"] == stored[0]["answers"] for conversation in stored)


@pytest.mark.parametrize("after", [0.0, 0.2, 0.4])
async def test_a_stop_while_it_starts_is_no_failure(
    world: tuple[Telegram, str], tmp_path: Path, after: float
) -> None:
    bot = Bot(tmp_path, world[1])
    bot.start()
    await asyncio.to_thread(bot.catches, signal.SIGTERM)
    await asyncio.sleep(after)
    began = time.monotonic()
    assert await bot.stop() == 0
    assert time.monotonic() - began < 5
    assert "Traceback" not in bot.printed()

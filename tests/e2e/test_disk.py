"""A disk, a database or a token in trouble under the running process: told, undone, gone on."""

from __future__ import annotations

import asyncio
import resource
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from typing import TYPE_CHECKING

from tests.e2e.people import Person
from tests.e2e.process import ROOT, Bot
from tests.e2e.test_faults import running, stored
from tests.e2e.test_telegram import newcomer
from tests.figures import figure

if TYPE_CHECKING:
    from pathlib import Path

    from tests.e2e.faults import FaultyTelegram

UNLIMITED = resource.RLIM_INFINITY


async def printed(bot: Bot, words: str) -> None:
    """Wait until the process has said so."""
    for _ in range(600):
        if words in bot.printed():
            return
        await asyncio.sleep(0.05)
    raise AssertionError(f"never said: {words}; but: {bot.printed()}")


async def unanswered(world: FaultyTelegram, person: Person, words: str) -> str:
    """Somebody types and hears nothing for now; how the chat looks."""
    before = person.look()
    await world.send(person.says(words))
    return before


async def answered_at_last(
    world: FaultyTelegram, bot: Bot, person: Person, before: str, *, after: str
) -> None:
    """The answer comes by itself, and the answer that it acknowledges is stored."""
    over = time.monotonic()
    await world.until(lambda: person.look() != before, "an answer at last")
    waited = round(time.monotonic() - over, 1)
    figure(f"trouble that is over: {after}", seconds_to_the_answer=waited)
    assert person.card.question == "birth_date"
    assert await bot.stop() == 0
    assert stored(bot)[f"telegram:{person.number}"] == {"marital_status": "single"}
    assert "Traceback" not in bot.printed()
    assert '"level": "error"' not in bot.printed()


async def test_no_room_left(tmp_path: Path) -> None:
    """Writes beyond the size that the files have now fail, as on a disk that is full."""
    async with running(tmp_path) as (world, bot):
        anna = await newcomer(world)
        log_size = bot.database.with_name(f"{bot.database.name}-wal").stat().st_size
        bot.limit_files(log_size)
        before = await unanswered(world, anna, "single")
        await printed(bot, "polling_trouble")
        assert f"database {bot.database} cannot" in bot.printed()
        assert anna.look() == before, "acknowledged without being stored"
        bot.limit_files(UNLIMITED)
        await answered_at_last(world, bot, anna, before, after="no room")


async def test_locked_for_a_while(tmp_path: Path) -> None:
    async with running(tmp_path) as (world, bot):
        anna = await newcomer(world)
        with closing(sqlite3.connect(bot.database, isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            before = await unanswered(world, anna, "single")
            await printed(bot, "is locked by another process")
            assert anna.look() == before
            other.execute("ROLLBACK")
        await answered_at_last(world, bot, anna, before, after="a lock")


async def test_another_program_with_the_same_token(tmp_path: Path) -> None:
    async with running(tmp_path) as (world, bot):
        anna = await newcomer(world)
        world.rival = True
        await world.send(Person(world, 8_800_800_800).says("/help"))  # ends a poll under way
        await printed(bot, "another program uses the same token")
        before = await unanswered(world, anna, "single")
        world.rival = False
        await answered_at_last(world, bot, anna, before, after="a rival with the token")


async def test_a_second_bot_on_the_same_database_leaves(tmp_path: Path) -> None:
    async with running(tmp_path) as (world, bot):
        anna = await newcomer(world)
        second = Bot(tmp_path, "http://127.0.0.1:9")
        second.log = tmp_path / "second.txt"
        second.start()
        assert await second.ended() == 2
        line = second.printed()
        assert f"database {bot.database} is in use by another running bot" in line
        assert line.count("\n") == 1
        await anna.press("a:marital_status:single")
        assert anna.card.question == "birth_date"
        await bot.kill()
        bot.start()
        await anna.say("29")
        assert await bot.stop() == 0
    assert len(stored(bot)) == 1


async def test_the_terminal_may_use_it_beside_the_bot(tmp_path: Path) -> None:
    async with running(tmp_path) as (world, bot):
        anna = await newcomer(world)
        chat = [sys.executable, "-m", "bot", "chat", "--db", str(bot.database), "--lang", "en"]
        done = await asyncio.to_thread(
            subprocess.run,
            chat,
            env={"PYTHONPATH": str(ROOT)},
            cwd=tmp_path,
            input=b"single\n",
            check=True,
            capture_output=True,
        )
        assert b"When were you born?" in done.stdout
        await anna.press("a:marital_status:single")
        assert await bot.stop() == 0
    assert list(stored(bot).values()) == [{"marital_status": "single"}] * 2

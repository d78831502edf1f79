"""The database file overwritten under the running process: told, held apart, and gone on."""

from __future__ import annotations

import asyncio
import json
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

from tests.e2e.test_disk import answered_at_last, printed, unanswered
from tests.e2e.test_faults import running, stored
from tests.e2e.test_telegram import newcomer
from tests.figures import figure

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.e2e.process import Bot

PAGE = 4096
OTHERS = 200
"""Rows of others, so that two people's rows do not share a page."""
TOLD = "I cannot read what I have stored about you"


def fill(bot: Bot) -> None:
    """Others come, in the file alone."""
    state = json.dumps({"answers": {"education": "master"}, "warned": ["2027-03-05"] * 30})
    with closing(sqlite3.connect(bot.database)) as db, db:
        db.executemany(
            "INSERT INTO people (key, conversation, updated_on) VALUES (?, ?, '2026-11-23')",
            ((f"telegram:{8_000_000_000 + n}", state) for n in range(OTHERS)),
        )


async def overwrite(bot: Bot, place: Callable[[bytes], int]) -> Callable[[], None]:
    """Another program writes over the page at that place; how to put it back.

    All is in the file by then, and a commit of somebody's has the process read it anew.
    """
    with closing(sqlite3.connect(bot.database, isolation_level=None)) as db:
        for _ in range(100):  # until it is noted what was delivered
            if db.execute("SELECT count(*) FROM outbox").fetchone() == (0,):
                break
            await asyncio.sleep(0.05)
        assert db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0] == 0
        content = bot.database.read_bytes()
        begin = place(content) // PAGE * PAGE
        db.execute("INSERT INTO updates VALUES (1, '2026-11-23')")
        write(bot.database, begin, b"\xa5" * PAGE)
    return lambda: write(bot.database, begin, content[begin : begin + PAGE])


def write(file: Path, begin: int, content: bytes) -> None:
    with file.open("r+b") as opened:
        opened.seek(begin)
        opened.write(content)


async def test_a_damaged_page_harms_only_those_who_stand_on_it(tmp_path: Path) -> None:
    async with running(tmp_path) as (world, bot):
        anna = await newcomer(world)
        fill(bot)
        boris, chloe = [await newcomer(world, 8_800_800_800 + n) for n in range(2)]
        mend = await overwrite(
            bot, lambda content: content.index(f"telegram:{anna.number}{{".encode())
        )
        for person in (boris, anna, chloe):  # at once: they wait in one transaction
            await world.send(person.says("single"))
        await world.until(lambda: TOLD in anna.chat[-1].text, "what is wrong")
        others = (boris, chloe)
        await world.until(
            lambda: all(each.card.question == "birth_date" for each in others), "their answers"
        )
        await boris.say("29")
        assert boris.card.question == "education"
        assert f"database {bot.database} is damaged: put a backup in its place" in bot.printed()
        assert await bot.stop() == 0
        mend()
        bot.start()
        await anna.say("single")
        assert anna.card.question == "birth_date"
        assert await bot.stop() == 0
    kept = stored(bot)
    assert len(kept) == OTHERS + 3
    assert kept[f"telegram:{anna.number}"] == {"marital_status": "single"}
    assert set(kept[f"telegram:{boris.number}"]) == {"marital_status", "birth_date"}
    assert "Traceback" not in bot.printed()
    assert str(anna.number) not in bot.printed()
    figure(
        "a damaged page under the running bot",
        people=len(kept),
        told_of_it=sum(any(TOLD in m.text for m in each.chat) for each in (anna, *others)),
        others_spoke=len(others),
        of_these_answered=sum(bool(kept[f"telegram:{person.number}"]) for person in others),
    )


async def test_all_that_comes_waits_while_nothing_can_be_read(tmp_path: Path) -> None:
    """Without its first page it is no database; a backup replaces it while the bot is off."""
    async with running(tmp_path) as (world, bot):
        anna = await newcomer(world)
        mend = await overwrite(bot, lambda _: 0)
        before = await unanswered(world, anna, "single")
        await printed(bot, "polling_trouble")
        assert f"database {bot.database} is not a SQLite database: put a backup" in bot.printed()
        assert anna.look() == before, "acknowledged without being stored"
        assert await bot.stop() == 0
        bot.start()
        assert await bot.ended() == 2
        assert '"error"' not in bot.printed()
        mend()
        bot.start()
        await answered_at_last(world, bot, anna, before, after="a file without its beginning")


async def test_a_file_that_is_moved_away_is_waited_for(tmp_path: Path) -> None:
    """SQLite would write on to the file that nobody finds any more."""
    elsewhere = tmp_path / "elsewhere.sqlite3"
    async with running(tmp_path) as (world, bot):
        anna = await newcomer(world)
        bot.database.rename(elsewhere)
        before = await unanswered(world, anna, "single")
        await printed(bot, "polling_trouble")
        assert f"database {bot.database} was moved or replaced while the bot runs" in bot.printed()
        assert anna.look() == before, "acknowledged without being found again"
        elsewhere.rename(bot.database)
        await answered_at_last(world, bot, anna, before, after="a file that was moved away")

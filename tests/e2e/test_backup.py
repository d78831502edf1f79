"""Copies of the database while the real process writes to it, and the way back."""

from __future__ import annotations

import asyncio
import json
import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from typing import TYPE_CHECKING

from tests.e2e.people import Person
from tests.e2e.process import ROOT, Bot
from tests.e2e.telegram import Telegram, telegram
from tests.e2e.test_telegram import ANSWERS
from tests.figures import figure

if TYPE_CHECKING:
    from pathlib import Path

PEOPLE = 8
QUESTIONS = 10


async def command(bot: Bot, *arguments: str) -> tuple[int, str]:
    """Exit status and whatever was said."""
    done = await asyncio.to_thread(
        subprocess.run,
        [sys.executable, "-m", "bot", *arguments],
        cwd=bot.folder,
        env={"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT), "DATABASE": str(bot.database)},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=40,
        check=False,
    )
    return done.returncode, done.stdout + done.stderr


def answers_in(file: Path) -> list[int]:
    """How many questions each person has answered there; the file is sound."""
    with closing(sqlite3.connect(file)) as db:
        assert db.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        rows = db.execute("SELECT conversation FROM people").fetchall()
    return sorted(len(json.loads(row)["answers"]) for (row,) in rows)


def named(folder: Path, pattern: str) -> list[str]:
    return sorted(each.name for each in folder.glob(pattern))


async def start(bot: Bot, world: Telegram) -> list[Person]:
    bot.start()
    people = [Person(world, 1_000_000 + number) for number in range(PEOPLE)]
    await asyncio.gather(*(person.say("/start") for person in people))
    await world.until(lambda: all(p.chat[-1].question for p in people), "the first questions")
    return people


async def test_copies_while_people_answer_and_one_put_back(tmp_path: Path) -> None:
    copies = tmp_path / "copies"
    copies.mkdir()
    async with telegram() as (world, url):
        bot = Bot(tmp_path, url)
        people = await start(bot, world)
        talks = asyncio.gather(*(person.answer(ANSWERS, at_most=QUESTIONS) for person in people))
        held: list[int] = []
        while not talks.done() or not held:
            copy = copies / f"{len(held)}.sqlite3"
            status, said = await command(bot, "backup", str(copy))
            assert status == 0, said
            assert f"holds {PEOPLE} people" in said
            assert copy.stat().st_mode & 0o777 == 0o600
            held.append(sum(answers_in(copy)))
        assert all(len(asked) == QUESTIONS for asked in await talks)
        assert held == sorted(held), "an older state in a newer copy"
        whole = copies / "whole.sqlite3"
        assert (await command(bot, "backup", str(whole)))[0] == 0

        status, said = await command(bot, "restore", str(whole))
        assert (status, said.count("\n")) == (2, 1)
        assert "stop the bot" in said

        await asyncio.gather(*(person.answer(ANSWERS, at_most=1) for person in people))
        assert await bot.stop() == 0
        assert answers_in(bot.database) == [QUESTIONS + 1] * PEOPLE
        status, said = await command(bot, "restore", str(whole))
        assert status == 0, said
        bot.start()
        await people[0].say("/score")
        assert await bot.stop() == 0
    assert answers_in(bot.database) == [QUESTIONS] * PEOPLE
    figure("copies while people answer", copies=len(held) + 1, people=PEOPLE, put_back=1)
    (kept,) = named(tmp_path, "bot.sqlite3.before-*")
    assert answers_in(tmp_path / kept) == [QUESTIONS + 1] * PEOPLE
    assert named(copies, "*") == sorted([*(f"{n}.sqlite3" for n in range(len(held))), whole.name])

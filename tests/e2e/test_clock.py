"""The clock of the real process: its time zone does not matter, and it may jump."""

from __future__ import annotations

import asyncio
import re
import signal
import sqlite3
from contextlib import asynccontextmanager, closing
from typing import TYPE_CHECKING

import pytest

from tests.e2e.process import Bot
from tests.e2e.telegram import Telegram, telegram
from tests.e2e.test_disk import printed
from tests.e2e.test_telegram import ANSWERS, newcomer
from tests.figures import figure

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from tests.e2e.people import Person

TRAVELLING = """
import signal, sys
from pathlib import Path
import time_machine
from bot.cli import main
clock = Path("clock.txt")
travel = time_machine.travel(clock.read_text()).start()
def jump(*_):
    travel.move_to(clock.read_text())
    print("jumped to", clock.read_text(), file=sys.stderr, flush=True)
signal.signal(signal.SIGUSR1, jump)
main()
"""


class Travelling(Bot):
    """The process, with a clock of its own that can be set while it runs."""

    def __init__(self, folder: Path, url: str, moment: str, /, **settings: str) -> None:
        super().__init__(folder, url, **settings)
        self._call = ("-c", TRAVELLING)
        self._clock = folder / "clock.txt"
        self.set(moment)

    def set(self, moment: str) -> None:
        """What the clock says at the next start."""
        self._clock.write_text(moment)

    async def jump(self, moment: str) -> None:
        """Set the clock of the process that runs."""
        self.set(moment)
        assert self._process is not None
        self._process.send_signal(signal.SIGUSR1)
        await printed(self, f"jumped to {moment}")

    def cell(self, column: str) -> str:
        """Of the one person who is stored."""
        queries = {
            "updated_on": "SELECT updated_on FROM people",
            "heard_on": "SELECT json_extract(conversation, '$.heard_on') FROM people",
            "due_at": "SELECT strftime('%Y-%m-%dT%H:%M', due_at, 'unixepoch') FROM people",
        }
        with closing(sqlite3.connect(self.database)) as db:
            ((value,),) = db.execute(queries[column]).fetchall()
        return str(value)


@asynccontextmanager
async def travelling(
    folder: Path, moment: str, **settings: str
) -> AsyncIterator[tuple[Telegram, Travelling]]:
    async with telegram() as (world, url):
        world.patience = 30.0
        bot = Travelling(folder, url, moment, **settings)
        bot.start()
        try:
            yield world, bot
        finally:
            await bot.close()


async def total(person: Person) -> int:
    """What the person is told as their score, whatever else is written to them meanwhile."""
    known = len(person.chat)
    await person.say("/score")
    for _ in range(100):
        for message in person.chat[known:]:
            if found := re.search(r"\b(\d{3})\b", message.text):
                return int(found[1])
        await asyncio.sleep(0.1)
    raise AssertionError(person.chat[-1].text)


@pytest.mark.parametrize("zone", ["Pacific/Kiritimati", "America/Vancouver"])
async def test_a_birthday_is_the_same_day_on_every_server(tmp_path: Path, zone: str) -> None:
    """33 on 5 March 2027: then it is the 5th for 14 hours already, and for 8 hours not yet."""
    async with travelling(tmp_path, "2027-03-04T23:50:00+00:00", TZ=zone) as (world, bot):
        anna = await newcomer(world)
        await anna.answer(ANSWERS)
        before = await total(anna)
        assert bot.cell("heard_on") == "2027-03-04"
        await bot.jump("2027-03-05T00:10:00+00:00")
        after = await total(anna)
        assert bot.cell("heard_on") == bot.cell("updated_on") == "2027-03-05"
        await anna.say("/alerts")
        await anna.say("Vancouver")
        due = bot.cell("due_at")
        assert await bot.stop() == 0
    assert (before, after) == (493, 487)
    assert due == "2027-03-05T18:30", "at 10:30 on the birthday where the person lives"
    figure(f"a birthday with the server in {zone}", before=before, after=after)


async def test_a_clock_that_jumps_costs_nobody_anything(tmp_path: Path) -> None:
    jumps = (
        "1970-01-01T00:00:30+00:00",
        "2126-03-01T15:00:00+00:00",
        "2027-02-01T16:00:00+00:00",
        "2016-06-01T15:00:00+00:00",
        "2027-02-01T16:01:00+00:00",
    )
    async with travelling(tmp_path, "2027-02-01T15:00:00+00:00") as (world, bot):
        anna = await newcomer(world)
        asked = []
        for moment in jumps:
            asked += await anna.answer(ANSWERS, at_most=2)
            await bot.jump(moment)
        asked += await anna.answer(ANSWERS)
        assert await total(anna) == 493
        twice = len(asked) - len(set(asked))
        assert twice == 0
        assert await bot.stop() == 0
        assert bot.cell("heard_on") == "2027-02-01"
        for moment in ("1970-01-01T00:00:30+00:00", "2126-03-01T15:00:00+00:00"):
            bot.set(moment)
            bot.start()
            await anna.say("/help")
            assert await total(anna) > 0
            await asyncio.sleep(0.5)
            assert bot.stored(str(anna.number)), "erased by a clock"
            assert await bot.stop() == 0
        bot.set("2027-02-01T17:00:00+00:00")
        bot.start()
        assert await total(anna) == 493
        assert await bot.stop() == 0
    errors = [line for line in bot.printed().splitlines() if '"level": "error"' in line]
    assert [line for line in errors if "clock_behind" not in line] == []
    assert "the clock says 1970-01-01, and it is 2026-10-01 at least" in bot.printed()
    assert "Traceback" not in bot.printed()
    figure("a clock that jumps", jumps=len(jumps) + 3, answers=len(asked), asked_twice=twice)

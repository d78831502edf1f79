"""A long silence under a moved clock, with the real storage: told once by day, then erased."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from bot.service import Service
from dialogs.events import Pressed, Said
from tests.bot.telegram.test_watch import ANNA, BORIS, DAY, START, World

if TYPE_CHECKING:
    from pathlib import Path

HOUR = timedelta(hours=1)


@pytest.fixture
def world(tmp_path: Path) -> World:
    opened = World(tmp_path / "bot.sqlite3")
    opened.now = START + 4 * HOUR  # eleven in the morning in Ottawa
    return opened


def known(world: World, person: str) -> bool:
    """Whether anything of the person is in the files."""
    assert world.storage.pending().result() == ()
    number = person.removeprefix("telegram:").encode()
    return any(number in file.read_bytes() for file in world.path.parent.iterdir())


async def days(world: World, number: int) -> None:
    for day in range(number):
        world.now += DAY
        await world.looks()
        if day % 9 == 0:
            await world.restarts()


async def test_told_once_by_day_across_restarts_and_then_erased(world: World) -> None:
    world.does(ANNA, Said("/start"), "fr")
    world.does(ANNA, Said("célibataire"), "fr")
    await days(world, 333)
    assert world.shown == []
    for hour in range(24 * 60):
        world.now += HOUR
        await world.looks()
        if hour % 31 == 0:
            await world.restarts()
        if not known(world, ANNA):
            break
    ((at, person, text),) = world.shown
    assert (at, person) == (datetime(2027, 10, 24, 15, tzinfo=UTC), ANNA), "11:00 in Ottawa"
    assert "23 novembre 2027" in text
    assert START + 365 * DAY <= world.now <= START + 366 * DAY
    assert world.storage.next_due().result() is None


async def test_a_tap_under_the_notice_keeps_everything(world: World) -> None:
    world.does(ANNA, Said("/start"))
    world.does(ANNA, Said("single"))
    await days(world, 340)
    assert len(world.shown) == 1
    world.does(ANNA, Pressed("cmd:score"))
    await days(world, 300)
    assert len(world.shown) == 1
    assert world.conversation(ANNA).answers == {"marital_status": "single"}
    await days(world, 100)
    assert len(world.shown) == 2
    assert not known(world, ANNA)


async def test_after_a_year_away_the_bot_tells_first_and_waits_thirty_days(world: World) -> None:
    world.does(ANNA, Said("/start"))
    world.now += 800 * DAY
    await world.restarts()
    await days(world, 2)
    ((at, _, text),) = world.shown
    assert f"{at + 30 * DAY:%-d %B %Y}" in text
    await days(world, 27)
    assert known(world, ANNA)
    await days(world, 3)
    assert not known(world, ANNA)
    assert len(world.shown) == 1


async def test_reminders_go_on_beside_it(world: World) -> None:
    world.wants_reminders(ANNA, "Lagos")
    world.does(BORIS, Said("/start"))
    await days(world, 380)
    told = [text for _, person, text in world.shown if person == ANNA]
    assert len(told) == 3
    for text, part in zip(
        told, ("20 December 2026", "I will erase", "20 December 2027"), strict=True
    ):
        assert part in text
    assert not known(world, ANNA)
    assert not known(world, BORIS)


async def test_a_shorter_retention_reaches_those_who_are_known_already(world: World) -> None:
    world.does(ANNA, Said("/start"))
    world.now += DAY
    await world.looks()
    world.service = Service(world.storage, world.clock, retention=2)
    for _ in range(100):
        world.now += DAY
        await world.looks()
    assert len(world.shown) == 1
    assert not known(world, ANNA)


async def test_whoever_blocked_the_bot_is_erased_too(world: World) -> None:
    world.wants_reminders(ANNA, "Lagos")
    world.blocked.add(ANNA)
    await days(world, 370)
    assert world.shown == []
    assert not known(world, ANNA)


async def test_nobody_in_a_terminal_is_erased(world: World) -> None:
    world.does("terminal:anna", Said("/start"))
    await days(world, 500)
    assert world.conversation("terminal:anna").started
    assert world.storage.next_due().result() is None


async def test_a_clock_that_ran_ahead_keeps_nobody_for_good(world: World) -> None:
    """In what it took for 2126 both were told, and Anna said a word."""
    world.does(ANNA, Said("/start"))
    world.does(BORIS, Said("/start"))
    right = world.now
    world.now = datetime(2126, 3, 1, 16, tzinfo=UTC)
    await world.looks()
    world.does(ANNA, Said("single"))
    assert {person for _, person, _ in world.shown} == {ANNA, BORIS}
    world.shown.clear()
    world.now = right
    await world.restarts()
    await days(world, 330)
    assert world.shown == []
    assert known(world, ANNA)
    assert known(world, BORIS)
    await days(world, 40)
    assert sorted(person for _, person, _ in world.shown) == [ANNA, BORIS], "told in time, once"
    assert not known(world, ANNA)
    assert not known(world, BORIS)

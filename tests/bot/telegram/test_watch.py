"""Reminders under a moved clock, with the real storage: once, across restarts, by day only."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any, cast

import pytest
from telegram.error import Forbidden

from bot.incoming import Incoming
from bot.service import Service
from bot.storage.sqlite import SqliteStorage
from bot.telegram import watch as watch_module
from bot.telegram.courier import Courier
from bot.telegram.watch import LONGEST_SLEEP, look_at_all, watch
from dialogs.events import Pressed, Said
from tests.dialogs.talk import SINGLE_ABROAD

if TYPE_CHECKING:
    from pathlib import Path

    from bot.storage.protocol import Delivery, Handled
    from dialogs.conversation import Conversation, Language

ANNA, BORIS = "telegram:1001", "telegram:1002"
START = datetime(2026, 11, 23, 12, tzinfo=UTC)
DAY = timedelta(days=1)
THIRTY_SOON = "1996-12-20"
"""A birthday on 20 December 2026 that costs points."""


class World:
    """A phone, a clock that is set by hand, and a bot that can be stopped and started."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.now = START
        self.shown: list[tuple[datetime, str, str]] = []
        self.offline = False
        self.blocked: set[str] = set()
        self.start()

    def start(self) -> None:
        self.storage = SqliteStorage(self.path)
        self.service = Service(self.storage, self.clock)
        self.courier = Courier(cast("Any", self), self.storage, self.service.unreachable)

    def clock(self) -> datetime:
        return self.now

    async def deliver(self, delivery: Delivery, _card: int | None) -> int | None:
        if delivery.person in self.blocked:
            raise Forbidden("bot was blocked by the user")
        if self.offline:
            raise ConnectionError("no network")
        self.shown.append((self.now, delivery.person, delivery.message.text))
        return None

    def does(self, person: str, event: Said | Pressed, language: Language = "en") -> Handled:
        return self.service.handle(Incoming(person, event, language)).result()

    def wants_reminders(
        self, person: str, zone: str, language: Language = "en", born: str = THIRTY_SOON
    ) -> None:
        self.does(person, Said("/start"), language)
        given = {**SINGLE_ABROAD, "birth_date": born}
        while (card := self.conversation(person)) and card.answers.keys() < given.keys():
            before = len(card.answers)
            for question, answer in given.items():
                if question not in card.answers:
                    self.does(person, Said(answer))
                    break
            if len(self.conversation(person).answers) == before:
                break
        self.does(person, Said("/alerts"))
        self.does(person, Said(zone))
        assert self.conversation(person).alerts, self.conversation(person)

    def conversation(self, person: str) -> Conversation:
        seen: list[Any] = []

        def look(stored: Conversation | None) -> Any:
            seen.append(stored)
            raise LookupError

        future = self.storage.handle(person, look, on=self.now.date())
        assert isinstance(future.exception(), LookupError)
        return cast("Conversation", seen[0])

    async def looks(self) -> float:
        """What the job does when it wakes; all that can be delivered is."""
        pause = await look_at_all(self.service, self.courier, self.clock)
        await self.courier.close(5)
        return pause

    async def restarts(self, *, offline: bool = False) -> None:
        await self.courier.close(0)
        self.storage.close()
        self.start()
        self.offline = offline
        self.courier.post(self.storage.pending().result())
        await self.courier.close(5)


@pytest.fixture
def world(tmp_path: Path) -> World:
    return World(tmp_path / "bot.sqlite3")


async def test_goes_out_once_in_the_morning_across_restarts(world: World) -> None:
    world.wants_reminders(ANNA, "Lagos")
    for _ in range(24 * 40):
        world.now += timedelta(hours=1)
        await world.looks()
        if world.now.hour % 7 == 0:
            await world.restarts()
    (told,) = world.shown
    assert told[:2] == (START + timedelta(hours=22), ANNA), "10:30 in Lagos is 9:30 UTC"
    assert "20 December 2026" in told[2]


async def test_sleeps_until_the_moment_and_tells_then(world: World) -> None:
    world.wants_reminders(ANNA, "Lagos")
    assert await world.looks() == LONGEST_SLEEP
    world.now = datetime(2026, 11, 24, 9, 25, tzinfo=UTC)
    assert await world.looks() == 300
    assert world.shown == []
    world.now = datetime(2026, 11, 24, 9, 30, tzinfo=UTC)
    assert await world.looks() == LONGEST_SLEEP
    assert len(world.shown) == 1


async def test_each_in_their_language_at_their_hour(world: World) -> None:
    world.wants_reminders(ANNA, "Vancouver")
    world.wants_reminders(BORIS, "Inde", "fr")
    for _ in range(48):
        world.now += timedelta(minutes=30)
        await world.looks()
    (first, second) = world.shown
    assert first[:2] == (datetime(2026, 11, 23, 18, 30, tzinfo=UTC), ANNA)
    assert "on 20 December 2026" in first[2]
    assert second[:2] == (datetime(2026, 11, 24, 5, 0, tzinfo=UTC), BORIS)
    assert "le 20 décembre 2026" in second[2]


@pytest.mark.parametrize(("hour", "waits"), [(16, False), (22, True), (3, True)])
async def test_after_a_pause_of_the_bot_it_comes_late_but_never_at_night(
    world: World, hour: int, waits: bool
) -> None:
    world.wants_reminders(ANNA, "UTC")
    await world.restarts()
    world.now = datetime(2026, 11, 26, hour, tzinfo=UTC)
    await world.looks()
    assert (world.shown == []) is waits
    for _ in range(24):
        world.now += timedelta(hours=1)
        await world.looks()
    (told,) = world.shown
    assert 10 <= told[0].hour < 18


async def test_undelivered_it_waits_in_the_outbox_and_comes_after_a_restart(world: World) -> None:
    world.wants_reminders(ANNA, "Lagos")
    world.offline = True
    world.now += DAY
    await world.looks()
    assert world.shown == []
    (waiting,) = world.storage.pending().result()
    assert waiting.person == ANNA
    await world.restarts(offline=True)
    assert world.shown == []
    await world.restarts()
    assert len(world.shown) == 1
    for _ in range(40):
        world.now += DAY
        await world.looks()
        await world.restarts()
    assert len(world.shown) == 1


async def test_a_crash_between_look_and_delivery_neither_loses_nor_doubles(world: World) -> None:
    world.wants_reminders(ANNA, "Lagos")
    world.now += DAY
    world.service.look(ANNA).result()  # and the process ends here
    await world.restarts()
    await world.looks()
    assert len(world.shown) == 1


async def test_two_looks_at_once_tell_once(world: World) -> None:
    world.wants_reminders(ANNA, "Lagos")
    world.now += DAY
    await asyncio.gather(*(look_at_all(world.service, world.courier, world.clock) for _ in "123"))
    await world.looks()
    assert len(world.shown) == 1


async def test_one_tap_under_it_stops_them(world: World) -> None:
    world.wants_reminders(ANNA, "Lagos", born="1995-12-20")
    world.does(ANNA, Pressed("alerts:off"))
    for _ in range(300):
        world.now += DAY
        await world.looks()
    assert world.shown == []


async def test_whoever_leaves_is_never_due_again(world: World) -> None:
    world.wants_reminders(ANNA, "Lagos")
    world.does(ANNA, Said("/delete"))
    assert world.does(ANNA, Said("yes")).forgotten
    assert world.storage.next_due().result() is None
    world.now += DAY
    await world.looks()
    world.service.look(ANNA).result()
    assert world.shown == []
    assert world.storage.pending().result() == ()


async def test_whoever_blocks_the_bot_is_written_to_no_more(world: World) -> None:
    world.wants_reminders(ANNA, "Lagos")
    world.blocked.add(ANNA)
    world.now += DAY
    await world.looks()
    assert not world.conversation(ANNA).alerts
    world.blocked.clear()
    for _ in range(300):
        world.now += DAY
        await world.looks()
    assert world.shown == []
    assert world.storage.pending().result() == ()


async def test_a_changed_answer_moves_the_moment(world: World) -> None:
    world.wants_reminders(ANNA, "Lagos", born="1997-12-20")
    nothing_near = world.storage.next_due().result()
    assert nothing_near == datetime(2026, 12, 23, 9, 30, tzinfo=UTC)
    world.does(ANNA, Pressed("change:birth_date"))
    world.does(ANNA, Said("1996-12-31"))
    assert world.storage.next_due().result() == datetime(2026, 12, 1, 9, 30, tzinfo=UTC)


async def test_many_are_looked_at_in_batches(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(watch_module, "_BATCH", 2)
    people = [f"telegram:{number}" for number in range(2000, 2005)]
    for person in people:
        world.wants_reminders(person, "Lagos")
    world.now += DAY
    await world.looks()
    assert sorted(person for _, person, _ in world.shown) == people


async def test_a_failing_look_harms_nobody_and_is_tried_tomorrow(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    world.wants_reminders(ANNA, "Lagos")
    world.now += DAY

    def fail(*_: object) -> None:
        raise ValueError("a bug")

    with monkeypatch.context() as patch:
        patch.setattr("bot.service.handle", fail)
        await world.looks()
    assert world.shown == []
    world.now += timedelta(hours=3)
    assert await world.looks() == LONGEST_SLEEP
    world.now += DAY
    await world.looks()
    assert len(world.shown) == 1


async def test_the_job_goes_on_after_trouble(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(watch_module, "AFTER_TROUBLE", 0.001)
    calls: list[int] = []
    recovered = asyncio.Event()

    async def look(*_: object) -> float:
        calls.append(1)
        if len(calls) < 3:
            raise ValueError("trouble")
        recovered.set()
        return 60.0

    monkeypatch.setattr(watch_module, "look_at_all", look)
    job = asyncio.create_task(watch(world.service, world.courier))
    await asyncio.wait_for(recovered.wait(), 5)
    job.cancel()
    with pytest.raises(asyncio.CancelledError):
        await job


def test_a_terminal_says_that_it_cannot_write_first(world: World) -> None:
    me = "terminal:me"
    world.does(me, Said("/start"))
    for answer in SINGLE_ABROAD.values():
        world.does(me, Said(answer))
    said = world.does(me, Said("/alerts")).deliveries[0].message.text
    assert "Telegram" in said
    assert not world.conversation(me).alerts
    assert world.conversation(me).wish is None
    assert world.storage.next_due().result() is None

"""Alerts to their people: once each, by day, throttled, whatever fails; chats go on beside them."""

from __future__ import annotations

import asyncio
import time
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any, cast

import pytest
from telegram.error import BadRequest, Forbidden, RetryAfter, TimedOut

from bot.incoming import Incoming
from bot.service import Service
from bot.storage.protocol import Decision
from bot.telegram.alerter import Alerter
from bot.telegram.pace import Pace
from dialogs.conversation import Conversation
from dialogs.events import Pressed, Said
from dialogs.subjects import SUBJECTS
from messages.alerting import alert_buttons
from messages.people import ABROAD, COUPLE, first
from messages.words import words
from scoring.rounds import Round
from tests.bot.memory import MemoryStorage
from tests.figures import figure

if TYPE_CHECKING:
    from bot.telegram.courier import Courier
    from tests.bot.telegram.fake_api import FakeApi

NOON = datetime(2026, 11, 25, 17, tzinfo=UTC)
PEOPLE = range(101, 121)
KNOWN = Conversation(answers=ABROAD, told_of=SUBJECTS, started=True, heard_on="2026-11-20")
ROUND = Round("448", NOON.date() - timedelta(days=3), "general", "", 1_500, 440, None, ())


class Clock:
    """Stands still until it is set."""

    def __init__(self) -> None:
        self.now = NOON

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def storage() -> MemoryStorage:
    opened = MemoryStorage()
    opened.alerts.note(opened.record(), NOON.date()).result()
    for number in PEOPLE:
        keep(opened, number, KNOWN)
    return opened


@pytest.fixture
def service(storage: MemoryStorage, clock: Clock) -> Service:
    return Service(storage, clock)


@pytest.fixture
def alerter(api: FakeApi, service: Service, courier: Courier) -> Alerter:
    return Alerter(cast("Any", api), service, courier, Pace(500))


def keep(storage: MemoryStorage, number: int, known: Conversation) -> None:
    decision = Decision(known, ())
    storage.handle(f"telegram:{number}", lambda _: decision, on=NOON.date()).result()


def hold(storage: MemoryStorage, **changes: Any) -> None:
    """A round is imported."""
    held = replace(ROUND, **changes)
    storage.rounds[held.number] = held


def copies(api: FakeApi, number: int) -> int:
    return len(api.chats.get(number, {}))


def text(api: FakeApi, number: int) -> str:
    return next(reversed(api.chats[number].values()))[0]


async def test_everybody_is_told_once(
    alerter: Alerter, storage: MemoryStorage, api: FakeApi
) -> None:
    assert not await alerter.look(), "nothing is new"
    hold(storage)
    hold(storage, number="449", cutoff=470)
    assert await alerter.look() == {"sent": 20}
    assert {copies(api, number) for number in PEOPLE} == {1}
    assert "2 new rounds" in text(api, 101)
    assert not await alerter.look()
    hold(storage, number="450", cutoff=430)
    assert await alerter.look() == {"sent": 20}
    assert "A new round" in text(api, 101)


async def test_who_did_not_ask_or_has_not_finished_gets_nothing(
    alerter: Alerter, storage: MemoryStorage, api: FakeApi
) -> None:
    others = {
        201: replace(KNOWN, told_of=()),
        202: replace(KNOWN, alerts=True, told_of=()),
        203: replace(KNOWN, answers=first(ABROAD, 8)),
        204: replace(KNOWN, unreachable=True),
    }
    for number, known in others.items():
        keep(storage, number, known)
    hold(storage)
    await alerter.look()
    assert [copies(api, number) for number in others] == [0] * len(others)
    keep(storage, 203, KNOWN)
    await alerter.look()
    assert copies(api, 203) == 0, "what is told begins with what comes after that"


async def test_who_asks_later_hears_of_later_rounds_only(
    alerter: Alerter, storage: MemoryStorage, api: FakeApi, service: Service
) -> None:
    hold(storage)
    await alerter.look()
    keep(storage, 301, replace(KNOWN, answers={**ABROAD, "time_zone": "unknown"}, told_of=()))
    service.handle(Incoming("telegram:301", Said("tell me about new draws"))).result()
    assert not await alerter.look()
    hold(storage, number="449")
    await alerter.look()
    assert copies(api, 301) == 1
    assert "no. 448" not in text(api, 301)


async def test_at_night_it_waits_for_the_morning_there(
    alerter: Alerter, storage: MemoryStorage, api: FakeApi, clock: Clock
) -> None:
    there = {**ABROAD, "time_zone": "Asia/Kolkata"}
    keep(storage, 101, replace(KNOWN, answers=there, language="fr"))
    hold(storage)
    await alerter.look()
    assert (copies(api, 101), copies(api, 102)) == (0, 1)
    clock.now += timedelta(hours=11)  # 09:30 in Kolkata
    hold(storage, number="449")
    await alerter.look()
    assert copies(api, 101) == 0
    clock.now += timedelta(hours=1)
    await alerter.look()
    assert "2 nouvelles rondes" in text(api, 101), "what came meanwhile is in the same message"


async def test_trouble_is_waited_for_and_nobody_is_missed_or_told_twice(
    alerter: Alerter, storage: MemoryStorage, api: FakeApi
) -> None:
    api.newest = 40
    api.before |= {103: RetryAfter(1), 104: TimedOut(), 105: BadRequest("Chat not found")}
    api.before[106] = Forbidden("bot was blocked by the user")
    api.after[107] = TimedOut()
    hold(storage)
    began = time.monotonic()
    fates = await alerter.look()
    assert fates == {"sent": 18, "failed": 1, "blocked": 1}
    assert {copies(api, n) for n in PEOPLE} - {0} == {1}
    assert [n for n in PEOPLE if not copies(api, n)] == [105, 106]
    assert storage.people["telegram:106"].told_of == ()
    assert time.monotonic() - began >= 1, "as long as Telegram says"
    assert not await alerter.look()


async def test_after_a_crash_it_is_found_out_what_arrived(
    alerter: Alerter, storage: MemoryStorage, api: FakeApi
) -> None:
    hold(storage)
    noted = storage.alerts.note(storage.record(), NOON.date()).result()
    for each in storage.alerts.waiting(len(noted), NOON, 2).result():
        storage.alerts.begin(each, 40, len(noted)).result()
    await api.send_message(102, "an alert", alert_buttons(words("en")))
    assert await alerter.look() == {"sent": 20}
    assert {copies(api, number) for number in PEOPLE} == {1}


async def test_a_tap_stops_them(
    alerter: Alerter, storage: MemoryStorage, api: FakeApi, service: Service
) -> None:
    hold(storage)
    await alerter.look()
    assert "alerts:news_off" in next(reversed(api.chats[101].values()))[1]
    service.handle(Incoming("telegram:101", Pressed("alerts:news_off"))).result()
    hold(storage, number="449")
    await alerter.look()
    assert (copies(api, 101), copies(api, 102)) == (1, 2)


async def test_a_correction_comes_once_and_only_where_it_turns_the_answer(
    alerter: Alerter, storage: MemoryStorage, api: FakeApi
) -> None:
    hold(storage, cutoff=455)
    await alerter.look()
    hold(storage, cutoff=456)
    await alerter.look()
    assert copies(api, 101) == 1
    hold(storage, cutoff=450)
    await alerter.look()
    assert copies(api, 101) == 2
    assert "Corrected: until now I knew its cut-off as 456." in text(api, 101)
    assert "it would have invited you" in text(api, 101)
    assert not await alerter.look()


async def test_many_are_compared_while_others_are_not_held_up(
    storage: MemoryStorage, api: FakeApi, service: Service, courier: Courier
) -> None:
    """A thousand whom the round is nothing to; how long anything else waits meanwhile."""
    for number in range(1_000, 2_000):
        answers = COUPLE if number % 2 else ABROAD
        keep(storage, number, replace(KNOWN, answers=answers, told_of=("invited",)))
    alerter = Alerter(cast("Any", api), service, courier, Pace(500))
    hold(storage, cutoff=700)
    waits: list[float] = []
    began = time.monotonic()
    looking = asyncio.create_task(alerter.look())
    while not looking.done():
        before = time.monotonic()
        await asyncio.sleep(0.001)
        waits.append(time.monotonic() - before)
    took = time.monotonic() - began
    assert not looking.result().get("failed")
    p99 = sorted(waits)[int(len(waits) * 0.99)]
    figure(
        "people compared with a new round",
        people=1_020,
        seconds=round(took, 1),
        ms_that_others_wait_p99=round(1_000 * p99, 1),
    )
    assert p99 < 0.25

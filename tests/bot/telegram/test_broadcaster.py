"""A broadcast to its people: rate, refusals, doubts, and what the operators are told."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, cast

import pytest
from telegram.error import BadRequest, Forbidden, RetryAfter, TimedOut

from bot.incoming import Incoming
from bot.service import Service
from bot.storage.protocol import Decision
from bot.telegram.broadcaster import Broadcaster
from bot.telegram.once import PER_SECOND
from bot.telegram.pace import Pace
from dialogs.broadcast import Broadcast
from dialogs.conversation import Conversation
from dialogs.events import Said
from messages.message import Button
from tests.bot.memory import MemoryStorage
from tests.figures import figure

if TYPE_CHECKING:
    from bot.telegram.courier import Courier
    from tests.bot.telegram.fake_api import FakeApi

OLGA = 9
PEOPLE = range(101, 121)
NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)


@pytest.fixture
def storage() -> MemoryStorage:
    opened = MemoryStorage()
    for number in PEOPLE:
        keep(opened, number, Conversation(heard_on="2026-11-20", alerts=True))
    return opened


@pytest.fixture
def service(storage: MemoryStorage) -> Service:
    return Service(storage, lambda: NOON)


@pytest.fixture
def broadcaster(api: FakeApi, service: Service, courier: Courier) -> Broadcaster:
    return Broadcaster(cast("Any", api), service, courier, [f"telegram:{OLGA}"], Pace(500))


def keep(storage: MemoryStorage, number: int, known: Conversation) -> None:
    decision = Decision(known, ())
    storage.handle(f"telegram:{number}", lambda _: decision, on=NOON.date()).result()


async def send(broadcaster: Broadcaster, storage: MemoryStorage) -> Broadcast:
    """Start one, and wait for its end."""
    storage.broadcasts.propose(7, "Hello").result()
    storage.broadcasts.start(7).result()
    return await finish(broadcaster, storage)


async def finish(broadcaster: Broadcaster, storage: MemoryStorage) -> Broadcast:
    keeping = asyncio.create_task(broadcaster.keep())
    broadcaster.wake()
    now = None
    for _ in range(1_000):
        await asyncio.sleep(0.01)
        now = storage.broadcasts.current().result()
        if now is None or now.state != "sending":
            break
    await asyncio.sleep(0.01)
    keeping.cancel()
    assert now is not None
    return now


async def test_everybody_gets_it_once_and_the_operators_are_told(
    broadcaster: Broadcaster, storage: MemoryStorage, api: FakeApi
) -> None:
    done = await send(broadcaster, storage)
    assert done == Broadcast(7, "Hello", "done", people=20, sent=20)
    assert {api.copies(number) for number in PEOPLE} == {1}
    first, last = api.told(OLGA)
    assert "On its way: 0 of 20" in first
    assert "Sent to everybody" in last
    assert api.looked == 0


async def test_it_keeps_the_rate(
    api: FakeApi, service: Service, courier: Courier, storage: MemoryStorage
) -> None:
    await send(Broadcaster(cast("Any", api), service, courier, [], Pace(50)), storage)
    took = api.sent_at[-1] - api.sent_at[0]
    figure("a broadcast at 50 a second", messages=20, seconds=round(took, 2))
    assert took >= (len(PEOPLE) - 1) / 50 - 0.02
    assert PER_SECOND <= 25


async def test_it_waits_as_long_as_telegram_says(
    broadcaster: Broadcaster, storage: MemoryStorage, api: FakeApi
) -> None:
    api.before[105] = RetryAfter(1)
    done = await send(broadcaster, storage)
    assert (done.sent, done.tried) == (20, 20)
    assert {api.copies(number) for number in PEOPLE} == {1}
    breaks = [later - earlier for earlier, later in zip(api.sent_at, api.sent_at[1:], strict=False)]
    assert max(breaks) >= 0.9
    assert api.looked == 0


async def test_who_blocked_the_bot_is_marked_and_left_alone(
    broadcaster: Broadcaster, storage: MemoryStorage, api: FakeApi
) -> None:
    api.before[103] = Forbidden("bot was blocked by the user")
    api.before[104] = BadRequest("Chat not found")
    done = await send(broadcaster, storage)
    assert (done.sent, done.blocked, done.failed) == (18, 1, 1)
    marked = storage.people["telegram:103"]
    assert (marked.unreachable, marked.alerts) == (True, False)
    assert storage.broadcasts.propose(8, "Again").result().people == 19


async def test_what_arrived_before_the_network_failed_is_not_sent_again(
    broadcaster: Broadcaster, storage: MemoryStorage, api: FakeApi
) -> None:
    api.after[102] = TimedOut()
    api.before[110] = TimedOut()
    done = await send(broadcaster, storage)
    assert (done.sent, done.unclear) == (20, 0)
    assert {api.copies(number) for number in PEOPLE} == {1}
    assert api.looked > 0


async def test_after_a_crash_it_is_found_out_what_arrived(
    broadcaster: Broadcaster, storage: MemoryStorage, api: FakeApi
) -> None:
    storage.broadcasts.propose(7, "Hello").result()
    storage.broadcasts.start(7).result()
    storage.broadcasts.recipients(3).result()
    for number in (101, 102):
        storage.broadcasts.begin(f"telegram:{number}", 40).result()
    await api.send_message(115, "an answer", ())
    storage.cards["telegram:102"] = await api.send_message(102, "a question", ())
    await api.send_message(101, "Hello", ((Button("No more news", "news:off"),),))
    done = await finish(broadcaster, storage)
    assert (done.sent, done.unclear, done.tried) == (20, 0, 20)
    assert {api.copies(number) for number in PEOPLE} == {1}
    assert ("a question", "()") in api.chats[102].values(), "a card keeps its buttons"


async def test_what_cannot_be_found_out_is_not_sent_again(
    broadcaster: Broadcaster, storage: MemoryStorage, api: FakeApi
) -> None:
    storage.broadcasts.propose(7, "Hello").result()
    storage.broadcasts.start(7).result()
    storage.broadcasts.recipients(3).result()
    storage.broadcasts.begin("telegram:101", 1).result()
    api._number = 5_000
    done = await finish(broadcaster, storage)
    assert (done.sent, done.unclear, done.tried) == (19, 1, 20)
    assert api.copies(101) == 0
    assert "not known whether it arrived, not sent again: 1" in api.told(OLGA)[-1]


async def test_nobody_has_it_after_it_was_ended(
    broadcaster: Broadcaster, storage: MemoryStorage, api: FakeApi, service: Service
) -> None:
    api.before[105] = RetryAfter(1)
    sending = asyncio.create_task(send(broadcaster, storage))
    await asyncio.sleep(0.3)
    storage.broadcasts.end(7, early=True).result()
    service.handle(Incoming("telegram:110", Said("/help"))).result()
    ended = await sending
    had = sum(api.copies(number) for number in PEOPLE)
    await asyncio.sleep(1.2)
    assert ended.state == "stopped"
    assert had == sum(api.copies(number) for number in PEOPLE) < len(PEOPLE)


async def test_an_operator_who_cannot_be_told_holds_nothing_up(
    broadcaster: Broadcaster, storage: MemoryStorage, api: FakeApi
) -> None:
    api.before[OLGA] = Forbidden("bot was blocked by the user")
    done = await send(broadcaster, storage)
    assert done.sent == 20

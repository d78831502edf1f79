"""Order, side by side, and what becomes of what cannot be delivered."""

from __future__ import annotations

import asyncio
from datetime import date
from typing import TYPE_CHECKING, Any, cast

import pytest
from telegram.error import BadRequest, Forbidden, InvalidToken

from bot.storage.protocol import Decision, Delivery
from bot.telegram import courier as courier_module
from bot.telegram.courier import Courier
from dialogs.conversation import Conversation
from messages.message import Message
from tests.bot.memory import MemoryStorage

if TYPE_CHECKING:
    from collections.abc import Sequence


class FakeMessenger:
    """Delivers when its gate is open."""

    def __init__(self) -> None:
        self.gate = asyncio.Event()
        self.gate.set()
        self.delivered: list[tuple[str, str, int | None]] = []
        self.errors: list[Exception] = []

    async def deliver(self, delivery: Delivery, card: int | None) -> int | None:
        await self.gate.wait()
        if self.errors:
            raise self.errors.pop(0)
        self.delivered.append((delivery.person, delivery.message.text, card))
        return len(self.delivered) if delivery.message.text.endswith("?") else None


@pytest.fixture
def messenger() -> FakeMessenger:
    return FakeMessenger()


@pytest.fixture
def storage() -> MemoryStorage:
    return MemoryStorage()


@pytest.fixture
def courier(messenger: FakeMessenger, storage: MemoryStorage) -> Courier:
    return Courier(cast("Any", messenger), storage)


def stored(
    storage: MemoryStorage, person: str, texts: Sequence[str], update: int
) -> tuple[Delivery, ...]:
    said = tuple(Message(text) for text in texts)
    return (
        storage.handle(
            person, lambda _: Decision(Conversation(), said), on=date(2026, 11, 23), update=update
        )
        .result()
        .deliveries
    )


async def test_each_persons_messages_arrive_in_order(
    courier: Courier, messenger: FakeMessenger, storage: MemoryStorage
) -> None:
    for n in range(20):
        courier.post(stored(storage, "telegram:1", [f"{n}a", f"{n}b"], n))
        courier.post(stored(storage, "telegram:2", [f"{n}c"], 100 + n))
    await courier.close(5)
    mine = [text for person, text, _ in messenger.delivered if person == "telegram:1"]
    assert mine == [f"{n}{letter}" for n in range(20) for letter in "ab"]
    assert len(messenger.delivered) == 60
    assert storage.outbox == {}


async def test_one_slow_chat_holds_up_nobody_else(
    courier: Courier, messenger: FakeMessenger, storage: MemoryStorage
) -> None:
    messenger.gate.clear()
    courier.post(stored(storage, "telegram:1", ["a", "b"], 1))
    await asyncio.sleep(0)
    messenger.gate = asyncio.Event()
    messenger.gate.set()
    courier.post(stored(storage, "telegram:2", ["c"], 2))
    await asyncio.sleep(0.01)
    assert messenger.delivered == [("telegram:2", "c", None)]
    await courier.close(0)


async def test_the_live_card_is_passed_on_and_stored(
    courier: Courier, messenger: FakeMessenger, storage: MemoryStorage
) -> None:
    first = stored(storage, "telegram:1", ["one?"], 1)
    second = stored(storage, "telegram:1", ["two?", "note", "three?"], 2)
    courier.post(first)
    courier.post(second)
    await courier.close(5)
    assert [card for _, _, card in messenger.delivered] == [None, 1, 2, 2]
    assert storage.cards == {"telegram:1": 4}


async def test_a_delivery_under_way_is_not_sent_twice(
    courier: Courier, messenger: FakeMessenger, storage: MemoryStorage
) -> None:
    deliveries = stored(storage, "telegram:1", ["a"], 1)
    courier.post(deliveries)
    courier.post(deliveries)
    await courier.close(5)
    assert len(messenger.delivered) == 1


@pytest.mark.parametrize("error", [Forbidden("blocked"), BadRequest("chat not found")])
async def test_what_nobody_can_deliver_is_dropped(
    error: Exception, courier: Courier, messenger: FakeMessenger, storage: MemoryStorage
) -> None:
    messenger.errors = [error]
    courier.post(stored(storage, "telegram:1", ["a", "b"], 1))
    await courier.close(5)
    assert [text for _, text, _ in messenger.delivered] == ["b"]
    assert storage.outbox == {}


@pytest.mark.parametrize("error", [InvalidToken("revoked"), ValueError("a bug")])
async def test_what_may_be_delivered_later_stays(
    error: Exception, courier: Courier, messenger: FakeMessenger, storage: MemoryStorage
) -> None:
    messenger.errors = [error]
    courier.post(stored(storage, "telegram:1", ["a", "b"], 1))
    await courier.close(5)
    assert [text for _, text, _ in messenger.delivered] == ["b"]
    assert [d.message.text for d in storage.pending().result()] == ["a"]


async def test_a_stop_leaves_the_rest_in_the_outbox(
    courier: Courier, messenger: FakeMessenger, storage: MemoryStorage
) -> None:
    messenger.gate.clear()
    courier.post(stored(storage, "telegram:1", ["a", "b"], 1))
    await courier.close(0.05)
    assert [d.message.text for d in storage.pending().result()] == ["a", "b"]


async def test_too_much_on_its_way_holds_up_the_intake(
    courier: Courier,
    messenger: FakeMessenger,
    storage: MemoryStorage,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(courier_module, "MOST_WAITING", 2)
    await courier.room()
    messenger.gate.clear()
    courier.post(stored(storage, "telegram:1", ["a", "b"], 1))
    with pytest.raises(TimeoutError):
        await asyncio.wait_for(courier.room(), 0.02)
    messenger.gate.set()
    await asyncio.wait_for(courier.room(), 1)
    await courier.close(1)

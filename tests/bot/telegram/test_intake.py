"""Updates are stored in their order; Telegram hears of it only then."""

from __future__ import annotations

import asyncio
import io
from concurrent.futures import Future
from contextlib import suppress
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, cast

import pytest
from structlog.testing import capture_logs
from telegram.error import InvalidToken, NetworkError

from bot import log
from bot.errors import StorageError
from bot.flood import FloodLimit
from bot.service import Service
from bot.telegram import polling
from bot.telegram.courier import Courier
from bot.telegram.events import person_of
from bot.telegram.intake import Intake
from messages.message import Message
from tests.bot.memory import MemoryStorage
from tests.bot.telegram.updates import CHAT, message, pressed, said, update

if TYPE_CHECKING:
    from bot.storage.protocol import Delivery, Handled


class Phone:
    """What arrives."""

    def __init__(self) -> None:
        self.shown: list[str] = []
        self.told: list[str] = []
        self.acknowledged: list[str] = []
        self.groups: list[int] = []

    async def deliver(self, delivery: Delivery, _card: int | None) -> None:
        self.shown.append(delivery.message.text)
        self.told.append(delivery.person)

    async def acknowledge(self, query: str) -> None:
        self.acknowledged.append(query)

    async def say(self, chat: int, _message: Message) -> None:
        self.groups.append(chat)


@pytest.fixture
def phone() -> Phone:
    return Phone()


@pytest.fixture
def storage() -> MemoryStorage:
    return MemoryStorage()


@pytest.fixture
def courier(phone: Phone, storage: MemoryStorage) -> Courier:
    return Courier(cast("Any", phone), storage)


@pytest.fixture
def intake(storage: MemoryStorage, courier: Courier) -> Intake:
    return Intake(Service(storage, lambda: datetime(2026, 11, 23, 12, tzinfo=UTC)), courier)


def answers(storage: MemoryStorage) -> dict[str, Any]:
    return dict(storage.people[person_of(CHAT)].answers)


async def test_a_batch_is_handled_in_its_order(
    intake: Intake, courier: Courier, storage: MemoryStorage, phone: Phone
) -> None:
    await intake.take([said("/start", 1), said("célibataire", 2), said("29", 3)])
    await courier.close(5)
    assert set(answers(storage)) == {"marital_status", "birth_date"}
    assert len(phone.shown) == 4


async def test_a_repeated_batch_changes_nothing(
    intake: Intake, courier: Courier, storage: MemoryStorage, phone: Phone
) -> None:
    batch = [said("/start", 1), said("célibataire", 2)]
    await intake.take(batch)
    await intake.take(batch)
    await courier.close(5)
    assert len(phone.shown) == 3
    assert set(answers(storage)) == {"marital_status"}


async def test_who_left_when_the_process_died_is_told_so_after_all(
    intake: Intake, courier: Courier, storage: MemoryStorage, phone: Phone
) -> None:
    """The answer waits nowhere, as nothing of them does; Telegram sends the press again."""
    batch = [said("/start", 1), said("/delete", 2), pressed("confirm:delete", 3)]
    await intake.take(batch)
    assert storage.people == {}
    await intake.take(batch)
    await courier.close(5)
    assert phone.groups == [CHAT], "one line, and nothing else"
    assert storage.people == {}


async def test_every_press_is_acknowledged(intake: Intake, courier: Courier, phone: Phone) -> None:
    presses = [pressed("forged:data", 1), pressed(None, 2), pressed("x", 3, chat=-9, kind="group")]
    await intake.take(presses)
    await courier.close(5)
    assert phone.acknowledged == [p["callback_query"]["id"] for p in presses]


async def test_a_group_leaves_no_trace(
    intake: Intake,
    courier: Courier,
    storage: MemoryStorage,
    phone: Phone,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(Service, "say", lambda *_: (Message("in private, please"),))
    await intake.take([update(message=message(chat=-100, kind="group", text="/start"))])
    await courier.close(5)
    assert phone.groups == [-100]
    assert storage.people == {}
    assert storage.updates == set()


UNREADABLE: list[dict[str, Any]] = [
    {"message": {}},
    {"message": "my secret"},
    {"message": {"text": "my secret"}},
    {"message": {**message(), "text": ["my secret"]}},
    {"message": {**message(text="x"), "date": "my secret"}},
    {"message": {**message(text="x"), "chat": "my secret"}},
    {"message": {**message(text="x"), "from": "my secret"}},
    {"message": {**message(text="/broadcast"), "reply_to_message": "my secret"}},
    {"edited_message": {"text": "my secret"}},
    {"callback_query": "my secret"},
    {"callback_query": {"data": "my secret", "message": {}}},
    {"callback_query": {"data": "my secret", "message": message()["chat"]}},
]


@pytest.mark.parametrize("content", UNREADABLE)
async def test_an_update_that_cannot_be_read_harms_no_other(
    intake: Intake, courier: Courier, storage: MemoryStorage, content: dict[str, Any]
) -> None:
    with capture_logs() as logs:
        await intake.take([update(1, **content), said("/start", 2)])
        await courier.close(5)
    assert list(storage.people) == [person_of(CHAT)]
    assert [log["event"] for log in logs] == ["update_skipped"]


async def test_what_an_unreadable_update_holds_is_not_logged(
    intake: Intake, monkeypatch: pytest.MonkeyPatch
) -> None:
    printed = io.StringIO()
    monkeypatch.setattr("sys.stderr", printed)
    log.configure()
    await intake.take([update(1, **content) for content in UNREADABLE])
    assert printed.getvalue().count("update_skipped") == len(UNREADABLE)
    assert "my secret" not in printed.getvalue()


async def test_a_flood_is_answered_by_one_line_and_touches_nobody_else(
    storage: MemoryStorage, courier: Courier, phone: Phone
) -> None:
    intake = Intake(Service(storage), courier, FloodLimit(20))
    flood = [said("/help", number) for number in range(1000)]
    await intake.take([*flood, said("/start", 2000, chat=8)])
    await courier.close(20)
    assert phone.groups == [CHAT], "the one polite line"
    assert 20 <= sum(person == person_of(CHAT) for person in phone.told) <= 25
    assert phone.told.count(person_of(8)) == 2, "welcome and the first question"


async def test_repetitions_are_no_flood(
    storage: MemoryStorage, courier: Courier, phone: Phone
) -> None:
    intake = Intake(Service(storage), courier, FloodLimit(2))
    start = said("/start", 1)
    for _ in range(30):
        await intake.take([start])
    await intake.take([said("single", 2)])
    await courier.close(5)
    assert phone.groups == []
    assert set(answers(storage)) == {"marital_status"}


class Failing(MemoryStorage):
    """Cannot store while it is locked."""

    locked = True

    def handle(self, *given: Any, **named: Any) -> Future[Handled]:
        if not self.locked:
            return super().handle(*given, **named)
        future: Future[Handled] = Future()
        future.set_exception(StorageError("database is locked"))
        return future


class FakeBot:
    """Gives each of its answers once, then waits for ever."""

    def __init__(self, *given: list[dict[str, Any]] | Exception) -> None:
        self._answers = list(given)
        self.offsets: list[int] = []
        self.exhausted = asyncio.Event()

    async def get_updates(self, offset: int, *_: Any) -> list[dict[str, Any]]:
        self.offsets.append(offset)
        if not self._answers:
            self.exhausted.set()
            await asyncio.Event().wait()
        answer = self._answers.pop(0)
        if isinstance(answer, Exception):
            raise answer
        return answer


async def poll(bot: FakeBot, intake: Intake, courier: Courier) -> None:
    """Until all answers were given, or polling ended by itself."""
    polled = asyncio.create_task(polling.poll(cast("Any", bot), intake, courier))
    exhausted = asyncio.create_task(bot.exhausted.wait())
    await asyncio.wait({polled, exhausted}, timeout=5, return_when=asyncio.FIRST_COMPLETED)
    for task in (polled, exhausted):
        task.cancel()
    await courier.close(1)
    with suppress(asyncio.CancelledError):
        await polled


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(polling, "pause_before", lambda _: 0)


async def test_the_next_batch_is_asked_for_after_the_last_update(
    intake: Intake, courier: Courier
) -> None:
    bot = FakeBot([said("/start", 7), said("x", 9)], [said("y", 10)])
    await poll(bot, intake, courier)
    assert bot.offsets == [0, 10, 11]


@pytest.mark.usefixtures("quick")
async def test_network_trouble_is_waited_out(intake: Intake, courier: Courier) -> None:
    bot = FakeBot(NetworkError("gone"), ValueError("a bug"), [said("/start", 7)])
    await poll(bot, intake, courier)
    assert bot.offsets == [0, 0, 0, 8]


async def test_a_refused_token_ends_it(intake: Intake, courier: Courier) -> None:
    with pytest.raises(InvalidToken):
        await poll(FakeBot(InvalidToken("no")), intake, courier)


@pytest.mark.usefixtures("quick")
async def test_what_was_not_stored_is_asked_for_again(phone: Phone) -> None:
    storage = Failing()
    courier = Courier(cast("Any", phone), storage)
    intake = Intake(Service(storage, lambda: datetime(2026, 11, 23, 12, tzinfo=UTC)), courier)
    batch = [said("/start", 7)]

    class Unlocking(FakeBot):
        async def get_updates(self, offset: int, *more: Any) -> list[dict[str, Any]]:
            storage.locked = len(self.offsets) < 2
            return await super().get_updates(offset, *more)

    bot = Unlocking(batch, batch, batch)
    await poll(bot, intake, courier)
    assert bot.offsets == [0, 0, 0, 8]
    assert list(storage.people) == [person_of(CHAT)]

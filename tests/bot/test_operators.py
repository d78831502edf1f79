"""Commands of those who run the bot; to everybody else they are unknown."""

from __future__ import annotations

from datetime import UTC, datetime
from itertools import count
from typing import TYPE_CHECKING

import pytest

from bot.incoming import Incoming
from bot.operators import Operators
from bot.service import Service
from dialogs.events import Pressed, Said
from dialogs.headcount import SinceStart
from tests.bot.memory import MemoryStorage
from tests.messages.telegram import read, utf16_length

if TYPE_CHECKING:
    from dialogs.conversation import Language
    from messages.message import Message

OLGA, ANNA = "telegram:9", "telegram:1001"
UPDATES = count(1)
NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)


@pytest.fixture
def storage() -> MemoryStorage:
    return MemoryStorage()


@pytest.fixture
def service(storage: MemoryStorage) -> Service:
    return Service(storage, lambda: NOON)


@pytest.fixture
def started() -> list[None]:
    """One a broadcast that was started."""
    return []


@pytest.fixture
def operators(service: Service, started: list[None]) -> Operators:
    seen = SinceStart(12_345, 1)
    return Operators([OLGA], service, lambda: seen, lambda: started.append(None))


def incoming(text: str, person: str = OLGA, language: Language = "en") -> Incoming:
    return Incoming(person, Said(text), language, update=hash((person, text)))


async def ask(operators: Operators, text: str, language: Language = "en") -> str:
    (delivery,) = (await operators.handle(incoming(text, language=language))).deliveries
    return delivery.message.text


@pytest.mark.parametrize("text", ["/stats", "/STATS", "/stats@express_bot", "/stats now"])
def test_a_command_is_an_operators_alone(operators: Operators, text: str) -> None:
    assert operators.asked(incoming(text))
    assert not operators.asked(incoming(text, ANNA))


@pytest.mark.parametrize("text", ["/score", "stats", "/statsx", "", "/"])
def test_all_else_of_an_operator_goes_its_usual_way(operators: Operators, text: str) -> None:
    assert not operators.asked(incoming(text))
    assert not operators.asked(Incoming(OLGA, Pressed("cmd:stats")))


def test_anybody_else_hears_that_the_command_is_unknown(service: Service) -> None:
    told = [
        service.handle(incoming(text, ANNA)).result().deliveries[0].message.text
        for text in ("/stats", "/nonsense")
    ]
    assert told[0] == told[1]
    assert "not know that command" in told[0]


async def test_people_are_counted_by_what_they_did(operators: Operators, service: Service) -> None:
    service.handle(incoming("/start", ANNA, "fr")).result()
    service.handle(incoming("/start", "telegram:1002")).result()
    service.handle(Incoming("telegram:1002", Pressed("a:marital_status:single"))).result()
    told = await ask(operators, "/stats")
    for line in (
        "2 people stored",
        "• today: 2",
        "• begun, nothing answered yet: 1",
        "• answering: 1",
        "• finished: 0",
        "• Français: 1",
        "12,345 updates, 1 error",
    ):
        assert line in told
    assert "1001" not in told


async def test_an_operator_is_answered_in_their_language_and_stays_where_they_are(
    operators: Operators, service: Service, storage: MemoryStorage
) -> None:
    assert "2 " not in await ask(operators, "/stats", "fr")
    assert storage.people == {}, "nothing is kept of somebody who only asks for counts"
    service.handle(incoming("/start", language="fr")).result()
    before = storage.people[OLGA]
    assert "1 personne gardée" in await ask(operators, "/stats ", "en")
    assert storage.people[OLGA] == before


async def test_a_repeated_command_is_answered_once(operators: Operators, service: Service) -> None:
    service.handle(incoming("/start")).result()
    first = await operators.handle(incoming("/stats"))
    service.storage.sent(first.deliveries[0]).result()
    again = await operators.handle(incoming("/stats"))
    assert (again.repeated, again.deliveries) == (True, ())


async def shown(operators: Operators, event: Said | Pressed, origin: int | None = None) -> Message:
    asked = Incoming(OLGA, event, "en", update=next(UPDATES), origin=origin)
    assert operators.asked(asked)
    return (await operators.handle(asked)).deliveries[0].message


def button(message: Message, kind: str) -> Pressed:
    data = [each.data for row in message.buttons for each in row]
    return Pressed(next(each for each in data if each.startswith(kind)))


@pytest.fixture
def known(service: Service) -> None:
    for person in (ANNA, "telegram:1002"):
        service.handle(incoming("/start", person)).result()


@pytest.mark.usefixtures("known")
async def test_a_broadcast_is_shown_and_sent_once_it_is_confirmed(
    operators: Operators, storage: MemoryStorage, started: list[None]
) -> None:
    asked = await shown(operators, Said("/broadcast  New <b>rules</b>\n{{ today }} "))
    assert "Send this to 2 people?" in asked.text
    assert "New &lt;b&gt;rules&lt;/b&gt;\n{{ today }}</blockquote>" in asked.text
    assert started == []
    going = await shown(operators, button(asked, "broadcast:send"), origin=60)
    assert "On its way: 0 of 2" in going.text
    assert going.edits
    assert len(started) == 1
    now = storage.broadcasts.current().result()
    assert now is not None
    assert (now.text, now.state) == ("New <b>rules</b>\n{{ today }}", "sending")
    again = await shown(operators, button(asked, "broadcast:send"))
    assert again.text == going.text
    assert "On its way" in (await shown(operators, Said("/broadcast Another"))).text
    ended = await shown(operators, Said("/broadcast_stop"))
    assert "Ended before everybody had it" in ended.text
    assert "Nothing is being sent" in (await shown(operators, Said("/broadcast_stop"))).text
    assert "Ended" in (await shown(operators, button(asked, "broadcast:send"))).text
    assert len(started) == 1


@pytest.mark.usefixtures("known")
async def test_only_the_newest_card_sends_anything(
    operators: Operators, storage: MemoryStorage, started: list[None]
) -> None:
    first = await shown(operators, Said("/broadcast One"))
    second = await shown(operators, Said("/broadcast Two"))
    stale = await shown(operators, button(first, "broadcast:send"))
    assert "earlier conversation" in stale.text
    dropped = await shown(operators, button(second, "broadcast:drop"))
    assert "not sent to anybody" in dropped.text
    await shown(operators, button(second, "broadcast:send"))
    assert started == []
    now = storage.broadcasts.current().result()
    assert now is not None
    assert (now.text, now.state) == ("Two", "stopped")


@pytest.mark.parametrize(
    "data", ["broadcast:", "broadcast:send", "broadcast:send:", "broadcast:send:x:y", "broadcast:x"]
)
async def test_a_forged_button_sends_nothing(
    operators: Operators, started: list[None], data: str
) -> None:
    await shown(operators, Said("/broadcast One"))
    await shown(operators, Pressed(data))
    assert started == []


async def test_a_button_of_an_operator_is_nobody_elses(operators: Operators) -> None:
    card = await shown(operators, Said("/broadcast One"))
    assert not operators.asked(Incoming(ANNA, button(card, "broadcast:send")))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("/broadcast", "After /broadcast comes"),
        ("/broadcast   ", "After /broadcast comes"),
        ("/broadcast " + "é" * 3_501, "at most 3,500 characters"),
        ("/broadcast " + "😀" * 1_751, "at most 3,500 characters"),
        ("/broadcast " + "&" * 3_500, "Send this to 0 people?"),
        ("/broadcast_stop", "Nothing is being sent"),
    ],
)
async def test_what_cannot_be_sent_is_told(operators: Operators, text: str, said: str) -> None:
    reply = await shown(operators, Said(text))
    assert said in reply.text
    assert utf16_length(read(reply.text).text) <= 4_096


async def test_a_repeated_command_asks_about_the_same_broadcast(operators: Operators) -> None:
    asked = Incoming(OLGA, Said("/broadcast One"), "en", update=77)
    first, again = (await operators.handle(asked)), (await operators.handle(asked))
    assert first.deliveries == again.deliveries or again.repeated

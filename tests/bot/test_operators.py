"""Commands of those who run the bot; to everybody else they are unknown."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from bot.incoming import Incoming
from bot.operators import Operators
from bot.service import Service
from dialogs.events import Pressed, Said
from dialogs.headcount import SinceStart
from tests.bot.memory import MemoryStorage

if TYPE_CHECKING:
    from dialogs.conversation import Language

OLGA, ANNA = "telegram:9", "telegram:1001"
NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)


@pytest.fixture
def storage() -> MemoryStorage:
    return MemoryStorage()


@pytest.fixture
def service(storage: MemoryStorage) -> Service:
    return Service(storage, lambda: NOON)


@pytest.fixture
def operators(service: Service) -> Operators:
    return Operators([OLGA], service, lambda: SinceStart(12_345, 1))


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

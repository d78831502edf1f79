"""From an event to messages, through the real conversation."""

from __future__ import annotations

import io
import json
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from bot import log, notices
from bot.incoming import Incoming
from bot.service import Service
from dialogs.conversation import LANGUAGES, Language
from dialogs.events import Pressed, Said
from tests.bot.memory import MemoryStorage

if TYPE_CHECKING:
    from bot.storage.protocol import Handled

ANNA = "telegram:1001"


@pytest.fixture
def storage() -> MemoryStorage:
    return MemoryStorage()


@pytest.fixture
def service(storage: MemoryStorage) -> Service:
    return Service(storage, lambda: datetime(2026, 11, 23, 12, tzinfo=UTC))


def say(service: Service, text: str, language: Language = "en") -> Handled:
    return service.handle(Incoming(ANNA, Said(text), language)).result()


def test_a_newcomer_is_greeted_in_their_language(service: Service, storage: MemoryStorage) -> None:
    say(service, "/start", "fr")
    assert storage.people[ANNA].language == "fr"
    assert storage.people[ANNA].started


def test_a_language_is_changed_only_when_insisted_on(
    service: Service, storage: MemoryStorage
) -> None:
    say(service, "/start", "fr")
    say(service, "/help", "en")
    assert storage.people[ANNA].language == "fr"
    service.handle(Incoming(ANNA, Said("/help"), "en", insist=True)).result()
    assert storage.people[ANNA].language == "en"


def test_the_day_comes_from_the_clock(storage: MemoryStorage) -> None:
    service = Service(storage, lambda: datetime(2030, 1, 1, tzinfo=UTC))
    say(service, "/start")
    say(service, "single")
    say(service, "5 March 2029")
    assert "birth_date" not in storage.people[ANNA].answers or (
        storage.people[ANNA].answers["birth_date"] != "2029-03-05"
    )


def test_leaving_erases_and_says_goodbye_in_the_same_language(
    service: Service, storage: MemoryStorage
) -> None:
    say(service, "/start", "fr")
    asked = say(service, "/delete")
    data = [b.data for d in asked.deliveries for row in d.message.buttons for b in row]
    confirm = next(d for d in data if d.startswith("confirm:delete"))
    gone = service.handle(Incoming(ANNA, Pressed(confirm))).result()
    assert gone.forgotten
    assert "effacé" in gone.deliveries[0].message.text
    assert storage.people == {}


def test_a_failure_is_an_apology_and_loses_nothing(
    service: Service, storage: MemoryStorage, monkeypatch: pytest.MonkeyPatch
) -> None:
    say(service, "/start", "fr")
    say(service, "single")
    before = storage.people[ANNA]

    def fail(*_: object) -> None:
        raise ValueError("my-secret-answer is no date")

    monkeypatch.setattr("bot.service.handle", fail)
    written = io.StringIO()
    monkeypatch.setattr("sys.stderr", written)
    log.configure()
    handled = service.handle(Incoming(ANNA, Said("my-secret-answer"), update=1)).result()
    assert [d.message for d in handled.deliveries] == list(service.say(notices.APOLOGY, "fr"))
    assert storage.people[ANNA] == before
    assert service.handle(Incoming(ANNA, Said("my-secret-answer"), update=1)).result().repeated
    entry = json.loads(written.getvalue())
    assert entry["event"] == "event_failed"
    assert "ValueError in fail" in entry["error"]
    assert "my-secret-answer" not in written.getvalue()
    assert "1001" not in written.getvalue()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("key", notices.ALL)
def test_the_front_ends_own_lines_have_words(
    service: Service, key: str, language: Language
) -> None:
    (message,) = service.say(key, language)
    assert message.text

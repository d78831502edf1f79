"""Buttons that are forged, replayed, old or somebody else's, and words that try to be more."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from html import unescape

import pytest

from bot.incoming import Incoming
from bot.service import Service
from dialogs.conversation import LANGUAGES, Language
from dialogs.events import Pressed, Said
from dialogs.replies import Ask, Problem
from messages.present import present
from tests.bot.memory import MemoryStorage
from tests.figures import figure
from tests.messages.telegram import read

ANNA, BORIS = "telegram:1001", "telegram:1002"
CARD = Ask("occupation", ("unknown",), card=4, number=4, total=18, answers={})
FORGED = (
    "a:marital_status:married:1",
    "a:education:master:999",
    "a:education:nonsense:3",
    "a:no_such_question:yes:3",
    "a:::",
    "a:birth_date:1900-01-01:3",
    "facts:confirm",
    "suppose:keep:3",
    "confirm:delete:zz",
    "change:no_such_question",
    "cmd:no_such_command",
    "of_another_version:1:2:3",
    "",
    "x" * 64,
    "{{ 7 * 7 }}",
    "\x00\u202e",
)
STRANGE = (
    "<b>Tom</b> & <a href='tg://user?id=1'>Zoé</a>",
    "&lt;b&gt;",
    "{{ 7 * 7 }} {% raw %} {# x #} {0} %s ${x}",
    "\u202eabc\u202c \u2067def\u2069",
    "a\u200bb\u200dc\ufeffd",
    "\U0001f1e8\U0001f1e6 e\u0301",
)


@pytest.fixture
def storage() -> MemoryStorage:
    return MemoryStorage()


@pytest.fixture
def service(storage: MemoryStorage) -> Service:
    return Service(storage, lambda: datetime(2026, 11, 23, 12, tzinfo=UTC))


def begun(service: Service, person: str, *said: str) -> list[str]:
    """Somebody answers; all buttons that they were shown."""
    shown = []
    for words in ("/start", *said):
        handled = service.handle(Incoming(person, Said(words))).result()
        rows = (row for each in handled.deliveries for row in each.message.buttons)
        shown += [button.data for row in rows for button in row]
    return shown


@pytest.mark.parametrize("data", FORGED)
def test_a_forged_button_changes_no_answer(
    service: Service, storage: MemoryStorage, data: str
) -> None:
    begun(service, ANNA, "single", "29")
    before = storage.people[ANNA].answers
    handled = service.handle(Incoming(ANNA, Pressed(data))).result()
    assert storage.people[ANNA].answers == before
    assert handled.deliveries, "a way on is shown"


def test_answers_pressed_again_or_by_another_change_nothing(
    service: Service, storage: MemoryStorage
) -> None:
    """Anna's buttons, all but those of her newest card, pressed by her and by Boris."""
    buttons = begun(service, ANNA, "single", "29")
    begun(service, BORIS, "married")
    before = {person: kept.answers for person, kept in storage.people.items()}
    old = [d for d in buttons if d.startswith(("a:", "back:", "skip:")) and not d.endswith(":3")]
    assert len(old) > 5
    presses = 0
    for data in old:
        for person in (ANNA, BORIS):
            if data.endswith(f":{storage.people[person].card}"):
                continue  # the very button that this person sees, too
            service.handle(Incoming(person, Pressed(data))).result()
            presses += 1
    assert {person: kept.answers for person, kept in storage.people.items()} == before
    figure("old and foreign buttons", presses=presses, forged_ones_beside=len(FORGED), changes=0)


@pytest.mark.parametrize("words", STRANGE)
@pytest.mark.parametrize("language", LANGUAGES)
def test_words_are_shown_as_they_are(service: Service, words: str, language: Language) -> None:
    for asked in ("single", "29", words, "/export"):
        handled = service.handle(Incoming(ANNA, Said(asked), language)).result()
        for delivery in handled.deliveries:
            shown = read(delivery.message.text)
            assert shown.faults == []
            assert "49" not in shown.text
    quoting = replace(CARD, problem=Problem("noc_unknown", {"given": words}))
    (screen,) = present([quoting], Said(words), language, date(2026, 11, 23))
    assert words in unescape(screen.text)
    assert read(screen.text).faults == []

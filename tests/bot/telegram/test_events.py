"""What an update means."""

from __future__ import annotations

from typing import Any

import pytest

from bot.telegram.events import InGroup, chat_of, fingerprint, person_of, read
from dialogs.events import Event, Pressed, Said, Sent
from tests.bot.telegram.updates import CHAT, message, pressed, said, update

PHOTO = [{"file_id": "x", "file_unique_id": "y", "width": 1, "height": 1}]
FILE = {"file_id": "x", "file_unique_id": "y"}


def event(**content: Any) -> Event | None:
    incoming = read(update(message=message(**content)))
    assert not isinstance(incoming, InGroup)
    return incoming.event if incoming else None


def test_words() -> None:
    incoming = read(said("/start@fixture_bot payload"))
    assert not isinstance(incoming, InGroup)
    assert incoming is not None
    assert incoming.person == person_of(CHAT)
    assert incoming.event == Said("/start@fixture_bot payload")
    assert incoming.language == "fr"
    assert incoming.origin is None


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("/broadcast", "/broadcast The rules\nchanged"),
        ("/broadcast@fixture_bot", "/broadcast@fixture_bot The rules\nchanged"),
        ("/broadcast Another text", "/broadcast Another text"),
        ("/score", "/score"),
        ("why", "why"),
    ],
)
def test_a_text_to_send_may_be_the_message_that_is_answered(text: str, meant: str) -> None:
    answered = message(text="The rules\nchanged")
    assert event(text=text, reply_to_message=answered) == Said(meant)
    picture = message(photo=PHOTO)
    assert event(text=text, reply_to_message=picture) == Said(text)


def test_a_press() -> None:
    incoming = read(pressed("a:education:master:3", on=61))
    assert not isinstance(incoming, InGroup)
    assert incoming is not None
    assert incoming.person == person_of(CHAT)
    assert incoming.event == Pressed("a:education:master:3")
    assert incoming.origin == 61


def test_a_press_on_a_message_too_old_to_be_shown() -> None:
    old = {"message_id": 9, "date": 0, "chat": {"id": CHAT, "type": "private"}}
    query = {
        "id": "1",
        "from": {"id": CHAT, "is_bot": False, "first_name": "Z"},
        "chat_instance": "1",
        "data": "x",
        "message": old,
    }
    incoming = read(update(callback_query=query))
    assert not isinstance(incoming, InGroup)
    assert incoming is not None
    assert incoming.origin == 9


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        ({"photo": PHOTO, "caption": "my passport"}, "photo"),
        ({"voice": {**FILE, "duration": 3}}, "voice"),
        ({"document": FILE}, "document"),
        (
            {
                "sticker": {**FILE, "width": 1, "height": 1, "type": "regular"}
                | {"is_animated": False, "is_video": False}
            },
            "sticker",
        ),
        ({"contact": {"phone_number": "1", "first_name": "Z"}}, "contact"),
        ({"location": {"longitude": 1.0, "latitude": 1.0}}, "location"),
        ({"dice": {"emoji": "🎲", "value": 3}}, "dice"),
    ],
)
def test_other_things_by_their_kind(content: dict[str, Any], kind: str) -> None:
    assert event(**content) == Sent(kind)


def test_telegrams_own_remarks_are_no_events() -> None:
    assert event(pinned_message=message(text="x")) is None
    assert event(message_auto_delete_timer_changed={"message_auto_delete_time": 5}) is None


@pytest.mark.parametrize("kind", ["channel_post", "edited_channel_post"])
def test_what_is_not_answered(kind: str) -> None:
    assert read(update(1, **{kind: message(text="x")})) is None


def test_words_that_are_rewritten_are_told_apart() -> None:
    incoming = read(update(1, edited_message=message(text="/delete")))
    assert not isinstance(incoming, InGroup)
    assert incoming is not None
    assert incoming.event == Sent("edit")
    place = message(location={"longitude": 1.0, "latitude": 1.0})
    assert read(update(1, edited_message=place)) is None
    group = message(chat=-100, kind="group", text="x")
    assert read(update(1, edited_message=group)) is None


def test_presses_without_data_or_outside_a_private_chat_are_no_events() -> None:
    assert read(pressed(None)) is None
    assert read(pressed("x", chat=-100, kind="supergroup")) is None


def test_a_group_is_pointed_to_a_private_chat_when_it_calls() -> None:
    call = message(chat=-100, kind="group", text="/start@fixture_bot")
    assert read(update(message=call)) == InGroup(-100, "fr")
    assert read(update(message=message(chat=-100, kind="group", text="hello"))) is None


def test_a_fingerprint_is_the_updates_own() -> None:
    one = said("x", 5)
    assert fingerprint(one) == fingerprint(one)
    assert fingerprint(one) != fingerprint(said("x", 5)), "another message under the same id"
    assert fingerprint(pressed("x", 5)) != fingerprint(pressed("x", 6))
    assert -(2**63) <= fingerprint(one) < 2**63


def test_chats_and_people() -> None:
    assert chat_of(person_of(12)) == 12
    assert chat_of("terminal:me") is None

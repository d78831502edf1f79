"""What an update means."""

from __future__ import annotations

from inspect import signature
from typing import Any

import pytest
from telegram import Message
from telegram.constants import MessageAttachmentType

from bot.telegram.events import InGroup, chat_of, fingerprint, person_of, read
from bot.telegram.kinds import REMARKS, SENT
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


ABOUT = frozenset(
    {"message_id", "date", "chat", "from_user", "sender_chat", "via_bot", "edit_date", "api_kwargs"}
    | {"author_signature", "business_connection_id", "sender_business_bot", "sender_boost_count"}
    | {"is_automatic_forward", "is_from_offline", "is_paid_post", "is_topic_message", "sender_tag"}
    | {"message_thread_id", "media_group_id", "reply_markup", "paid_star_count", "effect_id"}
    | {"direct_messages_topic", "suggested_post_info", "has_protected_content", "forward_origin"}
    | {"guest_bot_caller_user", "guest_bot_caller_chat", "guest_query_id"}
    | {"reply_to_message", "reply_to_story", "reply_to_checklist_task_id", "external_reply"}
    | {"reply_to_poll_option_id", "quote", "link_preview_options", "entities", "caption_entities"}
    | {"caption", "show_caption_above_media", "has_media_spoiler"}
)
"""What a message has beside its content."""
PARTS = frozenset(signature(Message).parameters)


def test_every_part_of_a_message_is_known() -> None:
    """Fails with a release of the library that knows a new kind: add it to ``kinds``."""
    assert {"text", *SENT, *REMARKS, *ABOUT} == PARTS
    assert len({*SENT, *REMARKS, *ABOUT}) == len(SENT) + len(REMARKS) + len(ABOUT)
    assert {*MessageAttachmentType} <= {*SENT}


def event_of(got: dict[str, Any]) -> Event | None:
    incoming = read(got)
    assert not isinstance(incoming, InGroup)
    return incoming.event if incoming else None


def content(kind: str) -> Any:
    """Some kinds hold nothing."""
    return [{}] if kind in ("photo", "new_chat_members", "new_chat_photo") else {}


@pytest.mark.parametrize("kind", SENT)
def test_whatever_somebody_sends_is_an_event(kind: str) -> None:
    assert event_of(update(1, message=message(**{kind: content(kind)}))) == Sent(kind)


@pytest.mark.parametrize("kind", REMARKS)
def test_telegrams_own_remarks_are_no_events(kind: str) -> None:
    assert event_of(update(1, message=message(**{kind: content(kind)}))) is None
    assert event_of(update(1, edited_message=message(**{kind: content(kind)}))) is None


def test_of_two_kinds_the_narrower_is_meant() -> None:
    place = {"longitude": 1.0, "latitude": 1.0}
    assert event(venue={"location": place, "title": "t", "address": "a"}, location=place) == Sent(
        "venue"
    )
    film = {**FILE, "width": 1, "height": 1, "duration": 1}
    assert event(animation=film, document=FILE) == Sent("animation")


def test_what_is_newer_than_the_library_is_something_sent() -> None:
    assert event() == event(hologram={"file_id": "x"}) == Sent("unknown")


@pytest.mark.parametrize(
    ("part", "told"),
    [(part, True) for part in ("text", "caption", "photo", "document", "video")]
    + [(part, False) for part in ("location", "venue", "poll", "game", "checklist")],
)
def test_what_changes_by_itself_is_no_rewriting(part: str, told: bool) -> None:
    edited = update(1, edited_message=message(**{part: content(part)}))
    assert event_of(edited) == (Sent("edit") if told else None)


@pytest.mark.parametrize("kind", ["channel_post", "edited_channel_post"])
def test_what_is_not_answered(kind: str) -> None:
    assert read(update(1, **{kind: message(text="x")})) is None


def test_words_that_are_rewritten_are_told_apart() -> None:
    incoming = read(update(1, edited_message=message(text="/delete")))
    assert not isinstance(incoming, InGroup)
    assert incoming is not None
    assert incoming.event == Sent("edit")
    group = message(chat=-100, kind="group", text="x")
    assert read(update(1, edited_message=group)) is None


def test_presses_without_data_or_outside_a_private_chat_are_no_events() -> None:
    assert read(pressed(None)) is None
    assert read(pressed("x", chat=-100, kind="supergroup")) is None


def test_a_group_is_pointed_to_a_private_chat_when_it_calls() -> None:
    call = message(chat=-100, kind="group", text="/start@fixture_bot")
    assert read(update(message=call)) == InGroup(-100, "fr")
    assert read(update(message=message(chat=-100, kind="group", text="hello"))) is None


def test_a_fingerprint_is_that_of_earlier_releases() -> None:
    """What they stored is known when Telegram repeats it."""
    said_then = {"message_id": 61, "date": 1_790_000_000, "chat": {"id": 5, "type": "private"}}
    edited, old = {**said_then, "edit_date": 1_790_000_001}, {**said_then, "date": 0}
    assert fingerprint(update(7, message=said_then)) == 2244162773626675186
    assert fingerprint(update(8, edited_message=edited)) == -2819122843722432821
    query = {"id": "77", "chat_instance": "1", "data": "x"}
    pressed_then = update(9, callback_query={**query, "message": said_then})
    assert fingerprint(pressed_then) == -5467171883766583210
    too_old = update(9, callback_query={**query, "message": old})
    assert fingerprint(too_old) == -8881843502747198218


def test_a_fingerprint_is_the_updates_own() -> None:
    one = said("x", 5)
    assert fingerprint(one) == fingerprint(one)
    assert fingerprint(one) != fingerprint(said("x", 5)), "another message under the same id"
    assert fingerprint(pressed("x", 5)) != fingerprint(pressed("x", 6))
    assert -(2**63) <= fingerprint(one) < 2**63


def test_chats_and_people() -> None:
    assert chat_of(person_of(12)) == 12
    assert chat_of("terminal:me") is None

"""What every storage promises of replies: they wait, whole and in order, until they were sent."""

from __future__ import annotations

from bot.storage.protocol import Decision, Storage
from dialogs.conversation import Conversation
from messages.message import Button, Document, Drawing, Message
from tests.bot.storage.people import ANNA, BORIS, TODAY, answers, stored


def test_a_repeated_update_changes_nothing_and_gives_what_is_unsent(storage: Storage) -> None:
    first = storage.handle(ANNA, answers("education", "master"), on=TODAY, update=7).result()
    storage.sent(first.deliveries[0]).result()
    again = storage.handle(ANNA, answers("education", "none"), on=TODAY, update=7).result()
    assert again.repeated
    assert again.deliveries == first.deliveries[1:]
    storage.sent(first.deliveries[1]).result()
    third = storage.handle(ANNA, answers("education", "none"), on=TODAY, update=7).result()
    assert third.repeated
    assert third.deliveries == ()
    kept = stored(storage, ANNA)
    assert kept is not None
    assert kept.answers == {"education": "master"}


def test_unsent_replies_wait_in_order(storage: Storage) -> None:
    one = storage.handle(ANNA, answers("a", "1"), on=TODAY, update=1, origin=55).result()
    two = storage.handle(BORIS, answers("b", "2"), on=TODAY, update=2).result()
    assert storage.pending().result() == one.deliveries + two.deliveries
    assert [d.origin for d in one.deliveries] == [55, 55]
    storage.sent(one.deliveries[0]).result()
    assert storage.pending().result() == (one.deliveries[1], *two.deliveries)


def test_replies_without_an_update_are_the_callers_alone(storage: Storage) -> None:
    handled = storage.handle(ANNA, answers("a", "1"), on=TODAY).result()
    assert [d.number for d in handled.deliveries] == [None, None]
    assert storage.pending().result() == ()


def test_a_message_waits_whole(storage: Storage) -> None:
    message = Message(
        "<b>ciné</b> 🎬",
        ((Button("Oui", "a:x:yes"), Button("Non", "a:x:no")), (Button("?", "why:x"),)),
        edits=True,
        photo=b"\x89PNG\x00",
        document=Document("export.json", '{"é": 1}\n'),
        drawing=Drawing("a.typ", {"day": [2026, 11, 23], "é": None}, "a.pdf", "in <b>words</b>"),
    )
    storage.handle(
        ANNA, lambda _: Decision(Conversation(), (message,)), on=TODAY, update=1
    ).result()
    assert storage.pending().result()[0].message == message


def test_a_file_of_bytes_waits_whole(storage: Storage) -> None:
    message = Message("yours", document=Document("a.pdf", content=b"%PDF\x00\xff"))
    storage.handle(
        ANNA, lambda _: Decision(Conversation(), (message,)), on=TODAY, update=1
    ).result()
    assert storage.pending().result()[0].message == message


def test_the_live_card_is_remembered(storage: Storage) -> None:
    first = storage.handle(ANNA, answers("a", "1"), on=TODAY, update=1).result()
    assert first.language == "fr"
    assert first.deliveries[0].card is None
    storage.sent(first.deliveries[0], card=42).result()
    storage.sent(first.deliveries[1]).result()
    second = storage.handle(ANNA, answers("a", "2"), on=TODAY, update=2).result()
    assert [d.card for d in second.deliveries] == [42, 42]
    assert storage.pending().result() == second.deliveries
    storage.sent(second.deliveries[0], card=0).result()
    third = storage.handle(ANNA, answers("a", "3"), on=TODAY, update=3).result()
    assert third.deliveries[0].card == 0

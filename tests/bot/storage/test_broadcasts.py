"""What every storage promises of broadcasts: one at a time, one turn for everybody."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from bot.storage.protocol import Decision, Recipient, Storage
from dialogs.broadcast import Broadcast
from dialogs.conversation import Conversation
from tests.bot.storage.people import ANNA, BORIS, TODAY, answers, leave, stored

if TYPE_CHECKING:
    from bot.storage.protocol import Fate


def starts(*people: str, storage: Storage, number: int = 7) -> Broadcast | None:
    for person in people:
        storage.handle(person, answers("a", "1"), on=TODAY).result()
    storage.broadcasts.propose(number, "Hello").result()
    return storage.broadcasts.start(number).result()


def turns(storage: Storage, most: int = 10) -> list[str]:
    return [each.person for each in storage.broadcasts.recipients(most).result()]


def test_a_broadcast_is_asked_about_before_anybody_has_a_turn(storage: Storage) -> None:
    assert storage.broadcasts.current().result() is None
    storage.handle(ANNA, answers("a", "1"), on=TODAY).result()
    asked = storage.broadcasts.propose(7, "<b>Hello</b>").result()
    assert asked == Broadcast(7, "<b>Hello</b>", "asked", 1)
    assert storage.broadcasts.current().result() == asked
    assert turns(storage) == []
    assert storage.broadcasts.start(8).result() == asked, "another number"
    assert storage.broadcasts.start(7).result() == replace(asked, state="sending")
    assert turns(storage) == [ANNA]


def test_one_broadcast_at_a_time(storage: Storage) -> None:
    storage.broadcasts.propose(6, "Never sent").result()
    sending = starts(ANNA, storage=storage)
    assert storage.broadcasts.propose(8, "Later").result() == sending
    assert storage.broadcasts.start(7).result() == sending
    ended = storage.broadcasts.end(7, early=True).result()
    assert ended is not None
    assert ended.state == "stopped"
    assert storage.broadcasts.end(7, early=False).result() == ended
    assert storage.broadcasts.start(7).result() == ended, "it starts once"
    assert storage.broadcasts.propose(7, "Hello").result() == ended, "as does a repeated command"
    assert storage.broadcasts.propose(8, "Later").result().state == "asked"


def test_everybody_has_one_turn_in_their_order(storage: Storage) -> None:
    people = [f"telegram:{n}" for n in range(2000, 2007)]
    starts(*people, storage=storage)
    storage.handle("telegram:1", answers("a", "1"), on=TODAY).result()
    had: list[str] = []
    while here := turns(storage, 3):
        assert turns(storage, 3) == here, "until they had it"
        for person in here:
            assert storage.broadcasts.begin(person, 40).result()
            storage.broadcasts.reached(7, person, "sent").result()
        had += here
    assert had == people, "without whoever came later"
    done = storage.broadcasts.end(7, early=False).result()
    assert done == Broadcast(7, "Hello", "done", people=7, sent=7)


def test_what_was_begun_is_known_after_a_crash(storage: Storage) -> None:
    first = storage.handle(BORIS, answers("a", "1"), on=TODAY, update=1).result()
    storage.sent(first.deliveries[0], card=42).result()
    starts(ANNA, BORIS, storage=storage)
    assert set(turns(storage)) == {ANNA, BORIS}
    assert storage.broadcasts.begin(BORIS, 51).result()
    found = {each.person: each for each in storage.broadcasts.recipients(10).result()}
    assert found == {ANNA: Recipient(ANNA, "fr"), BORIS: Recipient(BORIS, "fr", 51, 42)}
    storage.broadcasts.wait(BORIS).result()
    assert {each.after for each in storage.broadcasts.recipients(10).result()} == {None}


def test_fates_are_counted(storage: Storage) -> None:
    starts(ANNA, storage=storage)
    fates: tuple[Fate, ...] = ("sent", "blocked", "blocked", "failed", "unclear")
    for fate in fates:
        storage.broadcasts.reached(7, ANNA, fate).result()
    now = storage.broadcasts.current().result()
    assert now is not None
    assert (now.sent, now.blocked, now.failed, now.unclear, now.tried) == (1, 2, 1, 1, 5)


@pytest.mark.parametrize(
    "known", [Conversation(news=False), Conversation(unreachable=True)], ids=["stopped", "blocked"]
)
def test_who_takes_no_broadcasts_has_no_turn(storage: Storage, known: Conversation) -> None:
    storage.handle(BORIS, lambda _: Decision(known, ()), on=TODAY).result()
    storage.handle("terminal:zoe", lambda _: Decision(Conversation(), ()), on=TODAY).result()
    sending = starts(ANNA, storage=storage)
    assert sending is not None
    assert sending.people == 1
    assert turns(storage) == [ANNA]
    assert stored(storage, BORIS) == known


def test_who_stops_them_meanwhile_has_no_turn_any_more(storage: Storage) -> None:
    starts(ANNA, BORIS, storage=storage)
    assert set(turns(storage)) == {ANNA, BORIS}
    storage.handle(ANNA, lambda _: Decision(Conversation(news=False), ()), on=TODAY).result()
    assert not storage.broadcasts.begin(ANNA, 3).result()
    assert turns(storage) == [BORIS]


def test_who_leaves_has_no_turn_any_more(storage: Storage) -> None:
    starts(ANNA, BORIS, "telegram:1003", storage=storage)
    assert ANNA in turns(storage, 2)
    storage.handle(ANNA, leave, on=TODAY).result()
    storage.forget("telegram:1003").result()
    assert not storage.broadcasts.begin(ANNA, 3).result()
    storage.handle(ANNA, answers("a", "1"), on=TODAY).result()
    assert turns(storage) == [BORIS]
    storage.broadcasts.reached(7, BORIS, "sent").result()
    assert turns(storage) == []


def test_nobody_has_a_turn_once_it_was_ended(storage: Storage) -> None:
    starts(ANNA, BORIS, storage=storage)
    assert turns(storage, 1)
    storage.broadcasts.end(7, early=True).result()
    assert turns(storage) == []
    assert not storage.broadcasts.begin(ANNA, 3).result()

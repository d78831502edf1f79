"""What every storage promises of counts: how many people there are now, and how far they are."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from bot.storage.protocol import Decide, Decision, Storage
from dialogs.conversation import Conversation
from dialogs.headcount import UNKNOWN_PROGRESS, Headcount
from tests.bot.storage.people import ANNA, BORIS, TODAY, answers, leave

if TYPE_CHECKING:
    from dialogs.progress import Progress


def is_at(far: Progress, conversation: Conversation) -> Decide:
    return lambda _: Decision(conversation, (), progress=far)


def test_nobody_is_counted_where_nobody_is(storage: Storage) -> None:
    assert storage.headcount(TODAY).result() == Headcount()


def test_people_are_counted_as_they_are_now(storage: Storage) -> None:
    days = {ANNA: 0, BORIS: 1, "telegram:1003": 6, "telegram:1004": 29, "telegram:1005": 30}
    for person, ago in days.items():
        heard = (TODAY - timedelta(days=ago)).isoformat()
        known = Conversation("fr" if ago else "en", alerts=ago > 1, heard_on=heard)
        storage.handle(person, is_at("answering", known), on=TODAY).result()
    assert storage.headcount(TODAY).result() == Headcount(
        people=5,
        active_day=1,
        active_week=3,
        active_month=4,
        progress={"answering": 5},
        languages={"en": 1, "fr": 4},
        alerts=3,
    )
    again = Conversation("en", heard_on=TODAY.isoformat())
    storage.handle("telegram:1005", is_at("finished", again), on=TODAY).result()
    storage.handle("telegram:1004", leave, on=TODAY).result()
    storage.forget("telegram:1003").result()
    assert storage.headcount(TODAY).result() == Headcount(
        people=3,
        active_day=2,
        active_week=3,
        active_month=3,
        progress={"answering": 2, "finished": 1},
        languages={"en": 2, "fr": 1},
        alerts=0,
    )


def test_who_wants_alerts_is_counted_while_within_reach(storage: Storage) -> None:
    def counted(person: str, known: Conversation | None) -> int:
        storage.handle(person, lambda _: Decision(known, ()), on=TODAY).result()
        return storage.headcount(TODAY).result().watching

    wants = Conversation("fr", told_of=("invited",))
    assert [counted(ANNA, wants), counted(BORIS, wants)] == [1, 2]
    assert counted(ANNA, replace(wants, told_of=("rules",), alerts=True)) == 2
    assert counted(ANNA, replace(wants, unreachable=True)) == 1
    assert counted(ANNA, wants) == 2
    assert counted(BORIS, replace(wants, told_of=())) == 1
    assert counted(ANNA, None) == 0
    assert storage.headcount(TODAY).result() == replace(
        Headcount(), people=1, progress={UNKNOWN_PROGRESS: 1}, languages={"fr": 1}
    )


def test_how_far_somebody_is_stays_until_it_is_told_anew(storage: Storage) -> None:
    storage.handle(ANNA, answers("a", "1"), on=TODAY).result()
    assert storage.headcount(TODAY).result().progress == {UNKNOWN_PROGRESS: 1}
    storage.handle(ANNA, is_at("finished", Conversation()), on=TODAY).result()
    storage.handle(ANNA, answers("a", "2"), on=TODAY).result()
    assert storage.headcount(TODAY).result().progress == {"finished": 1}

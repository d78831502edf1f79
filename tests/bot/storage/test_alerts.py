"""Alerts in every storage: who has heard how far, whatever happens in between."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from bot.storage.backup import back_up, restore
from bot.storage.protocol import Begun, Decision, Storage, Subscriber
from bot.storage.sqlite import SqliteStorage
from dialogs.conversation import Conversation
from scoring.developments import latest_news
from scoring.record import Record
from scoring.rounds import Round

if TYPE_CHECKING:
    from pathlib import Path

TODAY = date(2026, 11, 25)
NOW = datetime(2026, 11, 25, 17, tzinfo=UTC)
ANNA, BORIS = "telegram:1001", "telegram:1002"
WANTS = Conversation("fr", told_of=("invited",), started=True)
SHIPPED = Record.shipped()
ROUND = Round("448", date(2026, 11, 20), "cec", "CEC", 1_500, 510, None, ())


def keep(storage: Storage, person: str, known: Conversation | None = WANTS) -> None:
    decision = Decision(known, ())
    storage.handle(person, lambda _: decision, on=TODAY).result()


def hold(storage: Storage, *numbers: str) -> int:
    """New rounds are noted after all that is shipped; the number of the newest."""
    storage.alerts.note(SHIPPED, TODAY).result()
    record = SHIPPED.with_(replace(ROUND, number=number) for number in numbers)
    return latest_news(storage.alerts.note(record, TODAY).result())


def waiting(storage: Storage, newest: int, now: datetime = NOW) -> tuple[Subscriber, ...]:
    return storage.alerts.waiting(newest, now, 10).result()


def people(storage: Storage, newest: int, now: datetime = NOW) -> list[str]:
    return [each.person for each in waiting(storage, newest, now)]


def test_what_is_noted_is_noted_once_and_in_order(storage: Storage) -> None:
    first = storage.alerts.note(SHIPPED, TODAY).result()
    assert storage.alerts.note(SHIPPED, TODAY).result() == first
    assert [each.number for each in first] == list(range(1, len(first) + 1))
    assert latest_news(first) == 0
    assert hold(storage, "448") == len(first) + 1


def test_who_asked_before_hears_and_who_asks_after_does_not(storage: Storage) -> None:
    keep(storage, ANNA)
    keep(storage, BORIS, replace(WANTS, told_of=()))
    newest = hold(storage, "448")
    assert waiting(storage, newest) == (Subscriber(ANNA, WANTS, 0, None),)
    keep(storage, BORIS)
    assert people(storage, newest) == [ANNA]
    assert sorted(people(storage, hold(storage, "448", "449"))) == [ANNA, BORIS]


def test_who_changes_what_they_chose_misses_nothing(storage: Storage) -> None:
    keep(storage, ANNA)
    newest = hold(storage, "448")
    keep(storage, ANNA, replace(WANTS, told_of=("kinds", "rules")))
    assert people(storage, newest) == [ANNA]


@pytest.mark.parametrize("person", ["terminal:anna", "telegram:1003"])
def test_who_cannot_be_written_to_has_no_turn(storage: Storage, person: str) -> None:
    keep(storage, person, replace(WANTS, unreachable=person.startswith("telegram")))
    assert people(storage, hold(storage, "448")) == []


def test_who_has_heard_waits_for_the_next(storage: Storage) -> None:
    keep(storage, ANNA)
    keep(storage, BORIS)
    newest = hold(storage, "448")
    storage.alerts.heard([ANNA], newest).result()
    assert people(storage, newest) == [BORIS]
    storage.alerts.heard([ANNA], 1).result()
    assert people(storage, newest) == [BORIS], "nobody is told again of what is older"
    storage.alerts.heard([BORIS], newest).result()
    assert sorted(people(storage, hold(storage, "448", "449"))) == [ANNA, BORIS]


def test_put_off_until_a_moment_but_never_for_days(storage: Storage) -> None:
    keep(storage, ANNA)
    newest = hold(storage, "448")
    morning = NOW + timedelta(hours=17)
    storage.alerts.put_off(ANNA, morning).result()
    assert people(storage, newest) == []
    assert people(storage, newest, morning) == [ANNA]
    storage.alerts.put_off(ANNA, NOW + timedelta(days=365)).result()
    assert people(storage, newest) == [ANNA], "a clock that ran ahead had said so"


def test_what_was_begun_is_in_doubt_until_it_is_found_out(storage: Storage) -> None:
    keep(storage, ANNA)
    newest = hold(storage, "448")
    (anna,) = waiting(storage, newest)
    assert storage.alerts.begin(anna, 40, newest).result()
    assert people(storage, newest) == []
    assert storage.alerts.begun().result() == (Begun(ANNA, "fr", 40, newest, None),)
    storage.alerts.wait(ANNA).result()
    assert people(storage, newest) == [ANNA]
    assert storage.alerts.begin(anna, 41, newest).result()
    storage.alerts.heard([ANNA], newest).result()
    assert storage.alerts.begun().result() == ()
    assert not storage.alerts.begin(anna, 42, newest).result(), "they have heard meanwhile"


def test_nothing_is_begun_for_who_stopped_or_left(storage: Storage) -> None:
    keep(storage, ANNA)
    keep(storage, BORIS)
    newest = hold(storage, "448")
    anna, boris = sorted(waiting(storage, newest), key=lambda each: each.person)
    keep(storage, ANNA, replace(WANTS, told_of=()))
    assert not storage.alerts.begin(anna, 40, newest).result()
    assert storage.alerts.begin(boris, 40, newest).result()
    storage.forget(BORIS).result()
    assert storage.alerts.begun().result() == ()
    storage.alerts.heard([BORIS], newest).result()
    assert people(storage, newest) == []


def test_the_newest_message_is_never_older(storage: Storage) -> None:
    assert [storage.alerts.last_message(n).result() for n in (0, 7, 3, 8)] == [0, 7, 7, 8]


def test_a_damaged_row_holds_back_nobody_else(tmp_path: Path) -> None:
    with closing(SqliteStorage(tmp_path / "bot.sqlite3")) as storage:
        keep(storage, ANNA)
        keep(storage, BORIS)
        newest = hold(storage, "448")
        storage._writer.submit(
            lambda db: db.execute("UPDATE people SET conversation = '{' WHERE key = ?", [ANNA])
        ).result()
        assert people(storage, newest) == [BORIS]
        assert people(storage, newest) == [BORIS]


def test_from_a_copy_that_is_put_back_nobody_is_told_again(tmp_path: Path) -> None:
    path, copy = tmp_path / "bot.sqlite3", tmp_path / "copy.sqlite3"
    with closing(SqliteStorage(path)) as storage:
        keep(storage, ANNA)
        newest = hold(storage, "448")
        (anna,) = waiting(storage, newest)
        storage.alerts.begin(anna, 40, newest).result()
        back_up(path, copy, "DATABASE")
    restore(copy, path, "DATABASE", NOW)
    with closing(SqliteStorage(path)) as storage:
        assert storage.alerts.begun().result() == ()
        assert people(storage, hold(storage, "448", "449")) == []
        later = replace(ROUND, number="450", on=TODAY + timedelta(days=1))
        noted = storage.alerts.note(SHIPPED.with_([later]), TODAY + timedelta(days=1)).result()
        assert people(storage, latest_news(noted)) == [ANNA]

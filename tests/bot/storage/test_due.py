"""What every storage promises of moments: who asked to be written to is due when it comes."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from bot.storage.protocol import Decide, Decision, Storage
from dialogs.conversation import Conversation
from tests.bot.storage.people import ANNA, BORIS, TODAY, answers, fail, leave

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)


def waits(until: datetime | None) -> Decide:
    return lambda stored: Decision(stored or Conversation(), (), due=until)


def test_nobody_is_due_who_never_asked(storage: Storage) -> None:
    storage.handle(ANNA, answers("a", "1"), on=TODAY).result()
    assert storage.due(NOON + timedelta(days=9999), 10).result() == ()
    assert storage.next_due().result() is None


def test_people_are_due_at_their_moment_the_longest_waiting_first(storage: Storage) -> None:
    storage.handle(ANNA, waits(NOON), on=TODAY).result()
    storage.handle(BORIS, waits(NOON - timedelta(hours=2)), on=TODAY).result()
    storage.handle("telegram:3", waits(NOON + timedelta(days=31)), on=TODAY).result()
    assert storage.next_due().result() == NOON - timedelta(hours=2)
    assert storage.due(NOON - timedelta(hours=3), 10).result() == ()
    assert storage.due(NOON - timedelta(seconds=1), 10).result() == (BORIS,)
    assert storage.due(NOON, 10).result() == (BORIS, ANNA)
    assert storage.due(NOON, 1).result() == (BORIS,)


def test_a_moment_that_a_wrong_clock_set_has_come(storage: Storage) -> None:
    storage.handle(ANNA, waits(NOON + timedelta(days=36_500)), on=TODAY).result()
    storage.handle(BORIS, waits(NOON), on=TODAY).result()
    assert storage.due(NOON, 10).result() == (BORIS, ANNA)
    assert storage.due(NOON, 1).result() == (BORIS,)
    storage.handle(ANNA, waits(NOON + timedelta(days=31)), on=TODAY).result()
    assert storage.due(NOON, 10).result() == (BORIS,)


def test_every_decision_sets_the_moment_anew(storage: Storage) -> None:
    storage.handle(ANNA, waits(NOON), on=TODAY).result()
    storage.handle(ANNA, waits(NOON + timedelta(hours=1)), on=TODAY).result()
    assert storage.next_due().result() == NOON + timedelta(hours=1)
    storage.handle(ANNA, waits(None), on=TODAY).result()
    assert storage.next_due().result() is None


def test_a_failure_leaves_the_moment(storage: Storage) -> None:
    storage.handle(ANNA, waits(NOON), on=TODAY).result()
    with pytest.raises(LookupError):
        storage.handle(ANNA, fail, on=TODAY).result()
    assert storage.due(NOON, 10).result() == (ANNA,)


def test_nobody_is_due_who_left(storage: Storage) -> None:
    storage.handle(ANNA, waits(NOON), on=TODAY).result()
    storage.handle(BORIS, waits(NOON), on=TODAY).result()
    storage.handle(ANNA, leave, on=TODAY).result()
    storage.forget(BORIS).result()
    assert storage.due(NOON, 10).result() == ()
    assert storage.next_due().result() is None

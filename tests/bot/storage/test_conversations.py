"""What every storage promises of conversations: kept whole, in order, and forgotten."""

from __future__ import annotations

import pytest

from bot.storage.protocol import Decision, Handled, Storage
from dialogs.conversation import Conversation
from dialogs.reading.outcome import Ambiguous
from tests.bot.storage.people import ANNA, BORIS, TODAY, answers, fail, leave, stored


def test_a_newcomer_has_no_conversation(storage: Storage) -> None:
    assert stored(storage, ANNA) is None


def test_what_was_decided_is_there_next_time(storage: Storage) -> None:
    storage.handle(ANNA, answers("education", "master"), on=TODAY).result()
    storage.handle(ANNA, answers("marital_status", "single"), on=TODAY).result()
    assert stored(storage, ANNA) == Conversation(
        language="fr", answers={"education": "master", "marital_status": "single"}
    )
    assert stored(storage, BORIS) is None


def test_events_are_handled_in_the_order_of_the_calls(storage: Storage) -> None:
    calls = [
        storage.handle(ANNA, answers("age", str(n)), on=TODAY, update=n) for n in range(1, 201)
    ]
    assert [call.result().deliveries[0].message.text for call in calls] == [
        f"age: {n}" for n in range(1, 201)
    ]
    final = stored(storage, ANNA)
    assert final is not None
    assert final.answers == {"age": "200"}


def test_to_close_finishes_what_was_called(storage: Storage) -> None:
    calls = [storage.handle(ANNA, answers("age", str(n)), on=TODAY, update=n) for n in range(20)]
    storage.close()
    assert [len(call.result(0).deliveries) for call in calls] == [2] * 20


def test_what_somebody_aims_at_is_kept(storage: Storage) -> None:
    aiming = Conversation(aim=500, started=True)
    storage.handle(ANNA, lambda _: Decision(aiming, ()), on=TODAY).result()
    assert stored(storage, ANNA) == aiming
    at_round = Conversation(aim=518, aim_kind="cec", started=True)
    storage.handle(ANNA, lambda _: Decision(at_round, ()), on=TODAY).result()
    assert stored(storage, ANNA) == at_round


def test_facts_that_wait_to_be_confirmed_are_kept(storage: Storage) -> None:
    scores = {"test": "clb", "listening": 9, "reading": 9, "writing": 9, "speaking": 9}
    waiting = Conversation(
        facts={"birth_date": "31", "first_language_scores": scores},
        facts_in_doubt={"occupation": Ambiguous(("21231", "21232"), "occupation_title")},
        doubts={
            "canadian_experience": Ambiguous(("0", "48"), "work_where"),
            "second_language_scores": Ambiguous((scores,), "level_everywhere"),
            "education": Ambiguous((), "date_incomplete"),
        },
        confirming="facts",
        wish="score",
    )
    storage.handle(ANNA, lambda _: Decision(waiting, ()), on=TODAY).result()
    assert stored(storage, ANNA) == waiting


def test_somebody_who_leaves_is_forgotten_and_told_so(storage: Storage) -> None:
    storage.handle(ANNA, answers("a", "1"), on=TODAY, update=1).result()
    storage.handle(BORIS, answers("a", "1"), on=TODAY, update=2).result()
    gone = storage.handle(ANNA, leave, on=TODAY, update=3).result()
    assert gone.forgotten
    assert [(d.message.text, d.number) for d in gone.deliveries] == [("goodbye", None)]
    assert {d.person for d in storage.pending().result()} == {BORIS}
    storage.sent(gone.deliveries[0], card=9).result()
    assert storage.handle(ANNA, leave, on=TODAY, update=3).result() == Handled(
        repeated=True, forgotten=True
    )
    assert not storage.handle(BORIS, leave, on=TODAY, update=2).result().forgotten
    assert stored(storage, ANNA) is None


def test_forgetting_by_name(storage: Storage) -> None:
    storage.handle(ANNA, answers("a", "1"), on=TODAY, update=1).result()
    storage.forget(ANNA).result()
    assert storage.pending().result() == ()
    assert stored(storage, ANNA) is None


def test_a_failure_changes_nothing_and_harms_nobody(storage: Storage) -> None:
    before = storage.handle(ANNA, answers("a", "1"), on=TODAY)
    failing = storage.handle(ANNA, fail, on=TODAY, update=5)
    after = storage.handle(ANNA, answers("b", "2"), on=TODAY)
    before.result()
    with pytest.raises(LookupError):
        failing.result()
    after.result()
    kept = stored(storage, ANNA)
    assert kept is not None
    assert kept.answers == {"a": "1", "b": "2"}
    retried = storage.handle(ANNA, answers("c", "3"), on=TODAY, update=5).result()
    assert not retried.repeated

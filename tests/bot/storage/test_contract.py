"""What every storage promises, whatever it is made of."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from bot.storage.protocol import Decide, Decision, Recipient, Storage
from dialogs.broadcast import Broadcast
from dialogs.conversation import Conversation
from dialogs.headcount import UNKNOWN_PROGRESS, Headcount
from dialogs.reading.outcome import Ambiguous
from messages.message import Button, Document, Drawing, Message
from scoring.feed import Feed, read_feed
from scoring.record import Record
from tests.scoring.feeds import row, rows, sample, written

if TYPE_CHECKING:
    from bot.storage.protocol import Fate
    from dialogs.progress import Progress

TODAY = date(2026, 11, 23)
ANNA, BORIS = "telegram:1001", "telegram:1002"


def answers(question: str, answer: str) -> Decide:
    def decide(stored: Conversation | None) -> Decision:
        before = stored or Conversation(language="fr")
        after = before.answered(question, answer)
        return Decision(after, (Message(f"{question}: {answer}"), Message("next?")))

    return decide


def reads(seen: list[Conversation | None]) -> Decide:
    def decide(stored: Conversation | None) -> Decision:
        seen.append(stored)
        return Decision(stored or Conversation(), ())

    return decide


def stored(storage: Storage, person: str) -> Conversation | None:
    seen: list[Conversation | None] = []
    storage.handle(person, reads(seen), on=TODAY).result()
    return seen[0]


def leave(_: Conversation | None) -> Decision:
    return Decision(None, (Message("goodbye"),))


def fail(_: Conversation | None) -> Decision:
    raise LookupError("a bug")


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


def test_somebody_who_leaves_is_forgotten_and_told_so(storage: Storage) -> None:
    storage.handle(ANNA, answers("a", "1"), on=TODAY, update=1).result()
    storage.handle(BORIS, answers("a", "1"), on=TODAY, update=2).result()
    gone = storage.handle(ANNA, leave, on=TODAY, update=3).result()
    assert gone.forgotten
    assert [(d.message.text, d.number) for d in gone.deliveries] == [("goodbye", None)]
    assert {d.person for d in storage.pending().result()} == {BORIS}
    storage.sent(gone.deliveries[0], card=9).result()
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


def feed(*rounds: object) -> Feed:
    return read_feed(written(list(rounds)), TODAY)


NEW = row("432", drawNumber="448", drawDate="2026-11-12", drawDateFull="November 12, 2026")


def test_the_record_is_what_is_shipped_until_something_is_taken_in(storage: Storage) -> None:
    assert storage.record() == Record.shipped()
    revision = storage.take_rounds(read_feed(sample(), TODAY)).result()
    assert (revision.rounds, revision.unchanged) == ((), 435)
    assert storage.record() == Record.shipped()


def test_rounds_that_are_taken_in_are_known_to_the_last_fact(storage: Storage) -> None:
    edited = row("434", drawCRS="471", drawCutOff="October 11, 2025", dd1="501", dd18="229,101")
    read = feed(NEW, edited, *rows(5))
    revision = storage.take_rounds(read).result()
    assert [each.number for each in revision.added] == ["448"]
    assert [change.new.number for change in revision.changed] == ["434"]
    assert storage.record() == Record.shipped().with_(revision.rounds)
    assert storage.record().rounds[-1].pool_on == date(2026, 8, 3)


def test_taking_in_the_same_again_changes_nothing(storage: Storage) -> None:
    storage.take_rounds(feed(NEW)).result()
    again = storage.take_rounds(feed(NEW)).result()
    assert (again.rounds, again.unchanged) == ((), 1)


def test_a_later_file_holds_and_removes_nothing(storage: Storage) -> None:
    storage.take_rounds(feed(NEW, row("434", drawCRS="471"))).result()
    revision = storage.take_rounds(feed(row("434"))).result()
    assert [list(each.facts()) for each in revision.changed] == [[("cutoff", 471, 470)]]
    assert storage.record().rounds[-1].number == "448"
    assert len(storage.record().rounds) == len(Record.shipped().rounds) + 1


def test_the_record_may_be_read_while_deciding(storage: Storage) -> None:
    storage.take_rounds(feed(NEW)).result()
    seen: list[Record] = []

    def decide(_: Conversation | None) -> Decision:
        seen.append(storage.record())
        return Decision(Conversation(), ())

    storage.handle(ANNA, decide, on=TODAY).result()
    assert seen[0].rounds[-1].number == "448"


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

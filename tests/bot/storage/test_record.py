"""What every storage promises of rounds: those taken in are known beside what is shipped."""

from __future__ import annotations

from datetime import date

from bot.storage.protocol import Decision, Storage
from dialogs.conversation import Conversation
from scoring.feed import read_feed
from scoring.record import Record
from tests.bot.storage.people import ANNA, TODAY
from tests.scoring.feeds import read, row, rows, sample

NEW = row("432", drawNumber="448", drawDate="2026-11-12", drawDateFull="November 12, 2026")


def test_the_record_is_what_is_shipped_until_something_is_taken_in(storage: Storage) -> None:
    assert storage.record() == Record.shipped()
    revision = storage.take_rounds(read_feed(sample(), TODAY)).result()
    assert (revision.rounds, revision.unchanged) == ((), 435)
    assert storage.record() == Record.shipped()


def test_rounds_that_are_taken_in_are_known_to_the_last_fact(storage: Storage) -> None:
    edited = row("434", drawCRS="471", drawCutOff="October 11, 2025", dd1="501", dd18="229,101")
    taken = read(NEW, edited, *rows(5))
    revision = storage.take_rounds(taken).result()
    assert [each.number for each in revision.added] == ["448"]
    assert [change.new.number for change in revision.changed] == ["434"]
    assert storage.record() == Record.shipped().with_(revision.rounds)
    pool = storage.record().rounds[-1].pool
    assert pool is not None
    assert pool.on == date(2026, 8, 3)


def test_taking_in_the_same_again_changes_nothing(storage: Storage) -> None:
    storage.take_rounds(read(NEW)).result()
    again = storage.take_rounds(read(NEW)).result()
    assert (again.rounds, again.unchanged) == ((), 1)


def test_a_later_file_holds_and_removes_nothing(storage: Storage) -> None:
    storage.take_rounds(read(NEW, row("434", drawCRS="471"))).result()
    revision = storage.take_rounds(read(row("434"))).result()
    assert [list(each.facts()) for each in revision.changed] == [[("cutoff", 471, 470)]]
    assert storage.record().rounds[-1].number == "448"
    assert len(storage.record().rounds) == len(Record.shipped().rounds) + 1


def test_the_record_may_be_read_while_deciding(storage: Storage) -> None:
    storage.take_rounds(read(NEW)).result()
    seen: list[Record] = []

    def decide(_: Conversation | None) -> Decision:
        seen.append(storage.record())
        return Decision(Conversation(), ())

    storage.handle(ANNA, decide, on=TODAY).result()
    assert seen[0].rounds[-1].number == "448"

"""What the SQLite file adds: it lasts, it tidies, it leaves nothing behind."""

from __future__ import annotations

import sqlite3
import stat
import threading
import time
from contextlib import closing
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest

from bot.errors import StorageError
from bot.storage.protocol import Decision
from bot.storage.sqlite import UPDATES_KEPT, SqliteStorage
from dialogs.conversation import Conversation
from messages.guide.entries import wordings
from messages.message import Message
from tests.bot.storage.people import ANNA, BORIS, TODAY, answers, leave, stored
from tests.figures import figure

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "bot.sqlite3"


def test_everything_is_there_after_opening_again(path: Path) -> None:
    storage = SqliteStorage(path)
    first = storage.handle(ANNA, answers("a", "1"), on=TODAY, update=1).result()
    storage.close()
    storage = SqliteStorage(path)
    assert storage.pending().result() == first.deliveries
    assert storage.handle(ANNA, answers("a", "2"), on=TODAY, update=1).result().repeated
    kept = stored(storage, ANNA)
    storage.close()
    assert kept is not None
    assert kept.answers == {"a": "1"}


def test_answers_to_unknown_questions_survive(path: Path) -> None:
    storage = SqliteStorage(path)
    strange = Conversation(answers={"question_of_next_year": {"deep": [1, 2]}}, card=3)
    storage.handle(ANNA, lambda _: Decision(strange, ()), on=TODAY).result()
    kept = stored(storage, ANNA)
    storage.close()
    assert kept == strange


def test_a_conversation_of_an_earlier_release_is_read(path: Path) -> None:
    SqliteStorage(path).close()
    with sqlite3.connect(path) as db:
        db.execute(
            "INSERT INTO people (key, conversation, updated_on) VALUES (?, '{}', '2026-01-01')",
            [ANNA],
        )
    db.close()
    storage = SqliteStorage(path)
    kept = stored(storage, ANNA)
    storage.close()
    assert kept == Conversation()


def test_only_the_owner_can_read_the_files(path: Path) -> None:
    storage = SqliteStorage(path)
    storage.handle(ANNA, answers("a", "1"), on=TODAY).result()
    modes = {file.name: stat.S_IMODE(file.stat().st_mode) for file in path.parent.iterdir()}
    storage.close()
    assert {"bot.sqlite3", "bot.sqlite3-wal"} <= set(modes)
    assert set(modes.values()) == {0o600}


def test_the_settings_that_keep_promises(path: Path) -> None:
    storage = SqliteStorage(path)
    pragmas = ("journal_mode", "synchronous", "secure_delete")
    found = storage._writer.submit(  # the connection belongs to the writer's thread
        lambda db: [db.execute(f"PRAGMA {name}").fetchone()[0] for name in pragmas]
    ).result()
    storage.close()
    assert found == ["wal", 2, 1]


def test_updates_are_kept_for_the_days_that_are_told() -> None:
    told = wordings("en")["bot_delete"].text, wordings("fr")["bot_delete"].text
    assert ["three days" in told[0], "trois jours" in told[1]] == [True, True]
    assert timedelta(days=3) == UPDATES_KEPT


def test_updates_are_forgotten_after_some_days(path: Path) -> None:
    storage = SqliteStorage(path)
    storage.handle(ANNA, answers("a", "1"), on=TODAY, update=1).result()
    later = TODAY + UPDATES_KEPT
    assert storage.handle(ANNA, answers("a", "1"), on=later, update=1).result().repeated
    latest = later + timedelta(days=1)
    assert not storage.handle(ANNA, answers("a", "1"), on=latest, update=1).result().repeated
    storage.close()


def test_nothing_of_a_person_remains_in_the_files(path: Path) -> None:
    """While the database is open, and after: not in the file, nor in the write-ahead log."""
    secret = "Zanzibar-4711"
    storage = SqliteStorage(path)
    for n in range(50):
        storage.handle(f"telegram:{n}", answers("a", "1"), on=TODAY, update=n).result()
    for n in range(20):
        storage.handle(ANNA, answers(f"q{n}", secret * 40), on=TODAY, update=1000 + n).result()
    assert _found(path, secret)
    assert _found(path, ANNA)
    storage.broadcasts.propose(7, "Hello").result()
    storage.broadcasts.start(7).result()
    assert ANNA in [each.person for each in storage.broadcasts.recipients(100).result()]
    storage.handle(ANNA, leave, on=TODAY, update=2000).result()
    assert not _found(path, secret)
    assert not _found(path, ANNA)
    storage.handle(BORIS, answers("a", "1"), on=TODAY, update=2001).result()
    storage.close()
    assert not _found(path, secret)


def test_a_reader_holds_the_log_back_only_until_the_next_commit(path: Path) -> None:
    secret = "Zanzibar-4711"
    storage = SqliteStorage(path)
    storage.handle(ANNA, answers("a", secret), on=TODAY, update=1).result()
    reader = sqlite3.connect(path, isolation_level=None)
    reader.execute("BEGIN")
    reader.execute("SELECT count(*) FROM people").fetchone()
    storage.forget(ANNA).result()
    assert _found(path, secret)
    reader.execute("COMMIT")
    reader.close()
    storage.handle(BORIS, answers("a", "1"), on=TODAY, update=2).result()
    assert not _found(path, secret)
    storage.close()


def test_a_reader_holds_the_log_back_no_longer_where_nobody_says_a_word(path: Path) -> None:
    secret = "Zanzibar-4711"
    storage = SqliteStorage(path)
    storage.handle(ANNA, answers("a", secret), on=TODAY, update=1).result()
    with closing(sqlite3.connect(path, isolation_level=None)) as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT count(*) FROM people").fetchone()
        storage.forget(ANNA).result()
        assert _found(path, secret)
    ends = time.monotonic() + 10
    while _found(path, secret) and time.monotonic() < ends:
        time.sleep(0.05)
    assert not _found(path, secret)
    storage.close()


def test_jobs_that_wait_are_committed_together(path: Path) -> None:
    storage = SqliteStorage(path)
    statements: list[str] = []
    storage._writer.submit(lambda db: db.conn.set_trace_callback(statements.append)).result()
    gate = threading.Event()

    def wait(_: Conversation | None) -> Decision:
        gate.wait(5)
        return Decision(Conversation(), ())

    calls = [storage.handle(ANNA, wait, on=TODAY)]
    calls += [storage.handle(f"telegram:{n}", answers("a", "1"), on=TODAY) for n in range(100)]
    gate.set()
    for call in calls:
        call.result()
    storage.close()
    assert statements.count("COMMIT") <= 3


def test_a_waiter_who_gives_up_harms_no_job(path: Path) -> None:
    storage = SqliteStorage(path)
    let_go = threading.Event()

    def slow(_: Conversation | None) -> Decision:
        let_go.wait(10)
        return Decision(Conversation(answers={"a": "1"}), ())

    given_up = storage.handle(ANNA, slow, on=TODAY, update=1)
    given_up.cancel()
    waiting = storage.handle(BORIS, answers("a", "2"), on=TODAY, update=2)
    waiting.cancel()
    let_go.set()
    kept = stored(storage, ANNA), stored(storage, BORIS)
    storage.close()
    assert [each.answers for each in kept if each] == [{"a": "1"}, {"a": "2"}]


def test_a_lock_fails_the_jobs_only(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.storage.opening.BUSY_SECONDS", 0.05)
    storage = SqliteStorage(path)
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(StorageError, match="locked by another process"):
        storage.handle(ANNA, answers("a", "1"), on=TODAY, update=1).result()
    other.execute("ROLLBACK")
    other.close()
    handled = storage.handle(ANNA, answers("a", "1"), on=TODAY, update=1).result()
    storage.close()
    assert not handled.repeated


def test_a_full_disk_is_told_and_undone(path: Path) -> None:
    storage = SqliteStorage(path)
    storage.handle(ANNA, answers("a", "1"), on=TODAY, update=1).result()
    storage._writer.submit(lambda db: db.execute("PRAGMA max_page_count = 12").fetchone()).result()
    big = Message("x" * 100_000)
    with pytest.raises(StorageError, match="disk is full"):
        storage.handle(
            ANNA, lambda c: Decision(c or Conversation(), (big,)), on=TODAY, update=2
        ).result()
    kept = stored(storage, ANNA)
    storage.close()
    assert kept is not None
    assert kept.answers == {"a": "1"}


def test_a_disk_that_turns_read_only_is_told_and_undone(path: Path) -> None:
    storage = SqliteStorage(path)
    db = storage._writer._db

    def while_it_turns(stored: Conversation | None) -> Decision:
        db.execute("PRAGMA query_only = ON")
        return answers("a", "1")(stored)

    with pytest.raises(StorageError, match="is read-only"):
        storage.handle(ANNA, while_it_turns, on=TODAY, update=1).result()
    db.execute("PRAGMA query_only = OFF")
    assert not storage.handle(ANNA, answers("a", "1"), on=TODAY, update=1).result().repeated
    storage.close()


def test_a_clock_that_jumps_costs_no_answer(path: Path) -> None:
    storage = SqliteStorage(path)
    days = [date(2026, 11, 23), date(1970, 1, 1), date(2126, 1, 1), date(2026, 11, 23)]
    for number, day in enumerate(days):
        storage.handle(ANNA, answers(f"q{number}", "1"), on=day, update=number).result()
    assert storage.handle(ANNA, answers("q3", "2"), on=days[-1], update=3).result().repeated
    kept = stored(storage, ANNA)
    storage.close()
    assert kept is not None
    assert kept.answers == {"q0": "1", "q1": "1", "q2": "1", "q3": "1"}


def test_a_closed_storage_says_so(path: Path) -> None:
    storage = SqliteStorage(path)
    storage.close()
    storage.close()
    with pytest.raises(StorageError, match="closed"):
        storage.pending().result()


def test_dates_are_stored_by_day(path: Path) -> None:
    storage = SqliteStorage(path)
    storage.handle(ANNA, answers("a", "1"), on=date(2026, 1, 2)).result()
    row = storage._writer.submit(
        lambda db: db.execute("SELECT updated_on FROM people").fetchone()
    ).result()
    storage.close()
    assert row == ("2026-01-02",)


def _found(path: Path, word: str) -> bool:
    return any(word.encode() in file.read_bytes() for file in path.parent.iterdir())


@pytest.mark.parametrize("many", [500, 20_000])
def test_counts_and_turns_take_no_more_steps_with_many_people(path: Path, many: int) -> None:
    """Steps of SQLite's machine, for which nobody else is answered."""
    SqliteStorage(path).close()
    insert = "INSERT INTO people (key, conversation, updated_on, news) VALUES (?, '{}', '', 1)"
    with closing(sqlite3.connect(path)) as db, db:
        db.executemany(insert, [[f"telegram:{n}"] for n in range(many)])
    with closing(SqliteStorage(path)) as storage:
        steps: list[None] = []
        storage._writer.submit(
            lambda db: db.conn.set_progress_handler(lambda: steps.append(None), 100)
        ).result()
        assert storage.headcount(TODAY).result().people == many
        assert storage.broadcasts.propose(7, "Hello").result().people == many
        storage.broadcasts.start(7).result()
        for _ in range(3):
            for each in storage.broadcasts.recipients(20).result():
                storage.broadcasts.reached(7, each.person, "sent").result()
        figure(f"counting, and 60 turns of a broadcast, {many:,} stored", steps=len(steps) * 100)
    assert len(steps) * 100 < 15_000

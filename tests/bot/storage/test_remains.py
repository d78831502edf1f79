"""Of those who leave not a byte stays in the files, wherever SQLite had moved their rows."""

from __future__ import annotations

import shutil
import sqlite3
import time
from contextlib import closing
from typing import TYPE_CHECKING

import pytest
from cryptography.fernet import Fernet
from sqlite_utils import Database

from bot.errors import StorageError
from bot.storage.protocol import Decide, Decision
from bot.storage.remains import Remains
from bot.storage.rotation import rotate
from bot.storage.seal import Seal
from bot.storage.sqlite import SqliteStorage
from dialogs.conversation import Conversation
from tests.bot.storage.people import ANNA, TODAY, answers, stored
from tests.figures import figure

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

PEOPLE = tuple(f"telegram:{700_000_000 + n * 7_919}" for n in range(400))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "bot.sqlite3"


def secret(person: str) -> str:
    return f"secret-{person[9:]}-"


def answer(storage: SqliteStorage, people: Iterable[str], many: int) -> None:
    """Each of them has so many answers now."""

    def decided(person: str) -> Decide:
        known = Conversation(answers={f"q{n}": secret(person) for n in range(many)})
        return lambda _: Decision(known, ())

    pending = [storage.handle(person, decided(person), on=TODAY) for person in people]
    for each in pending:
        each.result()


def grow(storage: SqliteStorage, people: Sequence[str]) -> None:
    """Some answer more than others, and pages get too small for their rows."""
    answer(storage, people, 1)
    for step in range(8):
        answer(storage, people[step::8], 20 + 10 * step)


def found(path: Path, people: Iterable[str]) -> list[str]:
    """Whose id or answers stand in any file."""
    held = b"".join(file.read_bytes() for file in path.parent.iterdir())
    words = ((person, person.encode(), secret(person).encode()) for person in people)
    return [person for person, key, answer in words if key in held or answer in held]


def copied_within(path: Path) -> list[str]:
    """Of whom more answers stand in the file than in their rows."""
    with closing(sqlite3.connect(path)) as db:
        assert db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0] == 0
        rows = dict(db.execute("SELECT key, conversation FROM people"))
    held = path.read_bytes()
    counts = ((p, secret(p).encode(), rows[p].count(secret(p))) for p in PEOPLE)
    return [person for person, answer, own in counts if held.count(answer) > own]


def test_nobody_who_leaves_stays_where_their_row_once_was(path: Path) -> None:
    storage = SqliteStorage(path)
    grow(storage, PEOPLE)
    moved = copied_within(path)
    assert moved, "or nothing is tested here"
    leaving = (*moved, *PEOPLE[:20])
    for person in leaving:
        storage.forget(person).result()
    assert not found(path, leaving)
    staying = [person for person in PEOPLE if person not in leaving]
    grow(storage, staying)  # pages that are written again bring nothing back
    assert not found(path, leaving)
    assert all(stored(storage, person) for person in staying)
    storage.close()
    left = found(path, leaving)
    figure(
        "rows that had left copies elsewhere", people=len(moved), found_after_they_left=len(left)
    )
    assert left == []
    with closing(sqlite3.connect(path)) as db:
        assert db.execute("PRAGMA integrity_check").fetchall() == [("ok",)]


def test_who_was_erased_when_the_process_died_is_gone_with_the_next_start(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    after = tmp_path / "after"
    after.mkdir()
    with monkeypatch.context() as dying:
        dying.setattr(Remains, "clear", lambda *_: False)
        storage = SqliteStorage(path)
        grow(storage, PEOPLE[:40])
        storage.forget(PEOPLE[0]).result()
        for ending in ("", "-wal"):
            shutil.copy(f"{path}{ending}", after / f"bot.sqlite3{ending}")
        storage.close()
    assert found(after / "bot.sqlite3", PEOPLE[:1])
    with closing(SqliteStorage(after / "bot.sqlite3")) as started:
        started.pending().result()
        assert not found(after / "bot.sqlite3", PEOPLE[:1])


def test_a_reader_that_never_leaves_slows_nobody_down(path: Path) -> None:
    """A program that replicates the file reads all the time."""
    storage = SqliteStorage(path)
    storage.handle(ANNA, answers("q", "1"), on=TODAY).result()
    statements: list[str] = []
    storage._writer.submit(lambda db: db.conn.set_trace_callback(statements.append)).result()
    with closing(sqlite3.connect(path, isolation_level=None)) as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT count(*) FROM people").fetchone()
        storage.forget(ANNA).result()
        for n in range(40):
            storage.handle(PEOPLE[n], answers("q", "1"), on=TODAY).result()
        tried = sum("wal_checkpoint" in statement for statement in statements)
        assert 2 <= tried < 20
        assert found(path, [ANNA])
    ends = time.monotonic() + 10
    while found(path, [ANNA]) and time.monotonic() < ends:
        time.sleep(0.05)
    assert not found(path, [ANNA])
    storage.close()


def test_a_large_file_is_gone_through_in_parts(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.storage.remains.PAGES_AT_ONCE", 30)
    monkeypatch.setattr("bot.storage.remains.PAUSE_SECONDS", 0.01)
    storage = SqliteStorage(path)
    grow(storage, PEOPLE)
    leaving = copied_within(path)
    staying = [person for person in PEOPLE if person not in leaving]
    assert path.stat().st_size > 60 * 4096
    for person in leaving:
        storage.forget(person).result()
    ends = time.monotonic() + 20
    while found(path, leaving) and time.monotonic() < ends:
        grow(storage, staying)
    assert not found(path, leaving)
    storage.close()


def test_a_file_with_pointer_maps_is_left_as_it_is(path: Path) -> None:
    """Somebody vacuums it by a setting of SQLite's that this program never makes."""
    with closing(sqlite3.connect(path, isolation_level=None)) as db:
        db.execute("PRAGMA page_size = 512")
        db.execute("PRAGMA auto_vacuum = INCREMENTAL")
        db.execute("VACUUM")
    with closing(SqliteStorage(path)) as storage:
        grow(storage, PEOPLE)
        for person in PEOPLE[1:]:
            storage.forget(person).result()
        assert stored(storage, PEOPLE[0])
    with closing(sqlite3.connect(path)) as db:
        assert db.execute("PRAGMA auto_vacuum").fetchone() == (2,)
        assert db.execute("PRAGMA integrity_check").fetchall() == [("ok",)]


def test_a_key_that_is_set_later_leaves_nothing_readable(path: Path) -> None:
    with closing(SqliteStorage(path)) as storage:
        grow(storage, PEOPLE)
    key = Fernet.generate_key().decode()
    assert rotate(path, Seal([key]), "DATABASE") == len(PEOPLE)
    assert b"secret-" not in path.read_bytes()
    with closing(SqliteStorage(path, seal=Seal([key]))) as storage:
        kept = [stored(storage, person) for person in PEOPLE]
    assert all(
        each and each.answers["q0"] == secret(p) for p, each in zip(PEOPLE, kept, strict=True)
    )


def test_a_damaged_answer_stops_the_change_of_keys_in_one_line(path: Path) -> None:
    key = Fernet.generate_key().decode()
    with closing(SqliteStorage(path, seal=Seal([key]))) as storage:
        storage.handle(ANNA, answers("q", "1"), on=TODAY).result()
    with closing(sqlite3.connect(path, isolation_level=None)) as db:
        db.execute("UPDATE people SET conversation = 'gAAAA ruins'")
    before = path.read_bytes()
    with pytest.raises(StorageError, match="is damaged: put a backup in its place"):
        rotate(path, Seal([key]), "DATABASE")
    assert path.read_bytes() == before


def test_a_damaged_page_is_left_as_it_is(path: Path) -> None:
    """Its header lies about what is used: nothing that may still be saved is overwritten."""
    storage = SqliteStorage(path)
    grow(storage, PEOPLE)
    storage.close()
    content = bytearray(path.read_bytes())
    leaves = [at for at in range(4096, len(content), 4096) if content[at] == 13]
    lying = leaves[len(leaves) // 2]
    content[lying + 5 : lying + 7] = (4_000).to_bytes(2, "big")
    path.write_bytes(content)
    db, remains = Database(path), Remains(path)
    assert not remains.clear(db)
    db.close()
    remains.close()
    assert path.read_bytes()[lying : lying + 4096] == content[lying : lying + 4096]

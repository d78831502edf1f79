"""Rows that SQLite reads, but nobody can have written: only what they say is lost."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from bot.errors import DamageError
from bot.storage.sqlite import SqliteStorage
from tests.bot.storage.people import ANNA, BORIS, TODAY, answers, stored

if TYPE_CHECKING:
    from pathlib import Path

GARBAGE = (
    b'{"answers":',
    b'{"answers": {}, "doubts": {"a": 7}}',
    b"gAAAAABrAhqgMiVU4HFAlJJSN439",
    b"{\xff\x00\xfe",
    b"\xe2\x80\xae",
    b"",
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    file = tmp_path / "bot.sqlite3"
    with closing(SqliteStorage(file)) as storage:
        for number, person in enumerate((ANNA, BORIS)):
            storage.handle(person, answers("a", "1"), on=TODAY, update=number).result()
    return file


def spoil(path: Path, statement: str, garbage: bytes) -> None:
    with closing(sqlite3.connect(path)) as db, db:
        assert db.execute(statement, [garbage]).rowcount == 1


@pytest.mark.parametrize("garbage", GARBAGE)
def test_somebody_who_cannot_be_read_stays_as_they_are(path: Path, garbage: bytes) -> None:
    anna_is = "UPDATE people SET conversation = CAST(? AS TEXT) WHERE key = 'telegram:1001'"
    spoil(path, anna_is, garbage)
    with closing(SqliteStorage(path)) as storage:
        anna = storage.handle(ANNA, answers("a", "2"), on=TODAY, update=7)
        boris = storage.handle(BORIS, answers("a", "2"), on=TODAY, update=8)
        with pytest.raises(DamageError) as caught:
            anna.result()
        assert not boris.result().repeated
        kept = stored(storage, BORIS)
        assert kept is not None
        assert kept.answers == {"a": "2"}
    line = str(caught.value)
    assert f"database {path} is damaged: put a backup in its place" in line
    assert "\n" not in line
    with closing(sqlite3.connect(path)) as db:
        same = "SELECT key FROM people WHERE CAST(conversation AS BLOB) = ?"
        assert db.execute(same, [garbage]).fetchall() == [(ANNA,)]
        assert db.execute("SELECT count(*) FROM updates WHERE key = 7").fetchone() == (0,)


@pytest.mark.parametrize("garbage", GARBAGE)
def test_a_reply_that_cannot_be_read_holds_back_no_other(path: Path, garbage: bytes) -> None:
    spoil(path, "UPDATE outbox SET message = CAST(? AS TEXT) WHERE number = 2", garbage)
    with closing(SqliteStorage(path)) as storage:
        assert [delivery.number for delivery in storage.pending().result()] == [1, 3, 4]

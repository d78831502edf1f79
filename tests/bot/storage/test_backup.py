"""Copies of the database: whole, owner-only, put back; refusals that change nothing."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot import cli
from bot.errors import StorageError
from bot.storage.backup import Counts, back_up, restore
from bot.storage.sqlite import SqliteStorage
from tests.bot.storage.people import ANNA, BORIS, TODAY, answers, stored

NOW = datetime(2026, 11, 23, 12, 34, 56, tzinfo=UTC)
KEPT = "bot.sqlite3.before-20261123T123456Z"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    file = tmp_path / "bot.sqlite3"
    fill(file, "Anna's")
    return file


def fill(file: Path, value: str) -> None:
    storage = SqliteStorage(file)
    storage.handle(ANNA, answers("q", value), on=TODAY, update=1).result()
    storage.close()


def value_in(file: Path) -> object:
    storage = SqliteStorage(file)
    conversation = stored(storage, ANNA)
    storage.close()
    assert conversation is not None
    return conversation.answers["q"]


def names(folder: Path) -> list[str]:
    return sorted(each.name for each in folder.iterdir())


def test_a_copy_is_one_file_of_its_owner_and_comes_back(path: Path, tmp_path: Path) -> None:
    writing = SqliteStorage(path)
    writing.handle(BORIS, answers("q", "in the log only"), on=TODAY, update=2).result()
    copy = tmp_path / "copy.sqlite3"
    assert back_up(path, copy, "DATABASE") == Counts(people=2, replies=4)
    writing.handle(BORIS, answers("q", "after the copy"), on=TODAY, update=3).result()
    writing.close()
    assert copy.stat().st_mode & 0o777 == 0o600
    assert names(tmp_path) == ["bot.sqlite3", "copy.sqlite3"]

    counts, kept = restore(copy, path, "DATABASE", NOW)
    assert counts == Counts(people=2, replies=4)
    assert kept == tmp_path / KEPT
    assert names(tmp_path) == ["bot.sqlite3", KEPT, "copy.sqlite3"]
    assert path.stat().st_mode & 0o777 == 0o600
    with closing(sqlite3.connect(kept)) as old:
        assert "after the copy" in str(old.execute("SELECT * FROM people").fetchall())
    storage = SqliteStorage(path)
    boris = stored(storage, BORIS)
    assert boris is not None
    assert boris.answers == {"q": "in the log only"}
    storage.close()


def test_a_copy_takes_the_place_of_an_older_one(path: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.sqlite3"
    back_up(path, copy, "DATABASE")
    storage = SqliteStorage(path)
    storage.handle(ANNA, answers("q", "newer"), on=TODAY, update=9).result()
    storage.close()
    back_up(path, copy, "DATABASE")
    assert value_in(copy) == "newer"


def test_a_broadcast_does_not_go_on_from_a_copy(path: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.sqlite3"
    with closing(SqliteStorage(path)) as storage:
        storage.broadcasts.propose(7, "Hello").result()
        storage.broadcasts.start(7).result()
        assert storage.broadcasts.recipients(10).result()
        back_up(path, copy, "DATABASE")
    restore(copy, path, "DATABASE", NOW)
    with closing(SqliteStorage(path)) as storage:
        ended = storage.broadcasts.current().result()
        assert ended is not None
        assert ended.state == "stopped"
        assert storage.broadcasts.recipients(10).result() == ()
    assert value_in(path) == "Anna's"


def test_restored_where_there_is_none_or_a_damaged_one(path: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.sqlite3"
    back_up(path, copy, "DATABASE")
    path.unlink()
    assert restore(copy, path, "DATABASE", NOW)[1] is None
    assert value_in(path) == "Anna's"

    path.write_bytes(b"ruins" * 4000)
    Path(f"{path}-wal").write_bytes(b"ruins of the log")
    kept = restore(copy, path, "DATABASE", NOW)[1]
    assert kept is not None
    assert kept.read_bytes() == b"ruins" * 4000
    assert Path(f"{kept}-wal").read_bytes() == b"ruins of the log"
    assert value_in(path) == "Anna's"


def test_two_restores_in_a_second_keep_both_old_files(path: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.sqlite3"
    back_up(path, copy, "DATABASE")
    kept = {restore(copy, path, "DATABASE", NOW)[1] for _ in range(3)}
    assert len(kept) == 3
    assert all(each is not None and each.exists() for each in kept)


def test_nothing_is_restored_while_somebody_has_it_open(path: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.sqlite3"
    back_up(path, copy, "DATABASE")
    running = SqliteStorage(path)
    running.handle(ANNA, answers("q", "of the running bot"), on=TODAY, update=2).result()
    with pytest.raises(StorageError, match="is in use: stop the bot"):
        restore(copy, path, "DATABASE", NOW)
    running.close()
    assert names(tmp_path) == ["bot.sqlite3", "copy.sqlite3"]
    assert value_in(path) == "of the running bot"


@pytest.mark.parametrize(
    "content", [b"", b"not a database at all" * 99, b"SQLite format 3\x00" * 9]
)
def test_what_is_no_copy_replaces_nothing(path: Path, tmp_path: Path, content: bytes) -> None:
    other = tmp_path / "other"
    other.write_bytes(content)
    with pytest.raises(StorageError, match="other"):
        restore(other, path, "DATABASE", NOW)
    with pytest.raises(StorageError, match="other"):
        back_up(path, other, "DATABASE")
    assert other.read_bytes() == content
    assert names(tmp_path) == ["bot.sqlite3", "other"]
    assert value_in(path) == "Anna's"


def test_a_damaged_copy_replaces_nothing(path: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.sqlite3"
    with closing(sqlite3.connect(path)) as db, db:
        rows = [(f"telegram:{n}", "x" * 900) for n in range(300)]
        db.executemany(
            "INSERT INTO people (key, conversation, updated_on) VALUES (?, ?, '2026-11-23')", rows
        )
    back_up(path, copy, "DATABASE")
    content = bytearray(copy.read_bytes())
    content[60_000:100_000] = b"\x55" * 40_000
    copy.write_bytes(content)
    with pytest.raises(StorageError, match=r"copy\.sqlite3"):
        restore(copy, path, "DATABASE", NOW)
    assert value_in(path) == "Anna's"
    assert names(tmp_path) == ["bot.sqlite3", "copy.sqlite3"]


def test_a_copy_of_a_newer_version_waits_for_that(path: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.sqlite3"
    back_up(path, copy, "DATABASE")
    with closing(sqlite3.connect(copy)) as db, db:
        db.execute(
            "INSERT INTO _sqlite_migrations (migration_set, name, applied_at) "
            "VALUES ('express-entry-bot', 'm999_tomorrow', '2030-01-01')"
        )
    with pytest.raises(StorageError, match="newer version"):
        restore(copy, path, "DATABASE", NOW)


def test_targets_that_cannot_be(path: Path, tmp_path: Path) -> None:
    with pytest.raises(StorageError, match="is the database itself"):
        back_up(path, path, "DATABASE")
    with pytest.raises(StorageError, match="is the database itself"):
        restore(path, path, "DATABASE", NOW)
    with pytest.raises(StorageError, match="is a folder"):
        back_up(path, tmp_path, "DATABASE")
    with pytest.raises(StorageError, match="cannot write into the folder"):
        back_up(path, tmp_path / "no" / "such", "DATABASE")
    with pytest.raises(StorageError, match="there is no database"):
        back_up(tmp_path / "none", tmp_path / "copy", "DATABASE")
    opened = SqliteStorage(tmp_path / "opened")
    with pytest.raises(StorageError, match="is open in another process"):
        back_up(path, tmp_path / "opened", "DATABASE")
    opened.close()


def test_the_commands_say_what_they_did(
    path: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    copy = str(tmp_path / "copy.sqlite3")
    assert cli.run(["backup", "--db", str(path), copy]) == 0
    assert "holds 1 person and 2 unsent replies, checked whole" in capsys.readouterr().out
    assert cli.run(["restore", "--db", str(path), copy]) == 0
    said = capsys.readouterr().out
    assert f"{path} holds 1 person and" in said
    assert "is kept as" in said
    assert cli.run(["restore", "--db", str(path), str(tmp_path / "none")]) == 2
    said = capsys.readouterr().err
    assert said.count("\n") == 1
    assert "name another file" in said
    letter = tmp_path / "letter.txt"
    letter.write_text("Dear Sir or Madam, " * 100)
    assert cli.run(["restore", "--db", str(path), str(letter)]) == 2
    assert f"{letter} is damaged, or not a copy of the database: take another" in (
        capsys.readouterr().err
    )


def test_what_a_killed_copy_left_is_gone_with_one_of_a_later_day(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "copies"
    folder.mkdir()
    copy = folder / "copy[1].sqlite3"
    with monkeypatch.context() as killed:
        killed.setattr(Path, "unlink", lambda *_, **__: None)
        killed.setattr("bot.storage.backup._rename", lambda *_: None)
        back_up(path, copy, "DATABASE")
    (left,) = folder.iterdir()
    assert ANNA.encode() in left.read_bytes()
    others = [folder / name for name in (".copy[1].sqlite3.mine", "notes.txt")]
    for other in others:
        other.write_text("mine")
    back_up(path, copy, "DATABASE")
    assert left.exists(), "another copy may be under way"
    for file in (left, *others):
        os.utime(file, (1_700_000_000, 1_700_000_000))
    back_up(path, copy, "DATABASE")
    assert names(folder) == sorted([copy.name, *(other.name for other in others)])

"""A database that cannot be used: one clear line, and not a byte of it changed."""

from __future__ import annotations

import sqlite3
import time
from typing import TYPE_CHECKING

import pytest

from bot.errors import StorageError
from bot.settings import DEFAULT_DATABASE
from bot.storage.opening import open_database
from bot.storage.sqlite import SqliteStorage
from tests.bot.storage.people import ANNA, TODAY, answers

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def path(tmp_path: Path) -> Path:
    file = tmp_path / "bot.sqlite3"
    storage = SqliteStorage(file)
    for n in range(40):
        storage.handle(ANNA, answers(f"q{n}", "x" * 500), on=TODAY, update=n).result()
    storage.close()
    return file


def refused(path: Path) -> str:
    """The line with which the file is refused; its bytes stay as they were."""
    before = path.read_bytes() if path.is_file() else None
    with pytest.raises(StorageError) as caught:
        open_database(path)
    assert before is None or path.read_bytes() == before
    line = str(caught.value)
    assert str(path) in line
    assert "\n" not in line
    return line


def test_a_folder(tmp_path: Path) -> None:
    assert "is a folder" in refused(tmp_path)


def test_a_file_in_the_way_of_the_folder(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    line = refused(tmp_path / "file" / "bot.sqlite3")
    assert f"no folder {tmp_path / 'file'}:" in line


def test_a_folder_that_is_not_there_is_not_made(tmp_path: Path) -> None:
    line = refused(tmp_path / "no" / "such" / "bot.sqlite3")
    assert f"no folder {tmp_path / 'no' / 'such'}:" in line
    assert "choose another file with DATABASE" in line
    assert list(tmp_path.iterdir()) == []


def test_the_folder_of_the_default_file_is_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    SqliteStorage(DEFAULT_DATABASE).close()
    assert (tmp_path / "data").stat().st_mode & 0o777 == 0o700


def test_a_folder_that_may_not_be_looked_into(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def forbidden(_: Path) -> bool:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("pathlib.Path.is_dir", forbidden)
    with pytest.raises(StorageError, match="cannot be reached: Permission denied"):
        open_database(tmp_path / "bot.sqlite3")


@pytest.mark.parametrize("content", [b"Dear Sir or Madam, " * 100, b"SQLite format 3\x00" * 500])
def test_the_line_speaks_of_what_named_the_file(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "bot.sqlite3"
    path.write_bytes(content)
    assert "choose another file with DATABASE" in refused(path)
    with pytest.raises(StorageError, match="choose another file with --db") as caught:
        SqliteStorage(path, "--db")
    assert "DATABASE" not in str(caught.value)
    assert path.read_bytes() == content


def test_not_a_database(tmp_path: Path) -> None:
    path = tmp_path / "letter.txt"
    path.write_text("Dear Sir or Madam, " * 100)
    assert "is not a SQLite database" in refused(path)


def test_another_programs_database(tmp_path: Path) -> None:
    path = tmp_path / "other.sqlite3"
    db = sqlite3.connect(path)
    db.execute("CREATE TABLE people (name TEXT)")
    db.close()
    assert "another program" in refused(path)


def test_a_damaged_database(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[4096 : len(content)] = b"\xa5" * (len(content) - 4096)
    path.write_bytes(content)
    assert "is damaged" in refused(path)


def test_a_cut_off_database(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: 4096 * 3 + 100])
    assert "is damaged" in refused(path)


def test_a_read_only_file(path: Path) -> None:
    path.chmod(0o400)
    assert "is read-only" in refused(path)


def test_a_newer_version(path: Path) -> None:
    db = sqlite3.connect(path)
    db.execute(
        "INSERT INTO _sqlite_migrations (migration_set, name, applied_at) "
        "VALUES ('express-entry-bot', 'm999_tomorrow', '2030-01-01')"
    )
    db.commit()
    db.close()
    assert "newer version" in refused(path)


def test_a_lock(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.storage.opening.BUSY_SECONDS", 0.1)
    db = sqlite3.connect(path, isolation_level=None)
    db.execute("PRAGMA locking_mode = EXCLUSIVE")
    db.execute("BEGIN EXCLUSIVE")
    began = time.monotonic()
    assert "locked by another process" in refused(path)
    assert time.monotonic() - began < 2
    db.close()


def test_an_empty_file_becomes_a_database(tmp_path: Path) -> None:
    path = tmp_path / "empty.sqlite3"
    path.touch(mode=0o644)
    SqliteStorage(path).close()
    assert path.stat().st_mode & 0o777 == 0o600


def test_two_at_once(tmp_path: Path) -> None:
    one, two = SqliteStorage(tmp_path / "bot.sqlite3"), SqliteStorage(tmp_path / "bot.sqlite3")
    one.handle(ANNA, answers("a", "1"), on=TODAY).result()
    two.handle(ANNA, answers("b", "2"), on=TODAY).result()
    one.close()
    two.close()

"""Answers encrypted at rest: nothing readable, the right key only, keys changed without loss."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

import pytest
from cryptography.fernet import Fernet

from bot import cli
from bot.errors import StorageError
from bot.storage.rotation import rotate
from bot.storage.seal import Seal
from bot.storage.sole import sole
from bot.storage.sqlite import SqliteStorage
from tests.bot.storage.people import ANNA, BORIS, TODAY, answers, stored
from tests.figures import figure

if TYPE_CHECKING:
    from pathlib import Path

OLD, NEW, OTHER = (Fernet.generate_key().decode() for _ in range(3))
SECRET = "Zanzibar-4711"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "bot.sqlite3"


def answer(path: Path, person: str, *keys: str) -> None:
    """Somebody answers; the replies wait in the outbox."""
    with closing(SqliteStorage(path, seal=Seal(keys))) as storage:
        storage.handle(person, answers("q", SECRET), on=TODAY, update=int(person[9:])).result()


def answered(path: Path, *keys: str) -> list[object]:
    """What everybody answered, and how many replies wait."""
    with closing(SqliteStorage(path, seal=Seal(keys))) as storage:
        people = (stored(storage, person) for person in (ANNA, BORIS))
        kept: list[object] = [each.answers["q"] for each in people if each and "q" in each.answers]
        return [*kept, len(storage.pending().result())]


def found(path: Path, word: str) -> bool:
    return any(word.encode() in file.read_bytes() for file in path.parent.iterdir())


def refused(path: Path, *keys: str) -> str:
    """The line that refuses the keys; not a byte is changed."""
    before = path.read_bytes()
    with pytest.raises(StorageError) as caught:
        SqliteStorage(path, seal=Seal(keys))
    assert path.read_bytes() == before
    line = str(caught.value)
    assert "\n" not in line
    assert not any(key in line for key in keys)
    return line


def test_nothing_of_an_answer_can_be_read_in_the_files(path: Path) -> None:
    with closing(SqliteStorage(path, seal=Seal([NEW]))) as storage:
        storage.handle(ANNA, answers("q", SECRET), on=TODAY, update=1).result()
        assert not found(path, SECRET)
    assert not found(path, SECRET)
    assert not found(path, '"answers"')
    assert answered(path, NEW) == [SECRET, 2]


def test_without_the_key_it_is_refused(path: Path) -> None:
    answer(path, ANNA, OLD)
    assert "set ANSWERS_KEY" in refused(path)
    assert "not in ANSWERS_KEY" in refused(path, NEW)
    assert "not in ANSWERS_KEY" in refused(path, NEW, OTHER)
    assert answered(path, OLD) == [SECRET, 2]


def test_old_answers_are_read_by_the_old_key_behind_the_new_one(path: Path) -> None:
    answer(path, ANNA, OLD)
    answer(path, BORIS, NEW, OLD)
    assert answered(path, NEW, OLD) == [SECRET, SECRET, 4]
    assert "not in ANSWERS_KEY" in refused(path, NEW)
    assert "not in ANSWERS_KEY" in refused(path, OLD)


def test_rotated_the_old_key_is_needed_no_more(path: Path) -> None:
    answer(path, ANNA, OLD)
    answer(path, BORIS, OLD)
    changed = rotate(path, Seal([NEW, OLD]), "DATABASE")
    assert answered(path, NEW) == [SECRET, SECRET, 4]
    assert "not in ANSWERS_KEY" in refused(path, OLD)
    figure("a key changed", texts=changed, texts_lost=6 - changed)
    assert changed == 6


def test_what_was_plain_is_read_and_then_encrypted(path: Path) -> None:
    answer(path, ANNA)
    assert answered(path, NEW) == [SECRET, 2]
    rotate(path, Seal([NEW]), "DATABASE")
    assert not found(path, SECRET)
    assert answered(path, NEW) == [SECRET, 2]


def test_no_key_is_changed_under_a_running_bot(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.storage.sole.PATIENCE_SECONDS", 0.0)
    answer(path, ANNA, OLD)
    with sole(path), pytest.raises(StorageError, match="in use by another running bot"):
        rotate(path, Seal([NEW, OLD]), "DATABASE")
    rotate(path, Seal([NEW, OLD]), "DATABASE")


def test_a_file_that_is_not_there_is_not_made_by_a_rotation(path: Path) -> None:
    with pytest.raises(StorageError, match=r"there is no database .* with --db"):
        rotate(path, Seal([NEW]), "--db")
    assert list(path.parent.iterdir()) == []


def test_rotation_by_the_command_line(
    path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.run(["rotate-key", "--new"]) == 0
    new = capsys.readouterr().out.strip()
    answer(path, ANNA, OLD)
    monkeypatch.chdir(path.parent)
    monkeypatch.setenv("DATABASE", str(path))
    assert cli.run(["rotate-key"]) == 2
    assert "--new" in capsys.readouterr().err
    monkeypatch.setenv("ANSWERS_KEY", f"{new}, {OLD}")
    assert cli.run(["rotate-key"]) == 0
    assert "3 texts" in capsys.readouterr().out
    assert answered(path, new) == [SECRET, 2]


@pytest.mark.parametrize("keys", ["secret", f"{OLD}x", f"{OLD},", "é" * 44])
def test_what_is_no_key_is_told_without_being_shown(
    path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], keys: str
) -> None:
    monkeypatch.chdir(path.parent)
    monkeypatch.setenv("ANSWERS_KEY", keys)
    assert cli.run(["chat"]) == 2
    line = capsys.readouterr().err
    assert "ANSWERS_KEY must be a key" in line
    assert keys not in line
    assert list(path.parent.iterdir()) == []

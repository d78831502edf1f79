"""One running bot a database, by whatever name each calls the file."""

from __future__ import annotations

import stat
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from bot.errors import StorageError
from bot.storage.sole import is_held, sole
from bot.storage.sqlite import SqliteStorage
from tests.bot.storage.people import ANNA, TODAY, answers, leave

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def named_twice(tmp_path: Path) -> tuple[Path, Path]:
    """A database, and another name for it in another folder."""
    for folder in ("real", "other"):
        (tmp_path / folder).mkdir()
    path, other = tmp_path / "real" / "bot.sqlite3", tmp_path / "other" / "link.sqlite3"
    SqliteStorage(path).close()
    other.symlink_to(path)
    return path, other


def test_a_second_bot_is_refused_by_another_name_too(
    named_twice: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.storage.sole.PATIENCE_SECONDS", 0.0)
    path, other = named_twice
    for first, second in ((path, other), (other, path)):
        with sole(first):
            assert is_held(second)
            with pytest.raises(StorageError, match="in use by another running bot"), sole(second):
                pass
        assert not is_held(second)


def test_by_another_name_it_is_closed_to_others_and_keeps_nothing(
    named_twice: tuple[Path, Path],
) -> None:
    path, other = named_twice
    path.chmod(0o644)
    with closing(SqliteStorage(other)) as storage:
        storage.handle(ANNA, answers("a", "1"), on=TODAY).result()
        files = list(path.parent.iterdir())
        assert {stat.S_IMODE(file.stat().st_mode) for file in files} == {0o600}
        assert any(ANNA.encode() in file.read_bytes() for file in files)
        storage.handle(ANNA, leave, on=TODAY).result()
        assert not any(ANNA.encode() in file.read_bytes() for file in path.parent.iterdir())


def test_a_link_in_the_place_of_the_lock_makes_no_file_elsewhere(
    named_twice: tuple[Path, Path], tmp_path: Path
) -> None:
    path, elsewhere = named_twice[0], tmp_path / "elsewhere"
    path.with_name(f"{path.name}-running").symlink_to(elsewhere)
    with pytest.raises(StorageError, match="-running beside it cannot"), sole(path):
        pass
    assert not elsewhere.exists()

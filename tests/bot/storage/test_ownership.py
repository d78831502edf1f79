"""Files that root makes in the folder of another user are that user's, and nobody else's."""

from __future__ import annotations

import os
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from bot.storage.backup import back_up, restore
from bot.storage.ownership import hand_over
from bot.storage.rotation import rotate
from bot.storage.seal import Seal
from bot.storage.sqlite import SqliteStorage
from tests.figures import figure

if TYPE_CHECKING:
    from pathlib import Path

NOW = datetime(2026, 11, 23, 12, 34, 56, tzinfo=UTC)
KEY = "cw_0x689RpI-jtRR7oE8h_eQsKImvJapLeSbXpwF4e4="
BOT = (65534, 65534) if os.geteuid() == 0 else (os.geteuid(), os.getegid())
"""Another user where the tests may make files over to one."""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder of the bot's own user."""
    made = tmp_path / "state"
    made.mkdir()
    os.chown(made, *BOT)
    return made


def owners(folder: Path) -> dict[str, tuple[int, int]]:
    found = {each.name: each.stat() for each in folder.iterdir()}
    return {name: (stat.st_uid, stat.st_gid) for name, stat in found.items()}


def test_a_new_database_is_of_the_folder_s_owner(folder: Path) -> None:
    storage = SqliteStorage(folder / "bot.sqlite3")
    names = {"bot.sqlite3", "bot.sqlite3-wal", "bot.sqlite3-shm"}
    assert owners(folder) == dict.fromkeys(names, BOT)
    storage.close()


def test_a_copy_put_back_is_of_whom_the_database_was(folder: Path, tmp_path: Path) -> None:
    path, copy = folder / "bot.sqlite3", tmp_path / "copy.sqlite3"
    SqliteStorage(path).close()
    back_up(path, copy, "DATABASE")
    _, kept = restore(copy, path, "DATABASE", NOW)
    assert kept is not None
    files = owners(folder)
    figure("files that root put back", files=len(files), of_another=len(set(files.values())) - 1)
    assert files == dict.fromkeys({path.name, kept.name}, BOT)


def test_a_copy_on_a_new_machine_is_of_the_folder_s_owner(folder: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.sqlite3"
    SqliteStorage(copy).close()
    restore(copy, folder / "bot.sqlite3", "DATABASE", NOW)
    rotate(folder / "bot.sqlite3", Seal([KEY]), "DATABASE")
    assert owners(folder) == dict.fromkeys({"bot.sqlite3", "bot.sqlite3-running"}, BOT)
    assert (folder / "bot.sqlite3").stat().st_mode & 0o777 == 0o600


def test_a_link_in_the_way_gives_nothing_away(folder: Path, tmp_path: Path) -> None:
    precious, link = tmp_path / "precious", folder / "link"
    precious.write_text("root's")
    before = precious.stat().st_uid
    link.symlink_to(precious)
    hand_over(link, link)
    assert precious.stat().st_uid == before
    assert link.lstat().st_uid == BOT[0]

"""Files that the bot hands over."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.terminal.files import save
from messages.message import Document

if TYPE_CHECKING:
    from pathlib import Path


def test_a_file_is_written_for_its_owner_only(tmp_path: Path) -> None:
    file = save(Document("mine.json", "{é}\n"), tmp_path)
    assert file == tmp_path / "mine.json"
    assert file.read_bytes() == "{é}\n".encode()
    assert file.stat().st_mode & 0o777 == 0o600


def test_bytes_stay_bytes(tmp_path: Path) -> None:
    file = save(Document("mine.pdf", content=b"%PDF\r\n\xff"), tmp_path)
    assert file.read_bytes() == b"%PDF\r\n\xff"


def test_nothing_that_is_there_is_written_over(tmp_path: Path) -> None:
    (tmp_path / "mine.json").write_text("old")
    (tmp_path / "mine-2.json").symlink_to(tmp_path / "nowhere")
    assert save(Document("mine.json", "new"), tmp_path).name == "mine-3.json"
    assert save(Document("mine.json", "newer"), tmp_path).name == "mine-4.json"
    assert (tmp_path / "mine.json").read_text() == "old"
    assert not (tmp_path / "nowhere").exists()


def test_a_name_never_leads_out_of_the_folder(tmp_path: Path) -> None:
    folder = tmp_path / "here"
    folder.mkdir()
    assert save(Document("../../mine.json", ""), folder) == folder / "mine.json"


def test_a_folder_that_is_gone_is_told(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="No such file"):
        save(Document("mine.json", ""), tmp_path / "gone")

"""Every storage in turn, for what all of them promise."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from cryptography.fernet import Fernet

from bot.storage.seal import Seal
from bot.storage.sqlite import SqliteStorage
from tests.bot.memory import MemoryStorage

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from bot.storage.protocol import Storage


@pytest.fixture(params=["memory", "sqlite", "sealed"])
def storage(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Storage]:
    keys = [Fernet.generate_key().decode()] if request.param == "sealed" else []
    opened: Storage = (
        MemoryStorage()
        if request.param == "memory"
        else SqliteStorage(tmp_path / "bot.sqlite3", seal=Seal(keys))
    )
    yield opened
    opened.close()

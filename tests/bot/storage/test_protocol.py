"""The contract is whole: whatever a storage can do is promised something, of each of them."""

from __future__ import annotations

import re
from pathlib import Path
from typing import get_type_hints

from bot.storage.protocol import Alerts, Broadcasts, Storage
from tests.figures import figure

HERE = Path(__file__).parent
USES_EACH = re.compile(r"\(storage: Storage|storage: Storage[,)]")
"""A test that is run with every storage in turn."""


def test_every_operation_stands_in_the_contract() -> None:
    tests = [file.read_text(encoding="utf-8") for file in HERE.glob("test_*.py")]
    contract = [source for source in tests if USES_EACH.search(source)]
    promises = sum(
        len(re.findall(r"^(?:async )?def test_", source, re.MULTILINE)) for source in contract
    )
    operations = [
        name
        for protocol in (Storage, Alerts, Broadcasts)
        for name in vars(protocol)
        if not name.startswith("_") and name not in get_type_hints(protocol)
    ]
    missing = [name for name in operations if not any(f".{name}" in source for source in contract)]
    figure("the contract of storages", operations=len(operations), promises=promises, storages=3)
    assert len(operations) > 20
    assert missing == []

"""What libraries would load for nothing is left out while the bot is imported."""

from __future__ import annotations

import subprocess
import sys

import pytest

from bot.unseen import OPTIONAL, unseen

_IMPORTED = """
import sys
import bot.commands.run as run
with run.unseen(*run.OPTIONAL):
    import bot.telegram.app, bot.telegram.webhook
print(sorted(set(sys.modules) & {*run.OPTIONAL}))
from bot.storage.seal import Seal
from cryptography.fernet import Fernet
seal = Seal([Fernet.generate_key().decode()])
print(seal.open(seal.close("a secret")))
"""


def test_a_package_is_not_found_for_a_while() -> None:
    name = "wave"
    assert name not in sys.modules
    with unseen(name), pytest.raises(ModuleNotFoundError):
        __import__(name)
    assert __import__(name).__name__ == name
    with unseen(name):
        assert __import__(name).__name__ == name, "what is loaded stays"


def test_the_running_bot_does_without_and_still_encrypts() -> None:
    call = [sys.executable, "-c", _IMPORTED]
    ran = subprocess.run(call, check=True, capture_output=True, text=True)
    assert ran.stdout.splitlines() == ["[]", "a secret"]
    assert "cryptography" in OPTIONAL

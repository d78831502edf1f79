"""Answers encrypted at rest, with keys that the operator keeps outside the database.

What is sealed is the text of conversations and of replies that wait. Without a key both are plain
JSON, which is read with a key, too, and sealed when it is next written. So that a wrong key is
known before anything is written, the file holds one check a key in use: something sealed with it.
"""

from __future__ import annotations

from functools import cached_property
from importlib import import_module
from typing import TYPE_CHECKING, Any

from bot.errors import StorageError

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from cryptography.fernet import Fernet, MultiFernet
    from sqlite_utils import Database

_CHECK = "express-entry-bot"
_CHECKS = "SELECT sealed FROM answer_keys"
_UNSEALED = "SELECT 1 FROM people WHERE substr(conversation, 1, 1) = ? LIMIT 1"
_PLAIN = "{"
"""How JSON begins, and nothing that is sealed."""


class Seal:
    """Encrypts with the first of its keys, decrypts with any; without keys text stays plain."""

    def __init__(self, keys: Sequence[str] = ()) -> None:
        self._keys = tuple(keys)

    def __bool__(self) -> bool:
        """Whether there is a key."""
        return bool(self._keys)

    def close(self, text: str) -> str:
        """The text as it is stored."""
        return self._all.encrypt(text.encode()).decode() if self._keys else text

    def open(self, stored: str) -> str:
        """The text that was stored."""
        return stored if stored.startswith(_PLAIN) else self._all.decrypt(stored).decode()

    def check(self, db: Database, path: Path) -> None:
        """Refuse a database of which a key is missing; nothing is written."""
        checks = [check for (check,) in db.execute(_CHECKS)] if _has_checks(db) else []
        if checks and not self._keys:
            raise StorageError(
                f"the answers in database {path} are encrypted: set ANSWERS_KEY to their key"
            )
        if not all(self._opens(check) for check in checks):
            raise StorageError(
                f"the answers in database {path} are encrypted with a key that is not in "
                "ANSWERS_KEY: add that key after the new one, behind a comma"
            )

    def register(self, db: Database) -> None:
        """Leave a check of the first key, if there is none yet."""
        if self._keys and not self._has_own_check(db):
            db.execute("INSERT INTO answer_keys (sealed) VALUES (?)", [self.close(_CHECK)])

    def is_behind(self, db: Database) -> bool:
        """Whether anything may be stored that the first key does not open."""
        if not self._keys:
            return False
        if not _has_checks(db) or db.execute(_UNSEALED, [_PLAIN]).fetchone():
            return True
        first = self._library.Fernet(self._keys[0])
        return not all(self._opens(check, first) for (check,) in db.execute(_CHECKS))

    def forget_other_keys(self, db: Database) -> None:
        """Nothing is sealed by any but the first key any more."""
        db.execute("DELETE FROM answer_keys")
        self.register(db)

    def _has_own_check(self, db: Database) -> bool:
        """Whether one is sealed with the first key."""
        first = self._library.Fernet(self._keys[0])
        return any(self._opens(check, first) for (check,) in db.execute(_CHECKS))

    def _opens(self, check: str, key: Fernet | None = None) -> bool:
        """Whether a key opens it, or any does."""
        try:
            return (key or self._all).decrypt(check).decode() == _CHECK
        except self._library.InvalidToken:
            return False

    @cached_property
    def _all(self) -> MultiFernet:
        keys = [self._library.Fernet(key) for key in self._keys]
        together: MultiFernet = self._library.MultiFernet(keys)
        return together

    @cached_property
    def _library(self) -> Any:
        """It takes much memory, and is loaded only where there are keys."""
        return import_module("cryptography.fernet")


PLAIN = Seal()
"""Nothing is encrypted."""


def _has_checks(db: Database) -> bool:
    """Files from before there were keys have no place for them."""
    found = db.execute("SELECT count(*) FROM sqlite_master WHERE name = 'answer_keys'").fetchone()
    return bool(found[0])

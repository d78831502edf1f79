"""Opening the database file, and saying in one line why it cannot be opened.

Everything that could refuse the file is looked at before the first byte is written.
"""

from __future__ import annotations

import os
import sqlite3
import stat
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from sqlite_utils import Database

from bot.errors import DamageError, StorageError
from bot.settings import DEFAULT_DATABASE
from bot.storage import schema
from bot.storage.ownership import hand_over
from bot.storage.sole import is_held

if TYPE_CHECKING:
    from bot.storage.seal import Seal

BUSY_SECONDS = 5.0
"""How long to wait for another process that is writing."""

_CHECKED_BYTES = 32 * 2**20
"""Files up to this size are checked whole when opened; that takes a tenth of a second."""

SETTING = "DATABASE"
"""What names the file, unless an option of a command does."""

_REASONS = {
    "SQLITE_BUSY": "is locked by another process: stop that process, or wait, and try again",
    "SQLITE_LOCKED": "is locked by another process: stop that process, or wait, and try again",
    "SQLITE_READONLY": (
        "is read-only: make the file and its folder writable for the user who runs the bot "
        "(chmod u+w, chown)"
    ),
    "SQLITE_PERM": "may not be read: give the file to the user who runs the bot",
    "SQLITE_AUTH": "may not be read: give the file to the user who runs the bot",
    "SQLITE_CANTOPEN": (
        "cannot be opened: give the file and its folder to the user who runs the bot, "
        "and make the folder writable"
    ),
    "SQLITE_CORRUPT": "is damaged: put a backup in its place, or choose another file with {named}",
    "SQLITE_NOTADB": (
        "is not a SQLite database: put a backup in its place, or choose another file with {named}"
    ),
    "SQLITE_FULL": "cannot grow, the disk is full: free some space",
    "SQLITE_IOERR": "cannot be read or written, the disk reports an error: check the disk",
}


def explain(error: sqlite3.Error, path: Path, named: str = SETTING) -> StorageError:
    """One line for the operator: which file, what is wrong, what to do."""
    code = getattr(error, "sqlite_errorname", "")
    family = "_".join(code.split("_")[:2])
    if family not in _REASONS:
        return StorageError(f"database {path} cannot be used ({error})")
    return _refusal(path, family, named)


def damaged(path: Path, named: str = SETTING) -> StorageError:
    """The line for what SQLite reads, but nobody can have written."""
    return _refusal(path, "SQLITE_CORRUPT", named)


class Place:
    """Where a file lies that is open; once it lies there no more, what is written to it is lost."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._file = self._now()

    def check(self) -> None:
        """Raises ``StorageError`` while the file is not the one that was opened there."""
        if self._now() != self._file:
            raise StorageError(
                f"database {self._path} was moved or replaced while the bot runs: "
                "put it back, or stop the bot and start it again"
            )

    def _now(self) -> tuple[int, int] | None:
        try:
            found = self._path.stat()
        except OSError:
            return None
        return found.st_dev, found.st_ino


def open_database(
    path: Path, named: str = SETTING, seal: Seal | None = None, *, sole: bool = False
) -> Database:
    """The database at ``path``, created or brought up to date as needed.

    ``named`` is what the operator named the file with, for the line that refuses it.
    With a ``seal``, a file with answers that it cannot open is refused, too. A file of an earlier
    release is refused while a bot runs on it, which knows no other, unless the caller is ``sole``.
    """
    _prepare_folder(path, named)
    is_new = not path.exists()
    connection = None
    try:
        # Opened here, used by the one writer thread from then on.
        connection = sqlite3.connect(
            path, timeout=BUSY_SECONDS, isolation_level=None, check_same_thread=False
        )
        db = Database(connection, execute_plugins=False)
        _refuse_strangers(db, path, named)
        if not sole and not is_new and schema.is_older(db) and is_held(path):
            raise StorageError(
                f"database {path} is in use by a running bot of an earlier version: stop that one, "
                "and the file is brought up to date"
            )
        if seal is not None:
            seal.check(db, path)
        if is_new:
            hand_over(path, path)  # what SQLite makes beside it goes to the same owner
        _set_up(db)
        schema.migrate(db)
        if seal is not None:
            seal.register(db)
    except sqlite3.Error as error:
        if connection is not None:
            connection.close()
        raise explain(error, path, named) from None
    except StorageError:
        if connection is not None:
            connection.close()
        raise
    _owner_only(path)
    return db


def _prepare_folder(path: Path, named: str) -> None:
    """Make the folder of the default file; any other is the operator's to make."""
    try:
        if path == DEFAULT_DATABASE:
            path.parent.mkdir(mode=0o700, exist_ok=True)
        elif not path.parent.is_dir():
            raise StorageError(
                f"database {path} cannot be made, there is no folder {path.parent}: "
                f"make the folder, or choose another file with {named}"
            )
        if path.is_dir():
            raise StorageError(f"database {path} is a folder: choose a file inside it with {named}")
        if path.exists() and not _is_writable(path):
            raise _refusal(path, "SQLITE_READONLY", named)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise StorageError(f"database {path} cannot be reached: {reason}") from None


def _is_writable(path: Path) -> bool:
    """Not where the file says no, nor where its whole disk does."""
    return bool(path.stat().st_mode & stat.S_IWUSR) and os.access(path, os.W_OK)


def _refusal(path: Path, family: str, named: str) -> StorageError:
    kind = DamageError if family == "SQLITE_CORRUPT" else StorageError
    return kind(f"database {path} {_REASONS[family].format(named=named)}")


def _refuse_strangers(db: Database, path: Path, named: str) -> None:
    """A file that is damaged, another program's, or from a later release stays untouched."""
    tables = db.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
    if not tables:
        return
    if db.execute("PRAGMA application_id").fetchone()[0] != schema.APPLICATION_ID:
        raise StorageError(
            f"database {path} belongs to another program: choose another file with {named}"
        )
    if path.stat().st_size <= _CHECKED_BYTES:
        verdict = db.execute("PRAGMA quick_check(1)").fetchone()[0]
        if verdict != "ok":
            raise _refusal(path, "SQLITE_CORRUPT", named)
    if schema.is_newer(db):
        raise StorageError(
            f"database {path} was written by a newer version of express-entry-bot: "
            f"install that version, or choose another file with {named}"
        )


def _set_up(db: Database) -> None:
    for setting in (
        "journal_mode = WAL",
        "synchronous = FULL",
        "secure_delete = ON",
        "foreign_keys = ON",
        "temp_store = MEMORY",
    ):
        db.execute(f"PRAGMA {setting}").fetchall()


def _owner_only(path: Path) -> None:
    """Close the files to everybody but their owner, should they have been made otherwise."""
    real = path.resolve()
    for file in (real, Path(f"{real}-wal"), Path(f"{real}-shm")):
        with suppress(OSError):
            if file.stat().st_mode & 0o077:
                file.chmod(0o600)

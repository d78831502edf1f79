"""Everything sealed anew with the first key, so that older keys can be thrown away."""

from __future__ import annotations

import sqlite3
import time
from contextlib import ExitStack, closing
from typing import TYPE_CHECKING

from cryptography.fernet import InvalidToken

from bot.errors import StorageError
from bot.storage.opening import damaged, explain, open_database
from bot.storage.remains import Remains
from bot.storage.sole import sole

if TYPE_CHECKING:
    from pathlib import Path

    from sqlite_utils import Database

    from bot.storage.seal import Seal

_PEOPLE = (
    "SELECT rowid, conversation FROM people WHERE rowid > ? ORDER BY rowid LIMIT ?",
    "UPDATE people SET conversation = ? WHERE rowid = ?",
)
_OUTBOX = (
    "SELECT number, message FROM outbox WHERE number > ? ORDER BY number LIMIT ?",
    "UPDATE outbox SET message = ? WHERE number = ?",
)
_AT_ONCE = 1_000
_PATIENCE_SECONDS, _STEP_SECONDS = 30.0, 0.02


def rotate(path: Path, seal: Seal, named: str) -> int:
    """Seal all that is stored with the first key, all or nothing; how many texts there were.

    Refuses while a bot runs on the database, for that would go on with the key it knows.
    """
    if not path.is_file():
        raise StorageError(f"there is no database {path}: choose another file with {named}")
    with (
        sole(path),
        ExitStack() as closed_last,
        closing(open_database(path, named, seal, sole=True)) as db,
    ):
        remains = Remains(path, pause=0.0)
        closed_last.callback(remains.close)
        try:
            db.execute("BEGIN IMMEDIATE")
            count = sum(_reseal(db.conn, seal, *texts) for texts in (_PEOPLE, _OUTBOX))
            seal.forget_other_keys(db)
            db.execute("COMMIT")
            _clear(db, remains)
        except sqlite3.Error as error:
            raise explain(error, path, named) from None
        except InvalidToken:
            raise damaged(path, named) from None
    return count


def _clear(db: Database, remains: Remains) -> None:
    """Leave nothing in the file of what was there before; a reader can hold that back."""
    last = time.monotonic() + _PATIENCE_SECONDS
    while remains.clear(db) and time.monotonic() < last:
        time.sleep(_STEP_SECONDS)


def _reseal(connection: sqlite3.Connection, seal: Seal, find: str, change: str) -> int:
    last, count = -1, 0
    while rows := connection.execute(find, [last, _AT_ONCE]).fetchall():
        anew = ((seal.close(seal.open(stored)), row) for row, stored in rows)
        connection.executemany(change, anew)
        last, count = rows[-1][0], count + len(rows)
    return count

"""Everything sealed anew with the first key, so that older keys can be thrown away."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

from bot.storage.opening import explain, open_database
from bot.storage.sole import sole

if TYPE_CHECKING:
    from pathlib import Path

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


def rotate(path: Path, seal: Seal, named: str) -> int:
    """Seal all that is stored with the first key, all or nothing; how many texts there were.

    Refuses while a bot runs on the database, for that would go on with the key it knows.
    """
    with sole(path), closing(open_database(path, named, seal)) as db:
        try:
            db.execute("BEGIN IMMEDIATE")
            count = sum(_reseal(db.conn, seal, *texts) for texts in (_PEOPLE, _OUTBOX))
            seal.forget_other_keys(db)
            db.execute("COMMIT")
            db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()  # it holds what was before
        except sqlite3.Error as error:
            raise explain(error, path, named) from None
    return count


def _reseal(connection: sqlite3.Connection, seal: Seal, find: str, change: str) -> int:
    last, count = -1, 0
    while rows := connection.execute(find, [last, _AT_ONCE]).fetchall():
        anew = ((seal.close(seal.open(stored)), row) for row, stored in rows)
        connection.executemany(change, anew)
        last, count = rows[-1][0], count + len(rows)
    return count

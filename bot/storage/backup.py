"""Copies of the database: made while the bot writes, verified, and put back.

A copy is made by SQLite's online backup under a temporary name, looked through whole, and only
then renamed; so a file of the name asked for is a good copy, or what stood there before.
"""

from __future__ import annotations

import os
import sqlite3
import tempfile
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from itertools import chain, count
from pathlib import Path
from typing import TYPE_CHECKING

from sqlite_utils import Database

from bot.errors import StorageError
from bot.storage import schema
from bot.storage.alerts import forget_what_was_new
from bot.storage.opening import BUSY_SECONDS, explain
from bot.storage.ownership import hand_over

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

_BESIDE = ("-wal", "-shm", "-journal")
"""What SQLite keeps beside a file that is in use, or was left in the middle of something."""

_COPY = "FILE"
"""What names a copy that is to be put back."""

_RANDOM = 8
"""Characters at the end of a temporary name; see ``tempfile``."""
_ABANDONED_SECONDS = 86_400.0
"""No copy takes so long."""
_DAMAGED = ("SQLITE_CORRUPT", "SQLITE_NOTADB")


@dataclass(frozen=True, slots=True)
class Counts:
    """What a copy holds, so that an operator sees whether that can be all."""

    people: int
    replies: int
    """Those that wait to be delivered."""

    def __str__(self) -> str:
        people = "person" if self.people == 1 else "people"
        replies = "reply" if self.replies == 1 else "replies"
        return f"{self.people:,} {people} and {self.replies:,} unsent {replies}"


def back_up(path: Path, target: Path, named: str) -> Counts:
    """Copy the database to ``target``, while others write to it.

    ``named`` is what the operator named the database with, for the line that refuses it.
    """
    _refuse_target(path, target)
    with _copied(path, target, named) as (temporary, counts):
        _rename(temporary, target)
    return counts


def restore(source: Path, path: Path, named: str, now: datetime) -> tuple[Counts, Path | None]:
    """Put a copy in the place of the database; what it holds, and where the old file is kept.

    Refuses while another process has the database open.
    """
    if source.exists() and path.exists() and source.samefile(path):
        raise StorageError(f"{source} is the database itself: choose a copy of it")
    with _copied(source, path, _COPY) as (temporary, counts):
        _end_sending(temporary, path, now)
        hand_over(temporary, path)
        kept = None
        if path.exists():
            kept = _free_name(path, now)
            with _alone(path, named):
                _keep(path, kept)
                _rename(temporary, path)
        else:
            _rename(temporary, path)
    return counts, kept


def _end_sending(copy: Path, path: Path, now: datetime) -> None:
    """End a broadcast and alerts that were under way: people have had them since then."""
    try:
        with closing(sqlite3.connect(copy, isolation_level=None)) as db:
            db.execute("PRAGMA secure_delete = ON").fetchall()
            tables = "SELECT 1 FROM sqlite_master WHERE name = 'recipients'"
            if db.execute(tables).fetchone():
                db.execute("UPDATE broadcasts SET state = 'stopped' WHERE state = 'sending'")
                db.execute("DELETE FROM recipients")
            tables = "SELECT 1 FROM sqlite_master WHERE name = 'alerts_begun'"
            if db.execute(tables).fetchone():
                forget_what_was_new(db, now.date())
    except sqlite3.Error as error:
        raise explain(error, path) from None


def inspect(path: Path, named: str) -> Counts:
    """What a database holds, having looked through all of it; raises ``StorageError``."""
    try:
        with closing(reading(path)) as connection:
            _refuse_strangers(connection, path)
    except sqlite3.Error as error:
        raise explain(error, path, named) from None
    counts = _verified(path)
    if counts is None:
        raise StorageError(f"database {path} is damaged: put a copy in its place by restore")
    return counts


def reading(path: Path) -> sqlite3.Connection:
    """The file, opened without leave to change it."""
    address = f"{path.absolute().as_uri()}?mode=ro"
    return sqlite3.connect(address, uri=True, timeout=BUSY_SECONDS, isolation_level=None)


@contextmanager
def _copied(source: Path, target: Path, named: str) -> Iterator[tuple[Path, Counts]]:
    """A verified copy of the source under a temporary name beside the target."""
    if not source.is_file():
        way = "name another file" if named == _COPY else f"choose another file with {named}"
        raise StorageError(f"there is no database {source}: {way}")
    temporary = _temporary(target)
    try:
        counts = _copy(source, temporary, named)
        yield temporary, counts
    except OSError as error:
        raise StorageError(f"cannot write {target}: {error.strerror}") from None
    finally:
        for ending in ("", *_BESIDE):
            Path(f"{temporary}{ending}").unlink(missing_ok=True)


def _temporary(target: Path) -> Path:
    """An empty file that only its owner may read."""
    try:
        number, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
    except OSError as error:
        raise StorageError(
            f"cannot write into the folder {target.parent}: {error.strerror}"
        ) from None
    os.close(number)
    _remove_abandoned(target, Path(name))
    return Path(name)


def _remove_abandoned(target: Path, new: Path) -> None:
    """What a copy killed on its way left long ago, with all that people answered."""
    made, begins = new.stat().st_mtime, new.name[:-_RANDOM]
    for other in target.parent.iterdir():
        if not other.name.startswith(begins) or len(other.name) != len(new.name):
            continue
        with suppress(OSError):
            if not other.is_symlink() and made - other.stat().st_mtime > _ABANDONED_SECONDS:
                for ending in ("", *_BESIDE):
                    Path(f"{other}{ending}").unlink(missing_ok=True)


def _copy(source: Path, temporary: Path, named: str) -> Counts:
    """Copy one state of the source, whatever is written meanwhile, and compare."""
    try:
        with closing(reading(source)) as original:
            # One transaction, so that the counts are those of the very state that is copied.
            original.execute("BEGIN")
            _refuse_strangers(original, source)
            counts = _count(original)
            with closing(sqlite3.connect(temporary, isolation_level=None)) as copy:
                original.backup(copy)
                # A copy is one file, which can be carried away; the bot turns this on again.
                copy.execute("PRAGMA journal_mode = DELETE").fetchall()
    except sqlite3.Error as error:
        if named == _COPY and error.sqlite_errorname.startswith(_DAMAGED):
            raise StorageError(
                f"{source} is damaged, or not a copy of the database: take another copy"
            ) from None
        raise explain(error, source, named) from None
    if _verified(temporary) != counts:
        raise StorageError(f"the copy of {source} is not whole: check the disk, and try again")
    return counts


def _verified(copy: Path) -> Counts | None:
    """What the copy holds, read from the disk anew; None when it is damaged."""
    try:
        with closing(reading(copy)) as connection:
            verdict = connection.execute("PRAGMA integrity_check(1)").fetchone()[0]
            return _count(connection) if verdict == "ok" else None
    except sqlite3.Error:
        return None


def _refuse_strangers(connection: sqlite3.Connection, path: Path) -> None:
    if connection.execute("PRAGMA application_id").fetchone()[0] != schema.APPLICATION_ID:
        raise StorageError(f"{path} is not a database of express-entry-bot: choose another file")
    if schema.is_newer(Database(connection, execute_plugins=False)):
        raise StorageError(
            f"{path} was written by a newer version of express-entry-bot: install that version"
        )


def _count(connection: sqlite3.Connection) -> Counts:
    query = "SELECT (SELECT count(*) FROM people), (SELECT count(*) FROM outbox)"
    return Counts(*connection.execute(query).fetchone())


def _refuse_target(path: Path, target: Path) -> None:
    """Only an older copy is ever overwritten, never the database or somebody's other file."""
    if target.is_dir():
        raise StorageError(f"{target} is a folder: choose a file inside it")
    if not target.exists():
        return
    if path.exists() and target.samefile(path):
        raise StorageError(f"{target} is the database itself: choose another file")
    if any(Path(f"{target}{ending}").exists() for ending in _BESIDE):
        raise StorageError(f"{target} is open in another process: choose another file")
    try:
        with closing(reading(target)) as connection:
            _refuse_strangers(connection, target)
    except sqlite3.Error:
        raise StorageError(
            f"{target} exists and is not a copy of the database: choose another file"
        ) from None


@contextmanager
def _alone(path: Path, named: str) -> Iterator[None]:
    """Keep everybody else away from the database, and have all of it in the one file.

    Whoever has it open holds a lock on it as long as that lasts. A damaged file cannot be asked.
    """
    with closing(sqlite3.connect(path, timeout=0, isolation_level=None)) as connection:
        try:
            connection.execute("PRAGMA journal_mode = DELETE").fetchall()
            connection.execute("BEGIN EXCLUSIVE")
        except sqlite3.Error as error:
            if error.sqlite_errorname.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
                raise StorageError(
                    f"database {path} is in use: stop the bot (and what else has it open) first"
                ) from None
            if not error.sqlite_errorname.startswith(_DAMAGED):
                raise explain(error, path, named) from None
        yield


def _free_name(path: Path, now: datetime) -> Path:
    """Where the old file goes: beside the new one, named by the moment."""
    first = f"{path}.before-{now:%Y%m%dT%H%M%SZ}"
    names = chain([Path(first)], (Path(f"{first}-{number}") for number in count(2)))
    return next(name for name in names if not name.exists())


def _keep(path: Path, kept: Path) -> None:
    """A second name for the old file, so that at no moment there is none of its own name."""
    for ending in _BESIDE:
        beside = Path(f"{path}{ending}")
        if beside.exists():
            beside.rename(f"{kept}{ending}")
    os.link(path, kept)
    kept.chmod(0o600)


def _rename(temporary: Path, target: Path) -> None:
    """Give the file its name, and both to the disk."""
    for item in (temporary, target.parent):
        number = os.open(item, os.O_RDONLY)
        try:
            os.fsync(number)
            if item == temporary:
                temporary.replace(target)
        finally:
            os.close(number)

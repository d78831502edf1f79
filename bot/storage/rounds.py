"""Rounds of invitations that were taken in from IRCC's file, beside those that are shipped."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from datetime import date, datetime
from threading import Lock, get_ident
from typing import TYPE_CHECKING

import structlog

from bot.storage.opening import explain, open_database
from scoring.bands import Band, Pool
from scoring.record import Record
from scoring.revision import revise
from scoring.round_names import kind_of
from scoring.rounds import KIND_NAMED, Round

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path
    from typing import Any

    from scoring.feed import Feed
    from scoring.revision import Revision
    from scoring.rounds import RoundKind

logger = structlog.get_logger("bot.storage")

_ALL = """
    SELECT number, held_on, kind, name, invitations, cutoff, tie_break, pool, sources FROM rounds
"""
_SAVE = """
    INSERT OR REPLACE INTO rounds
    (number, held_on, kind, name, invitations, cutoff, tie_break, pool, sources, revision)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
"""
_REVISION = "SELECT coalesce(max(revision), 0) FROM rounds"


def take_in(connection: sqlite3.Connection, feed: Feed) -> Revision:
    """Store what a file changes, in the transaction that is open."""
    revision = revise(_record(connection), feed)
    (last,) = connection.execute(_REVISION).fetchone()
    connection.executemany(_SAVE, ((*_stored(each), last + 1) for each in revision.rounds))
    return revision


def import_rounds(path: Path, feed: Feed, named: str) -> Revision:
    """Take in a file of rounds beside a bot that may be running; all of it or nothing.

    ``named`` is what the operator named the database with.
    """
    with closing(open_database(path, named).conn) as connection:
        try:
            connection.execute("BEGIN IMMEDIATE")
            revision = take_in(connection, feed)
            connection.execute("COMMIT")
        except sqlite3.Error as error:
            raise explain(error, path, named) from None
        return revision


def read_record(path: Path, named: str) -> Record:
    """The shipped rounds and those of a database."""
    with closing(open_database(path, named).conn) as connection:
        try:
            return _record(connection)
        except sqlite3.Error as error:
            raise explain(error, path, named) from None


def look_up(path: Path) -> Record:
    """The same without changing a byte; of a file that cannot be read, the shipped ones alone."""
    try:
        with closing(_reading(path)) as connection:
            return _record(connection)
    except sqlite3.Error:
        return Record.shipped()


class KnownRounds:
    """The record as the conversation sees it, anew after each import.

    Reads through a connection of its own and so sees what another process imports meanwhile; in
    a transaction that writes, one look is enough.
    """

    def __init__(self, path: Path) -> None:
        self._connection = _reading(path)
        self._lock = Lock()
        self._writing: int | None = None
        self._looked = False
        self._revision = 0
        self._record = Record.shipped()

    def record(self) -> Record:
        """All rounds known now."""
        writing = get_ident() == self._writing
        if writing and self._looked:
            return self._record
        with self._lock:
            try:
                (revision,) = self._connection.execute(_REVISION).fetchone()
                if revision != self._revision:
                    self._record = _record(self._connection)
                    self._revision = revision
            except sqlite3.Error as error:
                # What was known does; a look at the rounds must not cost somebody's answer.
                logger.warning("rounds_not_read", reason=error.sqlite_errorname)
            self._looked = self._looked or writing
            return self._record

    def begin(self) -> None:
        """A transaction begins in this thread: nobody else can change the rounds until it ends."""
        self._writing, self._looked = get_ident(), False

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()


def _reading(path: Path) -> sqlite3.Connection:
    address = f"{path.absolute().as_uri()}?mode=ro"
    return sqlite3.connect(address, uri=True, check_same_thread=False)


def _record(connection: sqlite3.Connection) -> Record:
    return Record.shipped().with_(_read(connection.execute(_ALL)))


def _stored(held: Round) -> tuple[Any, ...]:
    return (
        held.number,
        held.on.isoformat(),
        held.kind,
        held.name,
        held.invitations,
        held.cutoff,
        None if held.tie_break is None else held.tie_break.isoformat(),
        None if held.pool is None else _encoded(held.pool),
        " ".join(held.sources),
    )


def _read(rows: Iterable[tuple[Any, ...]]) -> Iterable[Round]:
    for number, on, kind, name, invitations, cutoff, tie_break, pool, sources in rows:
        yield Round(
            number=number,
            on=date.fromisoformat(on),
            kind=_kind(kind, name),
            name=name,
            invitations=invitations,
            cutoff=cutoff,
            tie_break=None if tie_break is None else _moment(tie_break),
            sources=tuple(sources.split()),
            pool=None if pool is None else _decoded(pool),
        )


def _kind(stored: str, name: str) -> RoundKind:
    """As it was stored; a name that was not known then may be now."""
    kind = KIND_NAMED.get(stored, "other")
    return kind_of(name) if kind == "other" else kind


def _moment(text: str) -> datetime | date:
    return datetime.fromisoformat(text) if "T" in text else date.fromisoformat(text)


def _encoded(pool: Pool) -> str:
    return json.dumps(
        {
            "on": pool.on.isoformat(),
            "bands": [[band.low, band.high, band.people] for band in pool.bands],
            "total": pool.total,
            "sources": pool.sources,
        }
    )


def _decoded(text: str) -> Pool:
    read = json.loads(text)
    bands = tuple(Band(*band) for band in read["bands"])
    return Pool(date.fromisoformat(read["on"]), bands, read["total"], tuple(read["sources"]))

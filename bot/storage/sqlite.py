"""Storage in one SQLite file."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, Any

import structlog

from bot.capture import Capture
from bot.log import where
from bot.storage.alerts import SqliteAlerts
from bot.storage.broadcasts import SqliteBroadcasts, close_ranks
from bot.storage.codec import decode_message, encode_message
from bot.storage.headcount import headcount
from bot.storage.occupation_titles import ImportedTitles
from bot.storage.opening import SETTING, Place, damaged, explain, open_database
from bot.storage.protocol import FARTHEST, Decide, Delivery, Handled
from bot.storage.remains import Remains
from bot.storage.rounds import KnownRounds, take_in
from bot.storage.row import Row, load, save, seconds
from bot.storage.seal import PLAIN, Seal
from bot.storage.writer import Writer

if TYPE_CHECKING:
    from collections.abc import Iterable
    from concurrent.futures import Future
    from pathlib import Path

    from sqlite_utils import Database

    from dialogs.headcount import Headcount
    from scoring.feed import Feed
    from scoring.record import Record
    from scoring.revision import Revision

logger = structlog.get_logger("bot.storage")

UPDATES_KEPT = timedelta(days=3)
"""Telegram repeats an update for a day at most."""

_DUE = """
    SELECT key FROM (
        SELECT key, due_at FROM people WHERE due_at <= :now ORDER BY due_at LIMIT :most
    )
    UNION ALL
    SELECT key FROM (
        SELECT key, due_at FROM people WHERE due_at > :farthest ORDER BY due_at LIMIT :most
    )
    LIMIT :most
"""
_NEXT_DUE = "SELECT min(due_at) FROM people WHERE due_at IS NOT NULL"
_OUTBOX = """
    SELECT outbox.person, CAST(outbox.message AS BLOB), outbox.number, outbox.origin, people.card
    FROM outbox LEFT JOIN people ON people.key = outbox.person
"""
_UNSENT = _OUTBOX + "ORDER BY outbox.number"
_UNSENT_OF_UPDATE = _OUTBOX + "WHERE outbox.update_key = ? ORDER BY outbox.number"


class SqliteStorage:
    """The ``Storage`` that the bot runs on."""

    def __init__(self, path: Path, named: str = SETTING, seal: Seal = PLAIN) -> None:
        self._path, self._named, self._seal = path, named, seal
        self._pruned: date | None = None
        database = open_database(path, named, seal)
        self._place = Place(path)
        self._remains = Remains(path)
        self._rounds = KnownRounds(path)
        self._writer = Writer(
            database,
            lambda error: explain(error, path, named),
            before_commit=self._begin,
            after_commit=self._remains.clear,
            before_close=self._let_go,
        )
        self.titles = ImportedTitles(path)
        """Job titles that an operator imported into this file."""
        self.broadcasts = SqliteBroadcasts(self._writer)
        self.alerts = SqliteAlerts(self._writer, seal)

    def handle(
        self,
        person: str,
        decide: Decide,
        *,
        on: date,
        update: int | None = None,
        origin: int | None = None,
    ) -> Future[Handled]:
        def job(db: Database) -> Handled:
            if update is not None and not self._is_new(db, update, on):
                unsent = self._read(db.execute(_UNSENT_OF_UPDATE, [update]))
                return Handled(unsent, repeated=True, forgotten=not _is_stored(db, person))
            before = self._load(db, person)
            decision = decide(before.conversation)
            replies = (Delivery(person, m, None, origin, before.card) for m in decision.messages)
            after = decision.conversation
            if after is None:
                self._erase(db, person)
                return Handled(tuple(replies), forgotten=True)
            save(db, self._seal, before, after, decision, on)
            if update is not None:
                replies = (self._post(db, reply, update) for reply in replies)
            return Handled(tuple(replies), language=after.language)

        return self._writer.submit(job)

    def sent(self, delivery: Delivery, *, card: int | None = None) -> Future[None]:
        def job(db: Database) -> None:
            if delivery.number is not None:
                db.execute("DELETE FROM outbox WHERE number = ?", [delivery.number])
            if card is not None:
                db.execute("UPDATE people SET card = ? WHERE key = ?", [card, delivery.person])

        return self._writer.submit(job)

    def pending(self) -> Future[tuple[Delivery, ...]]:
        return self._writer.submit(lambda db: self._read(db.execute(_UNSENT)))

    def due(self, now: datetime, most: int) -> Future[tuple[str, ...]]:
        def job(db: Database) -> tuple[str, ...]:
            moments = {"now": int(now.timestamp()), "farthest": seconds(now + FARTHEST)}
            rows = db.execute(_DUE, {**moments, "most": most})
            return tuple(person for (person,) in rows)

        return self._writer.submit(job)

    def next_due(self) -> Future[datetime | None]:
        def job(db: Database) -> datetime | None:
            (first,) = db.execute(_NEXT_DUE).fetchone()
            return None if first is None else datetime.fromtimestamp(first, UTC)

        return self._writer.submit(job)

    def headcount(self, today: date) -> Future[Headcount]:
        return self._writer.submit(lambda db: headcount(db, today))

    def record(self) -> Record:
        return self._rounds.record()

    def take_rounds(self, feed: Feed) -> Future[Revision]:
        return self._writer.submit(lambda db: take_in(db.conn, feed))

    def forget(self, person: str) -> Future[None]:
        return self._writer.submit(lambda db: self._erase(db, person))

    def close(self) -> None:
        self._writer.close()
        self._remains.close()

    def _begin(self) -> None:
        self._place.check()
        self._rounds.begin()

    def _let_go(self) -> None:
        """The readers go before the writer: only it puts SQLite's log back into the file."""
        self.titles.close()
        self._rounds.close()

    def _load(self, db: Database, person: str) -> Row:
        with Capture():
            return load(db, person, self._seal)
        raise damaged(self._path, self._named)

    def _is_new(self, db: Database, update: int, on: date) -> bool:
        """Note the update; False when it had been noted before."""
        if self._pruned != on:
            db.execute("DELETE FROM updates WHERE seen_on < ?", [str(on - UPDATES_KEPT)])
            self._pruned = on
        noted = db.execute(
            "INSERT OR IGNORE INTO updates (key, seen_on) VALUES (?, ?)", [update, str(on)]
        )
        return noted.rowcount == 1

    def _post(self, db: Database, delivery: Delivery, update: int) -> Delivery:
        """Put a reply into the outbox."""
        message = self._seal.close(encode_message(delivery.message))
        row = db.execute(
            "INSERT INTO outbox (person, message, origin, update_key) VALUES (?, ?, ?, ?)",
            [delivery.person, message, delivery.origin, update],
        )
        return replace(delivery, number=row.lastrowid)

    def _read(self, rows: Iterable[tuple[Any, ...]]) -> tuple[Delivery, ...]:
        """Replies as they wait; one that is damaged holds back none of the others."""
        read: list[Delivery] = []
        for person, sealed, number, origin, card in rows:
            with Capture() as captured:
                message = decode_message(self._seal.open(sealed.decode()))
                read.append(Delivery(person, message, number, origin, card))
            if captured.error is not None:
                logger.error("reply_unreadable", number=number, error=where(captured.error))
        return tuple(read)

    def _erase(self, db: Database, person: str) -> None:
        db.execute("DELETE FROM people WHERE key = ?", [person])
        db.execute("DELETE FROM outbox WHERE person = ?", [person])
        close_ranks(db)
        self._remains.erased()


def _is_stored(db: Database, person: str) -> bool:
    return db.execute("SELECT 1 FROM people WHERE key = ?", [person]).fetchone() is not None

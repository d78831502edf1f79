"""Alerts in the database: what was noted of rounds and rules, and who has heard how far.

Beside somebody's row stands only the number of what they heard of last; what it was is the same
for all. So nothing of a person stays when they leave.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import structlog

from bot.capture import Capture
from bot.log import where
from bot.storage.codec import decode_conversation
from bot.storage.protocol import Begun, Subscriber
from dialogs.conversation import LANGUAGES
from scoring.developments import Development, developments

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence
    from concurrent.futures import Future
    from datetime import datetime

    from sqlite_utils import Database

    from bot.storage.seal import Seal
    from bot.storage.writer import Writer
    from scoring.record import Record

logger = structlog.get_logger("bot.storage")

FARTHEST = timedelta(days=2)
"""Nobody is put off for so long, but by a clock that is wrong."""
_A_DAY = 86_400
_RESTORED = "restored"
"""Noted when a copy was put back: what was held by that day has been told since it was made."""

_NOTED = "SELECT key, held_on, facts, news, number FROM developments ORDER BY number"
_NOTE = "INSERT INTO developments (key, held_on, facts, news) VALUES (?, ?, ?, ?)"
_WAITING = """
    SELECT key, CAST(conversation AS BLOB), heard_of, card FROM people
    WHERE watches = 1 AND heard_of < :newest
        AND (alert_at <= :now OR alert_at > :farthest)
        AND NOT EXISTS (SELECT 1 FROM alerts_begun WHERE person = key)
    LIMIT :most
"""
_BEGUN = """
    SELECT person, language, after, until, card
    FROM alerts_begun CROSS JOIN people ON key = person
"""
_BEGIN = """
    INSERT OR REPLACE INTO alerts_begun (person, after, until)
    SELECT key, ?, ? FROM people WHERE key = ? AND watches = 1 AND heard_of = ?
"""
_HEARD = "UPDATE people SET heard_of = max(heard_of, ?), alert_at = 0 WHERE key = ?"
_KEEP = "UPDATE last_message SET number = max(number, ?)"


class SqliteAlerts:
    """The ``Alerts`` of a SQLite file."""

    def __init__(self, writer: Writer, seal: Seal) -> None:
        self._writer, self._seal = writer, seal

    def note(self, record: Record, today: date) -> Future[tuple[Development, ...]]:
        def job(db: Database) -> tuple[Development, ...]:
            noted = _noted(db)
            facts = {each.key: each.facts for each in noted}
            restored = [each.on for each in noted if each.key == _RESTORED]
            new = developments(record, today, facts, max(restored, default=None))
            if not new:
                return noted
            rows = [(each.key, str(each.on), each.facts, int(each.news)) for each in new]
            db.conn.executemany(_NOTE, rows)
            return _noted(db)

        return self._writer.submit(job)

    def waiting(self, newest: int, now: datetime, most: int) -> Future[tuple[Subscriber, ...]]:
        moment = int(now.timestamp())
        farthest = moment + int(FARTHEST.total_seconds())
        asked = {"newest": newest, "now": moment, "farthest": farthest, "most": most}

        def job(db: Database) -> tuple[Subscriber, ...]:
            found = (self._read(db, row, moment) for row in db.execute(_WAITING, asked).fetchall())
            return tuple(each for each in found if each is not None)

        return self._writer.submit(job)

    def begun(self) -> Future[tuple[Begun, ...]]:
        def job(db: Database) -> tuple[Begun, ...]:
            return tuple(
                Begun(person, language if language in LANGUAGES else LANGUAGES[0], *rest)
                for person, language, *rest in db.execute(_BEGUN)
            )

        return self._writer.submit(job)

    def begin(self, subscriber: Subscriber, after: int, until: int) -> Future[bool]:
        known = [after, until, subscriber.person, subscriber.heard_of]
        return self._writer.submit(lambda db: db.execute(_BEGIN, known).rowcount == 1)

    def wait(self, person: str) -> Future[None]:
        return self._writer.submit(lambda db: _settled(db, person))

    def heard(self, people: Sequence[str], until: int, message: int = 0) -> Future[None]:
        def job(db: Database) -> None:
            if message:
                db.execute(_KEEP, [message])
            for person in people:
                db.execute(_HEARD, [until, person])
                _settled(db, person)

        return self._writer.submit(job)

    def put_off(self, person: str, until: datetime) -> Future[None]:
        moment = int(until.timestamp())
        return self._writer.submit(lambda db: _put_off(db, person, moment))

    def last_message(self, number: int) -> Future[int]:
        def job(db: Database) -> int:
            db.execute(_KEEP, [number])
            (kept,) = db.execute("SELECT number FROM last_message").fetchone()
            return int(kept)

        return self._writer.submit(job)

    def _read(
        self, db: Database, row: tuple[str, bytes, int, int | None], moment: int
    ) -> Subscriber | None:
        """Somebody's state; one that is damaged holds back nobody else."""
        person, sealed, heard_of, card = row
        with Capture() as captured:
            known = decode_conversation(self._seal.open(sealed.decode()))
            return Subscriber(person, known, heard_of, card)
        if captured.error is not None:
            logger.error("subscriber_unreadable", error=where(captured.error))
        _put_off(db, person, moment + _A_DAY)
        return None


def forget_what_was_new(db: sqlite3.Connection, today: date) -> None:
    """In a copy that is put back: nobody is told again of what was held by that day."""
    db.execute("DELETE FROM alerts_begun")
    db.execute(_NOTE, (_RESTORED, str(today), "", 0))
    db.execute("UPDATE people SET heard_of = (SELECT max(number) FROM developments), alert_at = 0")


def _noted(db: Database) -> tuple[Development, ...]:
    return tuple(
        Development(key, date.fromisoformat(on), facts, bool(news), number)
        for key, on, facts, news, number in db.execute(_NOTED)
    )


def _settled(db: Database, person: str) -> None:
    db.execute("DELETE FROM alerts_begun WHERE person = ?", [person])


def _put_off(db: Database, person: str, moment: int) -> None:
    db.execute("UPDATE people SET alert_at = ? WHERE key = ?", [moment, person])

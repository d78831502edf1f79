"""Broadcasts in the database: what is sent to whom, so that it can go on after a crash.

People have their turn in the order of their rows, some of them at a time: those are recipients
until they had it. Whoever comes while a broadcast is under way is not among its people. Nothing of
a person stands here that leaves with them; of the operators nothing at all.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.storage.protocol import Recipient
from dialogs.broadcast import Broadcast
from dialogs.conversation import LANGUAGES

if TYPE_CHECKING:
    from concurrent.futures import Future

    from sqlite_utils import Database

    from bot.storage.protocol import Fate
    from bot.storage.writer import Writer

_READ = """
    SELECT number, text, state, people, sent, blocked, failed, unclear FROM broadcasts
"""
_HOW_MANY = """
    SELECT (SELECT coalesce(sum(people), 0) FROM headcount WHERE facet = 'progress')
        - (SELECT count(*) FROM people WHERE news = 0)
"""
_COUNT_FATE = {
    "sent": "UPDATE broadcasts SET sent = sent + 1",
    "blocked": "UPDATE broadcasts SET blocked = blocked + 1",
    "failed": "UPDATE broadcasts SET failed = failed + 1",
    "unclear": "UPDATE broadcasts SET unclear = unclear + 1",
}
_END = "UPDATE broadcasts SET state = ? WHERE number = ? AND state IN ('asked', 'sending')"
# Looked up by rows: the sign keeps SQLite from gathering everybody who takes news first.
_LOAD = """
    INSERT INTO recipients (person)
    SELECT key FROM people
    WHERE rowid > (SELECT last_row FROM broadcasts WHERE state = 'sending')
        AND rowid <= (SELECT up_to FROM broadcasts) AND +news = 1
    ORDER BY rowid LIMIT ?
"""
_ADVANCE = """
    UPDATE broadcasts SET last_row = coalesce(
        (SELECT max(people.rowid) FROM recipients CROSS JOIN people ON key = person), up_to)
"""
_DROP = """
    DELETE FROM recipients WHERE after IS NULL
    AND NOT EXISTS (SELECT 1 FROM people WHERE key = person AND news = 1)
"""
_CLOSE_RANKS = """
    UPDATE broadcasts SET up_to = min(up_to, (SELECT coalesce(max(rowid), 0) FROM people))
"""
_RECIPIENTS = """
    SELECT person, language, after, card FROM recipients CROSS JOIN people ON key = person
    ORDER BY people.rowid
"""
_BEGIN = """
    UPDATE recipients SET after = ?
    WHERE person = ? AND EXISTS (SELECT 1 FROM people WHERE key = person AND news = 1)
"""


class SqliteBroadcasts:
    """The ``Broadcasts`` of a SQLite file."""

    def __init__(self, writer: Writer) -> None:
        self._writer = writer

    def current(self) -> Future[Broadcast | None]:
        return self._writer.submit(_current)

    def propose(self, number: int, text: str) -> Future[Broadcast]:
        def job(db: Database) -> Broadcast:
            current = _current(db)
            if current is not None and (current.state == "sending" or current.number == number):
                return current
            db.execute("DELETE FROM broadcasts")
            db.execute(
                "INSERT INTO broadcasts (number, text, state, people) VALUES (?, ?, 'asked', ?)",
                [number, text, _how_many(db)],
            )
            return Broadcast(number, text, "asked", _how_many(db))

        return self._writer.submit(job)

    def start(self, number: int) -> Future[Broadcast | None]:
        def job(db: Database) -> Broadcast | None:
            db.execute(
                "UPDATE broadcasts SET state = 'sending', people = ?, "
                "up_to = (SELECT coalesce(max(rowid), 0) FROM people) "
                "WHERE number = ? AND state = 'asked'",
                [_how_many(db), number],
            )
            return _current(db)

        return self._writer.submit(job)

    def end(self, number: int, *, early: bool) -> Future[Broadcast | None]:
        def job(db: Database) -> Broadcast | None:
            ended = db.execute(_END, ["stopped" if early else "done", number])
            if ended.rowcount:
                db.execute("DELETE FROM recipients")
            return _current(db)

        return self._writer.submit(job)

    def recipients(self, most: int) -> Future[tuple[Recipient, ...]]:
        def job(db: Database) -> tuple[Recipient, ...]:
            db.execute(_DROP)
            found = self._recipients(db)
            if not found and db.execute(_LOAD, [most]).rowcount:
                db.execute(_ADVANCE)
                found = self._recipients(db)
            return found

        return self._writer.submit(job)

    def begin(self, person: str, after: int) -> Future[bool]:
        return self._writer.submit(lambda db: db.execute(_BEGIN, [after, person]).rowcount == 1)

    def wait(self, person: str) -> Future[None]:
        def job(db: Database) -> None:
            db.execute("UPDATE recipients SET after = NULL WHERE person = ?", [person])

        return self._writer.submit(job)

    def reached(self, number: int, person: str, fate: Fate) -> Future[None]:
        def job(db: Database) -> None:
            db.execute("DELETE FROM recipients WHERE person = ?", [person])
            db.execute(f"{_COUNT_FATE[fate]} WHERE number = ?", [number])

        return self._writer.submit(job)

    def _recipients(self, db: Database) -> tuple[Recipient, ...]:
        return tuple(
            Recipient(person, language if language in LANGUAGES else LANGUAGES[0], *rest)
            for person, language, *rest in db.execute(_RECIPIENTS)
        )


def close_ranks(db: Database) -> None:
    """After somebody left: whoever gets the number of their row is no more among the people."""
    db.execute(_CLOSE_RANKS)


def _current(db: Database) -> Broadcast | None:
    row = db.execute(_READ).fetchone()
    return None if row is None else Broadcast(*row)


def _how_many(db: Database) -> int:
    (people,) = db.execute(_HOW_MANY).fetchone()
    return int(people)

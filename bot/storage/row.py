"""One person's row: the conversation, and what stands beside it to be counted and looked up by."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil
from typing import TYPE_CHECKING, NamedTuple

from bot.incoming import can_be_written_to
from bot.storage.codec import decode_conversation, encode_conversation

if TYPE_CHECKING:
    from datetime import date, datetime

    from sqlite_utils import Database

    from bot.storage.protocol import Decision
    from bot.storage.seal import Seal
    from dialogs.conversation import Conversation

# Text as bytes: what is no UTF-8 any more harms its own row only.
_LOAD = """
    SELECT CAST(conversation AS BLOB), card, rowid,
    updated_on, due_at, progress, language, alerts, heard_on, news, watches
    FROM people WHERE key = ?
"""
# Whoever asks for alerts hears of what is noted after that.
_SAVE = """
    INSERT INTO people
        (key, conversation, updated_on, due_at, progress, language, alerts, heard_on, news,
        watches, heard_of)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, (SELECT coalesce(max(number), 0) FROM developments))
    ON CONFLICT (key) DO UPDATE SET conversation = excluded.conversation,
    updated_on = excluded.updated_on, due_at = excluded.due_at,
    progress = excluded.progress, language = excluded.language,
    alerts = excluded.alerts, heard_on = excluded.heard_on, news = excluded.news,
    heard_of = CASE WHEN watches THEN heard_of ELSE excluded.heard_of END,
    watches = excluded.watches
"""
# Most updates change nothing else, and so no index either.
_SAVE_CONVERSATION = "UPDATE people SET conversation = ? WHERE rowid = ?"


class Beside(NamedTuple):
    """What stands beside a conversation, as the database has it."""

    updated_on: str
    due_at: int | None = None
    progress: str | None = None
    language: str | None = None
    alerts: int | None = None
    heard_on: str | None = None
    news: int = 0
    watches: int = 0


@dataclass(frozen=True, slots=True)
class Row:
    """A person as they are stored; of a newcomer nothing but the key."""

    person: str
    stored: str | None = None
    """The conversation as text."""
    conversation: Conversation | None = None
    card: int | None = None
    number: int | None = None
    beside: Beside | None = None


def load(db: Database, person: str, seal: Seal) -> Row:
    """The person's row; raises whatever reading it raises where it is damaged."""
    found = db.execute(_LOAD, [person]).fetchone()
    if found is None:
        return Row(person)
    sealed, card, number, *beside = found
    stored = seal.open(sealed.decode())
    return Row(person, stored, decode_conversation(stored), card, number, Beside(*beside))


def save(
    db: Database,
    seal: Seal,
    before: Row,
    after: Conversation,
    decision: Decision,
    on: date,
) -> None:
    """Write what a decision changed in the row."""
    text = encode_conversation(after)
    reached = not after.unreachable and can_be_written_to(before.person)
    beside = Beside(
        updated_on=str(on),
        due_at=seconds(decision.due),
        progress=decision.progress or (before.beside.progress if before.beside else None),
        language=after.language,
        alerts=int(after.alerts),
        heard_on=after.heard_on,
        news=int(after.news and reached),
        watches=int(bool(after.told_of) and reached),
    )
    if beside != before.beside:
        db.execute(_SAVE, [before.person, seal.close(text), *beside])
    elif text != before.stored:
        db.execute(_SAVE_CONVERSATION, [seal.close(text), before.number])


def seconds(moment: datetime | None) -> int | None:
    """A moment as it is stored: never before itself."""
    return None if moment is None else ceil(moment.timestamp())

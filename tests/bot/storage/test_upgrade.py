"""A file of every release since the first, opened by this one."""

from __future__ import annotations

import sqlite3
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from bot.storage.protocol import Decision
from bot.storage.sqlite import SqliteStorage
from dialogs.conversation import Conversation
from tests.bot.storage.test_contract import ANNA, BORIS, TODAY, stored

if TYPE_CHECKING:
    from pathlib import Path

FIRST_RELEASE = """
    PRAGMA application_id = 0x45454254;
    CREATE TABLE "_sqlite_migrations" (
        "id" INTEGER PRIMARY KEY,
        "migration_set" TEXT,
        "name" TEXT,
        "applied_at" TEXT
    );
    CREATE UNIQUE INDEX "idx__sqlite_migrations_migration_set_name"
        ON "_sqlite_migrations" ("migration_set", "name");
    INSERT INTO "_sqlite_migrations" (migration_set, name, applied_at) VALUES
        ('express-entry-bot', 'm001_people_outbox_updates', '2026-10-01 08:00:00+00:00');
    CREATE TABLE people (
        key TEXT PRIMARY KEY,
        conversation TEXT NOT NULL,
        card INTEGER,
        updated_on TEXT NOT NULL
    ) STRICT;
    CREATE TABLE outbox (
        number INTEGER PRIMARY KEY AUTOINCREMENT,
        person TEXT NOT NULL,
        message TEXT NOT NULL,
        origin INTEGER,
        update_key INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX outbox_update_key ON outbox (update_key);
    CREATE TABLE updates (key INTEGER PRIMARY KEY, seen_on TEXT NOT NULL) STRICT;
    INSERT INTO people VALUES ('telegram:1001',
        '{"language":"fr","answers":{"education":"master"},"card":7,"revisiting":null,'
        || '"confirming":null,"started":true}', 42, '2026-10-01');
    INSERT INTO outbox (person, message, origin, update_key)
        VALUES ('telegram:1001', '{"text":"bonjour"}', NULL, 5);
    INSERT INTO updates VALUES (5, '2026-10-01');
"""
REMINDERS = """
    INSERT INTO "_sqlite_migrations" (migration_set, name, applied_at) VALUES
        ('express-entry-bot', 'm002_due', '2026-11-01 08:00:00+00:00');
    ALTER TABLE people ADD COLUMN due_at INTEGER;
    CREATE INDEX people_due_at ON people (due_at) WHERE due_at IS NOT NULL;
"""
TITLES = """
    INSERT INTO "_sqlite_migrations" (migration_set, name, applied_at) VALUES
        ('express-entry-bot', 'm003_occupation_titles', '2026-11-20 08:00:00+00:00');
    CREATE VIRTUAL TABLE occupation_titles USING fts5 (
        title, code UNINDEXED, language UNINDEXED,
        tokenize = "unicode61 remove_diacritics 2", prefix = '3'
    );
"""
RELEASES = ([FIRST_RELEASE], [FIRST_RELEASE, REMINDERS], [FIRST_RELEASE, REMINDERS, TITLES])
NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)


@pytest.mark.parametrize("scripts", RELEASES)
def test_a_file_of_every_release_is_brought_up_to_date(tmp_path: Path, scripts: list[str]) -> None:
    path = tmp_path / "bot.sqlite3"
    with sqlite3.connect(path) as db:
        for script in scripts:
            db.executescript(script)
    db.close()

    storage = SqliteStorage(path)
    look = storage.next_due().result()
    assert look is not None
    assert timedelta(0) < look - datetime.now(UTC) + timedelta(minutes=1) < timedelta(days=30)
    kept = stored(storage, ANNA)
    assert kept == Conversation(
        "fr", {"education": "master"}, card=7, started=True, heard_on="2026-10-01"
    )
    (waiting,) = storage.pending().result()
    assert (waiting.person, waiting.message.text, waiting.card) == (ANNA, "bonjour", 42)

    storage.handle(ANNA, lambda c: Decision(c, (), due=NOON), on=TODAY).result()
    storage.handle(BORIS, lambda _: Decision(Conversation(), ()), on=TODAY).result()
    storage.close()
    storage = SqliteStorage(path)
    assert storage.due(NOON, 10).result() == (ANNA,)
    storage.close()

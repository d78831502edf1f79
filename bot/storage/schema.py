"""The tables, as forward migrations. A released migration is never changed, only followed."""

from __future__ import annotations

from sqlite_utils import Database, Migrations

from bot.storage.headcount_schema import count_from_now_on, count_watchers_from_now_on

APPLICATION_ID = 0x45454254
"""Marks a SQLite file as this program's own ("EEBT")."""

migrations = Migrations("express-entry-bot")


@migrations()
def m001_people_outbox_updates(db: Database) -> None:
    """One row a person; replies on their way; updates already handled."""
    db.execute(
        """
        CREATE TABLE people (
            key TEXT PRIMARY KEY,
            conversation TEXT NOT NULL,
            card INTEGER,
            updated_on TEXT NOT NULL
        ) STRICT
        """
    )
    db.execute(
        """
        CREATE TABLE outbox (
            number INTEGER PRIMARY KEY AUTOINCREMENT,
            person TEXT NOT NULL,
            message TEXT NOT NULL,
            origin INTEGER,
            update_key INTEGER NOT NULL
        ) STRICT
        """
    )
    db.execute("CREATE INDEX outbox_update_key ON outbox (update_key)")
    db.execute("CREATE TABLE updates (key INTEGER PRIMARY KEY, seen_on TEXT NOT NULL) STRICT")


@migrations()
def m002_due(db: Database) -> None:
    """When to look at a person again without being asked, in seconds since 1970 (UTC)."""
    db.execute("ALTER TABLE people ADD COLUMN due_at INTEGER")
    db.execute("CREATE INDEX people_due_at ON people (due_at) WHERE due_at IS NOT NULL")


@migrations()
def m003_occupation_titles(db: Database) -> None:
    """Imported job titles, found by their words and by how those begin, whatever the accents."""
    db.execute(
        """
        CREATE VIRTUAL TABLE occupation_titles USING fts5 (
            title, code UNINDEXED, language UNINDEXED,
            tokenize = "unicode61 remove_diacritics 2", prefix = '3'
        )
        """
    )


@migrations()
def m004_heard_on(db: Database) -> None:
    """The day of the last word, for how long to keep somebody; all are looked at within a month.

    Until then only people with reminders were ever looked at, and the day of the last change,
    mostly an answer, is the nearest that is known.
    """
    db.execute(
        """
        UPDATE people SET
            conversation = CASE WHEN json_valid(conversation)
                THEN json_set(conversation, '$.heard_on', updated_on) ELSE conversation END,
            due_at = coalesce(due_at, strftime('%s', 'now') + (rowid % 30) * 86400)
        """
    )


@migrations()
def m005_answer_keys(db: Database) -> None:
    """One check a key by which answers are encrypted, to know a wrong one."""
    db.execute("CREATE TABLE answer_keys (sealed TEXT NOT NULL) STRICT")


@migrations()
def m006_rounds(db: Database) -> None:
    """Rounds of invitations beside those that are shipped; ``revision`` counts the imports."""
    db.execute(
        """
        CREATE TABLE rounds (
            number TEXT PRIMARY KEY,
            held_on TEXT NOT NULL,
            kind TEXT NOT NULL,
            name TEXT NOT NULL,
            invitations INTEGER NOT NULL,
            cutoff INTEGER NOT NULL,
            tie_break TEXT,
            pool TEXT,
            sources TEXT NOT NULL,
            revision INTEGER NOT NULL
        ) STRICT
        """
    )
    db.execute("CREATE INDEX rounds_revision ON rounds (revision)")


@migrations()
def m007_headcount(db: Database) -> None:
    """What people are counted by, beside conversations that may be encrypted; and the sums.

    How far somebody is takes more than SQL to tell, unless nothing is answered: it becomes known
    with the next word, or when they are looked at, within a month.
    """
    for column in ("progress TEXT", "language TEXT", "alerts INTEGER", "heard_on TEXT"):
        db.execute(f"ALTER TABLE people ADD COLUMN {column}")
    db.execute(
        """
        UPDATE people SET
            progress = CASE WHEN coalesce(json_extract(conversation, '$.answers'), '{}') = '{}'
                THEN 'begun' END,
            language = json_extract(conversation, '$.language'),
            alerts = coalesce(json_extract(conversation, '$.alerts'), 0),
            heard_on = json_extract(conversation, '$.heard_on')
        WHERE json_valid(conversation)
        """
    )
    count_from_now_on(db)


@migrations()
def m008_broadcasts(db: Database) -> None:
    """Who takes broadcasts (in Telegram, everybody so far), and how far one is."""
    db.execute("ALTER TABLE people ADD COLUMN news INTEGER NOT NULL DEFAULT 0")
    db.execute("UPDATE people SET news = 1 WHERE key LIKE 'telegram:%'")
    db.execute("CREATE INDEX people_without_news ON people (news) WHERE news = 0")
    db.execute(
        """
        CREATE TABLE broadcasts (
            number INTEGER PRIMARY KEY,
            text TEXT NOT NULL,
            state TEXT NOT NULL,
            people INTEGER NOT NULL,
            last_row INTEGER NOT NULL DEFAULT 0,
            up_to INTEGER NOT NULL DEFAULT 0,
            sent INTEGER NOT NULL DEFAULT 0,
            blocked INTEGER NOT NULL DEFAULT 0,
            failed INTEGER NOT NULL DEFAULT 0,
            unclear INTEGER NOT NULL DEFAULT 0
        ) STRICT
        """
    )
    db.execute(
        """
        CREATE TABLE recipients (
            person TEXT PRIMARY KEY REFERENCES people (key) ON DELETE CASCADE,
            after INTEGER
        ) STRICT, WITHOUT ROWID
        """
    )


@migrations()
def m009_alerts(db: Database) -> None:
    """What was noted of rounds and rules, and how far those have heard who want to be told.

    Nobody asked for it so far. ``alert_at`` is the moment before which somebody is not written to.
    """
    for column in ("watches", "heard_of", "alert_at"):
        db.execute(f"ALTER TABLE people ADD COLUMN {column} INTEGER NOT NULL DEFAULT 0")
    db.execute("CREATE INDEX people_watching ON people (heard_of, alert_at) WHERE watches = 1")
    db.execute(
        """
        CREATE TABLE developments (
            number INTEGER PRIMARY KEY,
            key TEXT NOT NULL,
            held_on TEXT NOT NULL,
            facts TEXT NOT NULL,
            news INTEGER NOT NULL
        ) STRICT
        """
    )
    db.execute(
        """
        CREATE TABLE alerts_begun (
            person TEXT PRIMARY KEY REFERENCES people (key) ON DELETE CASCADE,
            after INTEGER NOT NULL,
            until INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID
        """
    )
    db.execute("CREATE TABLE last_message (number INTEGER NOT NULL) STRICT")
    db.execute("INSERT INTO last_message VALUES (0)")


@migrations()
def m010_watching(db: Database) -> None:
    """Those who want to be told of new rounds and rules are counted, too."""
    count_watchers_from_now_on(db)


def is_newer(db: Database) -> bool:
    """Whether the file was written by a later release, with migrations that this one lacks."""
    with Database(memory=True) as empty:
        known = {step.name for step in migrations.pending(empty)}
    return any(step.name not in known for step in migrations.applied(db))


def is_older(db: Database) -> bool:
    """Whether the file is of an earlier release, or empty."""
    return bool(migrations.pending(db))


def migrate(db: Database) -> None:
    """Bring the file to this release's schema, all or nothing, waiting for other writers."""
    if not migrations.pending(db):
        return
    db.execute("BEGIN IMMEDIATE")
    migrations.apply(db)
    db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    db.commit()

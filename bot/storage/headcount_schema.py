"""The sums of people and the triggers that keep them: parts of released migrations.

What is counted stands beside each conversation in columns of its own, for a conversation may be
encrypted. A trigger works in the transaction of the change; so the sums cannot drift.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database

_TABLE = """
    CREATE TABLE headcount (
        facet TEXT NOT NULL,
        value TEXT NOT NULL,
        people INTEGER NOT NULL,
        PRIMARY KEY (facet, value)
    ) STRICT, WITHOUT ROWID
"""
_FACETS = """
    CREATE VIEW facets AS
    SELECT key, 'progress' AS facet, coalesce(progress, 'unknown') AS value FROM people
    UNION ALL SELECT key, 'language', coalesce(language, '') FROM people
    UNION ALL SELECT key, 'alerts', CAST(coalesce(alerts, 0) AS TEXT) FROM people
    UNION ALL SELECT key, 'heard_on', coalesce(heard_on, '') FROM people
"""
_SUMS = """
    INSERT INTO headcount SELECT facet, value, count(*) FROM facets GROUP BY facet, value
"""
_CAME = """
    CREATE TRIGGER headcount_came AFTER INSERT ON people BEGIN
        INSERT INTO headcount SELECT facet, value, 1 FROM facets WHERE key = NEW.key
        ON CONFLICT (facet, value) DO UPDATE SET people = people + 1;
    END
"""
_CHANGES = """
    CREATE TRIGGER headcount_changes BEFORE UPDATE ON people
    WHEN OLD.progress IS NOT NEW.progress OR OLD.language IS NOT NEW.language
        OR OLD.alerts IS NOT NEW.alerts OR OLD.heard_on IS NOT NEW.heard_on
    BEGIN
        UPDATE headcount SET people = people - 1
        WHERE (facet, value) IN (SELECT facet, value FROM facets WHERE key = OLD.key);
    END
"""
_CHANGED = """
    CREATE TRIGGER headcount_changed AFTER UPDATE ON people
    WHEN OLD.progress IS NOT NEW.progress OR OLD.language IS NOT NEW.language
        OR OLD.alerts IS NOT NEW.alerts OR OLD.heard_on IS NOT NEW.heard_on
    BEGIN
        INSERT INTO headcount SELECT facet, value, 1 FROM facets WHERE key = NEW.key
        ON CONFLICT (facet, value) DO UPDATE SET people = people + 1;
        DELETE FROM headcount WHERE people = 0;
    END
"""
_LEAVES = """
    CREATE TRIGGER headcount_leaves BEFORE DELETE ON people BEGIN
        UPDATE headcount SET people = people - 1
        WHERE (facet, value) IN (SELECT facet, value FROM facets WHERE key = OLD.key);
        DELETE FROM headcount WHERE people = 0;
    END
"""

_WATCHING = """
    INSERT INTO headcount
    SELECT 'watches', '1', count(*) FROM people WHERE watches = 1 HAVING count(*) > 0
"""
_WATCHER_CAME = """
    CREATE TRIGGER watcher_came AFTER INSERT ON people WHEN NEW.watches = 1 BEGIN
        INSERT INTO headcount VALUES ('watches', '1', 1)
        ON CONFLICT (facet, value) DO UPDATE SET people = people + 1;
    END
"""
_WATCHER_CHANGED = """
    CREATE TRIGGER watcher_changed AFTER UPDATE OF watches ON people
    WHEN OLD.watches <> NEW.watches BEGIN
        INSERT INTO headcount VALUES ('watches', '1', NEW.watches - OLD.watches)
        ON CONFLICT (facet, value) DO UPDATE SET people = people + excluded.people;
        DELETE FROM headcount WHERE people = 0;
    END
"""
_WATCHER_LEFT = """
    CREATE TRIGGER watcher_left AFTER DELETE ON people WHEN OLD.watches = 1 BEGIN
        UPDATE headcount SET people = people - 1 WHERE (facet, value) = ('watches', '1');
        DELETE FROM headcount WHERE people = 0;
    END
"""


def count_from_now_on(db: Database) -> None:
    """The sums of those who are stored, and the triggers that keep them."""
    for step in (_TABLE, _FACETS, _SUMS, _CAME, _CHANGES, _CHANGED, _LEAVES):
        db.execute(step)


def count_watchers_from_now_on(db: Database) -> None:
    """The same of those who want to be told of new rounds and rules."""
    for step in (_WATCHING, _WATCHER_CAME, _WATCHER_CHANGED, _WATCHER_LEFT):
        db.execute(step)

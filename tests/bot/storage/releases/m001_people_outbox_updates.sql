-- The first release. Anna has begun, and a reply to her was not yet delivered.
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
INSERT INTO updates VALUES (5, '2026-11-22');

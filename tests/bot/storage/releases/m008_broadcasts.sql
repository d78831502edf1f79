-- Broadcasts: one was under way, and Hana had stopped them.
INSERT INTO "_sqlite_migrations" (migration_set, name, applied_at) VALUES
    ('express-entry-bot', 'm008_broadcasts', '2026-11-25 09:00:00+00:00');
ALTER TABLE people ADD COLUMN news INTEGER NOT NULL DEFAULT 0;
UPDATE people SET news = 1 WHERE key LIKE 'telegram:%';
CREATE INDEX people_without_news ON people (news) WHERE news = 0;
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
) STRICT;
CREATE TABLE recipients (
    person TEXT PRIMARY KEY REFERENCES people (key) ON DELETE CASCADE,
    after INTEGER
) STRICT, WITHOUT ROWID;

INSERT INTO people
    (key, conversation, card, updated_on, due_at, progress, language, alerts, heard_on, news)
VALUES ('telegram:1008',
    '{"language":"en","answers":{"marital_status":"single"},"card":5,"revisiting":null,'
    || '"confirming":null,"topics":[],"wish":null,"facts":{},"facts_in_doubt":{},'
    || '"doubts":{},"supposed":{},"aim":null,"aim_kind":null,"alerts":false,"warned":[],'
    || '"news":false,"unreachable":true,"started":true,"heard_on":"2026-11-23",'
    || '"erasure_told_on":null}',
    8, '2026-11-23', 1798300000, 'answering', 'en', 0, '2026-11-23', 0);
INSERT INTO broadcasts (number, text, state, people, last_row, up_to, sent) VALUES
    (-77, 'Bonjour', 'sending', 7, 2, 7, 1);
INSERT INTO recipients VALUES ('telegram:1002', 60);

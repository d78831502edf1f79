-- Alerts: a round was noted that Ines has not heard of.
INSERT INTO "_sqlite_migrations" (migration_set, name, applied_at) VALUES
    ('express-entry-bot', 'm009_alerts', '2026-11-25 23:00:00+00:00');
ALTER TABLE people ADD COLUMN watches INTEGER NOT NULL DEFAULT 0;
ALTER TABLE people ADD COLUMN heard_of INTEGER NOT NULL DEFAULT 0;
ALTER TABLE people ADD COLUMN alert_at INTEGER NOT NULL DEFAULT 0;
CREATE INDEX people_watching ON people (heard_of, alert_at) WHERE watches = 1;
CREATE TABLE developments (
    number INTEGER PRIMARY KEY,
    key TEXT NOT NULL,
    held_on TEXT NOT NULL,
    facts TEXT NOT NULL,
    news INTEGER NOT NULL
) STRICT;
CREATE TABLE alerts_begun (
    person TEXT PRIMARY KEY REFERENCES people (key) ON DELETE CASCADE,
    after INTEGER NOT NULL,
    until INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE last_message (number INTEGER NOT NULL) STRICT;
INSERT INTO last_message VALUES (0);

INSERT INTO people
    (key, conversation, card, updated_on, due_at, progress, language, alerts, heard_on, news,
    watches, heard_of, alert_at)
VALUES ('telegram:1009',
    '{"language":"fr","answers":{"education":"master"},"card":2,"revisiting":null,'
    || '"confirming":null,"topics":["alerts"],"wish":null,"facts":{},"facts_in_doubt":{},'
    || '"doubts":{},"supposed":{},"aim":null,"aim_kind":null,"alerts":true,"warned":[],'
    || '"told_of":["invited","rules"],"news":true,"unreachable":false,"started":true,'
    || '"heard_on":"2026-11-23","erasure_told_on":null}',
    9, '2026-11-23', 1798300000, 'answering', 'fr', 1, '2026-11-23', 1, 1, 1, 0);
INSERT INTO developments (key, held_on, facts, news) VALUES
    ('round 447', '2026-10-01', 'trade 476 ', 0),
    ('round 999', '2026-11-20', 'cec 533 ', 1);
UPDATE last_message SET number = 70;

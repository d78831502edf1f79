-- Imported rounds: one, with the count of the pool. Fatou looked at which are open to her.
INSERT INTO "_sqlite_migrations" (migration_set, name, applied_at) VALUES
    ('express-entry-bot', 'm006_rounds', '2026-11-22 20:00:00+00:00');
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
) STRICT;
CREATE INDEX rounds_revision ON rounds (revision);

INSERT INTO rounds VALUES ('999', '2026-11-20', 'cec', 'Canadian Experience Class', 1000, 533,
    '2026-09-01T10:11:12+00:00', '{"on": "2026-11-18", "bands": [[501, 600, 21000]],'
    || ' "total": 230000, "sources": ["ROUNDS_PAGE"]}', 'ROUNDS_FEED', 1);
INSERT INTO people (key, conversation, card, updated_on, due_at) VALUES ('telegram:1006',
    '{"language":"fr","answers":{"education":"bachelor"},"card":9,"revisiting":null,'
    || '"confirming":null,"topics":["rounds"],"wish":null,"facts":{},"facts_in_doubt":{},'
    || '"doubts":{},"supposed":{},"aim":null,"aim_kind":null,"alerts":false,"warned":[],'
    || '"started":true,"heard_on":"2026-11-22","erasure_told_on":null}',
    8, '2026-11-22', 1798100000);

-- Retention. David told facts that wait to be confirmed, and knows that a silence erases all.
INSERT INTO "_sqlite_migrations" (migration_set, name, applied_at) VALUES
    ('express-entry-bot', 'm004_heard_on', '2026-11-21 08:00:00+00:00');
UPDATE people SET
    conversation = CASE WHEN json_valid(conversation)
        THEN json_set(conversation, '$.heard_on', updated_on) ELSE conversation END,
    due_at = coalesce(due_at, strftime('%s', 'now') + (rowid % 30) * 86400);

INSERT INTO people (key, conversation, card, updated_on, due_at) VALUES ('telegram:1004',
    '{"language":"en","answers":{"marital_status":"single"},"card":4,"revisiting":null,'
    || '"confirming":"facts","topics":[],"wish":"score","facts":{"birth_date":"31"},'
    || '"facts_in_doubt":{"occupation":["occupation_title","21231","21232"]},'
    || '"doubts":{"canadian_experience":["work_where","0","48"]},"supposed":{},"aim":null,'
    || '"aim_kind":null,"alerts":false,"warned":[],"started":true,"heard_on":"2025-12-20",'
    || '"erasure_told_on":"2026-11-20"}',
    5, '2025-12-20', 1797694200);

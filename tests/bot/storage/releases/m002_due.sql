-- Reminders. Boris wants them, and was told of one.
INSERT INTO "_sqlite_migrations" (migration_set, name, applied_at) VALUES
    ('express-entry-bot', 'm002_due', '2026-11-01 08:00:00+00:00');
ALTER TABLE people ADD COLUMN due_at INTEGER;
CREATE INDEX people_due_at ON people (due_at) WHERE due_at IS NOT NULL;

INSERT INTO people (key, conversation, card, updated_on, due_at) VALUES ('telegram:1002',
    '{"language":"en","answers":{"birth_date":"1994-03-05"},"card":2,"revisiting":"birth_date",'
    || '"confirming":null,"topics":["alerts"],"wish":"timeline","supposed":{"education":"doctorate"},'
    || '"aim":500,"alerts":true,"warned":["2027-03-05"],"started":true}',
    NULL, '2026-11-02', 1804242600);

-- What people are counted by, beside the conversation, and the sums. Goran finished.
INSERT INTO "_sqlite_migrations" (migration_set, name, applied_at) VALUES
    ('express-entry-bot', 'm007_headcount', '2026-11-25 08:00:00+00:00');
ALTER TABLE people ADD COLUMN progress TEXT;
ALTER TABLE people ADD COLUMN language TEXT;
ALTER TABLE people ADD COLUMN alerts INTEGER;
ALTER TABLE people ADD COLUMN heard_on TEXT;
UPDATE people SET
    progress = CASE WHEN coalesce(json_extract(conversation, '$.answers'), '{}') = '{}'
        THEN 'begun' END,
    language = json_extract(conversation, '$.language'),
    alerts = coalesce(json_extract(conversation, '$.alerts'), 0),
    heard_on = json_extract(conversation, '$.heard_on')
WHERE json_valid(conversation);
CREATE TABLE headcount (
    facet TEXT NOT NULL,
    value TEXT NOT NULL,
    people INTEGER NOT NULL,
    PRIMARY KEY (facet, value)
) STRICT, WITHOUT ROWID;
CREATE VIEW facets AS
SELECT key, 'progress' AS facet, coalesce(progress, 'unknown') AS value FROM people
UNION ALL SELECT key, 'language', coalesce(language, '') FROM people
UNION ALL SELECT key, 'alerts', CAST(coalesce(alerts, 0) AS TEXT) FROM people
UNION ALL SELECT key, 'heard_on', coalesce(heard_on, '') FROM people;
INSERT INTO headcount SELECT facet, value, count(*) FROM facets GROUP BY facet, value;
CREATE TRIGGER headcount_came AFTER INSERT ON people BEGIN
    INSERT INTO headcount SELECT facet, value, 1 FROM facets WHERE key = NEW.key
    ON CONFLICT (facet, value) DO UPDATE SET people = people + 1;
END;
CREATE TRIGGER headcount_changes BEFORE UPDATE ON people
WHEN OLD.progress IS NOT NEW.progress OR OLD.language IS NOT NEW.language
    OR OLD.alerts IS NOT NEW.alerts OR OLD.heard_on IS NOT NEW.heard_on
BEGIN
    UPDATE headcount SET people = people - 1
    WHERE (facet, value) IN (SELECT facet, value FROM facets WHERE key = OLD.key);
END;
CREATE TRIGGER headcount_changed AFTER UPDATE ON people
WHEN OLD.progress IS NOT NEW.progress OR OLD.language IS NOT NEW.language
    OR OLD.alerts IS NOT NEW.alerts OR OLD.heard_on IS NOT NEW.heard_on
BEGIN
    INSERT INTO headcount SELECT facet, value, 1 FROM facets WHERE key = NEW.key
    ON CONFLICT (facet, value) DO UPDATE SET people = people + 1;
    DELETE FROM headcount WHERE people = 0;
END;
CREATE TRIGGER headcount_leaves BEFORE DELETE ON people BEGIN
    UPDATE headcount SET people = people - 1
    WHERE (facet, value) IN (SELECT facet, value FROM facets WHERE key = OLD.key);
    DELETE FROM headcount WHERE people = 0;
END;

INSERT INTO people
    (key, conversation, card, updated_on, due_at, progress, language, alerts, heard_on)
VALUES ('telegram:1007',
    '{"language":"fr","answers":{"education":"none"},"card":5,"revisiting":null,'
    || '"confirming":null,"topics":[],"wish":null,"facts":{},"facts_in_doubt":{},'
    || '"doubts":{},"supposed":{},"aim":null,"aim_kind":null,"alerts":true,"warned":[],'
    || '"started":true,"heard_on":"2026-11-23","erasure_told_on":null}',
    8, '2026-11-23', 1798200000, 'finished', 'fr', 1, '2026-11-23');

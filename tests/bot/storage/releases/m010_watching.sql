-- Those with alerts are counted; Jorge had them on, and Ines.
INSERT INTO "_sqlite_migrations" (migration_set, name, applied_at) VALUES
    ('express-entry-bot', 'm010_watching', '2026-11-26 02:00:00+00:00');
INSERT INTO headcount
    SELECT 'watches', '1', count(*) FROM people WHERE watches = 1 HAVING count(*) > 0;
CREATE TRIGGER watcher_came AFTER INSERT ON people WHEN NEW.watches = 1 BEGIN
    INSERT INTO headcount VALUES ('watches', '1', 1)
    ON CONFLICT (facet, value) DO UPDATE SET people = people + 1;
END;
CREATE TRIGGER watcher_changed AFTER UPDATE OF watches ON people
WHEN OLD.watches <> NEW.watches BEGIN
    INSERT INTO headcount VALUES ('watches', '1', NEW.watches - OLD.watches)
    ON CONFLICT (facet, value) DO UPDATE SET people = people + excluded.people;
    DELETE FROM headcount WHERE people = 0;
END;
CREATE TRIGGER watcher_left AFTER DELETE ON people WHEN OLD.watches = 1 BEGIN
    UPDATE headcount SET people = people - 1 WHERE (facet, value) = ('watches', '1');
    DELETE FROM headcount WHERE people = 0;
END;

INSERT INTO people
    (key, conversation, card, updated_on, due_at, progress, language, alerts, heard_on, news,
    watches, heard_of, alert_at)
VALUES ('telegram:1010',
    '{"language":"en","answers":{"education":"bachelor"},"card":3,"revisiting":null,'
    || '"confirming":null,"topics":["alerts"],"wish":null,"facts":{},"facts_in_doubt":{},'
    || '"doubts":{},"supposed":{},"aim":null,"aim_kind":null,"alerts":false,"warned":[],'
    || '"told_of":["kinds"],"news":true,"unreachable":false,"started":true,'
    || '"heard_on":"2026-11-24","erasure_told_on":null}',
    4, '2026-11-24', 1798400000, 'answering', 'en', 0, '2026-11-24', 1, 1, 2, 0);

-- Imported job titles. Chloé was asked whether all of hers is to be erased.
INSERT INTO "_sqlite_migrations" (migration_set, name, applied_at) VALUES
    ('express-entry-bot', 'm003_occupation_titles', '2026-11-20 08:00:00+00:00');
CREATE VIRTUAL TABLE occupation_titles USING fts5 (
    title, code UNINDEXED, language UNINDEXED,
    tokenize = "unicode61 remove_diacritics 2", prefix = '3'
);

INSERT INTO occupation_titles (title, code, language)
    VALUES ('Ingénieure en mégalithes', '21331', 'fr');
INSERT INTO people (key, conversation, card, updated_on, due_at) VALUES ('telegram:1003',
    '{"language":"fr","answers":{"occupation":"21331"},"card":1,"revisiting":null,'
    || '"confirming":"delete","topics":[],"wish":null,"facts":{},"facts_in_doubt":{},"doubts":{},'
    || '"supposed":{},"aim":518,"aim_kind":"cec","alerts":false,"warned":[],"started":true}',
    77, '2026-11-20', NULL);

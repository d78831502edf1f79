-- Encryption. What Emma answered, and a reply to her, are sealed with the key of the test.
INSERT INTO "_sqlite_migrations" (migration_set, name, applied_at) VALUES
    ('express-entry-bot', 'm005_answer_keys', '2026-11-22 08:00:00+00:00');
CREATE TABLE answer_keys (sealed TEXT NOT NULL) STRICT;

INSERT INTO answer_keys VALUES ('gAAAAABrAhqgMiVU4HFAlJJSN439cxPaCozkyGSFt1TCwixk8U4GUTrwA2XShxLGXRXl4e1yia1uko4sT7GXbOrQJX2HjuNZNmUdCbEs6z5_-tvUuS8KXNU=');
INSERT INTO people (key, conversation, card, updated_on, due_at) VALUES ('telegram:1005',
    'gAAAAABrAhqgBtVpnVd5zS5wMOXPQt9Ihuk9BzNL7jbHrXuA3NlNkinv_algAzpOEzWsqkGHJM5LNCmOjnVnwdiq1KYRakyCPjQfqQc8Q14ob66PA-PeQVN9yqdnPQNZceMXoY808jqgbbk0VUIAIWvuxkZw7DdK3O3Cw5sDBvASR30lhzVsw4O0ybeypsqY0SaBUTzLwsA1yCJaw_5xVcPbgQvtCqNlXQdbCahvsx-xEB_jlfZRRKbjyb1_M4YGDUaN1xHwR2JwmWKvaYhjO9XAlk-s9UaQ_il2pZQ6DAf_G0_v1J5jebCPAoTQg4PwdfdVHsWbFlgo8puerkbdKUcFme-MhbVxUAjLqfDi4kvZWZncQN74wKQWCBllUx1wvsMSloeoEBx5VejVsfAfM7RooqZKRf9AOrZJjtGsGStB7sIyTqgxxm-qVUoScpp6RZsuT1XQBrhX3v6ocm_rya69F85ugf-vTskUcq77wRuDJGVWA99X85NRKwnLY9XDCjCNOJxuo9cf',
    NULL, '2026-11-21', 1798000000);
INSERT INTO outbox (person, message, origin, update_key) VALUES ('telegram:1005',
    'gAAAAABrAhqg-fe8zMe28cnTdWqIim9fwQDIiljFTwMez0IcNwSYyF4I5g1kghKYxpsjaNMj9XV3ItycfkzfLHvl-Bz3xboNrzt6fG_imcwDvwvcNq24FNk=',
    31, 6);
INSERT INTO updates VALUES (6, '2026-11-22');

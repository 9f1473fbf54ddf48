-- As a later release of a service would add one to a table that is in use: no test would run if it waited for ever.
CREATE INDEX CONCURRENTLY inbox_applied_planted ON inbox (applied_at);

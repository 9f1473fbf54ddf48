-- A record that somebody else wrote to a topic may stand at the place of a genuine event: both are kept, and an operator
-- discards the foreign one. The previous release names no index, and parks beside this one as before.
CREATE UNIQUE INDEX CONCURRENTLY parked_event_once_by_id ON parked_event (topic, key, seq, event_id)
    WHERE resolved_at IS NULL;
DROP INDEX CONCURRENTLY parked_event_once;

-- What an operator did, and under which number of an incident; and what was given up so that a key could go on.

ALTER TABLE parked_event
    ADD COLUMN resolution_document text,
    -- first of the sequences before this one that were given up with its replay
    ADD COLUMN skipped_from        bigint;

ALTER TABLE outbox_parked_key
    ADD COLUMN released_by      text,
    ADD COLUMN release_reason   text,
    ADD COLUMN release_document text;

GRANT UPDATE (resolution_document, skipped_from) ON parked_event TO "${runtime}";
CALL keep_history('parked_event', 'reason', 'error', 'resolved_at', 'resolution', 'resolved_by', 'resolution_reason',
                  'resolution_document', 'skipped_from');

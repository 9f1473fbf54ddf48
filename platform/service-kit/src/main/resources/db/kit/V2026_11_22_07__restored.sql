-- After a restore: what the topics have of this service that its database has not, and when the two were compared.

CREATE TABLE forgotten_event (
    event_id            uuid        PRIMARY KEY,
    topic               text        NOT NULL,
    key                 text        NOT NULL,
    seq                 bigint      NOT NULL,
    type                text        NOT NULL,
    occurred_at         timestamptz NOT NULL,
    facility_id         text,
    document_number     text,
    "partition"         integer     NOT NULL,
    "offset"            bigint      NOT NULL,
    found_at            timestamptz NOT NULL DEFAULT clock_timestamp(),
    counted             boolean     NOT NULL DEFAULT false,
    resolved_at         timestamptz,
    resolution          text        CHECK (resolution IN ('RE_ENTERED', 'GIVEN_UP')),
    resolved_by         text,
    resolution_reason   text,
    resolution_document text
);
COMMENT ON COLUMN forgotten_event.facility_id IS 'as the event says, like document_number: of the act that was forgotten';
COMMENT ON COLUMN forgotten_event.counted IS 'its key''s sequence goes on behind it; all that stand before it are here, too';
CREATE INDEX forgotten_event_place ON forgotten_event (topic, key, seq);
CREATE INDEX forgotten_event_open ON forgotten_event (event_id) WHERE resolved_at IS NULL;

CREATE TABLE topic_comparison (
    number      bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    origin      text        NOT NULL,
    compared_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    forgotten   bigint      NOT NULL,
    read_again  bigint      NOT NULL
);
COMMENT ON COLUMN topic_comparison.origin IS 'server, timeline, database and table: another after a restore';

GRANT SELECT, INSERT ON forgotten_event, topic_comparison TO "${runtime}";
GRANT UPDATE (counted, resolved_at, resolution, resolved_by, resolution_reason, resolution_document)
    ON forgotten_event TO "${runtime}";
CALL keep_history('forgotten_event', 'counted', 'resolved_at', 'resolution', 'resolved_by', 'resolution_reason',
                  'resolution_document');
CALL keep_history('topic_comparison');

-- Gives the waiting events of a key that took places which others have on the topic the next places after those, in their
-- order, and tells by how many places. Runs as owner, so that nobody else need be able to change a place; what it was before stays in row_history.
CREATE FUNCTION wait_behind_forgotten(at_topic text, at_key text) RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    first_taken bigint;
    places      bigint;
    waiting     public.outbox;
BEGIN
    -- as whoever appends to the key does first
    PERFORM FROM public.outbox_head WHERE topic = at_topic AND key = at_key FOR UPDATE;
    SELECT min(o.seq), max(f.last) - min(o.seq) + 1 INTO first_taken, places
    FROM public.outbox o, (SELECT max(seq) AS last FROM public.forgotten_event WHERE topic = at_topic AND key = at_key) AS f
    WHERE o.topic = at_topic AND o.key = at_key AND o.published_at IS NULL
      AND EXISTS (SELECT FROM public.forgotten_event t WHERE t.topic = at_topic AND t.key = at_key AND t.seq = o.seq);
    IF first_taken IS NULL THEN
        RETURN 0;
    END IF;
    ALTER TABLE public.outbox DISABLE TRIGGER refuse_change;
    FOR waiting IN SELECT * FROM public.outbox
                   WHERE topic = at_topic AND key = at_key AND published_at IS NULL AND seq >= first_taken
                   ORDER BY seq DESC LOOP
        UPDATE public.outbox SET seq = seq + places WHERE id = waiting.id;
        INSERT INTO public.row_history (table_name, row_key, operation, before)
        VALUES ('outbox', waiting.id::text, 'UPDATE', to_jsonb(waiting) - 'payload');
    END LOOP;
    ALTER TABLE public.outbox ENABLE TRIGGER refuse_change;
    UPDATE public.outbox_head SET last_seq = last_seq + places WHERE topic = at_topic AND key = at_key;
    RETURN places;
END
$$;
REVOKE EXECUTE ON FUNCTION wait_behind_forgotten(text, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION wait_behind_forgotten(text, text) TO "${runtime}";

-- What is recorded stays: a row is added and never changed, or each of its earlier states is kept.

-- Earlier states of rows that change. audit.transaction_id of the same transaction tells who changed them, and why.
CREATE TABLE row_history (
    position       bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    transaction_id xid8        NOT NULL DEFAULT pg_current_xact_id(),
    recorded_at    timestamptz NOT NULL DEFAULT clock_timestamp(),
    table_name     text        NOT NULL,
    row_key        text        NOT NULL,
    operation      text        NOT NULL,
    before         jsonb       NOT NULL
);
COMMENT ON COLUMN row_history.row_key IS 'the primary key''s values, joined by /';
CREATE INDEX row_history_of_row ON row_history (table_name, row_key, position);
GRANT SELECT ON row_history TO "${runtime}";

-- Runs as owner, so that nobody else need be able to write history. Its arguments are two arrays of columns: the primary
-- key, and those that are left out.
CREATE FUNCTION record_history() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    earlier jsonb := to_jsonb(OLD) - TG_ARGV[1]::text[];
BEGIN
    IF TG_OP = 'DELETE' OR earlier <> to_jsonb(NEW) - TG_ARGV[1]::text[] THEN
        INSERT INTO public.row_history (table_name, row_key, operation, before)
        SELECT TG_TABLE_NAME, string_agg(earlier ->> part, '/' ORDER BY place), TG_OP, earlier
        FROM unnest(TG_ARGV[0]::text[]) WITH ORDINALITY AS key (part, place);
    END IF;
    RETURN NULL;
END
$$;
-- or whoever may make a table could attach it there and write history
REVOKE EXECUTE ON FUNCTION record_history() FROM PUBLIC;

-- Goes by the grants as they stand: columns that the runtime role may not update are refused to everybody, earlier values
-- of the others are recorded. To be called for each new table, and again after a column or a grant was added.
-- unrecorded: columns that may change without a trace, because they are mechanism (a position, a lock) or a wrapped key,
-- which must not outlive its erasure.
CREATE PROCEDURE keep_history(kept regclass, VARIADIC unrecorded text[] DEFAULT '{}') LANGUAGE plpgsql AS $$
DECLARE
    refused  text;
    recorded text;
    key      text[];
BEGIN
    SELECT string_agg(quote_ident(attname), ', ' ORDER BY attnum)
               FILTER (WHERE NOT may_change AND attname <> ALL (unrecorded)),
           string_agg(quote_ident(attname), ', ' ORDER BY attnum)
               FILTER (WHERE may_change AND attname <> ALL (unrecorded))
    INTO refused, recorded
    FROM (SELECT attname, attnum, has_column_privilege('${runtime}', kept, attnum, 'UPDATE') AS may_change
          FROM pg_attribute WHERE attrelid = kept AND attnum > 0 AND NOT attisdropped) AS columns;
    SELECT array_agg(attname ORDER BY place) INTO key
    FROM pg_index, unnest(indkey) WITH ORDINALITY AS part (number, place)
    JOIN pg_attribute ON attnum = part.number
    WHERE indrelid = kept AND indisprimary AND attrelid = kept;

    EXECUTE format('CREATE OR REPLACE TRIGGER refuse_change BEFORE UPDATE OF %s OR DELETE OR TRUNCATE ON %s'
                   || ' FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()', refused, kept);
    IF recorded IS NOT NULL THEN
        EXECUTE format('CREATE OR REPLACE TRIGGER record_history AFTER UPDATE OF %s OR DELETE ON %s'
                       || ' FOR EACH ROW EXECUTE FUNCTION record_history(%L, %L)', recorded, kept, key, unrecorded);
    END IF;
END
$$;
REVOKE EXECUTE ON PROCEDURE keep_history(regclass, text[]) FROM PUBLIC;

CALL keep_history('row_history');
CALL keep_history('outbox', 'published_at', 'published_epoch');
CALL keep_history('inbox');
CALL keep_history('parked_event', 'reason', 'error', 'resolved_at', 'resolution', 'resolved_by', 'resolution_reason');

-- The clock, the order and the transaction of a row are the database's to say.
REVOKE INSERT ON audit FROM "${runtime}";
GRANT INSERT (id, kind, actor, client, roles, facility_id, action, resource, resource_ids, reason, query, before, after,
              trace_id) ON audit TO "${runtime}";
ALTER TABLE audit ADD CONSTRAINT audit_names_its_actor CHECK (btrim(actor) <> '' AND btrim(client) <> '') NOT VALID;

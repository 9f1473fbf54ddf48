-- keep_history as before, but it says what is wrong where a grant leaves it nothing to refuse.
CREATE OR REPLACE PROCEDURE keep_history(kept regclass, VARIADIC unrecorded text[] DEFAULT '{}') LANGUAGE plpgsql AS $$
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
    IF refused IS NULL THEN
        RAISE EXCEPTION 'every column of % can be changed: grant UPDATE by column', kept;
    END IF;
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

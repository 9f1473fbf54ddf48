-- Gives waiting entries the positions after the head, in the order of case and version, and returns them: in one way to the
-- database and back, as whoever appends holds the head against every replica for as long as it takes.
CREATE FUNCTION append_to_feed(at_most integer)
    RETURNS TABLE (generation bigint, "position" bigint, case_id uuid, version integer, event text, protocol text,
                   facility_id text, seriousness text[], special_interest boolean, alert boolean, data json)
    -- the index of what waits also leads to what waited until its next vacuum; only a plain scan passes over that at once
    LANGUAGE plpgsql SET enable_bitmapscan TO off AS $$
#variable_conflict use_column
DECLARE
    head feed_head;
BEGIN
    -- a statement of its own, so that the next one sees all that was committed while this one waited
    SELECT * INTO head FROM feed_head FOR UPDATE;
    RETURN QUERY
    WITH appended AS (
        UPDATE feed_entry e SET position = head.position + waiting.place, appended_at = clock_timestamp()
        FROM (SELECT case_id, version, row_number() OVER (ORDER BY case_id, version) AS place
              FROM feed_entry WHERE position IS NULL ORDER BY case_id, version LIMIT at_most) AS waiting
        WHERE e.case_id = waiting.case_id AND e.version = waiting.version
        RETURNING e.*),
    moved AS (
        UPDATE feed_head SET position = head.position + (SELECT count(*) FROM appended)
        WHERE EXISTS (SELECT FROM appended))
    SELECT head.generation, position, case_id, version, event, protocol, facility_id, seriousness, special_interest, alert, data
    FROM appended ORDER BY position;
END
$$;
REVOKE EXECUTE ON FUNCTION append_to_feed(integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION append_to_feed(integer) TO "${runtime}";

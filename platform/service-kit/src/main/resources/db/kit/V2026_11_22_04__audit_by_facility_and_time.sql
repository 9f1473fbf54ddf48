-- For those who read the trail: a facility's rows, newest first, and a span of time.
CREATE INDEX CONCURRENTLY audit_of_facility ON audit (facility_id, position);
CREATE INDEX CONCURRENTLY audit_in_time ON audit USING brin (recorded_at);

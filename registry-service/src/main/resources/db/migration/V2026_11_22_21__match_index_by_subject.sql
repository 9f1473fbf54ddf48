-- Who is alike is asked of one subject, and an erasure takes one subject's hashes away.
CREATE INDEX CONCURRENTLY match_index_subject ON identity.match_index (subject_id);

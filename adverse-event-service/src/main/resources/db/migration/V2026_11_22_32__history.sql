CALL keep_history('safety_case');
CALL keep_history('case_version', 'texts_key_id', 'texts_wrapped_key');
CALL keep_history('exposed_subject');
CALL keep_history('exposure_fact');
CALL keep_history('known_facility');
-- an entry gets its position once its case's change has committed
CALL keep_history('feed_entry', 'position', 'appended_at');
CALL keep_history('dictionary');
CALL keep_history('term');

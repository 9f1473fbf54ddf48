-- What was reported never changes; only the wrapping of its key does.
GRANT UPDATE (texts_key_id, texts_wrapped_key) ON case_version TO "${runtime}";
-- Statistics would keep copies of wrapped keys.
ALTER TABLE case_version ALTER COLUMN texts_wrapped_key SET STATISTICS 0;

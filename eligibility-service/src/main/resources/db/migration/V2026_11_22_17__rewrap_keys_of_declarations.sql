-- What was declared never changes; only the wrapping of its key does.
GRANT UPDATE (reasons_key_id, reasons_wrapped_key) ON assessment TO "${runtime}";
-- Statistics would keep copies of wrapped keys.
ALTER TABLE assessment ALTER COLUMN reasons_wrapped_key SET STATISTICS 0;

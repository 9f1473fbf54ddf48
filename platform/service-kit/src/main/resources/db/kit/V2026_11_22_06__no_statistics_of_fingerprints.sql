-- A fingerprint that was forgotten must not live on in the planner's statistics.
ALTER TABLE idempotency ALTER COLUMN fingerprint SET STATISTICS 0, ALTER COLUMN scope SET STATISTICS 0;

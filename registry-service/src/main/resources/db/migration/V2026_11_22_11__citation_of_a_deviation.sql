-- Where the rule stands in the source, as cited when the deviation was recorded; null for those recorded before.
ALTER TABLE deviation ADD COLUMN clause text, ADD COLUMN clause_ja text;

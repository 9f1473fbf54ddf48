-- Once the identity is erased, only a code says why a record is corrected: a text could bring the patient's name back.
ALTER TABLE fact_correction ADD COLUMN ground varchar(40);
COMMENT ON COLUMN fact_correction.ground IS 'a code, which names nobody; null where a sealed reason alone was given';

-- Reasons given since the erasure: there was nothing yet that refused them.
UPDATE fact_correction SET wrapped_key = ''::bytea WHERE subject_id IN (SELECT subject_id FROM identity.erasure);

CALL keep_history('fact_correction', 'key_id', 'wrapped_key');

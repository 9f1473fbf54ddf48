-- What else was judged when an accreditation was decided: facility requirements that do not bind it, and each physician.
-- Null in rows of before and in those of a replica of the version before.
ALTER TABLE accreditation ADD COLUMN other_verdicts jsonb;
ALTER TABLE accreditation ADD COLUMN physicians jsonb;

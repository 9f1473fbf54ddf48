-- Administrations as the registry tells of them; a plan for a candidate is held against them (S-T4).
CREATE TABLE administration (
    fact_id         uuid PRIMARY KEY,
    subject_id      text NOT NULL,
    candidate_id    text,
    facility_id     text NOT NULL,
    protocol        text NOT NULL,
    administered_on date NOT NULL,
    retired         boolean NOT NULL DEFAULT false,
    recorded_at     timestamptz NOT NULL DEFAULT clock_timestamp()
);
CREATE INDEX administration_of_candidate ON administration (candidate_id, protocol);

GRANT SELECT, INSERT ON administration TO "${runtime}";
GRANT UPDATE (retired) ON administration TO "${runtime}";

-- Since when a candidate has been a subject at all; null where a release before this one wrote the row.
ALTER TABLE candidate_standing ADD COLUMN first_since timestamptz;

-- The waiting list (S-P3) begins with these.
CREATE INDEX assessment_waiting ON assessment (protocol, stage, assessed_on)
    WHERE decision IN ('ELIGIBLE', 'ELIGIBLE_WITH_CAUTION');

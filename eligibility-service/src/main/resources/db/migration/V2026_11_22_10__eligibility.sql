-- Facilities (施設) as they state themselves.
CREATE TABLE facility (
    facility_id  text PRIMARY KEY,
    name         text NOT NULL,
    attestations jsonb NOT NULL,
    version      bigint NOT NULL CHECK (version >= 1),
    recorded_at  timestamptz NOT NULL DEFAULT clock_timestamp()
);

CREATE TABLE physician (
    facility_id  text NOT NULL REFERENCES facility,
    physician_id text NOT NULL,
    document     jsonb NOT NULL,
    version      bigint NOT NULL CHECK (version >= 1),
    recorded_at  timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (facility_id, physician_id)
);

CREATE TABLE accreditation (
    accreditation_id uuid PRIMARY KEY,
    facility_id      text NOT NULL REFERENCES facility,
    document_number  text NOT NULL,
    protocol         text NOT NULL,
    protocol_version text NOT NULL,
    state            text NOT NULL CHECK (state IN ('ACCREDITED', 'REFUSED', 'WITHDRAWN')),
    first_day        date NOT NULL,
    last_day         date CHECK (last_day >= first_day),
    verdicts         jsonb NOT NULL,
    recorded_at      timestamptz NOT NULL DEFAULT clock_timestamp(),
    UNIQUE (facility_id, document_number)
);
CREATE INDEX accreditation_of_facility ON accreditation (facility_id, accreditation_id);

-- A patient is known here by an opaque number and nothing else.
CREATE TABLE candidate (
    candidate_id text PRIMARY KEY,
    facility_id  text NOT NULL,
    recorded_at  timestamptz NOT NULL DEFAULT clock_timestamp()
);

-- Assessments never change: the runtime role cannot update them.
CREATE TABLE assessment (
    assessment_id            uuid PRIMARY KEY,
    document_number          text NOT NULL,
    facility_id              text NOT NULL,
    candidate_id             text NOT NULL REFERENCES candidate,
    protocol                 text NOT NULL,
    protocol_version         text NOT NULL,
    stage                    text NOT NULL,
    assessed_on              date NOT NULL,
    decision                 text NOT NULL,
    coverage                 text,
    responsible_physician_id text NOT NULL,
    physician_requirement    text,
    supersedes               uuid UNIQUE REFERENCES assessment,
    facts                    jsonb NOT NULL,
    other_stages             jsonb NOT NULL,
    accreditation            jsonb NOT NULL,
    parameters               jsonb NOT NULL,
    verdicts                 jsonb NOT NULL,
    declared_on              date,
    reasons_key_id           text,
    reasons_wrapped_key      bytea,
    reasons_ciphertext       bytea,
    recorded_at              timestamptz NOT NULL DEFAULT clock_timestamp(),
    UNIQUE (facility_id, document_number),
    CHECK (num_nulls(declared_on, reasons_key_id, reasons_wrapped_key, reasons_ciphertext) IN (0, 4))
);
CREATE INDEX assessment_of_candidate ON assessment (candidate_id, protocol, stage);
CREATE INDEX assessment_of_facility ON assessment (facility_id, assessment_id);

-- How candidates stand in the registry, as the registry says; the waiting list goes by it.
CREATE TABLE candidate_standing (
    subject_id   text PRIMARY KEY,
    candidate_id text,
    facility_id  text NOT NULL,
    protocol     text NOT NULL,
    standing     text NOT NULL,
    since        timestamptz NOT NULL,
    recorded_at  timestamptz NOT NULL DEFAULT clock_timestamp()
);
CREATE INDEX candidate_standing_of_candidate ON candidate_standing (candidate_id);

GRANT SELECT, INSERT ON facility, physician, accreditation, candidate, assessment, candidate_standing TO "${runtime}";
GRANT UPDATE (name, attestations, version) ON facility TO "${runtime}";
GRANT UPDATE (document, version) ON physician TO "${runtime}";
GRANT UPDATE (state, last_day) ON accreditation TO "${runtime}";
-- a row lock needs a right to change something; the number itself never does
GRANT UPDATE (recorded_at) ON candidate TO "${runtime}";
GRANT UPDATE (candidate_id, standing, since) ON candidate_standing TO "${runtime}";

-- Enrolments, treatment and identity. Rows are added, and change only in the columns granted below; none is deleted.

CREATE SCHEMA identity;
REVOKE ALL ON SCHEMA identity FROM PUBLIC;
GRANT USAGE ON SCHEMA identity TO "${runtime}";

CREATE TABLE subject (
    subject_id           varchar(12)    PRIMARY KEY,
    position             uuid        NOT NULL UNIQUE,
    facility_id          varchar(40) NOT NULL,
    document_number      varchar(64) NOT NULL,
    protocol             varchar(40) NOT NULL,
    candidate_id         varchar(16) NOT NULL,
    sex                  varchar(10) NOT NULL,
    age_years            smallint    NOT NULL CHECK (age_years BETWEEN 0 AND 150),
    injury_date          date        NOT NULL,
    enrolled_on          date        NOT NULL,
    standing             varchar(30) NOT NULL,
    reasons              jsonb       NOT NULL,
    assessment_id        uuid,
    protocol_version     varchar(40),
    suspected_duplicates varchar(12)[]  NOT NULL,
    version              bigint      NOT NULL,
    recorded_at          timestamptz NOT NULL DEFAULT clock_timestamp(),
    UNIQUE (facility_id, document_number)
);
-- Not unique: a refused enrolment that is treated all the same lives again beside a newer one.
CREATE INDEX subject_candidate ON subject (facility_id, candidate_id);
CREATE INDEX subject_pending ON subject (position) WHERE standing = 'PENDING';
GRANT SELECT, INSERT ON subject TO "${runtime}";
GRANT UPDATE (standing, reasons, assessment_id, protocol_version, version) ON subject TO "${runtime}";

CREATE TABLE standing_change (
    subject_id    varchar(12)    NOT NULL REFERENCES subject,
    version       bigint      NOT NULL,
    previous      varchar(30),
    standing      varchar(30) NOT NULL,
    reasons       jsonb       NOT NULL,
    changed_on    date        NOT NULL,
    assessment_id uuid,
    recorded_at   timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (subject_id, version)
);
GRANT SELECT, INSERT ON standing_change TO "${runtime}";

CREATE TABLE candidate_decision (
    assessment_id    uuid        PRIMARY KEY,
    candidate_id     varchar(16) NOT NULL,
    sequence         bigint      NOT NULL,
    facility_id      varchar(40) NOT NULL,
    document_number  varchar(64),
    protocol         varchar(40) NOT NULL,
    protocol_version varchar(40) NOT NULL,
    stage            varchar(40) NOT NULL,
    decision         varchar(30) NOT NULL,
    coverage         varchar(20),
    not_satisfied    jsonb       NOT NULL,
    assessed_on      date        NOT NULL,
    supersedes       uuid,
    recorded_at      timestamptz NOT NULL DEFAULT clock_timestamp()
);
CREATE INDEX candidate_decision_candidate ON candidate_decision (candidate_id, facility_id, sequence);
GRANT SELECT, INSERT ON candidate_decision TO "${runtime}";

CREATE TABLE identity.patient (
    subject_id  varchar(12)    PRIMARY KEY REFERENCES public.subject,
    key_id      varchar(64) NOT NULL,
    wrapped_key bytea       NOT NULL,
    ciphertext  bytea       NOT NULL,
    recorded_at timestamptz NOT NULL DEFAULT clock_timestamp()
);
GRANT SELECT, INSERT ON identity.patient TO "${runtime}";

CREATE TABLE identity.match_index (
    subject_id  varchar(12)    NOT NULL REFERENCES public.subject,
    purpose     varchar(40) NOT NULL,
    hash        bytea       NOT NULL,
    recorded_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (purpose, hash, subject_id)
);
GRANT SELECT, INSERT ON identity.match_index TO "${runtime}";

CREATE TABLE treatment_fact (
    fact_id         uuid        PRIMARY KEY,
    origin_id       uuid        NOT NULL,
    subject_id      varchar(12)    NOT NULL REFERENCES subject,
    facility_id     varchar(40) NOT NULL,
    kind            varchar(20) NOT NULL,
    document_number varchar(64) NOT NULL,
    happened_on     date        NOT NULL,
    lot_number      varchar(40),
    content         jsonb       NOT NULL,
    status          varchar(10) NOT NULL CHECK (status IN ('CURRENT', 'CORRECTED', 'VOIDED')),
    replaced_by     uuid        REFERENCES treatment_fact DEFERRABLE INITIALLY DEFERRED,
    recorded_at     timestamptz NOT NULL DEFAULT clock_timestamp()
);
COMMENT ON COLUMN treatment_fact.origin_id IS 'the first version of this fact; equal to fact_id there';
CREATE INDEX treatment_fact_subject ON treatment_fact (subject_id, kind, fact_id);
-- Versions of one fact may share its document number.
CREATE UNIQUE INDEX treatment_fact_document ON treatment_fact (facility_id, kind, document_number)
    WHERE origin_id = fact_id;
CREATE INDEX treatment_fact_lot ON treatment_fact (lot_number, origin_id) WHERE kind = 'PRODUCT' AND status = 'CURRENT';
GRANT SELECT, INSERT ON treatment_fact TO "${runtime}";
GRANT UPDATE (status, replaced_by) ON treatment_fact TO "${runtime}";

CREATE TABLE fact_correction (
    correction_id   uuid        PRIMARY KEY,
    subject_id      varchar(12)    NOT NULL REFERENCES subject,
    facility_id     varchar(40) NOT NULL,
    document_number varchar(64) NOT NULL,
    fact_id         uuid        NOT NULL UNIQUE REFERENCES treatment_fact,
    kind            varchar(20) NOT NULL,
    action          varchar(10) NOT NULL,
    replaced_by     uuid        REFERENCES treatment_fact,
    corrected_on    date        NOT NULL,
    key_id          varchar(64) NOT NULL,
    wrapped_key     bytea       NOT NULL,
    reason          bytea       NOT NULL,
    recorded_at     timestamptz NOT NULL DEFAULT clock_timestamp(),
    UNIQUE (facility_id, document_number)
);
COMMENT ON COLUMN fact_correction.reason IS 'sealed: a reason such as "mixed up with ..." may name a patient';
CREATE INDEX fact_correction_subject ON fact_correction (subject_id);
GRANT SELECT, INSERT ON fact_correction TO "${runtime}";

CREATE TABLE deviation (
    deviation_id uuid        PRIMARY KEY,
    subject_id   varchar(12)    NOT NULL REFERENCES subject,
    fact_id      uuid        NOT NULL REFERENCES treatment_fact,
    fact_kind    varchar(20) NOT NULL,
    rule_id      varchar(32) NOT NULL,
    code         varchar(40) NOT NULL,
    strength     varchar(10) NOT NULL,
    detail       text        NOT NULL,
    observed     jsonb       NOT NULL,
    observed_on  date        NOT NULL,
    lot_number   varchar(40),
    recorded_at  timestamptz NOT NULL DEFAULT clock_timestamp(),
    withdrawn_at timestamptz
);
COMMENT ON COLUMN deviation.withdrawn_at IS 'when a later fact or a correction took away what it rested on';
CREATE INDEX deviation_subject ON deviation (subject_id);
GRANT SELECT, INSERT ON deviation TO "${runtime}";
GRANT UPDATE (withdrawn_at) ON deviation TO "${runtime}";

CREATE TABLE planned_administration (
    plan_id            uuid        PRIMARY KEY,
    subject_id         varchar(12)    NOT NULL REFERENCES subject,
    facility_id        varchar(40) NOT NULL,
    document_number    varchar(64) NOT NULL,
    lot_number         varchar(40) NOT NULL,
    planned_on         date        NOT NULL,
    cells              numeric     NOT NULL,
    weight_kg          numeric     NOT NULL,
    weight_measured_on date        NOT NULL,
    min_cells          numeric     NOT NULL,
    max_cells          numeric     NOT NULL,
    warnings           jsonb       NOT NULL,
    recorded_at        timestamptz NOT NULL DEFAULT clock_timestamp(),
    UNIQUE (facility_id, document_number)
);
CREATE INDEX planned_administration_subject ON planned_administration (subject_id, plan_id);
GRANT SELECT, INSERT ON planned_administration TO "${runtime}";

CREATE TABLE facility_accreditation (
    accreditation_id uuid        NOT NULL,
    facility_id      varchar(40) NOT NULL,
    protocol         varchar(40) NOT NULL,
    sequence         bigint      NOT NULL,
    protocol_version varchar(40) NOT NULL,
    state            varchar(20) NOT NULL,
    valid_from       date,
    valid_to         date,
    content          jsonb       NOT NULL,
    recorded_at      timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (facility_id, sequence)
);
COMMENT ON TABLE facility_accreditation IS 'every change as it came; the highest sequence of a facility and protocol is in force';
COMMENT ON COLUMN facility_accreditation.valid_to IS 'inclusive; null: open';
GRANT SELECT, INSERT ON facility_accreditation TO "${runtime}";

CREATE TABLE safety_case (
    case_id     uuid        NOT NULL,
    sequence    bigint      NOT NULL,
    subject_id  varchar(40),
    version     integer     NOT NULL,
    content     jsonb       NOT NULL,
    recorded_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (case_id, sequence)
);
COMMENT ON TABLE safety_case IS 'every record as it came; the highest sequence of a case is what it says now';
CREATE INDEX safety_case_subject ON safety_case (subject_id);
GRANT SELECT, INSERT ON safety_case TO "${runtime}";

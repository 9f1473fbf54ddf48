-- Cases: the row of the current state, every version as it was received, and what the streams tell.

CREATE TABLE safety_case (
    case_id          uuid        PRIMARY KEY,
    facility_id      text        NOT NULL,
    -- null for a case that the platform opened by itself, which then has a deviation
    document_number  text,
    deviation_id     uuid        UNIQUE,
    state            text        NOT NULL CHECK (state IN ('DRAFT', 'REPORTED')),
    version          integer     NOT NULL CHECK (version >= 1),
    revision         integer     NOT NULL CHECK (revision >= version),
    protocol         text,
    subject_named    text,
    candidate_named  text,
    serious          boolean     NOT NULL,
    special_interest boolean     NOT NULL,
    received_at      timestamptz NOT NULL,
    linked_subject   text,
    linked_candidate text,
    linked_facility  text,
    linked_protocol  text,
    phase            text CHECK (phase IN ('BEFORE_COLLECTION', 'COLLECTION', 'MANUFACTURE', 'ADMINISTRATION', 'FOLLOW_UP')),
    recorded_at      timestamptz NOT NULL DEFAULT clock_timestamp(),
    UNIQUE (facility_id, document_number),
    CHECK ((document_number IS NULL) <> (deviation_id IS NULL))
);
CREATE INDEX safety_case_subject ON safety_case (subject_named) WHERE subject_named IS NOT NULL;
CREATE INDEX safety_case_candidate ON safety_case (candidate_named) WHERE candidate_named IS NOT NULL;
CREATE INDEX safety_case_linked ON safety_case (linked_subject) WHERE linked_subject IS NOT NULL;

-- content is coded; whatever was written freely is in the ciphertext alone. Erasing it empties texts_wrapped_key.
CREATE TABLE case_version (
    case_id           uuid        NOT NULL REFERENCES safety_case (case_id),
    version           integer     NOT NULL,
    state             text        NOT NULL CHECK (state IN ('DRAFT', 'REPORTED')),
    content           jsonb       NOT NULL,
    texts_key_id      text,
    texts_wrapped_key bytea,
    texts_ciphertext  bytea,
    received_at       timestamptz NOT NULL,
    recorded_at       timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (case_id, version)
);

-- What the registry's events said of subjects.
CREATE TABLE exposed_subject (
    subject_id   text        PRIMARY KEY,
    candidate_id text        NOT NULL,
    facility_id  text        NOT NULL,
    protocol     text        NOT NULL,
    recorded_at  timestamptz NOT NULL DEFAULT clock_timestamp()
);
CREATE INDEX exposed_subject_candidate ON exposed_subject (candidate_id);

CREATE TABLE exposure_fact (
    fact_id     text        PRIMARY KEY,
    subject_id  text        NOT NULL REFERENCES exposed_subject (subject_id),
    kind        text        NOT NULL CHECK (kind IN ('COLLECTION', 'PRODUCT', 'ADMINISTRATION')),
    occurred_on date        NOT NULL,
    lot_number  text,
    in_force    boolean     NOT NULL DEFAULT true,
    recorded_at timestamptz NOT NULL DEFAULT clock_timestamp()
);
CREATE INDEX exposure_fact_subject ON exposure_fact (subject_id);

CREATE TABLE known_facility (
    facility_id text        PRIMARY KEY,
    recorded_at timestamptz NOT NULL DEFAULT clock_timestamp()
);

-- The feed. An entry is inserted with its case's change and gets its position once that has committed.
-- A restore from a backup raises generation, so that positions given out after the backup are recognised as void.
CREATE TABLE feed_head (
    only_row       boolean     PRIMARY KEY DEFAULT true CHECK (only_row),
    generation     bigint      NOT NULL,
    position       bigint      NOT NULL,
    pruned_through bigint      NOT NULL,
    recorded_at    timestamptz NOT NULL DEFAULT clock_timestamp()
);
INSERT INTO feed_head (generation, position, pruned_through) VALUES (1, 0, 0);

CREATE TABLE feed_entry (
    case_id          uuid        NOT NULL REFERENCES safety_case (case_id),
    version          integer     NOT NULL,
    event            text        NOT NULL,
    protocol         text,
    facility_id      text        NOT NULL,
    seriousness      text[]      NOT NULL,
    special_interest boolean     NOT NULL,
    alert            boolean     NOT NULL,
    -- json, not jsonb: the record goes out character by character as it went to the outbox
    data             json        NOT NULL,
    position         bigint,
    appended_at      timestamptz,
    recorded_at      timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (case_id, version)
);
CREATE UNIQUE INDEX feed_entry_position ON feed_entry (position) WHERE position IS NOT NULL;
CREATE INDEX feed_entry_waiting ON feed_entry (case_id, version) WHERE position IS NULL;
CREATE INDEX feed_entry_facility ON feed_entry (facility_id);

GRANT SELECT, INSERT ON safety_case, case_version, exposed_subject, exposure_fact, known_facility, feed_entry TO "${runtime}";
GRANT UPDATE (state, version, revision, protocol, subject_named, candidate_named, serious, special_interest, received_at,
              linked_subject, linked_candidate, linked_facility, linked_protocol, phase) ON safety_case TO "${runtime}";
GRANT UPDATE (in_force) ON exposure_fact TO "${runtime}";
GRANT UPDATE (position, appended_at) ON feed_entry TO "${runtime}";
GRANT SELECT ON feed_head TO "${runtime}";
GRANT UPDATE (position) ON feed_head TO "${runtime}";

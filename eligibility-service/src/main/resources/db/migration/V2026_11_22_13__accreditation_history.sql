-- What became of accreditations that were granted: a row for each change, never altered.
-- A replica of the version before goes by accreditation.state and last_day alone. There, one that is suspended stands as
-- WITHDRAWN, so that nobody takes it to be in force; one that was withdrawn or has lapsed ends on the day before.
CREATE TABLE accreditation_change (
    accreditation_id uuid NOT NULL REFERENCES accreditation,
    number           integer NOT NULL CHECK (number >= 1),
    facility_id      text NOT NULL REFERENCES facility,
    state            text NOT NULL CHECK (state IN ('ACCREDITED', 'SUSPENDED', 'WITHDRAWN', 'LAPSED')),
    first_day        date NOT NULL,
    requirements     text[] NOT NULL,
    document_number  text,
    reason           text CHECK (char_length(reason) BETWEEN 1 AND 500),
    replaced_by      uuid REFERENCES accreditation,
    recorded_at      timestamptz NOT NULL,
    PRIMARY KEY (accreditation_id, number),
    UNIQUE (facility_id, document_number),
    CHECK ((state = 'LAPSED') = (cardinality(requirements) > 0)),
    -- a lapse comes by itself, a replacement with the decision that replaces, all else by a registrar's act
    CHECK (num_nulls(document_number, reason) IN (0, 2)),
    CHECK ((document_number IS NULL) = (state = 'LAPSED' OR replaced_by IS NOT NULL)),
    CHECK (replaced_by IS NULL OR state = 'WITHDRAWN')
);
GRANT SELECT, INSERT ON accreditation_change TO "${runtime}";

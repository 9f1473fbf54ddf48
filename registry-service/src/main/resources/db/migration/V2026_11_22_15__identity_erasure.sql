-- Erasing an identity takes its row and its match indexes away; that it was erased is kept for good.

CREATE TABLE identity.erasure (
    erasure_id      uuid        PRIMARY KEY,
    subject_id      varchar(12) NOT NULL UNIQUE REFERENCES public.subject,
    document_number varchar(64) NOT NULL UNIQUE,
    ground          varchar(40) NOT NULL,
    reference       varchar(64),
    erased_at       timestamptz NOT NULL,
    erased_by       text        NOT NULL,
    recorded_at     timestamptz NOT NULL DEFAULT clock_timestamp()
);
COMMENT ON COLUMN identity.erasure.recorded_at IS 'later than erased_at where a restored database was told again';
GRANT SELECT, INSERT ON identity.erasure TO "${runtime}";

CREATE TABLE legal_hold (
    hold_id         uuid        PRIMARY KEY,
    subject_id      varchar(12) NOT NULL REFERENCES subject,
    document_number varchar(64) NOT NULL UNIQUE,
    ground          varchar(40) NOT NULL,
    reference       varchar(64),
    placed_at       timestamptz NOT NULL,
    placed_by       text        NOT NULL,
    recorded_at     timestamptz NOT NULL DEFAULT clock_timestamp()
);
CREATE INDEX legal_hold_subject ON legal_hold (subject_id);
GRANT SELECT, INSERT ON legal_hold TO "${runtime}";

CREATE TABLE legal_hold_lifting (
    hold_id         uuid        PRIMARY KEY REFERENCES legal_hold,
    document_number varchar(64) NOT NULL UNIQUE,
    ground          varchar(40) NOT NULL,
    lifted_at       timestamptz NOT NULL,
    lifted_by       text        NOT NULL,
    recorded_at     timestamptz NOT NULL DEFAULT clock_timestamp()
);
GRANT SELECT, INSERT ON legal_hold_lifting TO "${runtime}";

GRANT DELETE ON identity.patient, identity.match_index TO "${runtime}";
-- Erasing empties the wrapped key of a reason, which may name the patient; re-wrapping writes both.
GRANT UPDATE (key_id, wrapped_key) ON identity.patient, fact_correction TO "${runtime}";

-- Statistics would keep copies of what erasing destroys.
ALTER TABLE identity.patient ALTER COLUMN wrapped_key SET STATISTICS 0, ALTER COLUMN ciphertext SET STATISTICS 0;
ALTER TABLE identity.match_index ALTER COLUMN hash SET STATISTICS 0;
ALTER TABLE fact_correction ALTER COLUMN wrapped_key SET STATISTICS 0, ALTER COLUMN reason SET STATISTICS 0;

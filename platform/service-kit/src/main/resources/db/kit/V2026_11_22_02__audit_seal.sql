-- The audit trail is sealed afterwards, in blocks that are chained by their hashes: org.saisei.kit.audit.verify says what a
-- block holds and how it is hashed. A write pays nothing for it but a transaction id.

-- Statement by statement, so that it refuses what would meet no row, too. Owner and superuser are refused as well; whoever
-- may switch a trigger off is found by the seals.
CREATE FUNCTION refuse_change() RETURNS trigger
    LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RAISE EXCEPTION 'what % holds is history: % is refused', TG_TABLE_NAME, TG_OP USING ERRCODE = 'restrict_violation';
END
$$;

-- In two steps, so that rows that are there already stay as they are: theirs is null.
ALTER TABLE audit ADD COLUMN transaction_id xid8;
ALTER TABLE audit ALTER COLUMN transaction_id SET DEFAULT pg_current_xact_id();

-- Before the statement, and so before its first position is drawn: a position drawn by a transaction that has no id yet
-- could not be told from one that was put into a gap later.
CREATE FUNCTION number_transaction() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM pg_catalog.pg_current_xact_id();
    RETURN NULL;
END
$$;
CREATE TRIGGER number_transaction BEFORE INSERT ON audit FOR EACH STATEMENT EXECUTE FUNCTION number_transaction();

CREATE TABLE audit_seal (
    number         bigint         PRIMARY KEY CHECK (number > 0),
    previous       bytea          NOT NULL UNIQUE,
    format         smallint       NOT NULL,
    positions      int8multirange NOT NULL CHECK (NOT isempty(positions)),
    leaves         bytea          NOT NULL,
    horizon        bigint         NOT NULL,
    open           int8multirange NOT NULL,
    transaction_id xid8           NOT NULL,
    snapshot       pg_snapshot    NOT NULL,
    origin         text           NOT NULL,
    rows           bigint         NOT NULL,
    sealed_at      timestamptz    NOT NULL,
    hash           bytea          NOT NULL UNIQUE
);
COMMENT ON COLUMN audit_seal.previous IS 'hash of the block before; zeros in the first';
COMMENT ON COLUMN audit_seal.positions IS 'the rows it seals';
COMMENT ON COLUMN audit_seal.leaves IS 'SHA-256 of each, in the order of their positions';
COMMENT ON COLUMN audit_seal.horizon IS 'no row up to here is unsealed, but for open ones';
COMMENT ON COLUMN audit_seal.open IS 'drawn by transactions that had not ended';
COMMENT ON COLUMN audit_seal.transaction_id IS 'the sealer''s: none from here on has drawn a position up to the horizon';
COMMENT ON COLUMN audit_seal.snapshot IS 'what was visible to the sealer';
COMMENT ON COLUMN audit_seal.origin IS 'server, timeline, database and table: another after a restore';
COMMENT ON COLUMN audit_seal.rows IS 'sealed since the first block, with its own';
COMMENT ON COLUMN audit_seal.sealed_at IS 'taken before its rows were read';
-- hashes do not compress
ALTER TABLE audit_seal ALTER COLUMN leaves SET STORAGE EXTERNAL;

CREATE TRIGGER refuse_change BEFORE UPDATE OR DELETE OR TRUNCATE ON audit
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER refuse_change BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_seal
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

GRANT SELECT, INSERT ON audit_seal TO "${sealer}";
GRANT SELECT ON SEQUENCE audit_position_seq TO "${sealer}";
GRANT SELECT ON audit_seal TO "${runtime}";

-- A primary key each and no other index: less than a service has to keep.
CREATE TABLE document (
    id          uuid        PRIMARY KEY DEFAULT uuidv7(),
    content     text        NOT NULL,
    recorded_at timestamptz NOT NULL DEFAULT clock_timestamp()
);
CREATE TABLE outbox (
    id           uuid        PRIMARY KEY DEFAULT uuidv7(),
    key          text        NOT NULL,
    payload      text        NOT NULL,
    recorded_at  timestamptz NOT NULL DEFAULT clock_timestamp()
);
CREATE TABLE audit (
    position    bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    actor       text        NOT NULL,
    action      text        NOT NULL,
    resource_id text        NOT NULL,
    recorded_at timestamptz NOT NULL DEFAULT clock_timestamp()
);

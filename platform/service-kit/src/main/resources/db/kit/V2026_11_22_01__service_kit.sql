-- Mechanism of service-kit. The runtime role may add to what is history, and never rewrite it.

CREATE TABLE outbox_head (
    topic    text   NOT NULL,
    key      text   NOT NULL,
    last_seq bigint NOT NULL,
    PRIMARY KEY (topic, key)
);

-- id, topic, key, type and payload are what a change-data-capture tool needs to take over from the relay.
CREATE TABLE outbox (
    id              uuid        PRIMARY KEY,
    position        bigint      GENERATED ALWAYS AS IDENTITY,
    topic           text        NOT NULL,
    key             text        NOT NULL,
    seq             bigint      NOT NULL,
    lane            smallint    NOT NULL,
    type            text        NOT NULL,
    occurred_at     timestamptz NOT NULL,
    payload         bytea       NOT NULL,
    traceparent     text,
    recorded_at     timestamptz NOT NULL DEFAULT clock_timestamp(),
    published_at    timestamptz,
    published_epoch bigint,
    UNIQUE (topic, key, seq)
);
CREATE INDEX outbox_waiting ON outbox (lane, position) WHERE published_at IS NULL;

CREATE TABLE outbox_lane (
    lane       smallint    PRIMARY KEY,
    owner      text,
    epoch      bigint      NOT NULL DEFAULT 0,
    expires_at timestamptz NOT NULL DEFAULT clock_timestamp()
);
INSERT INTO outbox_lane (lane) SELECT generate_series(0, 23);

CREATE TABLE outbox_replica (
    id         text        PRIMARY KEY,
    expires_at timestamptz NOT NULL
);

CREATE TABLE outbox_parked_key (
    topic       text        NOT NULL,
    key         text        NOT NULL,
    outbox_id   uuid        NOT NULL REFERENCES outbox (id),
    error       text        NOT NULL,
    parked_at   timestamptz NOT NULL DEFAULT clock_timestamp(),
    released_at timestamptz,
    PRIMARY KEY (topic, key, outbox_id)
);

CREATE TABLE inbox (
    event_id   uuid        PRIMARY KEY,
    topic      text        NOT NULL,
    key        text        NOT NULL,
    seq        bigint      NOT NULL,
    applied_at timestamptz NOT NULL DEFAULT clock_timestamp()
);

CREATE TABLE inbox_mark (
    topic    text   NOT NULL,
    key      text   NOT NULL,
    last_seq bigint NOT NULL,
    PRIMARY KEY (topic, key)
);

CREATE TABLE parked_event (
    id                uuid        PRIMARY KEY,
    topic             text        NOT NULL,
    "partition"       integer     NOT NULL,
    "offset"          bigint      NOT NULL,
    key               text        NOT NULL,
    event_id          uuid,
    seq               bigint,
    type              text,
    occurred_at       timestamptz,
    payload           bytea       NOT NULL,
    reason            text        NOT NULL CHECK (reason IN ('POISON', 'BEHIND', 'GAP')),
    error             text,
    parked_at         timestamptz NOT NULL DEFAULT clock_timestamp(),
    resolved_at       timestamptz,
    resolution        text        CHECK (resolution IN ('APPLIED', 'REPLAYED', 'DISCARDED')),
    resolved_by       text,
    resolution_reason text,
    UNIQUE (topic, "partition", "offset")
);
CREATE UNIQUE INDEX parked_event_once ON parked_event (topic, key, seq) WHERE resolved_at IS NULL;
CREATE INDEX parked_event_key ON parked_event (key) WHERE resolved_at IS NULL;

CREATE TABLE idempotency (
    scope       bytea       PRIMARY KEY,
    fingerprint bytea       NOT NULL,
    status      smallint    NOT NULL,
    headers     jsonb       NOT NULL,
    body        text,
    recorded_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    expires_at  timestamptz NOT NULL
);
CREATE INDEX idempotency_expiry ON idempotency (expires_at);

CREATE TABLE audit (
    position     bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    id           uuid        NOT NULL UNIQUE,
    recorded_at  timestamptz NOT NULL DEFAULT clock_timestamp(),
    kind         text        NOT NULL CHECK (kind IN ('WRITE', 'READ')),
    actor        text        NOT NULL CHECK (actor <> ''),
    client       text        NOT NULL,
    roles        text[]      NOT NULL,
    facility_id  text,
    action       text        NOT NULL,
    resource     text        NOT NULL,
    resource_ids text[]      NOT NULL,
    reason       text,
    query        text,
    before       jsonb,
    after        jsonb,
    trace_id     text
);
CREATE INDEX audit_resource ON audit USING gin (resource_ids);

GRANT SELECT, INSERT ON outbox, inbox, audit TO "${runtime}";
GRANT UPDATE (published_at, published_epoch) ON outbox TO "${runtime}";
GRANT SELECT, INSERT, UPDATE ON outbox_head, outbox_replica, outbox_parked_key, inbox_mark TO "${runtime}";
GRANT SELECT ON outbox_lane TO "${runtime}";
GRANT UPDATE (owner, epoch, expires_at) ON outbox_lane TO "${runtime}";
GRANT SELECT, INSERT ON parked_event TO "${runtime}";
GRANT UPDATE (reason, error, resolved_at, resolution, resolved_by, resolution_reason) ON parked_event TO "${runtime}";
GRANT SELECT, INSERT, UPDATE, DELETE ON idempotency TO "${runtime}";
GRANT SELECT ON audit TO "${sealer}";

-- What registrars set protocols' parameters to, and from when on. Rows are only ever added: a later one says what holds.
-- recorded_order is drawn under the parameter's lock, so that it tells which of two changes was recorded later.
CREATE TABLE protocol_parameter_change (
    change_id       uuid PRIMARY KEY,
    recorded_order  bigint GENERATED ALWAYS AS IDENTITY,
    protocol        text NOT NULL,
    parameter       text NOT NULL,
    document_number text NOT NULL,
    value           numeric(20, 0) NOT NULL,
    first_day       date NOT NULL,
    reason          text NOT NULL CHECK (length(reason) BETWEEN 1 AND 500),
    recorded_at     timestamptz NOT NULL,
    UNIQUE (protocol, document_number)
);
CREATE INDEX protocol_parameter_change_in_order ON protocol_parameter_change (protocol, parameter, recorded_order);

GRANT SELECT, INSERT ON protocol_parameter_change TO "${runtime}";

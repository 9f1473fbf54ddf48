CREATE TABLE note (
    first  text    NOT NULL,
    second integer NOT NULL,
    fixed  text    NOT NULL,
    state  text    NOT NULL,
    secret text    NOT NULL,
    PRIMARY KEY (first, second)
);
GRANT SELECT, INSERT, UPDATE (state, secret) ON note TO "${runtime}";
CALL keep_history('note', 'secret');

-- Corrections as data: a row is never changed, what a person says of it is kept beside it.
CREATE TABLE correction (
    ingest_id      VARCHAR NOT NULL,
    source_dataset VARCHAR NOT NULL,
    id             VARCHAR NOT NULL,    -- of the row that is corrected
    field          VARCHAR NOT NULL,    -- a column of EVENTS, or `excluded`
    value          VARCHAR,             -- what it should be; for `excluded`, true or false
    reason         VARCHAR NOT NULL
);

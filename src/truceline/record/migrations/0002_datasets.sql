-- Rows of datasets beside coded events. Rows are never changed: a newer row closes an older one by
-- `until_id`, and `ingest.seq`, given when an ingest is whole, orders what became known when. No
-- primary key on events: a row has as many versions as its source gave it, and an index would cost
-- a bulk import more than the rows themselves.
CREATE TABLE ingest_2 (
    ingest_id    VARCHAR PRIMARY KEY,   -- hash of what went in, so that the same twice is one
    seq          BIGINT,                -- order of completion; NULL while rows are still coming
    base         BIGINT NOT NULL,       -- the highest seq when it began
    kind         VARCHAR NOT NULL,      -- reports, events, panel, retire, correction, snapshot
    added_at     VARCHAR NOT NULL,      -- ISO time, given by the door
    dataset      VARCHAR,
    version      VARCHAR,
    file_sha256  VARCHAR,
    stories      INTEGER NOT NULL,
    events       BIGINT NOT NULL,       -- rows added
    done         BIGINT NOT NULL,       -- rows of the file gone through
    note         VARCHAR
);
INSERT INTO ingest_2
SELECT ingest_id, row_number() OVER (ORDER BY added_at, ingest_id), 0, 'reports', added_at,
       NULL, NULL, NULL, stories, events, events, NULL
FROM ingest;
DROP TABLE ingest;
ALTER TABLE ingest_2 RENAME TO ingest;

CREATE TABLE event_2 (
    id               VARCHAR NOT NULL,
    source_dataset   VARCHAR NOT NULL,
    source_version   VARCHAR NOT NULL,
    retrieved_at     VARCHAR NOT NULL,
    redistribute     VARCHAR NOT NULL,
    war              VARCHAR,
    date_start       DATE,
    date_end         DATE,
    date_prec        VARCHAR,
    side_a           VARCHAR,
    side_b           VARCHAR,
    latitude         DOUBLE,
    longitude        DOUBLE,
    where_prec       BIGINT,
    best             DOUBLE,
    low              DOUBLE,
    high             DOUBLE,
    type_of_violence BIGINT,
    story_id         VARCHAR,
    sentence         BIGINT,
    type             VARCHAR,
    mode             VARCHAR,
    status           VARCHAR,
    hedge            VARCHAR,
    initiator        VARCHAR,
    initiator_basis  VARCHAR,
    ingest_id        VARCHAR NOT NULL,
    until_id         VARCHAR,               -- the ingest that closed this row
    json             VARCHAR                -- the whole EVENT, for the way back to the sentence
);
INSERT INTO event_2 BY NAME SELECT * FROM event;
DROP TABLE event;
ALTER TABLE event_2 RENAME TO event;

CREATE TABLE panel (
    war            VARCHAR NOT NULL,
    date           DATE NOT NULL,
    series         VARCHAR NOT NULL,
    value          DOUBLE,
    low            DOUBLE,
    high           DOUBLE,
    unit           VARCHAR,
    side           VARCHAR,
    source_dataset VARCHAR NOT NULL,
    source_version VARCHAR NOT NULL,
    ingest_id      VARCHAR NOT NULL,
    until_id       VARCHAR
);

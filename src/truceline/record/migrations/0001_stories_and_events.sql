-- What was read, and what was coded from it. One ingest is one transaction.
CREATE TABLE ingest (
    ingest_id    VARCHAR PRIMARY KEY,   -- hash of what went in, so that the same twice is one
    added_at     VARCHAR NOT NULL,      -- ISO time, given by the door
    stories      INTEGER NOT NULL,
    events       INTEGER NOT NULL
);

CREATE TABLE story (
    story_id     VARCHAR PRIMARY KEY,
    sha256       VARCHAR NOT NULL,
    file_name    VARCHAR NOT NULL,
    title        VARCHAR,
    published    DATE,
    publisher    VARCHAR,
    url          VARCHAR,
    kind         VARCHAR NOT NULL,
    language     VARCHAR,
    text         VARCHAR NOT NULL,
    redistribute VARCHAR NOT NULL,
    retrieved_at VARCHAR NOT NULL,
    ingest_id    VARCHAR NOT NULL
);

CREATE TABLE event (
    id               VARCHAR PRIMARY KEY,
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
    json             VARCHAR NOT NULL       -- the whole EVENT, for the way back to the sentence
);

CREATE TABLE set_aside (
    story_id   VARCHAR NOT NULL,
    reason     VARCHAR NOT NULL,
    quote      VARCHAR NOT NULL,
    start_at   BIGINT NOT NULL,
    end_at     BIGINT NOT NULL
);

-- A dataset's rows under their makers' own columns, by the block: a Parquet file of the rows of one
-- batch, opened only when somebody asks for them. As text beside each event they cost an import
-- more time and room than all the rest. Rows of older stores keep theirs in `event.json`.
CREATE TABLE written (
    ingest_id VARCHAR NOT NULL,
    first_row BIGINT NOT NULL,      -- of the file's rows, from 1
    last_row  BIGINT NOT NULL,
    parquet   BLOB NOT NULL         -- the column truceline_row, and the file's own
);
ALTER TABLE event ADD COLUMN at_row BIGINT;     -- number of the row in its file

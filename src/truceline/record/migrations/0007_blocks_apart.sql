-- Each block of a file's rows in a table of its own. In one table, DuckDB wrote all of them anew with
-- every batch that came: an import grew slower with each of its batches.
ALTER TABLE written ALTER COLUMN parquet DROP NOT NULL;  -- blocks of older stores stay here
ALTER TABLE written ADD COLUMN place VARCHAR;            -- the table that holds the block

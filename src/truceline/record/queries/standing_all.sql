-- The rows that stand now, in a store in which every ingest is whole: what standing.sql says without
-- a look at the log for every row. $snapshot is NULL.
WITH came AS (SELECT ingest_id, seq FROM ingest WHERE $snapshot IS NULL),
standing AS (SELECT * FROM event WHERE until_id IS NULL)

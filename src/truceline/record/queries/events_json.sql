-- The whole EVENTs, one JSON text a row, in the order of events.sql; of datasets' rows their place.
SELECT json, ingest_id, at_row
FROM visible
ORDER BY date_start NULLS LAST, source_dataset, story_id, sentence, id

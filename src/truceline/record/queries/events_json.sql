-- The whole EVENTs, one JSON text a row, in the order of events.sql.
SELECT json
FROM visible
ORDER BY date_start NULLS LAST, source_dataset, story_id, sentence, id

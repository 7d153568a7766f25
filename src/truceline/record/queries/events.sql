-- EVENTS, in the contract's columns and a stable order.
SELECT * EXCLUDE (ingest_id, until_id, json, at_row)
FROM visible
ORDER BY date_start NULLS LAST, source_dataset, story_id, sentence, id

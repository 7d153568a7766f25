-- Coded events that are seen, each with its whole EVENT, to be linked across reports.
SELECT * EXCLUDE (ingest_id, until_id, at_row)
FROM visible
WHERE source_dataset = 'reports' AND json IS NOT NULL
ORDER BY id

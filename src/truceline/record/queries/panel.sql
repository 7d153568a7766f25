-- PANEL, in the contract's columns and a stable order.
SELECT * EXCLUDE (ingest_id, until_id)
FROM panel
WHERE ingest_id IN (SELECT ingest_id FROM came)
  AND (until_id IS NULL OR until_id NOT IN (SELECT ingest_id FROM came))
  AND ($as_of IS NULL OR date <= $as_of)
ORDER BY war, series, side NULLS FIRST, date, source_dataset

-- The rows behind one number of events_by_period.sql, in the order of events.sql.
SELECT * EXCLUDE (ingest_id, until_id, json, at_row)
FROM visible
WHERE war = $war
  AND source_dataset = $dataset
  AND date_trunc($period, date_start) = $date
  AND ($lumps OR date_trunc($period, date_start)
                 = date_trunc($period, coalesce(date_end, date_start)))
ORDER BY date_start NULLS LAST, source_dataset, story_id, sentence, id

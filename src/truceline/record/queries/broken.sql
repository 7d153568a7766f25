-- Every invariant that does not hold, one row a fault.
SELECT 'event without its story' AS fault, id AS row_id
FROM event WHERE source_dataset = 'reports' AND story_id NOT IN (SELECT story_id FROM story)
UNION ALL
SELECT 'event without its ingest', id
FROM event WHERE ingest_id NOT IN (SELECT ingest_id FROM ingest)
UNION ALL
SELECT 'story without its ingest', story_id
FROM story WHERE ingest_id NOT IN (SELECT ingest_id FROM ingest)
UNION ALL
SELECT 'event that ends before it starts', id
FROM event WHERE date_end < date_start
UNION ALL
SELECT 'low above best, or best above high', id
FROM event WHERE low > best OR best > high
UNION ALL
SELECT 'quote that is not in its story', event.id
FROM event JOIN story USING (story_id)
WHERE substr(
        story.text,
        CAST(json_extract(event.json, '$.evidence.start') AS BIGINT) + 1,
        CAST(json_extract(event.json, '$.evidence.end') AS BIGINT)
        - CAST(json_extract(event.json, '$.evidence.start') AS BIGINT)
    ) <> json_extract_string(event.json, '$.evidence.quote')
UNION ALL
SELECT 'ingest whose counts of stories or events are off', ingest.ingest_id
FROM ingest
LEFT JOIN (SELECT ingest_id, count(*) AS n FROM story GROUP BY ingest_id) AS s USING (ingest_id)
LEFT JOIN (
    SELECT ingest_id, count(*) AS n
    FROM (SELECT ingest_id FROM event UNION ALL SELECT ingest_id FROM panel)
    GROUP BY ingest_id
) AS e USING (ingest_id)
WHERE stories <> coalesce(s.n, 0) OR events <> coalesce(e.n, 0)
UNION ALL
SELECT 'set-aside stretch without its story', story_id
FROM set_aside WHERE story_id NOT IN (SELECT story_id FROM story)
UNION ALL
SELECT 'row that stands twice', id
FROM event
WHERE until_id IS NULL AND ingest_id IN (SELECT ingest_id FROM ingest WHERE seq IS NOT NULL)
GROUP BY source_dataset, id HAVING count(*) > 1
UNION ALL
SELECT 'day of a series that stands twice', war || ' ' || series || ' ' || date
FROM panel
WHERE until_id IS NULL AND ingest_id IN (SELECT ingest_id FROM ingest WHERE seq IS NOT NULL)
GROUP BY source_dataset, war, series, side, date HAVING count(*) > 1
UNION ALL
SELECT 'row closed by no whole ingest', id
FROM event
WHERE until_id IS NOT NULL
  AND until_id NOT IN (SELECT ingest_id FROM ingest WHERE seq IS NOT NULL)
UNION ALL
SELECT 'series without its ingest', war || ' ' || series || ' ' || date
FROM panel WHERE ingest_id NOT IN (SELECT ingest_id FROM ingest)
UNION ALL
SELECT 'correction without its row', id
FROM correction
WHERE NOT EXISTS (
    SELECT 1 FROM event
    WHERE event.source_dataset = correction.source_dataset AND event.id = correction.id
)
UNION ALL
SELECT 'correction without its entry in the log', id
FROM correction WHERE ingest_id NOT IN (SELECT ingest_id FROM ingest)
UNION ALL
SELECT 'event said to be one with a row that is not there', id
FROM correction
WHERE starts_with(field, 'same_as:')
  AND substr(field, 9) NOT IN (SELECT id FROM event WHERE source_dataset = 'reports')
UNION ALL
SELECT 'event said to be one with itself', id
FROM correction
WHERE field = 'same_as:' || id
UNION ALL
SELECT 'two entries of the log at one place', CAST(seq AS VARCHAR)
FROM ingest WHERE seq IS NOT NULL GROUP BY seq HAVING count(*) > 1
UNION ALL
SELECT 'rights that are none of the three marks', id
FROM event WHERE redistribute NOT IN ('open', 'aggregate only', 'private')
UNION ALL
SELECT 'coded event without its sentence', id
FROM event WHERE source_dataset = 'reports' AND json IS NULL
UNION ALL
SELECT 'rows of a file without their ingest', ingest_id
FROM written WHERE ingest_id NOT IN (SELECT ingest_id FROM ingest)
UNION ALL
SELECT 'rows of a file without their block', ingest_id || ' ' || first_row
FROM written
WHERE parquet IS NULL
  AND coalesce(place, '') NOT IN (
      SELECT table_name FROM duckdb_tables()
      WHERE database_name = current_database() AND estimated_size > 0
  )
UNION ALL
SELECT 'event without the row of its file', id
FROM event
ANTI JOIN written ON written.ingest_id = event.ingest_id
    AND event.at_row BETWEEN written.first_row AND written.last_row
WHERE at_row IS NOT NULL AND event.ingest_id IN (SELECT ingest_id FROM written)
ORDER BY fault, row_id

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
ORDER BY fault, row_id

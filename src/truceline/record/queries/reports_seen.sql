-- The reports that are seen, with their texts and which stretches of these are the report.
SELECT story_id, file_name, title, publisher, published, text, passages
FROM story
WHERE ingest_id IN (SELECT ingest_id FROM came)
  AND ($as_of IS NULL OR published IS NULL OR published <= $as_of)
ORDER BY story_id

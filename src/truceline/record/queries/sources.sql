-- Where rows come from: the file and, for coded events, the sentence.
SELECT
    visible.source_dataset,
    visible.id,
    visible.source_version,
    visible.retrieved_at,
    visible.at_row,
    story.file_name,
    coalesce(story.sha256, ingest.file_sha256) AS file_sha256,
    story.publisher,
    story.url,
    json_extract_string(visible.json, '$.evidence.quote') AS quote,
    CAST(json_extract(visible.json, '$.evidence.start') AS BIGINT) AS start_at,
    CAST(json_extract(visible.json, '$.evidence.end') AS BIGINT) AS end_at,
    ingest.seq
FROM visible
JOIN ingest USING (ingest_id)
LEFT JOIN story ON story.story_id = visible.story_id
WHERE list_contains($ids, visible.id)
ORDER BY visible.source_dataset, visible.id

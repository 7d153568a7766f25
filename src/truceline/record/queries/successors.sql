-- Corrections of events that the ingest $1 closed and whose id it did not bring again, each with the
-- event that took its place: the only new one of its sentence where it was the only one there, or
-- else the only new one of its type there where it was the only one of that type. An exclusion goes
-- over to an event of the same type alone.
WITH before AS (
    SELECT id, story_id, sentence, type,
           count(*) OVER (PARTITION BY story_id, sentence) AS alone,
           count(*) OVER (PARTITION BY story_id, sentence, type) AS alone_of_type
    FROM event WHERE until_id = $1
),
after AS (
    SELECT id, story_id, sentence, type,
           count(*) OVER (PARTITION BY story_id, sentence) AS alone,
           count(*) OVER (PARTITION BY story_id, sentence, type) AS alone_of_type
    FROM event WHERE ingest_id = $1
),
latest AS (
    SELECT correction.* FROM correction JOIN ingest USING (ingest_id)
    WHERE source_dataset = 'reports'
    QUALIFY row_number() OVER (PARTITION BY id, field ORDER BY ingest.seq DESC) = 1
)
SELECT before.id, after.id, latest.field, latest.value, latest.reason
FROM latest JOIN before USING (id)
LEFT JOIN after ON after.story_id = before.story_id AND after.sentence = before.sentence
    AND (
        (before.type = after.type AND before.alone_of_type = 1 AND after.alone_of_type = 1)
        OR (before.alone = 1 AND after.alone = 1 AND latest.field <> 'excluded')
    )
WHERE before.id NOT IN (SELECT id FROM after)
ORDER BY ALL

-- The rows that are seen: as they stood after the ingest numbered $seq (the last where it is NULL),
-- and, where $as_of is given, nothing that ended, or was reported, later. An event without a date
-- is not known to lie before any day.
WITH point AS (
    SELECT coalesce($seq, (SELECT coalesce(max(seq), 0) FROM ingest)) AS seq
),
came AS (
    SELECT ingest_id FROM ingest, point WHERE ingest.seq <= point.seq
),
visible AS (
    SELECT event.*
    FROM event
    WHERE event.ingest_id IN (SELECT ingest_id FROM came)
      AND (event.until_id IS NULL OR event.until_id NOT IN (SELECT ingest_id FROM came))
      AND (
          $as_of IS NULL
          OR (
              coalesce(event.date_end, event.date_start) <= $as_of
              AND (
                  event.story_id IS NULL
                  OR event.story_id NOT IN (
                      SELECT story_id FROM story
                      WHERE published > $as_of
                  )
              )
          )
      )
)

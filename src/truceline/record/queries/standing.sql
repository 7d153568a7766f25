-- The rows that are seen: as they stood at the snapshot $snapshot (now, where it is NULL),
-- with the corrections made by then, and, where $as_of is given, nothing that ended, or was
-- reported, later. An event without a date is not known to lie before any day.
WITH came AS (
    SELECT ingest_id, seq FROM ingest
    WHERE seq <= coalesce(
        (SELECT seq FROM ingest WHERE kind = 'snapshot' AND note = $snapshot),
        (SELECT max(seq) FROM ingest)
    )
),
standing AS (
    SELECT event.*
    FROM event
    WHERE event.ingest_id IN (SELECT ingest_id FROM came)
      AND (event.until_id IS NULL OR event.until_id NOT IN (SELECT ingest_id FROM came))
)

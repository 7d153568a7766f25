-- Everything that changed the store, in the order in which it was whole; the unfinished last.
SELECT seq, added_at AS at, kind, dataset, version, file_sha256, stories, events AS rows, done, note
FROM ingest
ORDER BY seq NULLS LAST, ingest_id

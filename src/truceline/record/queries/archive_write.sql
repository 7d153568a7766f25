-- What goes into an archive: the rows that are seen and may go out, with the year they lie in.
SELECT * EXCLUDE (ingest_id, until_id), year(date_start) AS year
FROM visible
WHERE $private OR redistribute = 'open'

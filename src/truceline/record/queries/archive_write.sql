-- What goes into an archive: the rows that are seen and may go out, with the year they lie in
-- and, for rows of datasets, the place of what their file says besides (`rows` in the archive).
SELECT * EXCLUDE (until_id), year(date_start) AS year
FROM visible
WHERE $private OR redistribute = 'open'

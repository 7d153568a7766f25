-- The events that are counted by war, dataset, version and period, one a row. Reports are no events,
-- so coded stories and datasets of reports stay out. They are added up outside, in less than half
-- the time that GROUP BY takes over as many groups.
SELECT
    war,
    source_dataset,
    source_version,
    hash(war, source_dataset, source_version) AS code,
    CASE WHEN $period = 'day' THEN date_start
         ELSE CAST(date_trunc($period, date_start) AS DATE) END AS date,
    best,
    low,
    high
FROM visible
WHERE source_dataset NOT IN ('reports', 'gdelt', 'polecat', 'icews', 'viina') AND war IS NOT NULL AND date_start IS NOT NULL
  AND (
      $lumps
      OR coalesce(date_end, date_start) = date_start
      OR date_trunc($period, date_start) = date_trunc($period, coalesce(date_end, date_start))
  )

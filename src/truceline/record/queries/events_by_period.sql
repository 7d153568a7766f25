-- Events counted by war, dataset, version and period; only periods that have some. Reports are no
-- events, so coded stories and datasets of reports stay out; datasets are never added up. A bound
-- that some event lacks is a bound of nothing.
SELECT
    war,
    source_dataset,
    CAST(date_trunc($period, date_start) AS DATE) AS date,
    count(*) AS events,
    sum(best) AS best,
    CASE WHEN count(low) = count(best) THEN sum(low) END AS low,
    CASE WHEN count(high) = count(best) THEN sum(high) END AS high,
    source_version
FROM visible
WHERE source_dataset NOT IN ('reports', 'gdelt', 'polecat', 'icews', 'viina') AND war IS NOT NULL AND date_start IS NOT NULL
  AND (
      $lumps
      OR coalesce(date_end, date_start) = date_start
      OR date_trunc($period, date_start) = date_trunc($period, coalesce(date_end, date_start))
  )
GROUP BY war, source_dataset, source_version, 3

-- The rows that a count by period leaves out, and why.
, reasons AS (
    SELECT source_dataset,
           CASE WHEN source_dataset IN ('reports', 'gdelt', 'polecat', 'icews', 'viina')
                THEN 'reports are no events'
                WHEN war IS NULL THEN 'no war is assigned'
                WHEN date_start IS NULL THEN 'no date'
                WHEN NOT $lumps AND date_trunc($period, date_start)
                     <> date_trunc($period, coalesce(date_end, date_start))
                THEN 'longer than a ' || $period END AS reason,
           best
    FROM visible
)
SELECT source_dataset, reason, count(*) AS rows, sum(best) AS deaths
FROM reasons
WHERE reason IS NOT NULL
GROUP BY ALL
ORDER BY ALL

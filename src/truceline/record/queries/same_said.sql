-- What people said of two coded events: that they are one, or that they are not; the latest counts.
SELECT correction.id, substr(field, 9) AS other, value
FROM correction JOIN came USING (ingest_id)
WHERE starts_with(field, 'same_as:')
QUALIFY row_number() OVER (
    PARTITION BY least(correction.id, substr(field, 9)), greatest(correction.id, substr(field, 9))
    ORDER BY came.seq DESC
) = 1
ORDER BY ALL

-- The standing rows, with what corrections say of them.
, latest AS (
    SELECT correction.source_dataset, correction.id, correction.field, correction.value
    FROM correction JOIN came USING (ingest_id)
    QUALIFY row_number() OVER (
        PARTITION BY correction.source_dataset, correction.id, correction.field
        ORDER BY came.seq DESC
    ) = 1
),
said AS (
    SELECT source_dataset, id, map(list(field), list(value)) AS fix FROM latest GROUP BY ALL
),
mended AS (
    SELECT standing.* REPLACE (
        mend(said.fix, 'war', war) AS war,
        CAST(mend(said.fix, 'date_start', date_start) AS DATE) AS date_start,
        CAST(mend(said.fix, 'date_end', date_end) AS DATE) AS date_end,
        mend(said.fix, 'date_prec', date_prec) AS date_prec,
        mend(said.fix, 'side_a', side_a) AS side_a,
        mend(said.fix, 'side_b', side_b) AS side_b,
        CAST(mend(said.fix, 'best', best) AS DOUBLE) AS best,
        CAST(mend(said.fix, 'low', low) AS DOUBLE) AS low,
        CAST(mend(said.fix, 'high', high) AS DOUBLE) AS high,
        mend(said.fix, 'type', type) AS type,
        mend(said.fix, 'mode', mode) AS mode,
        mend(said.fix, 'status', status) AS status,
        mend(said.fix, 'hedge', hedge) AS hedge,
        mend(said.fix, 'initiator', initiator) AS initiator,
        mend(said.fix, 'initiator_basis', initiator_basis) AS initiator_basis
    )
    FROM standing
    JOIN said ON said.source_dataset = standing.source_dataset AND said.id = standing.id
    WHERE coalesce(mend(said.fix, 'excluded', 'false'), 'false') <> 'true'
),
said_rows AS (
    SELECT standing.* FROM standing
    ANTI JOIN said ON said.source_dataset = standing.source_dataset AND said.id = standing.id
    UNION ALL
    SELECT * FROM mended
)

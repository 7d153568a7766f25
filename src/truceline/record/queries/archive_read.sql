-- An archive's rows in the shape of a store's, so that the same queries run over both. Files of
-- other wars and of years after $as_of are not opened.
WITH visible AS (
    SELECT * EXCLUDE (year), NULL AS until_id
    FROM read_parquet(
        $files, hive_partitioning = true, hive_types = {'war': VARCHAR, 'year': BIGINT}
    )
    WHERE ($war IS NULL OR war = $war)
      AND ($as_of IS NULL OR (year <= year($as_of::DATE)
                              AND coalesce(date_end, date_start) <= $as_of::DATE))
)

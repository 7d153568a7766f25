-- How much the store holds.
SELECT
    (SELECT count(*) FROM story) AS stories,
    (SELECT count(*) FROM event) AS events,
    (SELECT count(*) FROM set_aside) AS set_aside,
    (SELECT count(*) FROM ingest) AS ingests,
    (SELECT min(date_start) FROM event) AS first,
    (SELECT max(date_start) FROM event) AS last

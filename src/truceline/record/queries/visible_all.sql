-- All of those: no day is asked for, $as_of is NULL.
, visible AS (SELECT * FROM said_rows WHERE $as_of IS NULL)

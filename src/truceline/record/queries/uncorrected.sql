-- The standing rows of a store without corrections: spares a join over all of them.
, said_rows AS (SELECT * FROM standing)

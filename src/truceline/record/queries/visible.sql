-- Of those, what is seen as of a day.
, visible AS (
    SELECT * FROM said_rows
    WHERE $as_of IS NULL
       OR (
           coalesce(date_end, date_start) <= $as_of
           AND (
               story_id IS NULL
               OR story_id NOT IN (SELECT story_id FROM story WHERE published > $as_of)
           )
       )
)

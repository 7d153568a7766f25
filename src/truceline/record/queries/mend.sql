-- What a correction says of a field, or the field as it was.
CREATE TEMP MACRO mend(fix, field, old) AS
    CASE WHEN list_contains(map_keys(fix), field)
         THEN map_extract(fix, field)[1] ELSE CAST(old AS VARCHAR) END

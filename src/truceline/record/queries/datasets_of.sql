-- The datasets that have a row of an id, whether it is seen or not.
SELECT DISTINCT source_dataset FROM event WHERE id = $id ORDER BY source_dataset

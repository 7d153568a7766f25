-- Archived forecasts, in the order in which they were made.
SELECT
    made_at, question, war, as_of, event, "by", definition, probability, low, high, level, method,
    version
FROM forecast
WHERE question = coalesce(?, question)
ORDER BY made_at, war, as_of, event, "by", forecast_id

-- Forecasts as they were said, never changed afterwards: scored when their day has come.
CREATE TABLE forecast (
    forecast_id VARCHAR PRIMARY KEY,   -- hash of all that was said, so that the same twice is one
    made_at     VARCHAR NOT NULL,      -- ISO time at which it was archived, given by the door
    question    VARCHAR NOT NULL,
    war         VARCHAR NOT NULL,
    as_of       DATE NOT NULL,         -- nothing dated later was used
    event       VARCHAR NOT NULL,
    "by"        DATE NOT NULL,
    definition  VARCHAR NOT NULL,
    probability DOUBLE NOT NULL,
    low         DOUBLE,
    high        DOUBLE,
    level       DOUBLE,
    method      VARCHAR NOT NULL,
    version     VARCHAR NOT NULL
);

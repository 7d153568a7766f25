"""The texts of `record/queries`, put together."""

from importlib.resources import files

import duckdb

from truceline.record.connection import one


def query(name: str) -> str:
    """Return the text of a query of `record/queries`.

    Examples
    --------
    >>> query("log").splitlines()[-1]
    'ORDER BY seq NULLS LAST, ingest_id'
    """
    return files("truceline.record").joinpath("queries", f"{name}.sql").read_text("utf-8")


def seen(store: duckdb.DuckDBPyConnection) -> str:
    """Return the text that leads a query over the rows that are seen."""
    corrected = one(store, "SELECT count(*) FROM correction")
    parts = ("standing", "corrected" if corrected else "uncorrected", "visible")
    return "".join(query(each) for each in parts)

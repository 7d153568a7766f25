"""The texts of `record/queries`, put together."""

from importlib.resources import files

import duckdb
import polars as pl

from truceline.record import ledger
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


def rows(store: duckdb.DuckDBPyConnection, name: str, given: dict[str, object]) -> pl.DataFrame:
    """Return what a query of `record/queries` finds.

    Parameters
    ----------
    store : DuckDBPyConnection
        Ready for reading.
    name : str
        The query's.
    given : dict
        Its values. With a `snapshot`, if only None, it looks at the rows that are seen.

    Raises
    ------
    BadInput
        If there is no such snapshot.
    """
    text = seen(store) + query(name) if "snapshot" in given else query(name)
    if isinstance(point := given.get("snapshot"), str):
        ledger.require_snapshot(store, point)
    return store.sql(text, params=given).pl()  # type: ignore[no-any-return]

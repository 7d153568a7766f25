"""The texts of `record/queries`, put together."""

from collections.abc import Iterator, Mapping
from importlib.resources import files

import duckdb
import polars as pl
import pyarrow as pa  # type: ignore[import-untyped]

from truceline.record import ledger
from truceline.record.connection import one

_BATCH = 1 << 20


def query(name: str) -> str:
    """Return the text of a query of `record/queries`.

    Examples
    --------
    >>> query("log").splitlines()[-1]
    'ORDER BY seq NULLS LAST, ingest_id'
    """
    return files("truceline.record").joinpath("queries", f"{name}.sql").read_text("utf-8")


def seen(store: duckdb.DuckDBPyConnection, given: Mapping[str, object]) -> str:
    """Return the text that leads a query over the rows that are seen.

    What needs no asking is left out: four fifths of a quick query's time would go to it.
    """
    corrected = one(store, "SELECT count(*) FROM correction")
    coming = one(store, "SELECT count(*) FROM ingest WHERE seq IS NULL")
    plain = given.get("snapshot") is None and not corrected and not coming
    parts = (
        "standing_all" if plain else "standing",
        "corrected" if corrected else "uncorrected",
        "visible_all" if given.get("as_of") is None else "visible",
    )
    return "".join(query(each) for each in parts)


def batches(
    store: duckdb.DuckDBPyConnection, text: str, given: dict[str, object]
) -> Iterator[pa.Table]:
    """Yield what a query finds, so many rows at a time; one table without rows if it finds none.

    Parameters
    ----------
    store : DuckDBPyConnection
        Open as long as tables are asked for.
    text : str
        The query.
    given : dict
        Its values.

    Yields
    ------
    pyarrow.Table
        A million rows, the last one fewer.
    """
    reader = store.sql(text, params=given).to_arrow_reader(_BATCH)
    parts = (pa.Table.from_batches([each]) for each in reader)
    yield next(parts, reader.schema.empty_table())
    yield from parts


def text_of(store: duckdb.DuckDBPyConnection, name: str, given: dict[str, object]) -> str:
    """Return the whole text of a query; with a `snapshot` it is over the rows that are seen.

    Raises
    ------
    BadInput
        If there is no such snapshot.
    """
    if "snapshot" not in given:
        return query(name)
    if isinstance(point := given["snapshot"], str):
        ledger.require_snapshot(store, point)
    return seen(store, given) + query(name)


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
    text = text_of(store, name, given)
    return store.sql(text, params=given).pl()  # type: ignore[no-any-return]

"""Rows as their files have them, kept beside the events by the block and opened when asked for."""

import io
from collections.abc import Iterator

import duckdb
import polars as pl

from truceline.terms.tables import ROW

SAME = pl.Schema(
    {"id": pl.String, ROW: pl.Int64, "ingest_id": pl.String, "at_row": pl.Int64, "json": pl.String}
)
"""Rows of a batch that EVENTS alone cannot tell from ones that are there, and where those stand."""
_KEY = "truceline_id"
"""The id of a row beside columns of any name."""


def packed(rows: pl.DataFrame) -> bytes:
    """Return rows as the bytes of one block.

    Examples
    --------
    >>> packed(pl.DataFrame({ROW: [1], "name": ["x"]}))[:4]
    b'PAR1'
    """
    block = io.BytesIO()
    rows.write_parquet(block, compression="zstd", compression_level=1, statistics=False)
    return block.getvalue()


def keep(
    store: duckdb.DuckDBPyConnection,
    ingest_id: str,
    rows: pl.DataFrame,
    block: bytes | None = None,
) -> None:
    """Keep rows of an ingest, under their file's own columns, as one block.

    Parameters
    ----------
    store : DuckDBPyConnection
        In a transaction.
    ingest_id : str
        Of the ingest.
    rows : polars.DataFrame
        `ROW`, rising, and the file's own columns. Without rows nothing is kept.
    block : bytes or None
        The rows as `packed` gives them, where they are packed already.
    """
    if not rows.height:
        return
    first, last = rows[ROW][0], rows[ROW][-1]
    place = f"block_{ingest_id}_{first}"
    store.execute(f'CREATE TABLE "{place}" (parquet BLOB USING COMPRESSION uncompressed)')
    store.execute(f'INSERT INTO "{place}" VALUES (?)', [packed(rows) if block is None else block])  # noqa: S608
    store.execute("INSERT INTO written VALUES (?, ?, ?, NULL, ?)", [ingest_id, first, last, place])


def blocks(
    store: duckdb.DuckDBPyConnection, wanted: pl.DataFrame
) -> Iterator[tuple[str, pl.DataFrame]]:
    """Yield the ingest and the rows of every block in which a wanted row stands, one at a time.

    Parameters
    ----------
    store : DuckDBPyConnection
        With the record in use.
    wanted : polars.DataFrame
        `ingest_id` and `at_row`; rows without a place are passed over.

    Yields
    ------
    tuple
        The ingest's id, and of the block the rows that are wanted.
    """
    places = wanted.select("ingest_id", "at_row").drop_nulls()
    for (ingest_id,), rows in places.sort("ingest_id").group_by("ingest_id", maintain_order=True):
        text = "SELECT first_row, last_row FROM written WHERE ingest_id = ? ORDER BY ALL"
        for first, last in store.execute(text, [ingest_id]).fetchall():
            here = rows.filter(pl.col("at_row").is_between(first, last))
            if here.height:
                block = _block(store, ingest_id, first)
                yield str(ingest_id), block.filter(pl.col(ROW).is_in(here["at_row"].implode()))


def _block(store: duckdb.DuckDBPyConnection, ingest_id: str, first: int) -> pl.DataFrame:
    """Return the rows of the block that begins there."""
    text = "SELECT place, parquet FROM written WHERE ingest_id = ? AND first_row = ?"
    [(place, kept)] = store.execute(text, [ingest_id, first]).fetchall()
    if place is not None:
        [(kept,)] = store.execute(f'SELECT parquet FROM "{place}"').fetchall()  # noqa: S608
    return pl.read_parquet(io.BytesIO(kept))


def texts(store: duckdb.DuckDBPyConnection, wanted: pl.DataFrame) -> list[str | None]:
    """Return rows as JSON under their file's own columns, in the order in which they are wanted.

    Parameters
    ----------
    store : DuckDBPyConnection
        With the record in use.
    wanted : polars.DataFrame
        `ingest_id`, `at_row` and `json`, the last for rows that are kept as text.

    Returns
    -------
    list of str or None
        None for a row of which nothing is kept.
    """
    found = [
        block.select(
            pl.lit(ingest_id).alias("ingest_id"),
            pl.col(ROW).alias("at_row"),
            pl.struct(pl.exclude(ROW)).struct.json_encode().alias("text"),
        )
        for ingest_id, block in blocks(store, wanted.filter(pl.col("json").is_null()))
    ]
    shape = {"ingest_id": pl.String, "at_row": pl.Int64, "text": pl.String}
    told = pl.concat([pl.DataFrame(schema=shape), *found])
    joined = wanted.join(told, on=["ingest_id", "at_row"], how="left", maintain_order="left")
    return joined.select(pl.coalesce("json", "text")).to_series().to_list()


def differing(
    store: duckdb.DuckDBPyConnection, same: pl.DataFrame, rows: pl.DataFrame
) -> list[str]:
    """Return the ids of rows whose file says otherwise in a column that EVENTS does not have.

    Parameters
    ----------
    store : DuckDBPyConnection
        With the record in use.
    same : polars.DataFrame
        Of the shape `SAME`.
    rows : polars.DataFrame
        The new rows: `ROW` and the file's own columns.

    Returns
    -------
    list of str
        Also of rows of which the record keeps nothing: then nothing says that they are the same.
        A column that only one of the two files has counts where it is not empty.
    """
    equal: list[str] = []
    keys = same.rename({"id": _KEY})
    for old in _old(store, keys):
        places = old.select(_KEY).join(keys.select(_KEY, ROW), on=_KEY, maintain_order="left")
        new = places.join(rows, on=ROW, how="left", maintain_order="left").drop(_KEY, ROW)
        equal += old[_KEY].filter(~_otherwise(old.drop(_KEY), new)).to_list()
    return sorted(set(same["id"]) - set(equal))


def _old(store: duckdb.DuckDBPyConnection, keys: pl.DataFrame) -> Iterator[pl.DataFrame]:
    """Yield the rows that are there, by blocks; those of older stores from their text."""
    for ingest_id, block in blocks(store, keys.filter(pl.col("json").is_null())):
        here = keys.filter(pl.col("ingest_id") == ingest_id)
        yield block.join(here.select(_KEY, pl.col("at_row").alias(ROW)), on=ROW).drop(ROW)
    told = keys.filter(pl.col("json").is_not_null())
    if told.height:
        read = told["json"].str.json_decode(infer_schema_length=None).struct.unnest()
        yield read.cast(pl.String).with_columns(told[_KEY])


def _otherwise(old: pl.DataFrame, new: pl.DataFrame) -> pl.Series:
    """Say of each row whether the two frames differ in it."""
    both = [name for name in old.columns if name in new.columns]
    lone = [old[name] for name in old.columns if name not in both]
    lone += [new[name] for name in new.columns if name not in both]
    said = [old[name].ne_missing(new[name]) for name in both]
    said += [column.is_not_null() for column in lone]
    marks = pl.DataFrame([mark.alias(str(n)) for n, mark in enumerate(said)])
    if not marks.width:
        return pl.Series([False] * old.height, dtype=pl.Boolean)
    return marks.select(pl.any_horizontal(pl.all())).to_series()

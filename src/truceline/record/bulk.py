"""Many rows at once: batches, each one transaction, taken up again where they broke off."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass

import duckdb
import polars as pl

from truceline.record import ledger, migrate
from truceline.record.connection import one
from truceline.record.ledger import Entry
from truceline.record.transaction import transaction
from truceline.terms.errors import BadFrame
from truceline.terms.tables import EVENTS, PANEL, check

BATCH = 100_000
"""Rows a transaction. Fewer would cost more in checkpoints, more would lose more to a crash."""
MARKS = ("open", "aggregate only", "private")
Open = Callable[[], AbstractContextManager[duckdb.DuckDBPyConnection]]


@dataclass(frozen=True, slots=True)
class Table:
    """A table that rows are imported into: its contract, its key, what it holds besides."""

    name: str
    contract: dict[str, tuple[type[pl.DataType], str]]
    key: tuple[str, ...]
    extra: tuple[str, ...] = ()

    def columns(self) -> tuple[str, ...]:
        """Return the columns that a source fills."""
        return (*self.contract, *self.extra)

    def same_row(self) -> str:
        """Return SQL that says whether `old` and `batch` are versions of one row."""
        return " AND ".join(f"old.{each} IS NOT DISTINCT FROM batch.{each}" for each in self.key)

    def changed(self) -> str:
        """Return SQL that says whether `old` and `batch` differ in more than when fetched."""
        rest = [each for each in self.columns() if each not in {*self.key, "retrieved_at"}]
        return " OR ".join(f"old.{each} IS DISTINCT FROM batch.{each}" for each in rest)


EVENT_TABLE = Table("event", EVENTS, ("source_dataset", "id"), ("json",))
PANEL_TABLE = Table("panel", PANEL, ("source_dataset", "war", "series", "side", "date"))
_WHOLE = "ingest_id IN (SELECT ingest_id FROM ingest WHERE seq IS NOT NULL)"


def ready(frame: pl.DataFrame, table: Table, entry: Entry) -> pl.DataFrame:
    """Return the frame's rows as they will be kept, each key once.

    Parameters
    ----------
    frame : polars.DataFrame
        EVENTS, with or without a column `json`, or PANEL.
    table : Table
        Where the rows go.
    entry : Entry
        The ingest; its dataset and version must be those of the rows.

    Returns
    -------
    polars.DataFrame
        In the given order; rows that stand twice, word for word, once.

    Raises
    ------
    BadFrame
        If a column is missing or of a wrong type, a key is null or stands twice with different
        content, a row is of another dataset or version, or its rights are not one of three marks.
    """
    extra = [
        pl.Series(name, frame[name] if name in frame.columns else [None] * frame.height, pl.String)
        for name in table.extra
    ]
    rows = check(frame, table.contract).with_columns(extra)
    for column, wanted in (("source_dataset", entry.dataset), ("source_version", entry.version)):
        others = rows.filter(pl.col(column).ne_missing(wanted))[column]
        if others.len():
            raise BadFrame(f"a row's {column} is {others[0]}, the import says {wanted}; mend one")
    if "redistribute" in rows.columns:
        odd = rows.filter(~pl.col("redistribute").is_in(MARKS).fill_null(value=False))
        if odd.height:
            met = odd["redistribute"][0]
            raise BadFrame(f"redistribute is {met}; allowed are {', '.join(MARKS)}")
    return _once(rows, table)


def _once(rows: pl.DataFrame, table: Table) -> pl.DataFrame:
    """Return each row once; refuse a key that names two different rows."""
    needed = [each for each in table.key if each != "side"]
    for name in needed:
        if rows[name].null_count():
            raise BadFrame(f"a row has no {name}; every row needs {', '.join(needed)}")
    if rows.select(table.key).is_duplicated().any():
        rows = rows.unique(maintain_order=True)
        twice = rows.filter(rows.select(table.key).is_duplicated())
        if twice.height:
            met = ", ".join(str(twice[name][0]) for name in table.key)
            raise BadFrame(f"{met} stands {twice.height} times with different content; mend it")
    return rows


def import_rows(opened: Open, frame: pl.DataFrame, table: Table, entry: Entry) -> tuple[int, int]:
    """Bring a frame's rows in, batch by batch; return how many were new and how many known.

    Parameters
    ----------
    opened : callable
        Opens the store for writing; each batch opens and closes it, so that others get their turn.
    frame : polars.DataFrame
        EVENTS or PANEL.
    table : Table
        Where the rows go.
    entry : Entry
        The ingest. One that broke off is taken up again; one that is whole changes nothing.

    Returns
    -------
    tuple of int
        Rows added by this call, and the rest. A row that differs from the one there closes it.

    Raises
    ------
    BadFrame
        If the frame breaks its contract.
    StoreError
        If the store cannot be written; whole batches stay, and the next call goes on from them.
    """
    ingest_id, added = entry.ingest_id(), 0
    rows: pl.DataFrame | None = None
    while True:
        with opened() as store:
            migrate.apply(store)
            with transaction(store):
                progress = ledger.begin(store, ingest_id, entry)
                if progress.seq is not None:
                    return added, frame.height - added
                rows = ready(frame, table, entry) if rows is None else rows
                batch = rows.slice(progress.done, BATCH)
                new = _insert(store, batch, table, ingest_id)
                done = progress.done + batch.height
                ledger.advance(store, ingest_id, added=new, done=done)
                added += new
                if done >= rows.height:
                    _close(store, table, ingest_id, base=progress.base)
                    return added, frame.height - added


def _insert(
    store: duckdb.DuckDBPyConnection, batch: pl.DataFrame, table: Table, ingest_id: str
) -> int:
    """Insert the rows of `batch` that are not there word for word; return how many."""
    if not batch.height:
        return 0
    names = ", ".join(table.columns())
    store.register("batch", batch.to_arrow())
    new = one(
        store,
        f"INSERT INTO {table.name} ({names}, ingest_id) "  # noqa: S608  names are ours
        f"SELECT {names}, ? FROM batch WHERE NOT EXISTS (SELECT 1 FROM {table.name} AS old "
        f"WHERE old.until_id IS NULL AND old.{_WHOLE} "
        f"AND {table.same_row()} AND NOT ({table.changed()}))",
        [ingest_id],
    )
    store.unregister("batch")
    return int(new)


def _close(store: duckdb.DuckDBPyConnection, table: Table, ingest_id: str, *, base: int) -> None:
    """Make an import whole: rows that its rows replace are closed."""
    if ledger.head(store) != base:
        # Another ingest became whole in between: what it brought word for word is not kept twice.
        gone = one(
            store,
            f"DELETE FROM {table.name} AS batch WHERE ingest_id = ? AND EXISTS ("  # noqa: S608
            f"SELECT 1 FROM {table.name} AS old WHERE old.until_id IS NULL AND old.{_WHOLE} "
            f"AND {table.same_row()} AND NOT ({table.changed()}))",
            [ingest_id],
        )
        store.execute(
            "UPDATE ingest SET events = events - ? WHERE ingest_id = ?",
            [gone, ingest_id],
        )
    store.execute(
        f"UPDATE {table.name} AS old SET until_id = $1 FROM {table.name} AS batch "  # noqa: S608
        f"WHERE batch.ingest_id = $1 AND old.ingest_id <> $1 AND old.until_id IS NULL "
        f"AND old.{_WHOLE} AND {table.same_row()}",
        [ingest_id],
    )
    ledger.finish(store, ingest_id)


def retire(store: duckdb.DuckDBPyConnection, dataset: str, *, keep: str, at: str) -> int:
    """Close the events of every version of a dataset but `keep`; return how many were closed."""
    note = f"only version {keep} stands"
    ingest_id = ledger.write(store, Entry("retire", at, dataset, keep, note=note))
    found = store.execute(
        "UPDATE event SET until_id = $1 WHERE source_dataset = $2 AND source_version <> $3 "
        "AND until_id IS NULL "
        "AND ingest_id IN (SELECT ingest_id FROM ingest WHERE seq IS NOT NULL)",
        [ingest_id, dataset, keep],
    ).fetchall()
    return int(found[0][0])

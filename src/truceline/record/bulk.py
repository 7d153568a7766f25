"""Many rows at once: batches, each one transaction, taken up again where they broke off."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager
from dataclasses import dataclass

import duckdb
import polars as pl

from truceline.record import ledger, migrate, written
from truceline.record.connection import one
from truceline.record.ledger import Entry
from truceline.record.transaction import transaction
from truceline.terms.errors import BadFrame
from truceline.terms.tables import EVENTS, PANEL, ROW, check

BATCH = 122_880
"""Rows a transaction: one row group of DuckDB's, which it then writes to its place at once. Fewer
would cost more in checkpoints, more would lose more to a crash."""
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
        rest = [each for each in self.contract if each not in {*self.key, "retrieved_at"}]
        return " OR ".join(f"old.{each} IS DISTINCT FROM batch.{each}" for each in rest)


EVENT_TABLE = Table("event", EVENTS, ("source_dataset", "id"), ("at_row",))
PANEL_TABLE = Table("panel", PANEL, ("source_dataset", "war", "series", "side", "date"))
_WHOLE = "ingest_id IN (SELECT ingest_id FROM ingest WHERE seq IS NOT NULL)"


def ready(frame: pl.DataFrame, table: Table, entry: Entry) -> pl.DataFrame:
    """Return the frame's rows as they will be kept, each key once.

    Parameters
    ----------
    frame : polars.DataFrame
        EVENTS, with or without a column `ROW`, or PANEL.
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
    place = frame[ROW] if ROW in frame.columns else pl.lit(None, dtype=pl.Int64)
    rows = check(frame, table.contract).with_columns(place.alias(name) for name in table.extra)
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
        rows = rows.unique(list(table.contract), keep="first", maintain_order=True)
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
        EVENTS or PANEL. EVENTS may have `ROW`, and then `written`, a struct of the columns that the
        file itself has.
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
    batches = _Batches(table, entry, _as_written(frame))
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
                new = batches.insert(store, batch)
                done = progress.done + batch.height
                ledger.advance(store, ingest_id, added=new, done=done)
                added += new
                if done >= rows.height:
                    batches.close(store, base=progress.base)
                    return added, frame.height - added


def _as_written(frame: pl.DataFrame) -> pl.DataFrame | None:
    """Return the rows under their file's own columns, each with its place; None without them."""
    if not {ROW, "written"} <= set(frame.columns):
        return None
    return frame["written"].struct.unnest().with_columns(frame[ROW])


@dataclass(frozen=True, slots=True)
class _Batches:
    """The batches of one ingest, each brought in within a transaction of the caller's."""

    table: Table
    entry: Entry
    as_written: pl.DataFrame | None

    def insert(self, store: duckdb.DuckDBPyConnection, batch: pl.DataFrame) -> int:
        """Insert the rows of `batch` that are not there word for word; return how many."""
        if not batch.height:
            return 0
        names, ingest_id = ", ".join(self.table.columns()), self.entry.ingest_id()
        store.register("batch", batch.to_arrow())
        text = (
            f"INSERT INTO {self.table.name} ({names}, ingest_id) "  # noqa: S608  names are ours
            f"SELECT {names}, ? FROM batch"
        )
        there = self._any_there(store)
        if there:
            self._look(store, "batch")
            text += f" WHERE NOT ({self._known()})"
        with ThreadPoolExecutor(1) as beside:
            # Where all rows are new they are packed while DuckDB inserts them: both take long.
            rows = self._as_written(None if there else batch)
            block = beside.submit(written.packed, rows)
            new = int(one(store, text, [ingest_id]))
            if there and new:
                written.keep(store, ingest_id, self._as_written(self._added(store, batch)))
            written.keep(store, ingest_id, rows, block.result())
        store.unregister("batch")
        return new

    def _as_written(self, batch: pl.DataFrame | None) -> pl.DataFrame:
        """Return the rows of a batch as their file has them; none where it has nothing besides."""
        if self.as_written is None or batch is None:
            return pl.DataFrame()
        return self.as_written.filter(pl.col(ROW).is_in(batch["at_row"].implode()))

    def _added(self, store: duckdb.DuckDBPyConnection, batch: pl.DataFrame) -> pl.DataFrame | None:
        """Return the places of those rows of a batch that were added."""
        if "at_row" not in batch.columns:
            return None
        span = [self.entry.ingest_id(), batch["at_row"].min(), batch["at_row"].max()]
        text = "SELECT at_row FROM event WHERE ingest_id = ? AND at_row BETWEEN ? AND ?"
        found = store.execute(text, span).fetchall()
        return pl.DataFrame({"at_row": [at for (at,) in found]}, {"at_row": pl.Int64})

    def close(self, store: duckdb.DuckDBPyConnection, *, base: int) -> None:
        """Make the import whole: rows that its rows replace are closed."""
        name, ingest_id = self.table.name, self.entry.ingest_id()
        if ledger.head(store) != base and self._any_there(store):
            # Another ingest became whole in between: what it brought word for word is not kept
            # twice.
            self._look(store, f"(FROM {name} WHERE ingest_id = '{ingest_id}') AS batch")
            gone = one(
                store,
                f"DELETE FROM {name} AS batch WHERE ingest_id = ? AND {self._known()}",  # noqa: S608
                [ingest_id],
            )
            store.execute(
                "UPDATE ingest SET events = events - ? WHERE ingest_id = ?", [gone, ingest_id]
            )
        if self._any_there(store):
            store.execute(
                f"UPDATE {name} AS old SET until_id = $1 FROM {name} AS batch "  # noqa: S608
                f"WHERE batch.ingest_id = $1 AND old.ingest_id <> $1 AND old.until_id IS NULL "
                f"AND old.{_WHOLE} AND {self.table.same_row()}",
                [ingest_id],
            )
        ledger.finish(store, ingest_id)

    def _any_there(self, store: duckdb.DuckDBPyConnection) -> bool:
        """Say whether a row of the dataset stands in the record; if not, none need be sought."""
        text = (
            f"SELECT 1 FROM {self.table.name} WHERE source_dataset = ? "  # noqa: S608
            f"AND until_id IS NULL AND {_WHOLE} LIMIT 1"
        )
        return one(store, text, [self.entry.dataset]) is not None

    def _known(self) -> str:
        """Return SQL that says whether a row of `batch` stands there already, word for word."""
        there = f"EXISTS (SELECT 1 FROM {self.table.name} AS old WHERE {self._there()})"  # noqa: S608
        if self.as_written is None:
            return there
        return f"({there} AND batch.id NOT IN (SELECT id FROM differing))"  # noqa: S608

    def _there(self) -> str:
        """Return SQL that says whether `old` stands, and says what `batch` says."""
        return (
            f"old.until_id IS NULL AND old.{_WHOLE} "
            f"AND {self.table.same_row()} AND NOT ({self.table.changed()})"
        )

    def _look(self, store: duckdb.DuckDBPyConnection, batch: str) -> None:
        """Note the rows that are known by EVENTS alone and differ in their file's own columns."""
        if self.as_written is None:
            return
        text = (
            f"SELECT batch.id, batch.at_row AS {ROW}, old.ingest_id, old.at_row, old.json "  # noqa: S608
            f"FROM {batch}, {self.table.name} AS old WHERE {self._there()}"
        )
        same = store.sql(text).pl().cast(dict(written.SAME))
        ids = written.differing(store, same, self.as_written)
        store.register("differing", pl.DataFrame({"id": ids}, {"id": pl.String}).to_arrow())


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

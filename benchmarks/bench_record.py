"""The record: a file of 400,000 rows in UCDP's shape, brought in, brought in again, counted.

The plain way is DuckDB's own reader: `CREATE TABLE AS SELECT * FROM read_csv(...)`.
"""

import hashlib
import resource
import tempfile
from collections.abc import Iterator
from pathlib import Path

import duckdb
import polars as pl
from tests.record.rows import DATASET, VERSION, many

from benchmarks.timing import Row, seconds
from truceline.record.connection import QUIET
from truceline.record.store import Store
from truceline.terms.tables import EVENTS

ROWS = 400_000
_HEADLINES = ("source_article", "source_headline", "where_description", "source_original")
# A row of GED has about 750 bytes, most of them headlines of its sources.
_WORDS = "Reuters News,2016-03-01,Several killed in clashes in the north of the province " * 2


def rows() -> Iterator[Row]:
    """Yield the rows of this benchmark."""
    with tempfile.TemporaryDirectory() as folder:
        yield from _rows(Path(folder))


def _rows(folder: Path) -> Iterator[Row]:
    file = folder / "ged.csv"
    shape = many(ROWS).drop("source_dataset", "source_version", "retrieved_at", "redistribute")
    shape.with_columns(pl.lit(_WORDS).alias(each) for each in _HEADLINES).write_csv(file)
    plain = seconds(lambda: _bare(file, folder / "bare.duckdb"), times=1)
    store = Store(folder / "record.duckdb")
    store.init()
    megabytes = file.stat().st_size >> 20
    took = seconds(lambda: _import(store, file), times=1)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20
    note = f"DuckDB's read_csv into a table; {took / plain:.1f} times it, {peak:.2f} GB at most"
    yield Row(f"record: {ROWS:,} rows ({megabytes} MB) brought in", took, 8.0, plain, note)
    yield Row("record: the same file again", seconds(lambda: _import(store, file)), 2.0)
    count = store.events_by_period().height
    slow = seconds(lambda: _plain_panel(store))
    yield Row(
        f"record: day-by-war panel over {ROWS:,} events ({count:,} days)",
        seconds(store.events_by_period, times=5), 0.2, slow, "polars over the rows of the store",
    )  # fmt: skip


def _bare(file: Path, path: Path) -> None:
    with duckdb.connect(str(path)) as opened:
        opened.execute(QUIET)
        opened.execute("CREATE TABLE ged AS SELECT * FROM read_csv(?)", [str(file)])


def _import(store: Store, file: Path) -> None:
    """Read a file as an adapter does, and bring it in."""
    sha256 = hashlib.sha256(file.read_bytes()).hexdigest()
    dates = {"date_start": pl.Date, "date_end": pl.Date}
    frame = pl.read_csv(file, schema_overrides=dates, columns=[n for n in EVENTS if n in _READ])
    named = {"source_dataset": DATASET, "source_version": VERSION,
             "retrieved_at": "2025-01-01T00:00:00", "redistribute": "open"}  # fmt: skip
    events = frame.with_columns(pl.lit(value).alias(name) for name, value in named.items())
    empty = [name for name in EVENTS if name not in events.columns]
    events = events.with_columns(pl.lit(None).alias(name) for name in empty)
    store.import_frame(events, file_sha256=sha256, dataset=DATASET, version=VERSION, at="2025")


_READ = set(EVENTS) - {"source_dataset", "source_version", "retrieved_at", "redistribute"}


def _plain_panel(store: Store) -> pl.DataFrame:
    """The same panel as one would write it in a notebook: all rows out, then grouped."""
    events = store.events()
    daily = events.group_by("war", "date_start").agg(pl.col("best", "low", "high").sum())
    return (
        daily.sort("war", "date_start")
        .upsample("date_start", every="1d", group_by="war", maintain_order=True)
        .with_columns(pl.col("war").forward_fill(), pl.col("best", "low", "high").fill_null(0))
    )

"""The record: a file of 400,000 rows in UCDP's shape, brought in, brought in again, counted.

The file has GED's 49 columns, all filled, with headlines that differ from row to row. It is read as
`truceline record import` reads it. The plain way is DuckDB's own reader:
`CREATE TABLE AS SELECT * FROM read_csv(...)`.
"""

import resource
import tempfile
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import duckdb
import numpy as np
import polars as pl
from tests.record.rows import many

from benchmarks.timing import Row, seconds
from truceline.pipeline.imports import Options, import_files
from truceline.read.datasets.ged import COLUMNS
from truceline.record.connection import QUIET
from truceline.record.store import Store

ROWS = 400_000
_LONG = {"source_article": 30, "source_headline": 12, "where_description": 8, "source_original": 4}
_WORDS = (
    "clashes",
    "army",
    "village",
    "district",
    "killed",
    "reported",
    "near",
    "province",
    "troops",
)


def rows() -> Iterator[Row]:
    """Yield the rows of this benchmark."""
    with tempfile.TemporaryDirectory() as folder:
        yield from _rows(Path(folder))


def write_file(file: Path, count: int = ROWS) -> None:
    """Write a file in GED's shape, some 740 bytes a row as GED itself has them."""
    rng = np.random.default_rng(1)
    frame = many(count).with_columns(
        pl.col("id").str.split(":").list.last(),
        pl.col("date_start").dt.year().alias("year"),
        pl.col("war").str.split(" ").list.last().alias("conflict_new_id"),
        pl.col("best", "low", "high").cast(pl.Int64),
    )
    said = {name: _sentences(rng, count, length) for name, length in _LONG.items()}
    rest = [each for each in COLUMNS if each not in {*frame.columns, *said}]
    codes = {each: rng.integers(0, 2_000, count) for each in rest}
    frame.with_columns(**said, **codes).select(COLUMNS).write_csv(file)


def _sentences(rng: np.random.Generator, count: int, length: int) -> pl.Series:
    """Return made-up sentences of so many words, a number in each so that few are alike."""
    picked = pl.DataFrame(
        {str(n): pl.Series(_WORDS).gather(rng.integers(0, len(_WORDS), count))
         for n in range(length)}
    )  # fmt: skip
    number = pl.Series(rng.integers(0, count, count)).cast(pl.String)
    words = pl.concat_str(pl.all(), separator=" ")
    sentence = pl.concat_str(pl.lit("No. "), number, pl.lit(", "), words)
    return picked.select(sentence).to_series()


def _rows(folder: Path) -> Iterator[Row]:
    file = folder / "GEDEvent_v25_1.csv"
    write_file(file)
    megabytes = file.stat().st_size >> 20
    plain = seconds(lambda: _bare(file, folder / "bare.duckdb"), times=1)
    store = Store(folder / "record.duckdb")
    store.init()
    took = seconds(lambda: _import(store, file), times=1)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20
    note = f"DuckDB's read_csv into a table; {took / plain:.1f} times it, {peak:.2f} GB at most"
    yield Row(f"record: {ROWS:,} rows ({megabytes} MB) brought in", took, 8.0, plain, note)
    yield Row("record: the same file again", seconds(lambda: _import(store, file)), 2.0)
    _mark_wars(store)
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
    import_files(store.path, (file,), Options(), now=datetime(2025, 6, 5, tzinfo=UTC))


def _mark_wars(store: Store) -> None:
    """Give each row the war of its conflict, 300 of them, as 300 war folders would."""
    war = many(ROWS)["war"]
    with duckdb.connect(str(store.path)) as opened:
        opened.register("wars", pl.DataFrame({"war": war}).with_row_index("n").to_arrow())
        opened.execute("UPDATE event SET war = wars.war FROM wars WHERE wars.n = event.at_row - 1")


def _plain_panel(store: Store) -> pl.DataFrame:
    """The same panel as one would write it in a notebook: all rows out, then grouped."""
    events = store.events()
    daily = events.group_by("war", "date_start").agg(pl.col("best", "low", "high").sum())
    return (
        daily.sort("war", "date_start")
        .upsample("date_start", every="1d", group_by="war", maintain_order=True)
        .with_columns(pl.col("war").forward_fill(), pl.col("best", "low", "high").fill_null(0))
    )

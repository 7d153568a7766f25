"""A record larger than memory: Parquet files by war and year, written and read through DuckDB."""

import shutil
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import duckdb
import polars as pl
import pyarrow as pa  # type: ignore[import-untyped]

from truceline.record import written
from truceline.record.connection import QUIET, one
from truceline.record.counting import Counting, counted
from truceline.record.sql import batches, query, seen
from truceline.record.store import Store
from truceline.terms.errors import BadInput, StoreBroken
from truceline.terms.tables import EVENTS, PANEL, ROW, check

_BY_DAY = Counting()


def write(store: Store, folder: Path, *, private: bool = False) -> int:
    """Write a store's events as an archive; return how many rows it holds.

    Parameters
    ----------
    store : Store
        The record.
    folder : Path
        A folder that is not there yet. It appears when it is whole: `war=x/year=2024/*.parquet`,
        and under `rows` what the datasets' files say besides, row by row.
    private : bool, default False
        Whether rows not marked open go in too, for one's own eyes.

    Raises
    ------
    BadInput
        If the folder is there already, or the one it would stand in is not.
    StoreError
        If the store cannot be read or the disk is full; then no folder is left.
    """
    if folder.exists():
        raise BadInput(f"{folder.name} is there already; name a new folder for the archive")
    if not folder.parent.is_dir():
        raise BadInput(f"there is no folder {folder.parent.name} to put the archive in; make it")
    making = Path(tempfile.mkdtemp(prefix=".truceline-", dir=folder.parent))
    given: dict[str, object] = {"as_of": None, "snapshot": None, "private": private}
    try:
        with store.reading() as opened:
            # One thread writes the rows in one order, so that the same record gives the same files.
            opened.execute("SET threads = 1")
            text = seen(opened, given) + query("archive_write")
            target = str(making / "archive").replace("'", "''")
            count = one(
                opened,
                f"COPY ({text}) TO '{target}' (FORMAT parquet, PARTITION_BY (war, year))",
                given,
            )
            (making / "archive").mkdir(exist_ok=True)
            _write_rows(opened, making / "archive")
        (making / "archive").replace(folder)
    finally:
        shutil.rmtree(making)
    return int(count)


def _write_rows(store: duckdb.DuckDBPyConnection, made: Path) -> None:
    """Write what the files of an archive's rows say besides, to `rows/INGEST/FIRST.parquet`."""
    files = sorted(str(path) for path in made.glob("war=*/year=*/*.parquet"))
    if not files:
        return
    text = "SELECT ingest_id, at_row FROM read_parquet($files) WHERE at_row IS NOT NULL"
    places = store.sql(text, params={"files": files}).pl()
    for ingest_id, block in written.blocks(store, places):
        folder = made / "rows" / ingest_id
        folder.mkdir(parents=True, exist_ok=True)
        block.write_parquet(folder / f"{block[ROW][0]:09}.parquet")


@dataclass(frozen=True, slots=True)
class Archive:
    """An archive at `folder`: the queries of a store, over rows that are never all in memory."""

    folder: Path

    def events(self, *, war: str | None = None, as_of: date | None = None) -> pl.DataFrame:
        """Return EVENTS of one war, or of all, in the order of a store.

        Raises
        ------
        BadInput
            If there is no archive at the folder.
        StoreBroken
            If a file of it is damaged.
        """
        return check(self._frame("events", war=war, as_of=as_of), EVENTS)

    def events_by_period(
        self, how: Counting = _BY_DAY, *, war: str | None = None, as_of: date | None = None
    ) -> pl.DataFrame:
        """Return the events counted by war and period, as PANEL; see `Store.events_by_period`.

        Raises
        ------
        BadInput
            If there is no archive at the folder.
        StoreBroken
            If a file of it is damaged.
        """
        given = {"war": war, "as_of": as_of, **how.values()}
        return check(counted(self._batches("events_by_period", given), how), PANEL)

    def _frame(self, name: str, **given: object) -> pl.DataFrame:
        return pl.DataFrame(pa.concat_tables(self._batches(name, given)))

    def _batches(self, name: str, given: dict[str, object]) -> Iterator[pa.Table]:
        files = sorted(str(path) for path in self.folder.glob("war=*/year=*/*.parquet"))
        if not files:
            raise BadInput(
                f"{self.folder.name} is no archive, or an empty one; name another folder"
            )
        opened = duckdb.connect()
        try:
            opened.execute(QUIET)
            text = query("archive_read") + query(name)
            yield from batches(opened, text, {"files": files, **given})
        except duckdb.Error as error:
            said = str(error).splitlines()[0]
            raise StoreBroken(
                f"the archive {self.folder.name} cannot be read ({said}); write it anew"
            ) from error
        finally:
            opened.close()

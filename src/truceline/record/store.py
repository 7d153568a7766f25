"""The event store: one file, short-lived connections, nothing lost and nothing counted twice."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

import duckdb
import polars as pl

from truceline.record import bulk, corrections, ledger, migrate, reports, written
from truceline.record.connection import Waiting, connection
from truceline.record.corrections import Correction
from truceline.record.counting import Cell, Counting, counted
from truceline.record.difference import difference
from truceline.record.ledger import Entry
from truceline.record.reports import Added, Ingest
from truceline.record.sql import batches, query, rows, text_of
from truceline.record.transaction import transaction
from truceline.terms.errors import BadInput, StoreError
from truceline.terms.events import Coding
from truceline.terms.stories import Story
from truceline.terms.tables import EVENTS, PANEL, check

__all__ = ["Added", "Ingest", "Store"]
_BY_DAY = Counting()


@dataclass(frozen=True, slots=True)
class Store:
    """A store at `path`. Every call opens the file, does one thing, and closes it again.

    A call waits up to `wait` seconds for another process; `waiting` is told so once, in a line.
    Every query takes `as_of`, a date (nothing that ended, or was reported, later is seen, and
    nothing without a date), and `snapshot`, a name (the record as it stood then).
    """

    path: Path
    wait: float = 30.0
    waiting: Waiting | None = None

    def init(self) -> list[str]:
        """Create the store, or bring an older one up to date; return the steps applied.

        Raises
        ------
        StoreError
            If the file cannot be written, is damaged, or a newer truceline wrote it.
        """
        with self._open(write=True) as store:
            return migrate.apply(store)

    def add(
        self,
        stories: Sequence[Story],
        codings: Sequence[Coding],
        ingest: Ingest,
        *,
        retrieved_at: Mapping[str, str],
    ) -> Added:
        """Add stories with their codings in one transaction; what is there already stays as it is.

        Parameters
        ----------
        stories, codings : sequence
            In the same order.
        ingest : Ingest
            War, time and rights of this ingest.
        retrieved_at : mapping
            ISO time of each story's file, by story id.

        Raises
        ------
        BadInput
            If there is no store at the path.
        StoreError
            If the store cannot be written; then nothing of the ingest is kept.
        """
        self._require()
        pairs = list(zip(stories, codings, strict=True))
        with self._open(write=True) as store:
            migrate.apply(store)
            return reports.add(store, pairs, ingest, retrieved_at)

    def import_frame(
        self, events: pl.DataFrame, *, file_sha256: str, dataset: str, version: str, at: str
    ) -> tuple[int, int]:
        """Bring the rows of a dataset's file in, many at once; the same file twice changes nothing.

        Parameters
        ----------
        events : polars.DataFrame
            EVENTS, all of this dataset and version. `ROW`, a row's place in its file, and
            `written`, a struct of the file's own columns, are kept beside it.
        file_sha256 : str
            Hash of the file the rows were read from.
        dataset, version : str
            As in the rows.
        at : str
            ISO time of the import, given by the door.

        Returns
        -------
        tuple of int
            Rows added, and rows known already. Rows come in by batches, each one transaction; an
            import that broke off goes on from its last batch, and its rows are seen when it is
            whole. A row that differs from the one of the same id closes it; both are kept.

        Raises
        ------
        BadFrame
            If the rows break the contract, or an id stands for two different rows.
        BadInput
            If there is no store at the path.
        StoreError
            If the store cannot be written.
        """
        self._require()
        entry = Entry("events", at, dataset, version, file_sha256)
        opened = partial(self._open, write=True)
        return bulk.import_rows(opened, events, bulk.EVENT_TABLE, entry)

    def import_panel(
        self, panel: pl.DataFrame, *, file_sha256: str, dataset: str, version: str, at: str
    ) -> tuple[int, int]:
        """Bring the rows of a series' file in, as `import_frame` does for events.

        Raises
        ------
        BadFrame
            If the rows break the contract, or a day of a series stands there twice.
        BadInput
            If there is no store at the path.
        StoreError
            If the store cannot be written.
        """
        self._require()
        entry = Entry("panel", at, dataset, version, file_sha256)
        opened = partial(self._open, write=True)
        return bulk.import_rows(opened, panel, bulk.PANEL_TABLE, entry)

    def retire(self, dataset: str, *, keep: str, at: str) -> int:
        """Close a dataset's rows of every version but `keep`; return how many.

        For releases that are whole: a row that the newest one lacks was taken back by its makers.
        """
        with self.writing() as store:
            return bulk.retire(store, dataset, keep=keep, at=at)

    def correct(self, correction: Correction, *, at: str) -> None:
        """Keep a correction; every query obeys it from now on.

        Raises
        ------
        BadInput
            If there is no such row, or the correction makes no sense.
        """
        with self.writing() as store:
            corrections.correct(store, correction, at=at)

    def snapshot(self, name: str, *, at: str) -> None:
        """Give the record as it stands a name, by which every query can see it again.

        Raises
        ------
        BadInput
            If the name is empty or taken.
        """
        with self.writing() as store:
            ledger.snapshot(store, name, at=at)

    def events(self, *, as_of: date | None = None, snapshot: str | None = None) -> pl.DataFrame:
        """Return EVENTS, every row that is seen, in a stable order."""
        return check(self._seen("events", as_of, snapshot), EVENTS)

    def events_json(
        self, *, as_of: date | None = None, snapshot: str | None = None
    ) -> list[str | None]:
        """Return the whole EVENTs as coded, in the order of `events`.

        A row of a dataset comes under its file's own columns; None where nothing more is kept.
        """
        given: dict[str, object] = {"as_of": as_of, "snapshot": snapshot}
        with self.reading() as store:
            return written.texts(store, rows(store, "events_json", given))

    def panel(self, *, as_of: date | None = None, snapshot: str | None = None) -> pl.DataFrame:
        """Return the series kept in the store, as PANEL."""
        return check(self._seen("panel", as_of, snapshot), PANEL)

    def events_by_period(
        self, how: Counting = _BY_DAY, *, as_of: date | None = None, snapshot: str | None = None
    ) -> pl.DataFrame:
        """Return the datasets' events counted by war and period, as PANEL.

        A series is one dataset of one war: datasets are never added up, and reports are no events.
        Periods without events between a war's first and last are zeros.
        """
        given = {"as_of": as_of, "snapshot": snapshot, **how.values()}
        with self.reading() as store:
            found = batches(store, text_of(store, "events_by_period", given), given)
            return check(counted(found, how), PANEL)

    def left_out(
        self, how: Counting = _BY_DAY, *, as_of: date | None = None, snapshot: str | None = None
    ) -> pl.DataFrame:
        """Return what `events_by_period` leaves out: source_dataset, reason, rows, deaths."""
        return self._seen("left_out", as_of, snapshot, **how.values())

    def behind(
        self,
        cell: Cell,
        how: Counting = _BY_DAY,
        *,
        as_of: date | None = None,
        snapshot: str | None = None,
    ) -> pl.DataFrame:
        """Return the rows, as EVENTS, that one number of `events_by_period` stands on."""
        given = {"war": cell.war, "dataset": cell.dataset, "date": cell.date}
        found = self._seen("behind", as_of, snapshot, **how.values(), **given)
        return check(found, EVENTS)

    def sources(
        self, ids: Sequence[str], *, as_of: date | None = None, snapshot: str | None = None
    ) -> pl.DataFrame:
        """Return where rows come from: dataset, version, file, hash, sentence, its offsets."""
        return self._seen("sources", as_of, snapshot, ids=list(ids))

    def datasets_of(self, row_id: str) -> list[str]:
        """Return the datasets that have a row of that id; excluded rows have one too."""
        return list(self._frame("datasets_of", {"id": row_id})["source_dataset"])

    def changes(self, since: str, until: str | None = None) -> pl.DataFrame:
        """Return what changed between two snapshots, or since one; see `difference`."""
        return difference(self.events(snapshot=since), self.events(snapshot=until))

    def log(self) -> pl.DataFrame:
        """Return everything that changed the store, in the order in which it was whole.

        `seq` is null while rows are still coming; `rows` were added, `done` gone through.
        """
        return self._frame("log", {})

    def counts(self) -> dict[str, Any]:
        """Return how much the store holds: stories, events, set aside, ingests, first, last."""
        return self._frame("counts", {}).row(0, named=True)

    def broken(self) -> list[tuple[str, str]]:
        """Return every broken invariant as fault and row id; an empty list is a sound store."""
        return [(str(fault), str(row_id)) for fault, row_id in self._frame("broken", {}).rows()]

    def _open(self, *, write: bool = False) -> AbstractContextManager[duckdb.DuckDBPyConnection]:
        return connection(self.path, write=write, wait=self.wait, waiting=self.waiting)

    def _seen(
        self, name: str, as_of: date | None, snapshot: str | None, **given: object
    ) -> pl.DataFrame:
        """Run a query over the rows that are seen."""
        return self._frame(name, {"as_of": as_of, "snapshot": snapshot, **given})

    @contextmanager
    def writing(self) -> Iterator[duckdb.DuckDBPyConnection]:
        """Open the store, brought up to date, for changes that are kept whole or not at all."""
        self._require()
        with self._open(write=True) as store:
            migrate.apply(store)
            with transaction(store):
                yield store

    @contextmanager
    def reading(self) -> Iterator[duckdb.DuckDBPyConnection]:
        """Open the store for reading, ready for the queries of `record/queries`.

        Raises
        ------
        StoreError
            If the store is of an older version, or cannot be opened.
        """
        with self._open() as store:
            if behind := migrate.pending(store):
                raise StoreError(
                    f"{self.path.name} lacks step {behind[0]}; "
                    f"bring it up to date with: truceline record init {self.path.name}"
                )
            store.execute(query("mend"))
            yield store

    def _frame(self, name: str, given: dict[str, object]) -> pl.DataFrame:
        """Run a query of `record/queries`; one that is given values looks at rows that are seen."""
        with self.reading() as store:
            return rows(store, name, given)

    def _require(self) -> None:
        if not self.path.exists():
            raise BadInput(f"there is no store {self.path.name}; make one: truceline record init")

"""The event store: one file, one transaction an ingest, the same report twice changes nothing."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from importlib.resources import files
from pathlib import Path
from typing import Any

import duckdb
import polars as pl

from truceline.record import bulk, ledger, migrate
from truceline.record.connection import connection
from truceline.record.ledger import Entry
from truceline.record.rows import row
from truceline.record.transaction import transaction
from truceline.terms.errors import BadInput, StoreError
from truceline.terms.events import Coding
from truceline.terms.stories import Story
from truceline.terms.tables import EVENTS, PANEL, check

_EVENT = (*EVENTS, "ingest_id", "json")


@dataclass(frozen=True, slots=True)
class Added:
    """What an ingest changed: new stories and events, and stories that were there already."""

    stories: int
    events: int
    known: int


@dataclass(frozen=True, slots=True)
class Ingest:
    """What an ingest is told from outside, since the store reads no clock."""

    war: str | None
    at: str
    redistribute: str = "private"


@dataclass(frozen=True, slots=True)
class Store:
    """A store at `path`. Every call opens the file, does one thing, and closes it again."""

    path: Path

    def init(self) -> list[str]:
        """Create the store, or bring an older one up to date; return the steps applied.

        Raises
        ------
        StoreError
            If the file cannot be written, is damaged, or a newer truceline wrote it.
        """
        with connection(self.path, write=True) as store:
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

        Returns
        -------
        Added
            What changed.

        Raises
        ------
        BadInput
            If there is no store at the path.
        StoreError
            If the store cannot be written; then nothing of the ingest is kept.
        """
        self._require()
        with connection(self.path, write=True) as store:
            migrate.apply(store)
            known = {name for (name,) in store.execute("SELECT story_id FROM story").fetchall()}
            fresh = _first_of_each(stories, codings, known)
            if not fresh:
                return Added(0, 0, len(stories))
            _transact(store, fresh, ingest, retrieved_at)
            events = sum(len(coding.events) for _, coding in fresh)
            return Added(len(fresh), events, len(stories) - len(fresh))

    def import_frame(
        self, events: pl.DataFrame, *, file_sha256: str, dataset: str, version: str, at: str
    ) -> tuple[int, int]:
        """Bring the rows of a dataset's file in, many at once; the same file twice changes nothing.

        Parameters
        ----------
        events : polars.DataFrame
            EVENTS, all of this dataset and version; a further column `json` is kept beside it.
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
        return bulk.import_rows(self._writing(), events, bulk.EVENT_TABLE, entry)

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
        return bulk.import_rows(self._writing(), panel, bulk.PANEL_TABLE, entry)

    def events(self, *, as_of: date | None = None) -> pl.DataFrame:
        """Return EVENTS, every row that is seen, in a stable order.

        Parameters
        ----------
        as_of : date or None
            Nothing that ended or was reported later; then rows without a date are left out.
        """
        return check(self._frame("events", as_of=as_of), EVENTS)

    def events_json(self, *, as_of: date | None = None) -> list[str | None]:
        """Return the whole EVENTs as JSON texts, in the order of `events`; None for other rows."""
        return list(self._frame("events_json", as_of=as_of)["json"])

    def panel(self, *, as_of: date | None = None) -> pl.DataFrame:
        """Return PANEL, every row that is seen, by war, series, side and date."""
        return check(self._frame("panel", as_of=as_of), PANEL)

    def counts(self) -> dict[str, Any]:
        """Return how much the store holds: stories, events, set aside, ingests, first, last."""
        return self._frame("counts").row(0, named=True)

    def broken(self) -> list[tuple[str, str]]:
        """Return every broken invariant as fault and row id; an empty list is a sound store."""
        return [(str(fault), str(row_id)) for fault, row_id in self._frame("broken").rows()]

    def _writing(self) -> bulk.Open:
        return partial(connection, self.path, write=True)

    def _frame(self, query: str, **given: object) -> pl.DataFrame:
        """Run a query of `record/queries`; one that is given values looks at rows that are seen."""
        text = _query(query)
        values: dict[str, object] = {}
        if given:
            text = f"{_query('visible')}{text}"
            values = {"seq": None, "as_of": None, **given}
        with connection(self.path) as store:
            if behind := migrate.pending(store):
                raise StoreError(
                    f"{self.path.name} lacks step {behind[0]}; "
                    f"bring it up to date with: truceline record init {self.path.name}"
                )
            found: pl.DataFrame = store.sql(text, params=values).pl()
            return found

    def _require(self) -> None:
        if not self.path.exists():
            raise BadInput(f"there is no store {self.path.name}; make one: truceline record init")


def _query(name: str) -> str:
    return files("truceline.record").joinpath("queries", f"{name}.sql").read_text("utf-8")


def _first_of_each(
    stories: Sequence[Story], codings: Sequence[Coding], known: set[str]
) -> list[tuple[Story, Coding]]:
    """Return the stories that are new, each once, with their codings."""
    fresh: dict[str, tuple[Story, Coding]] = {}
    for story, coding in zip(stories, codings, strict=True):
        if story.story_id not in known:
            fresh.setdefault(story.story_id, (story, coding))
    return list(fresh.values())


def _transact(
    store: duckdb.DuckDBPyConnection,
    fresh: list[tuple[Story, Coding]],
    ingest: Ingest,
    retrieved_at: Mapping[str, str],
) -> None:
    """Write one ingest whole, or nothing of it."""
    joined = "\n".join(sorted(story.story_id for story, _ in fresh))
    ingest_id = hashlib.sha256(joined.encode()).hexdigest()[:16]
    rows = [
        row(
            event,
            war=ingest.war,
            retrieved_at=retrieved_at[story.story_id],
            redistribute=ingest.redistribute,
        )
        | {"ingest_id": ingest_id}
        for story, coding in fresh
        for event in coding.events
    ]
    with transaction(store):
        ledger.begin(store, ingest_id, Entry("reports", ingest.at))
        for story, coding in fresh:
            _insert_story(store, story, ingest, ingest_id, retrieved_at[story.story_id])
            for each in coding.set_aside:
                store.execute(
                    "INSERT INTO set_aside VALUES (?, ?, ?, ?, ?)",
                    [story.story_id, each.reason, each.quote, each.start, each.end],
                )
        _require_new(store, [each["id"] for each in rows])
        if rows:
            marks = ", ".join("?" for _ in _EVENT)
            store.executemany(
                f"INSERT INTO event ({', '.join(_EVENT)}) VALUES ({marks})",  # noqa: S608 names are ours
                [[each[name] for name in _EVENT] for each in rows],
            )
        size = len(rows)
        ledger.advance(store, ingest_id, added=size, done=size, stories=len(fresh))
        ledger.finish(store, ingest_id)


def _require_new(store: duckdb.DuckDBPyConnection, ids: list[str]) -> None:
    """Refuse a second event of the same id: the coder promises that ids are its own."""
    known = store.execute(
        "SELECT id FROM event WHERE source_dataset = 'reports' AND list_contains($1, id)", [ids]
    ).fetchall()
    twice = [name for (name,) in known] or [each for each in set(ids) if ids.count(each) > 1]
    if twice:
        raise StoreError(f"two events have the id {min(twice)}; the store refused both")


def _insert_story(
    store: duckdb.DuckDBPyConnection,
    story: Story,
    ingest: Ingest,
    ingest_id: str,
    retrieved_at: str,
) -> None:
    values = [
        story.story_id, story.sha256, story.file_name, story.title, story.published,
        story.publisher, story.url, story.kind, story.language, story.text,
        ingest.redistribute, retrieved_at, ingest_id,
    ]  # fmt: skip
    store.execute(f"INSERT INTO story VALUES ({', '.join('?' for _ in values)})", values)  # noqa: S608

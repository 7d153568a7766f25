"""The event store: one file, one transaction an ingest, the same report twice changes nothing."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import Any

import duckdb
import polars as pl

from truceline.record import migrate
from truceline.record.connection import connection
from truceline.record.rows import row
from truceline.terms.errors import BadInput, StoreError
from truceline.terms.events import Coding
from truceline.terms.stories import Story
from truceline.terms.tables import EVENTS, check

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

    def events(self) -> pl.DataFrame:
        """Return EVENTS, every row of the store in a stable order."""
        return check(self._frame("events"), EVENTS)

    def events_json(self) -> list[str]:
        """Return the whole EVENTs as JSON texts, in the order of `events`."""
        return [str(text) for text in self._frame("events_json")["json"]]

    def counts(self) -> dict[str, Any]:
        """Return how much the store holds: stories, events, set aside, ingests, first, last."""
        return self._frame("counts").row(0, named=True)

    def broken(self) -> list[tuple[str, str]]:
        """Return every broken invariant as fault and row id; an empty list is a sound store."""
        return [(str(fault), str(row_id)) for fault, row_id in self._frame("broken").rows()]

    def _frame(self, query: str) -> pl.DataFrame:
        """Run a query of `record/queries`."""
        text = files("truceline.record").joinpath("queries", f"{query}.sql").read_text("utf-8")
        with connection(self.path) as store:
            if behind := migrate.pending(store):
                raise StoreError(
                    f"{self.path.name} lacks step {behind[0]}; "
                    f"bring it up to date with: truceline record init {self.path.name}"
                )
            found: pl.DataFrame = store.sql(text).pl()
            return found

    def _require(self) -> None:
        if not self.path.exists():
            raise BadInput(f"there is no store {self.path.name}; make one: truceline record init")


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
    store.execute("BEGIN")
    try:
        store.execute(
            "INSERT INTO ingest VALUES (?, ?, ?, ?)", [ingest_id, ingest.at, len(fresh), len(rows)]
        )
        for story, coding in fresh:
            _insert_story(store, story, ingest, ingest_id, retrieved_at[story.story_id])
            for each in coding.set_aside:
                store.execute(
                    "INSERT INTO set_aside VALUES (?, ?, ?, ?, ?)",
                    [story.story_id, each.reason, each.quote, each.start, each.end],
                )
        if rows:
            marks = ", ".join("?" for _ in _EVENT)
            store.executemany(
                f"INSERT INTO event ({', '.join(_EVENT)}) VALUES ({marks})",  # noqa: S608 names are ours
                [[each[name] for name in _EVENT] for each in rows],
            )
    except BaseException:
        store.execute("ROLLBACK")
        raise
    store.execute("COMMIT")


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

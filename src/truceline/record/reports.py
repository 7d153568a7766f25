"""Stories and their coded events as rows of the store, new or coded anew."""

import hashlib
import json
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

import duckdb
import polars as pl

from truceline.record import ledger
from truceline.record.ledger import Entry
from truceline.record.rows import row
from truceline.record.transaction import transaction
from truceline.terms.errors import StoreError
from truceline.terms.events import Coding
from truceline.terms.stories import Story
from truceline.terms.tables import EVENTS

_EVENT = {name: kind for name, (kind, _) in EVENTS.items()} | {
    "ingest_id": pl.String, "json": pl.String,
}  # fmt: skip
_ASIDE = {"story_id": pl.String, "reason": pl.String, "quote": pl.String, "start_at": pl.Int64,
          "end_at": pl.Int64}  # fmt: skip
_STORY = dict.fromkeys(
    ("story_id", "sha256", "file_name", "title", "published", "publisher", "url", "kind",
     "language", "text", "redistribute", "retrieved_at", "ingest_id", "war", "coder", "passages"),
    pl.String,
) | {"published": pl.Date}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Added:
    """What an ingest changed: new stories and events, and stories that were there already."""

    stories: int
    events: int
    known: int


@dataclass(frozen=True, slots=True)
class Ingest:
    """What an ingest is told from outside, since the store reads no clock.

    `coder` is the name and version of what coded the stories.
    """

    war: str | None
    at: str
    redistribute: str = "private"
    coder: str | None = None


def add(
    store: duckdb.DuckDBPyConnection,
    pairs: Sequence[tuple[Story, Coding]],
    ingest: Ingest,
    retrieved_at: Mapping[str, str],
) -> Added:
    """Add the stories that are new, each once, in one transaction; return what changed.

    Raises
    ------
    StoreError
        If two events have one id.
    """
    ids = [story.story_id for story, _ in pairs]
    known = _among(store, "SELECT story_id AS id FROM story", ids)
    fresh = _first_of_each(pairs, known)
    if not fresh:
        return Added(0, 0, len(pairs))
    _transact(store, fresh, ingest, retrieved_at)
    events = sum(len(coding.events) for _, coding in fresh)
    return Added(len(fresh), events, len(pairs) - len(fresh))


def _first_of_each(
    pairs: Sequence[tuple[Story, Coding]], known: set[str]
) -> list[tuple[Story, Coding]]:
    """Return the stories that are new, each once, with their codings."""
    fresh: dict[str, tuple[Story, Coding]] = {}
    for story, coding in pairs:
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
        stories = [
            _story(story, ingest, retrieved_at[story.story_id]) | {"ingest_id": ingest_id}
            for story, _ in fresh
        ]
        _append(store, "story", pl.DataFrame(stories, schema=_STORY))
        set_aside(store, [coding for _, coding in fresh])
        insert_events(store, rows)
        size = len(rows)
        ledger.advance(store, ingest_id, added=size, done=size, stories=len(fresh))
        ledger.finish(store, ingest_id)


def set_aside(store: duckdb.DuckDBPyConnection, codings: Sequence[Coding]) -> None:
    """Keep what could not be coded in stories."""
    rows = [
        (coding.story_id, each.reason, each.quote, each.start, each.end)
        for coding in codings
        for each in coding.set_aside
    ]
    _append(store, "set_aside", pl.DataFrame(rows, schema=_ASIDE, orient="row"))


def insert_events(store: duckdb.DuckDBPyConnection, rows: list[dict[str, Any]]) -> None:
    """Insert coded events as rows.

    Raises
    ------
    StoreError
        If two events have one id.
    """
    _require_new(store, [each["id"] for each in rows])
    _append(store, "event", pl.DataFrame(rows, schema=_EVENT))


def _append(store: duckdb.DuckDBPyConnection, table: str, rows: pl.DataFrame) -> None:
    """Insert all rows at once: one by one they would cost as much as their coding."""
    if rows.height:
        names = ", ".join(rows.columns)
        store.register("fresh", rows.to_arrow())
        store.execute(f"INSERT INTO {table} ({names}) SELECT {names} FROM fresh")  # noqa: S608
        store.unregister("fresh")


def _require_new(store: duckdb.DuckDBPyConnection, ids: list[str]) -> None:
    """Refuse a second event of the same id: the coder promises that ids are its own."""
    standing = "SELECT id FROM event WHERE source_dataset = 'reports' AND until_id IS NULL"
    counted = Counter(ids)
    twice = _among(store, standing, ids) | {each for each, count in counted.items() if count > 1}
    if twice:
        raise StoreError(f"two events have the id {min(twice)}; the store refused both")


def _among(store: duckdb.DuckDBPyConnection, text: str, ids: list[str]) -> set[str]:
    """Return which of some ids a query has; the store's own are not brought here one by one."""
    store.register("wanted", pl.DataFrame({"id": ids}, {"id": pl.String}).to_arrow())
    found = store.execute(f"SELECT id FROM ({text}) SEMI JOIN wanted USING (id)").fetchall()  # noqa: S608
    store.unregister("wanted")
    return {name for (name,) in found}


def _story(story: Story, ingest: Ingest, retrieved_at: str) -> dict[str, Any]:
    """Return a story as a row."""
    return {
        "story_id": story.story_id, "sha256": story.sha256, "file_name": story.file_name,
        "title": story.title, "published": story.published, "publisher": story.publisher,
        "url": story.url, "kind": story.kind, "language": story.language, "text": story.text,
        "redistribute": ingest.redistribute, "retrieved_at": retrieved_at, "war": ingest.war,
        "coder": ingest.coder, "passages": passages_text(story),
    }  # fmt: skip


def passages_text(story: Story) -> str:
    """Return a story's passages as the text in which they are kept."""
    return json.dumps([asdict(each) for each in story.passages], ensure_ascii=False)

"""Stories and their coded events as rows of the store, new or coded anew."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

import duckdb

from truceline.record import ledger
from truceline.record.ledger import Entry
from truceline.record.rows import row
from truceline.record.transaction import transaction
from truceline.terms.errors import StoreError
from truceline.terms.events import Coding
from truceline.terms.stories import Story
from truceline.terms.tables import EVENTS

_EVENT = (*EVENTS, "ingest_id", "json")


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
    known = {name for (name,) in store.execute("SELECT story_id FROM story").fetchall()}
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
        for story, coding in fresh:
            _insert_story(store, story, ingest, ingest_id, retrieved_at[story.story_id])
            set_aside(store, coding)
        insert_events(store, rows)
        size = len(rows)
        ledger.advance(store, ingest_id, added=size, done=size, stories=len(fresh))
        ledger.finish(store, ingest_id)


def set_aside(store: duckdb.DuckDBPyConnection, coding: Coding) -> None:
    """Keep what could not be coded in a story."""
    for each in coding.set_aside:
        store.execute(
            "INSERT INTO set_aside VALUES (?, ?, ?, ?, ?)",
            [coding.story_id, each.reason, each.quote, each.start, each.end],
        )


def insert_events(store: duckdb.DuckDBPyConnection, rows: list[dict[str, Any]]) -> None:
    """Insert coded events as rows.

    Raises
    ------
    StoreError
        If two events have one id.
    """
    _require_new(store, [each["id"] for each in rows])
    if rows:
        marks = ", ".join("?" for _ in _EVENT)
        store.executemany(
            f"INSERT INTO event ({', '.join(_EVENT)}) VALUES ({marks})",  # noqa: S608 names are ours
            [[each[name] for name in _EVENT] for each in rows],
        )


def _require_new(store: duckdb.DuckDBPyConnection, ids: list[str]) -> None:
    """Refuse a second event of the same id: the coder promises that ids are its own."""
    known = store.execute(
        "SELECT id FROM event WHERE source_dataset = 'reports' AND until_id IS NULL "
        "AND list_contains($1, id)",
        [ids],
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
    values = {
        "story_id": story.story_id, "sha256": story.sha256, "file_name": story.file_name,
        "title": story.title, "published": story.published, "publisher": story.publisher,
        "url": story.url, "kind": story.kind, "language": story.language, "text": story.text,
        "redistribute": ingest.redistribute, "retrieved_at": retrieved_at,
        "ingest_id": ingest_id, "war": ingest.war, "coder": ingest.coder,
        "passages": passages_text(story),
    }  # fmt: skip
    store.execute(
        f"INSERT INTO story ({', '.join(values)}) "  # noqa: S608  names are ours
        f"VALUES ({', '.join('?' for _ in values)})",
        list(values.values()),
    )


def passages_text(story: Story) -> str:
    """Return a story's passages as the text in which they are kept."""
    return json.dumps([asdict(each) for each in story.passages], ensure_ascii=False)

"""The list of everything that ever changed the store, in the order in which it was whole."""

import hashlib
from dataclasses import dataclass

import duckdb

from truceline.record.connection import one


@dataclass(frozen=True, slots=True)
class Entry:
    """One ingest as it begins: what kind, from which file of which dataset, told at what time."""

    kind: str
    at: str
    dataset: str | None = None
    version: str | None = None
    file_sha256: str | None = None
    note: str | None = None

    def ingest_id(self) -> str:
        """Return the entry's id; the same file of the same dataset and version has the same one.

        Examples
        --------
        >>> one = Entry("events", "2025", "ucdp", "25.1", "ab")
        >>> one.ingest_id() == Entry("events", "2026", "ucdp", "25.1", "ab").ingest_id()
        True
        """
        parts = (self.kind, self.dataset, self.version, self.file_sha256)
        return hashlib.sha256("\n".join(str(each) for each in parts).encode()).hexdigest()[:16]


@dataclass(frozen=True, slots=True)
class Progress:
    """How far an ingest has come: `seq` is None until it is whole."""

    seq: int | None
    base: int
    done: int


def head(store: duckdb.DuckDBPyConnection) -> int:
    """Return the seq of the last whole ingest, 0 where there is none."""
    return int(one(store, "SELECT coalesce(max(seq), 0) FROM ingest"))


def begin(store: duckdb.DuckDBPyConnection, ingest_id: str, entry: Entry) -> Progress:
    """Return how far the ingest has come; one not yet known is written down as begun."""
    found = store.execute(
        "SELECT seq, base, done FROM ingest WHERE ingest_id = ?", [ingest_id]
    ).fetchall()
    if found:
        return Progress(*found[0])
    base = head(store)
    store.execute(
        "INSERT INTO ingest VALUES (?, NULL, ?, ?, ?, ?, ?, ?, 0, 0, 0, ?)",
        [ingest_id, base, entry.kind, entry.at, entry.dataset, entry.version,
         entry.file_sha256, entry.note],
    )  # fmt: skip
    return Progress(None, base, 0)


def advance(
    store: duckdb.DuckDBPyConnection, ingest_id: str, *, added: int, done: int, stories: int = 0
) -> None:
    """Note that rows were added, and how many of the file have been gone through."""
    store.execute(
        "UPDATE ingest SET events = events + ?, done = ?, stories = ? WHERE ingest_id = ?",
        [added, done, stories, ingest_id],
    )


def finish(store: duckdb.DuckDBPyConnection, ingest_id: str) -> int:
    """Declare an ingest whole, and return its seq: from now on its rows are seen."""
    seq = head(store) + 1
    store.execute("UPDATE ingest SET seq = ? WHERE ingest_id = ?", [seq, ingest_id])
    return seq

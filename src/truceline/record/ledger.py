"""The list of everything that ever changed the store, in the order in which it was whole."""

import hashlib
from dataclasses import dataclass

import duckdb

from truceline.record.connection import one
from truceline.terms.errors import BadInput


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
        return _short((self.kind, self.dataset, self.version, self.file_sha256))


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


def write(store: duckdb.DuckDBPyConnection, entry: Entry, *, added: int = 0) -> str:
    """Write down an entry that is whole at once, and return its id, which is its own."""
    ingest_id = _short((entry.kind, entry.note, str(head(store))))
    begin(store, ingest_id, entry)
    advance(store, ingest_id, added=added, done=added)
    finish(store, ingest_id)
    return ingest_id


def require_snapshot(store: duckdb.DuckDBPyConnection, name: str) -> None:
    """Refuse a name that no snapshot has.

    Raises
    ------
    BadInput
        If there is none of that name.
    """
    text = "SELECT note FROM ingest WHERE kind = 'snapshot' ORDER BY seq"
    names = [note for (note,) in store.execute(text).fetchall()]
    if name not in names:
        known = f"there are {', '.join(names)}" if names else "there is none yet"
        raise BadInput(f"no snapshot is called {name}; {known}")


def snapshot(store: duckdb.DuckDBPyConnection, name: str, *, at: str) -> None:
    """Write down a name for the record as it stands.

    Raises
    ------
    BadInput
        If the name is empty or taken.
    """
    if not name.strip():
        raise BadInput("a snapshot needs a name, such as 2025-06")
    text = "SELECT count(*) FROM ingest WHERE kind = 'snapshot' AND note = ?"
    if one(store, text, [name]):
        raise BadInput(f"there is a snapshot {name} already; name it otherwise")
    write(store, Entry("snapshot", at, note=name))


def _short(parts: tuple[str | None, ...]) -> str:
    return hashlib.sha256("\n".join(str(each) for each in parts).encode()).hexdigest()[:16]

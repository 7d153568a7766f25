"""Reports into the record: read, coded, and kept in one transaction."""

from collections.abc import Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from truceline.pipeline import reports
from truceline.pipeline.files import require_writable, write_whole
from truceline.read import wars
from truceline.record.export import export as exported
from truceline.record.store import Added, Ingest, Store


def init(store: Path) -> list[str]:
    """Make a store, or bring an older one up to date; return the steps applied."""
    return Store(store).init()


def export(
    store: Path, output: Path, *, private: bool, shape: str | None = None
) -> tuple[int, int]:
    """Write a store's events to `output`; return how many went out and how many stayed.

    Raises
    ------
    BadInput
        If the suffix or the shape is none that is known, or the folder cannot be written.
    """
    require_writable(output)
    kept = Store(store)
    content = exported(kept, output.suffix, private=private, shape=shape)
    write_whole(output, content)
    marks = kept.events()["redistribute"]
    held_back = 0 if private else int((marks != "open").sum())
    return len(marks) - held_back, held_back


def check(store: Path) -> tuple[list[tuple[str, str]], dict[str, Any]]:
    """Return every broken invariant of a store, and how much it holds."""
    kept = Store(store)
    return kept.broken(), kept.counts()


def add(
    store: Path,
    paths: Sequence[Path],
    *,
    war: str | None,
    published: date | None,
    now: datetime,
) -> tuple[Added, tuple[str, ...]]:
    """Add reports to a store; return what changed, and remarks on reports set aside.

    Parameters
    ----------
    store : Path
        A store that `record init` made.
    paths : sequence of Path
        Reports.
    war : str or None
        The war they are coded for.
    published : date or None
        Their date; it goes before a date that a page says.
    now : datetime
        When this happens; the door reads the clock.

    Raises
    ------
    BadReport
        If no report can be read.
    StoreError
        If the store cannot be written; then nothing of the ingest is kept.
    """
    named = wars.load(war) if war else None
    found = reports.code(paths, war=named, published=published)
    times = {path.name: _modified(path) for path in paths}
    added = Store(store).add(
        found.stories,
        found.codings,
        Ingest(war=named.folder if named else None, at=now.isoformat(timespec="seconds")),
        retrieved_at={each.story_id: times[each.file_name] for each in found.stories},
    )
    return added, tuple(each.reason for each in found.unread)


def _modified(path: Path) -> str:
    """Return when a local file was last modified: that is when it was fetched."""
    return datetime.fromtimestamp(path.stat().st_mtime, tz=UTC).isoformat(timespec="seconds")

"""The record made, written out, and looked through for faults."""

from pathlib import Path
from typing import Any

from truceline.pipeline.files import require_writable, write_whole
from truceline.record.export import export as exported
from truceline.record.store import Store


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

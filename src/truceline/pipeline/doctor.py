"""What is installed, readable and stale."""

import sys
from dataclasses import dataclass
from datetime import date
from importlib import metadata
from pathlib import Path

from truceline.pipeline import ask
from truceline.read import wars
from truceline.record.store import Store
from truceline.terms.errors import TrucelineError

_STALE = 180  # days after which a built-in record is called stale


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing looked at: whether it is well, and what to know or do."""

    what: str
    well: bool
    detail: str


def doctor(*, today: date, store: Path | None = None) -> list[Finding]:
    """Return what is installed, what the built-in records hold, and whether a store is sound."""
    found = [
        _python(),
        *(_library(name) for name in ("duckdb", "polars", "trafilatura", "vl-convert-python")),
    ]
    found += [_war(name, today) for name in wars.built_in()]
    if store is not None:
        found.append(_store(store))
    return found


def _python() -> Finding:
    version = ".".join(str(part) for part in sys.version_info[:3])
    return Finding("python", sys.version_info >= (3, 11), f"{version}; 3.11 or later is needed")


def _library(name: str) -> Finding:
    try:
        return Finding(name, well=True, detail=metadata.version(name))
    except metadata.PackageNotFoundError:
        return Finding(name, well=False, detail="not installed; run make demo again")


def _war(name: str, today: date) -> Finding:
    try:
        record = ask.load(name)
    except TrucelineError as error:
        return Finding(f"war {name}", well=False, detail=str(error))
    last, ended = record.last(), record.war.end
    stale = ended is None and (today - last).days > _STALE
    age = f"; {(today - last).days} days old, so newer reports meet an old record" if stale else ""
    series = len(record.war.series)
    detail = f"{series} series, {len(record.war.rounds)} rounds of talks, last date {last}{age}"
    return Finding(f"war {name}", not stale, detail)


def _store(path: Path) -> Finding:
    try:
        store = Store(path)
        counts, broken = store.counts(), store.broken()
    except TrucelineError as error:
        return Finding(f"store {path.name}", well=False, detail=str(error))
    if broken:
        return Finding(f"store {path.name}", well=False, detail=f"{len(broken)} broken rows")
    detail = f"{counts['stories']} stories, {counts['events']} events"
    return Finding(f"store {path.name}", well=True, detail=detail)

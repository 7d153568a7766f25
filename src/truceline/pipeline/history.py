"""What became of a store: its log, its snapshots, what changed between them, corrections."""

from datetime import datetime
from pathlib import Path
from typing import Any

from truceline.record import archive
from truceline.record.corrections import SAME, Correction
from truceline.record.store import Store
from truceline.terms.errors import BadInput

_SHOWN = ("dataset", "version", "note")


def log(store: Path) -> list[dict[str, Any]]:
    """Return everything that changed a store, in the order in which it was whole."""
    return Store(store).log().to_dicts()


def log_lines(entries: list[dict[str, Any]]) -> list[str]:
    """Return the log to read, a line an entry.

    Examples
    --------
    >>> log_lines([{"seq": 1, "at": "2025", "kind": "events", "dataset": "ucdp", "version": "1",
    ...             "note": None, "rows": 3}])
    ['1  2025  events  ucdp  1  3 rows']
    """
    lines = []
    for each in entries:
        told = [str(each[name]) for name in _SHOWN if each[name]]
        told += [f"{each['rows']} rows"] if each["rows"] else []
        place = each["seq"] if each["seq"] is not None else "unfinished"
        lines.append("  ".join([str(place), each["at"], each["kind"], *told]))
    return lines


def snapshot(store: Path, name: str, *, now: datetime) -> None:
    """Give a store, as it stands, a name."""
    Store(store).snapshot(name, at=_iso(now))


def changes(store: Path, since: str, until: str | None = None) -> list[dict[str, Any]]:
    """Return what changed in a store since a snapshot, or between two."""
    return Store(store).changes(since, until).to_dicts()


def change_lines(found: list[dict[str, Any]]) -> list[str]:
    """Return changes to read, a line each.

    Examples
    --------
    >>> change_lines([{"change": "changed", "source_dataset": "ucdp", "id": "7", "field": "best",
    ...                "before": "2.0", "after": None}])
    ['changed  ucdp  7  best: 2.0 -> nothing']
    """
    lines = []
    for each in found:
        line = "  ".join((each["change"], each["source_dataset"], each["id"]))
        if each["field"]:
            old, new = (each[side] or "nothing" for side in ("before", "after"))
            line += f"  {each['field']}: {old} -> {new}"
        lines.append(line)
    return lines


def correct(store: Path, row: str, said: str, *, because: str, now: datetime) -> None:
    """Keep a correction of one row of a store.

    Parameters
    ----------
    store : Path
        The store.
    row : str
        Id of the row, as `record export` has it.
    said : str
        "exclude", "include", or FIELD=VALUE; an empty VALUE empties the field. "same=ID" and
        "apart=ID" say of another coded event that it is this one, or that it is another.
    because : str
        The reason, kept in the log.
    now : datetime
        When this happens; the door reads the clock.

    Raises
    ------
    BadInput
        If there is no such row, or the correction makes no sense.
    """
    kept = Store(store)
    field, equals, value = said.partition("=")
    if said in {"exclude", "include"}:
        field, value = "excluded", "true" if said == "exclude" else "false"
    elif field in {"same", "apart"} and equals:
        field, value = f"{SAME}{value.strip()}", "true" if field == "same" else "false"
    elif not equals:
        raise BadInput(f"{said} is no correction; write exclude, include or FIELD=VALUE")
    found = kept.datasets_of(row)
    if len(found) != 1:
        where = f"rows of {', '.join(found)} have it" if found else "no row has it"
        raise BadInput(f"{row} does not name one row of the store: {where}")
    kept.correct(Correction(found[0], row, field.strip(), value or None, because), at=_iso(now))


def write_archive(store: Path, folder: Path, *, private: bool = False) -> int:
    """Write a store's events to a folder of Parquet files by war and year; return how many."""
    return archive.write(Store(store), folder, private=private)


def _iso(now: datetime) -> str:
    return now.isoformat(timespec="seconds")

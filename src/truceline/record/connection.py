"""Short-lived connections to the store's file, with DuckDB's errors turned into advice."""

import atexit
import logging
import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import duckdb

from truceline.terms.errors import BadInput, StoreBroken, StoreBusy, StoreError

# The format of DuckDB 1.2: readable by every duckdb that pyproject.toml admits (1.5 to 2).
_STORAGE = "v1.2.0"
_HEADERS = 3 * 4096  # bytes before the first block of a DuckDB file
_PAUSE = 0.1
_LOG = logging.getLogger(__name__)
QUIET = "SET enable_progress_bar = false"
"""DuckDB would draw its own bar on long queries, into pipes and logs too."""
# Another process has it; another connection of this process has it.
_IN_USE = ("conflicting lock", "could not set lock", "already attached", "unique file handle")
_BROKEN = (
    "{} is damaged or not a truceline store; restore a copy of it, "
    "or start anew with: truceline record init"
)

# DuckDBs without a file, for the next reader of this process: to make and end one takes 35 ms,
# half of a short question. One of before a fork lacks its threads, so each process has its own.
_IDLE: dict[int, list[duckdb.DuckDBPyConnection]] = {}
atexit.register(_IDLE.clear)  # DuckDB complains of what is left when Python is gone


Waiting = Callable[[str], None]


@contextmanager
def connection(
    path: Path, *, write: bool = False, wait: float = 5.0, waiting: Waiting | None = None
) -> Iterator[duckdb.DuckDBPyConnection]:
    """Open the store's file, hand over a connection with it in use, and close it.

    Parameters
    ----------
    path : Path
        The store's file. It is created if it is absent and `write` is true.
    write : bool, default False
        Whether the connection may change the store.
    wait : float, default 5.0
        Seconds to wait while another process, or another thread of this one, has the store open.
    waiting : callable or None
        Called once, with a line to show, when the first try has to wait. Without it the line goes
        to the log, which shows it on standard error where nobody set it up otherwise.

    Yields
    ------
    duckdb.DuckDBPyConnection
        With the store attached and in use.

    Raises
    ------
    BadInput
        If there is no store at `path` and `write` is false, or `path` is a folder.
    StoreBusy
        If another process is still writing after `wait` seconds.
    StoreBroken
        If the file is damaged or is not a store.
    StoreError
        If the file cannot be opened or written: no permission, no room.
    """
    if path.is_dir():
        raise BadInput(f"{path.name} is a folder; name a file for the store, such as war.duckdb")
    if not write and not path.exists():
        raise BadInput(f"there is no store {path.name}; make one with: truceline record init")
    idle = _IDLE.setdefault(os.getpid(), [])
    engine = idle.pop() if idle and not write else duckdb.connect()
    opened = engine.cursor()
    try:
        opened.execute(QUIET)
        tries = max(1, round(wait / _PAUSE))
        for left in range(tries - 1, -1, -1):
            if _attached(opened, path, write=write, last=left == 0):
                break
            if left == tries - 1:
                line = f"truceline: {path.name} is in use by another process; waiting for it"
                (waiting or _LOG.warning)(line)
            time.sleep(_PAUSE)
        opened.execute("USE store")
        _require_whole(opened, path)
        yield opened
    except duckdb.Error as error:
        raise _advice(error, path) from error
    finally:
        opened.close()
        if write or not _let_go(engine):
            engine.close()
        else:
            idle.append(engine)


def one(
    store: duckdb.DuckDBPyConnection, text: str, values: list[Any] | dict[str, Any] | None = None
) -> Any:
    """Return the one number of a query of one row, or None if it has no row.

    All rows are fetched: a result left open bars the connection from committing.
    """
    found = store.execute(text, values or []).fetchall()
    return found[0][0] if found else None


def _let_go(engine: duckdb.DuckDBPyConnection) -> bool:
    """Close the store's file, which others may want to write; False where that is not sure."""
    try:
        engine.execute("DETACH DATABASE IF EXISTS store")
    except duckdb.Error:
        return False
    return True


def _attached(opened: duckdb.DuckDBPyConnection, path: Path, *, write: bool, last: bool) -> bool:
    """Try to attach the store's file; False if it is in use and not the last try."""
    name = str(path).replace("'", "''")
    made = "" if path.exists() else f"(STORAGE_VERSION '{_STORAGE}')"
    option = made if write else "(READ_ONLY)"
    try:
        opened.execute(f"ATTACH '{name}' AS store {option}")
    except duckdb.Error as error:
        if last or not any(sign in str(error).lower() for sign in _IN_USE):
            raise
        return False
    return True


def _require_whole(opened: duckdb.DuckDBPyConnection, path: Path) -> None:
    """Refuse a file shorter than its blocks in use: DuckDB reads such a one until it trips."""
    used = one(
        opened,
        "SELECT block_size * used_blocks FROM pragma_database_size() WHERE database_name = 'store'",
    )
    if used is not None and path.stat().st_size < _HEADERS + used:
        raise StoreBroken(_BROKEN.format(path.name))


def _advice(error: duckdb.Error, path: Path) -> StoreError:
    """Say what a DuckDB error means for the store's owner."""
    said = str(error).splitlines()[0]
    lowered = said.lower()
    if any(sign in lowered for sign in _IN_USE):
        return StoreBusy(f"another process is writing to {path.name}; try again when it is done")
    if "no space" in lowered or ("disk" in lowered and "full" in lowered):
        return StoreError(
            f"the disk is full: {path.name} was left as it was; make room and try again"
        )
    if "permission denied" in lowered or "read-only" in lowered:
        return StoreError(f"{path.name} cannot be written here; choose a folder you may write to")
    damaged = ("not a valid duckdb", "could not read enough", "corrupt", "checksum", "deserializ")
    if any(sign in lowered for sign in damaged) or "does not exist" in lowered:
        return StoreBroken(_BROKEN.format(path.name))
    return StoreError(f"the store {path.name} refused: {said}")

"""Named steps that bring a store up to date, each in one transaction with the note of its run."""

from importlib.resources import files

import duckdb

from truceline.terms.errors import StoreBroken, StoreNewer


def steps() -> dict[str, str]:
    """Return the SQL of every step by its name, in the order in which they are applied.

    Examples
    --------
    >>> next(iter(steps()))
    '0001_stories_and_events'
    """
    folder = files("truceline.record").joinpath("migrations")
    found = sorted(each.name for each in folder.iterdir() if each.name.endswith(".sql"))
    return {
        name.removesuffix(".sql"): folder.joinpath(name).read_text(encoding="utf-8")
        for name in found
    }


def pending(store: duckdb.DuckDBPyConnection) -> list[str]:
    """Return the names of the steps not yet applied. This is a read-only operation.

    Raises
    ------
    StoreBroken
        If the file is a DuckDB database, but not one that truceline made.
    StoreNewer
        If the store has had a step that this version does not know.
    """
    known = steps()
    try:
        done = {name for (name,) in store.execute("SELECT name FROM migration").fetchall()}
    except duckdb.CatalogException:
        # Asked only now: to list its tables DuckDB reads what it notes of each, 15 ms in a store.
        if store.execute("SHOW TABLES").fetchall():
            raise StoreBroken(
                "this DuckDB file is not a truceline store; name another file"
            ) from None
        return list(known)
    if unknown := sorted(done - known.keys()):
        raise StoreNewer(
            f"a newer truceline wrote this store (it has step {unknown[-1]}); upgrade truceline"
        )
    return [name for name in known if name not in done]


def apply(store: duckdb.DuckDBPyConnection) -> list[str]:
    """Apply the pending steps, each in a transaction of its own; return their names."""
    names = pending(store)
    store.execute("CREATE TABLE IF NOT EXISTS migration (name VARCHAR PRIMARY KEY)")
    for name in names:
        store.execute("BEGIN")
        try:
            store.execute(steps()[name])
            store.execute("INSERT INTO migration VALUES (?)", [name])
        except duckdb.Error:
            store.execute("ROLLBACK")
            raise
        store.execute("COMMIT")
    return names

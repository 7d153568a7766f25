"""All or nothing."""

from collections.abc import Iterator
from contextlib import contextmanager

import duckdb


@contextmanager
def transaction(store: duckdb.DuckDBPyConnection) -> Iterator[None]:
    """Keep what the block does whole, or nothing of it if the block raises anything at all."""
    store.execute("BEGIN")
    try:
        yield
    except BaseException:
        store.execute("ROLLBACK")
        raise
    store.execute("COMMIT")

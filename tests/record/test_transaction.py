"""All or nothing."""

import duckdb
import pytest

from truceline.record.transaction import transaction


def test_a_block_that_raises_leaves_nothing_and_one_that_ends_leaves_all() -> None:
    store = duckdb.connect()
    store.execute("CREATE TABLE a (b INTEGER)")
    with pytest.raises(duckdb.Error), transaction(store):
        store.execute("INSERT INTO a VALUES (1); SELECT nothing")
    assert store.execute("SELECT b FROM a").fetchall() == []
    with transaction(store):
        store.execute("INSERT INTO a VALUES (2)")
    assert store.execute("SELECT b FROM a").fetchall() == [(2,)]

"""Everything that changed the store, in the order in which it was whole."""

from collections.abc import Iterator

import duckdb
import pytest

from truceline.record import ledger, migrate
from truceline.record.ledger import Entry, Progress


@pytest.fixture
def empty() -> Iterator[duckdb.DuckDBPyConnection]:
    opened = duckdb.connect()
    opened.execute("ATTACH ':memory:' AS store")
    opened.execute("USE store")
    migrate.apply(opened)
    yield opened
    opened.close()


def test_what_is_whole_first_comes_first(empty: duckdb.DuckDBPyConnection) -> None:
    entry = Entry("events", "2025")
    assert ledger.head(empty) == 0
    assert ledger.begin(empty, "slow", entry) == Progress(None, 0, 0)
    assert ledger.begin(empty, "fast", entry) == Progress(None, 0, 0)
    assert ledger.finish(empty, "fast") == 1
    assert ledger.finish(empty, "slow") == 2
    assert ledger.begin(empty, "next", entry).base == 2


def test_an_ingest_knows_how_far_it_came(empty: duckdb.DuckDBPyConnection) -> None:
    ledger.begin(empty, "one", Entry("events", "2025"))
    ledger.advance(empty, "one", added=3, done=4)
    ledger.advance(empty, "one", added=2, done=8)
    assert ledger.begin(empty, "one", Entry("events", "2026")) == Progress(None, 0, 8)
    assert empty.execute("SELECT events FROM ingest").fetchall() == [(5,)]


def test_the_version_makes_another_ingest_of_the_same_file() -> None:
    assert (
        Entry("events", "", "a", "1", "f").ingest_id()
        != Entry("events", "", "a", "2", "f").ingest_id()
    )

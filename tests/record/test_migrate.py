"""Migrations run once, in order, with the note of their run."""

import duckdb
import pytest

from truceline.record import migrate


@pytest.fixture
def empty() -> duckdb.DuckDBPyConnection:
    opened = duckdb.connect()
    opened.execute("ATTACH ':memory:' AS store")
    opened.execute("USE store")
    return opened


def test_all_steps_are_pending_in_an_empty_store(empty: duckdb.DuckDBPyConnection) -> None:
    assert migrate.pending(empty) == list(migrate.steps())


def test_steps_are_in_the_order_of_their_numbers() -> None:
    assert list(migrate.steps()) == sorted(migrate.steps())


def test_a_step_that_fails_leaves_no_trace(
    empty: duckdb.DuckDBPyConnection, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        migrate, "steps", lambda: {"0001_bad": "CREATE TABLE a (b INTEGER); SELECT nothing"}
    )
    with pytest.raises(duckdb.Error):
        migrate.apply(empty)
    assert migrate.pending(empty) == ["0001_bad"]
    assert empty.execute("SHOW TABLES").fetchall() == [("migration",)]

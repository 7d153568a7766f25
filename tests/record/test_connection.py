"""Two processes at one store: the second waits, and says so if it waited in vain."""

import subprocess
import sys
from pathlib import Path

import duckdb
import pytest

from truceline.record.connection import connection
from truceline.record.store import Store
from truceline.terms.errors import BadInput, StoreBusy, StoreError

HOLD = """
import duckdb, sys
opened = duckdb.connect(sys.argv[1])
print("held", flush=True)
sys.stdin.read()
"""


def test_a_second_writer_is_told_who_is_in_the_way(tmp_path: Path) -> None:
    path = tmp_path / "a.duckdb"
    Store(path).init()
    command = [sys.executable, "-c", HOLD, str(path)]
    with subprocess.Popen(command, stdin=-1, stdout=-1, text=True) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "held\n"
        with pytest.raises(StoreBusy, match="try again"), connection(path, write=True, wait=0.2):
            pass
        other.communicate("")
    with connection(path, write=True) as store:
        assert store.execute("SELECT 1").fetchone() == (1,)


def test_a_folder_is_no_store(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="is a folder"), connection(tmp_path, write=True):
        pass


def test_a_folder_that_is_not_there_is_said_so(tmp_path: Path) -> None:
    with (
        pytest.raises(StoreError, match=r"a\.duckdb"),
        connection(tmp_path / "none" / "a.duckdb", write=True),
    ):
        pass


def test_a_second_writer_says_once_that_it_waits_and_goes_on(tmp_path: Path) -> None:
    path, said = tmp_path / "a.duckdb", []
    Store(path).init()
    command = [sys.executable, "-c", HOLD, str(path)]
    with subprocess.Popen(command, stdin=-1, stdout=-1, text=True) as other:
        assert other.stdout is not None
        assert other.stdin is not None
        assert other.stdout.readline() == "held\n"

        def tell(line: str) -> None:
            said.append(line)
            other.communicate("")  # the other goes when it is waited for

        assert Store(path, waiting=tell).counts()["stories"] == 0
    assert said == ["truceline: a.duckdb is in use by another process; waiting for it"]


def test_a_second_connection_of_the_same_process_waits_too(tmp_path: Path) -> None:
    path = tmp_path / "a.duckdb"
    Store(path).init()
    with (
        connection(path, write=True),
        pytest.raises(StoreBusy, match="try again"),
        connection(path, wait=0.2),
    ):
        pass


def test_a_store_that_was_read_is_free_for_another_process(tmp_path: Path) -> None:
    path = tmp_path / "a.duckdb"
    Store(path).init()
    with connection(path) as store:
        assert store.execute("SELECT count(*) FROM event").fetchone() == (0,)
    command = [sys.executable, "-c", HOLD, str(path)]
    with subprocess.Popen(command, stdin=-1, stdout=-1, text=True) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "held\n"
        other.communicate("")


def test_readers_see_what_was_written_since_and_nothing_of_one_another(tmp_path: Path) -> None:
    first, second = tmp_path / "a.duckdb", tmp_path / "b.duckdb"
    for path in (first, second):
        Store(path).init()
    with connection(first) as store:
        store.execute("CREATE TEMP MACRO twice(n) AS 2 * n")
    with connection(second, write=True) as store:
        store.execute("CREATE TABLE mark AS SELECT 1")
    with connection(first) as one, connection(second) as two:
        assert two.execute("SELECT count(*) FROM mark").fetchone() == (1,)
        for other in ("SELECT * FROM mark", "SELECT twice(1)"):
            with pytest.raises(duckdb.CatalogException):
                one.execute(other)


def test_a_query_left_open_does_not_spoil_the_next_reader(tmp_path: Path) -> None:
    path = tmp_path / "a.duckdb"
    Store(path).init()
    with connection(path) as store:
        store.execute("SELECT * FROM range(1000000)")
    with connection(path) as store:
        assert store.execute("SELECT count(*) FROM event").fetchone() == (0,)

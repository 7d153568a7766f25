"""The store keeps what it is given, once, whole or not at all."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import duckdb
import pytest
from tests.record.conftest import make

from truceline.record.store import Added, Ingest, Store
from truceline.terms.errors import BadInput, StoreBroken, StoreNewer
from truceline.terms.events import Coding
from truceline.terms.stories import Story

AGAIN = "SELECT * REPLACE ('y' AS ingest_id, 0 AS events, 0 AS stories) FROM ingest"
DAY = "VALUES ('x', '2024-01-01', 's', 1, 1, 1, 'u', NULL, 'd', '1', 'none', NULL)"
DAY_TWICE = (
    "SELECT 'x', '2024-01-01', 's', 1, 1, 1, 'u', NULL, 'd', '1', ingest_id, NULL "
    "FROM ingest, range(2)"
)
NOW = Ingest(war="ukraine", at="2025-06-05T00:00:00")


def add(store: Store, *pairs: tuple[Story, Coding], ingest: Ingest = NOW) -> Added:
    stories = [story for story, _ in pairs]
    times = {story.story_id: "2025-06-05T00:00:00" for story in stories}
    return store.add(stories, [coding for _, coding in pairs], ingest, retrieved_at=times)


@pytest.fixture
def store(tmp_path: Path) -> Store:
    made = Store(tmp_path / "war's.duckdb")
    made.init()
    return made


def test_what_goes_in_comes_out(store: Store, one: tuple[Story, Coding]) -> None:
    assert add(store, one) == Added(1, 1, 0)
    found = store.events().row(0, named=True)
    assert found["side_a"] == "UKR"
    assert found["initiator"] == "UKR"
    assert (found["low"], found["best"], found["high"]) == (16, 16, None)
    assert found["date_start"] == date(2025, 6, 1)
    assert found["retrieved_at"] == "2025-06-05T00:00:00"
    assert found["source_version"] == "by hand 1"


def test_the_same_report_twice_changes_nothing(store: Store, one: tuple[Story, Coding]) -> None:
    add(store, one)
    before = store.events_json()
    assert add(store, one) == Added(0, 0, 1)
    assert add(store, one, make("Another day. Nothing.")) == Added(1, 1, 1)
    assert before[0] in store.events_json()
    assert store.counts()["stories"] == 2


def test_the_same_report_twice_in_one_ingest_is_one(
    store: Store, one: tuple[Story, Coding]
) -> None:
    assert add(store, one, one).stories == 1


def test_an_ingest_that_fails_leaves_nothing(store: Store, one: tuple[Story, Coding]) -> None:
    story, coding = make("Second story. It breaks.")
    twice = replace(coding, events=(coding.events[0], coding.events[0]))
    with pytest.raises(RuntimeError, match="refused"):
        add(store, one, (story, twice))
    assert store.counts()["stories"] == 0
    assert add(store, one).stories == 1


def test_a_sound_store_has_no_fault(store: Store, one: tuple[Story, Coding]) -> None:
    add(store, one)
    assert store.broken() == []


@pytest.mark.parametrize(
    ("harm", "fault"),
    [
        ("DELETE FROM story", "event without its story"),
        ("UPDATE event SET date_end = '2020-01-01'", "event that ends before it starts"),
        ("UPDATE event SET high = 1", "low above best, or best above high"),
        ("UPDATE story SET text = 'other'", "quote that is not in its story"),
        ("DELETE FROM ingest", "story without its ingest"),
        ("UPDATE ingest SET events = 7", "ingest whose counts of stories or events are off"),
        ("INSERT INTO event SELECT * FROM event", "row that stands twice"),
        ("UPDATE event SET until_id = 'x'", "row closed by no whole ingest"),
        ("UPDATE event SET redistribute = 'x'", "rights that are none of the three marks"),
        ("UPDATE event SET json = NULL", "coded event without its sentence"),
        (
            "INSERT INTO correction VALUES ('x', 'd', 'i', 'war', '', '')",
            "correction without its row",
        ),
        (
            "INSERT INTO correction VALUES ('x', 'd', 'i', 'war', '', '')",
            "correction without its entry in the log",
        ),
        (f"INSERT INTO ingest {AGAIN}", "two entries of the log at one place"),
        (f"INSERT INTO panel {DAY}", "series without its ingest"),
        (f"INSERT INTO panel {DAY_TWICE}", "day of a series that stands twice"),
    ],
)
def test_every_broken_invariant_is_found(
    store: Store, one: tuple[Story, Coding], harm: str, fault: str
) -> None:
    add(store, one)
    with duckdb.connect(str(store.path)) as raw:
        raw.execute(harm)
    assert fault in {found for found, _ in store.broken()}


def test_a_store_that_is_not_there_is_said_so(tmp_path: Path, one: tuple[Story, Coding]) -> None:
    store = Store(tmp_path / "none.duckdb")
    with pytest.raises(BadInput, match="record init"):
        store.counts()
    with pytest.raises(BadInput, match="record init"):
        add(store, one)
    assert not store.path.exists()


@pytest.mark.parametrize("kept", [0, 10, 4096, 0.5, -1])
def test_a_truncated_store_is_said_to_be_damaged(
    store: Store, one: tuple[Story, Coding], kept: float
) -> None:
    add(store, one)
    whole = store.path.read_bytes()
    store.path.write_bytes(whole[: int(kept * len(whole)) if 0 < kept < 1 else int(kept)])
    with pytest.raises(StoreBroken, match="damaged"):
        store.counts()


def test_a_database_of_somebody_else_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "theirs.duckdb"
    with duckdb.connect(str(path)) as raw:
        raw.execute("CREATE TABLE theirs (a INTEGER)")
    with pytest.raises(StoreBroken, match="not a truceline store"):
        Store(path).init()


def test_a_store_of_a_newer_version_is_left_alone(store: Store, one: tuple[Story, Coding]) -> None:
    with duckdb.connect(str(store.path)) as raw:
        raw.execute("INSERT INTO migration VALUES ('9999_tomorrow')")
    with pytest.raises(StoreNewer, match="9999_tomorrow"):
        add(store, one)


def test_init_twice_applies_nothing_the_second_time(store: Store) -> None:
    assert store.init() == []

"""Snapshots keep a state of the record, and the difference between two says what changed."""

from datetime import date
from pathlib import Path

import polars as pl
import pytest
from tests.record.conftest import make
from tests.record.rows import DATASET, VERSION, many

from truceline.record.corrections import Correction
from truceline.record.difference import difference
from truceline.record.store import Ingest, Store
from truceline.terms.errors import BadInput

AT = "2025-06-05T00:00:00"
BEST = many(5)["high"][0]  # within the range, so that the newer row is sound


@pytest.fixture
def store(tmp_path: Path) -> Store:
    made = Store(tmp_path / "a.duckdb")
    made.init()
    made.import_frame(many(5), file_sha256="a", dataset=DATASET, version=VERSION, at=AT)
    made.snapshot("first", at=AT)
    return made


def newer() -> pl.DataFrame:
    """Return the first four rows again in a newer version, the first with more deaths."""
    rows = many(5).head(4)
    best = [BEST, *rows["best"][1:].to_list()]
    return rows.with_columns(source_version=pl.lit("26.1"), best=pl.Series(best))


def test_nothing_changed_is_said_by_no_row(store: Store) -> None:
    assert store.changes("first").height == 0
    assert difference(many(3), many(3)).height == 0


def test_a_newer_release_says_what_it_changed_and_took_back(store: Store) -> None:
    before, old = store.events(), many(5)["best"][0]
    store.import_frame(newer(), file_sha256="b", dataset=DATASET, version="26.1", at=AT)
    assert store.changes("first").rows() == [
        ("changed", DATASET, f"{DATASET}:0", "best", str(old), str(BEST))
    ]
    assert store.retire(DATASET, keep="26.1", at=AT) == 1
    assert store.changes("first").select("change", "id").rows() == [
        ("changed", f"{DATASET}:0"),
        ("removed", f"{DATASET}:4"),
    ]
    assert store.events(snapshot="first").equals(before)
    assert store.events().height == 4
    assert store.broken() == []


def test_a_correction_made_later_is_not_seen_in_a_snapshot(store: Store) -> None:
    row = f"{DATASET}:1"
    store.correct(Correction(DATASET, row, "war", "korea", "wrong war"), at=AT)
    assert "korea" in store.events()["war"].to_list()
    assert "korea" not in store.events(snapshot="first")["war"].to_list()
    store.snapshot("second", at=AT)
    store.correct(Correction(DATASET, row, "excluded", "true", "a rumour"), at=AT)
    assert store.changes("first", "second")["after"].to_list() == ["korea"]
    assert store.changes("second")["change"].to_list() == ["removed"]


def test_a_clock_that_goes_back_changes_no_order(store: Store) -> None:
    store.import_frame(
        newer(), file_sha256="b", dataset=DATASET, version="26.1", at="1999-01-01T00:00:00"
    )
    assert store.log()["at"].to_list() == [AT, AT, "1999-01-01T00:00:00"]
    assert store.changes("first").height == 1


def test_an_unknown_or_taken_name_is_refused(store: Store) -> None:
    with pytest.raises(BadInput, match="no snapshot is called third; there are first"):
        store.changes("third")
    with pytest.raises(BadInput, match="first already"):
        store.snapshot("first", at=AT)
    with pytest.raises(BadInput, match="needs a name"):
        store.snapshot(" ", at=AT)


def test_as_of_shows_nothing_that_ended_or_was_reported_later(store: Store) -> None:
    rows = store.events()
    day = rows["date_start"][2]
    assert isinstance(day, date)
    assert store.events(as_of=day).equals(rows.filter(rows["date_end"] <= day))
    story, coding = make()  # of an event on 1 June 2025
    object.__setattr__(story, "published", date(2025, 6, 5))
    store.add([story], [coding], Ingest("x", AT), retrieved_at={story.story_id: AT})
    assert "reports" not in store.events(as_of=date(2025, 6, 4))["source_dataset"].to_list()
    assert "reports" in store.events(as_of=date(2025, 6, 5))["source_dataset"].to_list()
    assert store.events_by_period(as_of=day)["date"].max() == day

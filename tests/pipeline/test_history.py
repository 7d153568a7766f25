"""What became of a store, as the doors ask for it."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from tests.record.conftest import make

from truceline.pipeline import history
from truceline.record.store import Ingest, Store
from truceline.terms.errors import BadInput

NOW = datetime(2025, 6, 5, tzinfo=UTC)


@pytest.fixture
def store(tmp_path: Path) -> Path:
    path = tmp_path / "a.duckdb"
    Store(path).init()
    story, coding = make()
    Store(path).add([story], [coding], Ingest("x", "2025"), retrieved_at={story.story_id: "2025"})
    return path


def row(store: Path) -> str:
    return str(Store(store).events()["id"][0])


def test_a_correction_is_kept_logged_and_told_as_a_change(store: Path) -> None:
    history.snapshot(store, "before", now=NOW)
    name = row(store)
    history.correct(store, name, "type=COERCE", because="it was a blockade", now=NOW)
    assert history.change_lines(history.changes(store, "before")) == [
        f"changed  reports  {name}  type: ASSAULT -> COERCE"
    ]
    lines = history.log_lines(history.log(store))
    assert lines[0] == "1  2025  reports  1 rows"
    assert lines[1] == "2  2025-06-05T00:00:00+00:00  snapshot  before"
    assert lines[2].endswith(f"correction  reports {name}: type = COERCE (it was a blockade)")
    history.snapshot(store, "after", now=NOW)
    history.correct(store, name, "exclude", because="a hoax", now=NOW)
    assert Store(store).events().height == 0
    history.correct(store, name, "include", because="not a hoax", now=NOW)
    history.correct(store, name, "best=", because="nobody counted", now=NOW)
    assert Store(store).events()["best"].to_list() == [None]
    assert [each["field"] for each in history.changes(store, "before", "after")] == ["type"]


def test_an_archive_obeys_the_rights_of_rows(store: Path, tmp_path: Path) -> None:
    assert history.write_archive(store, tmp_path / "open") == 0
    assert history.write_archive(store, tmp_path / "all", private=True) == 1


def test_what_is_no_correction_and_a_row_that_is_not_there_are_refused(store: Path) -> None:
    with pytest.raises(BadInput, match="is no correction; write exclude"):
        history.correct(store, row(store), "forget", because="x", now=NOW)
    with pytest.raises(BadInput, match="no row has it"):
        history.correct(store, "nobody", "exclude", because="x", now=NOW)

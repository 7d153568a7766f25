"""An archive holds what the store lets out, by war and year, and answers as the store does."""

from pathlib import Path

import polars as pl
import pytest
from tests.record.conftest import make
from tests.record.rows import DATASET, VERSION, many

from truceline.record import archive
from truceline.record.archive import Archive
from truceline.record.counting import Counting
from truceline.record.store import Ingest, Store
from truceline.terms.errors import BadInput, StoreBroken


@pytest.fixture
def store(tmp_path: Path) -> Store:
    made = Store(tmp_path / "a.duckdb")
    made.init()
    odd = pl.when(pl.col("war") == "war 1").then(pl.lit("it's a/b = c")).otherwise("war")
    rows = many(2_000, wars=5).with_columns(war=odd)
    made.import_frame(rows, file_sha256="a", dataset=DATASET, version=VERSION, at="2025")
    story, coding = make()
    made.add([story], [coding], Ingest(None, "2025"), retrieved_at={story.story_id: "2025"})
    return made


def test_the_archive_gives_back_what_the_store_lets_out(store: Store, tmp_path: Path) -> None:
    assert archive.write(store, tmp_path / "open") == 2_000
    kept = Archive(tmp_path / "open")
    whole = store.events()
    let_out = whole.filter(whole["redistribute"] == "open")
    assert kept.events().equals(let_out)
    assert kept.events_by_period().equals(store.events_by_period())
    how = Counting("events", "month")
    assert kept.events_by_period(how).equals(store.events_by_period(how))
    day = let_out["date_start"][1_000]
    assert kept.events(as_of=day).equals(let_out.filter(let_out["date_end"] <= day))
    assert kept.events(war="it's a/b = c").equals(let_out.filter(let_out["war"] == "it's a/b = c"))
    assert archive.write(store, tmp_path / "all", private=True) == 2_001
    assert Archive(tmp_path / "all").events().equals(whole)


def test_the_same_record_gives_the_same_files(store: Store, tmp_path: Path) -> None:
    for name in ("one", "two"):
        archive.write(store, tmp_path / name)
    files = sorted(path.relative_to(tmp_path / "one") for path in tmp_path.glob("one/*/*/*"))
    assert len(files) > 20
    for path in files:
        assert (tmp_path / "one" / path).read_bytes() == (tmp_path / "two" / path).read_bytes()


def test_a_folder_that_is_there_and_one_that_is_none_are_refused(
    store: Store, tmp_path: Path
) -> None:
    with pytest.raises(BadInput, match="there already"):
        archive.write(store, tmp_path)
    with pytest.raises(BadInput, match="no folder none"):
        archive.write(store, tmp_path / "none" / "a")
    with pytest.raises(BadInput, match="is no archive"):
        Archive(tmp_path).events()


def test_a_damaged_file_is_said_and_a_broken_off_archive_leaves_nothing(
    store: Store, tmp_path: Path
) -> None:
    archive.write(store, tmp_path / "kept")
    file = next(tmp_path.glob("kept/*/*/*"))
    file.write_bytes(file.read_bytes()[:40])
    with pytest.raises(StoreBroken, match="cannot be read"):
        Archive(tmp_path / "kept").events()
    with pytest.raises(BadInput):
        archive.write(Store(tmp_path / "none.duckdb"), tmp_path / "other")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.duckdb", "kept"]

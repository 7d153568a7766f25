"""Corrections stand beside the rows, and every query obeys them."""

from datetime import date
from pathlib import Path

import pytest
from tests.record.conftest import make
from tests.record.rows import DATASET, VERSION, many

from truceline.record.corrections import Correction
from truceline.record.store import Ingest, Store
from truceline.terms.errors import BadInput

AT = "2025-06-05T00:00:00"


@pytest.fixture
def store(tmp_path: Path) -> Store:
    made = Store(tmp_path / "a.duckdb")
    made.init()
    made.import_frame(many(3), file_sha256="a", dataset=DATASET, version=VERSION, at=AT)
    story, coding = make()
    made.add([story], [coding], Ingest("x", AT), retrieved_at={story.story_id: AT})
    return made


def say(store: Store, field: str, value: str | None, *, row: str = f"{DATASET}:0") -> None:
    dataset = DATASET if row.startswith(DATASET) else "reports"
    store.correct(Correction(dataset, row, field, value, "seen in the codebook"), at=AT)


def one(store: Store, column: str, *, row: str = f"{DATASET}:0") -> object:
    found = store.events()
    return found.filter(found["id"] == row)[column][0]


def test_an_excluded_row_is_out_of_every_query_and_can_come_back(store: Store) -> None:
    whole = store.events()
    say(store, "excluded", "true")
    assert store.events().height == whole.height - 1
    assert len(store.events_json()) == whole.height - 1
    say(store, "excluded", "false")
    assert store.events().equals(whole)


@pytest.mark.parametrize(
    ("field", "value", "seen"),
    [
        ("war", "korea", "korea"),
        ("type", "ASSAULT", "ASSAULT"),
        ("best", "12", 12.0),
        ("best", None, None),
        ("date_start", "2024-05-06", date(2024, 5, 6)),
    ],
)
def test_a_relabelled_field_is_seen_and_the_row_itself_is_kept(
    store: Store, field: str, value: str | None, seen: object
) -> None:
    before = one(store, "side_a")
    say(store, field, value)
    assert one(store, field) == seen
    assert one(store, "side_a") == before


def test_the_last_word_counts(store: Store) -> None:
    say(store, "war", "korea")
    say(store, "war", "ukraine")
    assert one(store, "war") == "ukraine"


def test_a_correction_stands_when_a_newer_version_brings_the_row_again(store: Store) -> None:
    say(store, "war", "korea")
    newer = many(3).with_columns(source_version=many(3)["id"].str.replace_all(".*", "26.1"))
    store.import_frame(newer, file_sha256="b", dataset=DATASET, version="26.1", at=AT)
    assert one(store, "war") == "korea"
    assert one(store, "source_version") == "26.1"


def test_the_log_tells_every_correction_with_its_reason(store: Store) -> None:
    say(store, "war", "korea")
    last = store.log().row(-1, named=True)
    assert last["kind"] == "correction"
    assert last["note"] == f"{DATASET} {DATASET}:0: war = korea (seen in the codebook)"
    assert store.broken() == []


@pytest.mark.parametrize(
    ("field", "value", "says"),
    [
        ("id", "x", "id cannot be relabelled"),
        ("type", "BOMB", "type is BOMB; allowed are AGREE"),
        ("excluded", "yes", "allowed are true and false"),
        ("excluded", None, "allowed are true and false"),
        ("best", "many", "a number as 12"),
        ("best", "-1", "from 0 up"),
        ("best", "nan", "from 0 up"),
        ("date_start", "06/05/2024", "a date as 2025-06-05"),
    ],
)
def test_a_correction_that_makes_no_sense_is_refused(
    store: Store, field: str, value: str | None, says: str
) -> None:
    before = store.log().height
    with pytest.raises(BadInput, match=says):
        say(store, field, value)
    assert store.log().height == before


def test_a_row_that_is_not_there_and_a_reason_that_is_empty_are_refused(store: Store) -> None:
    with pytest.raises(BadInput, match=r"no row .* nobody"):
        say(store, "war", "korea", row=f"{DATASET} nobody")
    with pytest.raises(BadInput, match="needs a reason"):
        store.correct(Correction("reports", "e", "war", "x", "  "), at=AT)

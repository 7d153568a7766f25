"""What leaves the record obeys the rights of its rows, and is safe in a spreadsheet."""

import io
import json
from pathlib import Path

import polars as pl
import pytest
from tests.record.conftest import make

from truceline.record.export import export
from truceline.record.store import Ingest, Store
from truceline.terms.errors import BadInput
from truceline.terms.tables import EVENTS


@pytest.fixture
def store(tmp_path: Path) -> Store:
    made = Store(tmp_path / "a.duckdb")
    made.init()
    pairs = {"open": make("Open text. x"), "private": make("Private text. x")}
    for mark, (story, coding) in pairs.items():
        event = coding.events[0]
        object.__setattr__(event, "mode", "=1+1")
        made.add(
            [story],
            [coding],
            Ingest(war=None, at="2025", redistribute=mark),
            retrieved_at={story.story_id: "2025"},
        )
    return made


def test_private_rows_stay_at_home(store: Store) -> None:
    assert pl.read_parquet(io.BytesIO(export(store, ".parquet"))).height == 1
    assert pl.read_parquet(io.BytesIO(export(store, ".parquet", private=True))).height == 2


def test_csv_holds_the_columns_and_no_formula(store: Store) -> None:
    text = export(store, ".csv").decode()
    assert text.splitlines()[0].split(",") == [*EVENTS, "same_event"]
    assert "'=1+1" in text


def test_json_lines_hold_whole_events(store: Store) -> None:
    lines = export(store, ".jsonl", private=True).decode().splitlines()
    assert {json.loads(line)["evidence"]["quote"] for line in lines} == {
        "Open text.",
        "Private text.",
    }


def test_another_suffix_names_the_allowed_ones(store: Store) -> None:
    with pytest.raises(BadInput, match=r"\.xls.*\.csv, \.parquet, \.jsonl or \.geojson"):
        export(store, ".xls")

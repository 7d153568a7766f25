"""What a record stands on, and rows that may be one event."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from truceline.pipeline.cite import cite, duplicates
from truceline.pipeline.imports import Options, import_files
from truceline.record.store import Store
from truceline.terms.errors import BadInput

NOW = datetime(2026, 1, 1, tzinfo=UTC)
ACLED = (
    "event_id_cnty,event_date,time_precision,event_type,actor1,actor2,fatalities,latitude,"
    "longitude\nUKR1,2024-01-02,1,Battles,Forces of Ukraine,Forces of Russia,12,48.1,37.2\n"
)
GED = (
    "id,date_start,date_end,date_prec,side_a,side_b,best,low,high,type_of_violence,where_prec,"
    "latitude,longitude\n"
    "1,2024-01-02,2024-01-02,1,Forces of Russia,Forces of Ukraine,10,9,12,1,1,48.1,37.2\n"
)


@pytest.fixture
def store(tmp_path: Path) -> Path:
    path = tmp_path / "a.duckdb"
    Store(path).init()
    for name, text in (("acled.csv", ACLED), ("GEDEvent_v25_1.csv", GED)):
        (tmp_path / name).write_text(text, encoding="utf-8")
        import_files(path, (tmp_path / name,), Options(), now=NOW)
    return path


def test_a_citation_has_makers_version_span_and_terms(store: Path) -> None:
    acled, ged = cite(store)
    assert "Raleigh" in acled.text()
    assert acled.redistribute == "aggregate only"
    assert "UCDP Georeferenced Event Dataset, version 25.1: 1 rows, 2024-01-02" in ged.text()
    assert "Licence: CC BY 4.0. Rows here: open." in ged.text()
    assert "https://ucdp.uu.se" in ged.text()
    assert cite(store, war="ukraine") == ()


def test_two_datasets_are_compared_and_never_added(store: Path) -> None:
    found, sums = duplicates(store, "acled", "ucdp-ged")
    assert found.counts["acled"]["matched"] == 1
    assert sums == {"acled": 12, "ucdp-ged": 10}
    assert Store(store).events().height == 2
    with pytest.raises(BadInput, match="no rows of gdelt"):
        duplicates(store, "acled", "gdelt")

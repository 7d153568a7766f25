"""Datasets' files into a record: once, with their war, or set aside with a reason."""

import zipfile
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import duckdb
import polars as pl
import pytest

from truceline.pipeline.imports import Options, datasets, import_files, remember, show_map
from truceline.record.counting import Counting
from truceline.record.store import Store
from truceline.terms.errors import BadInput

NOW = datetime(2026, 1, 1, tzinfo=UTC)
RAW = (
    "event_id_cnty,event_date,event_type,actor1,actor2,fatalities,latitude,longitude\n"
    "UKR1,2024-01-02,Battles,A,B,12,48.1,37.2\n"
    "=UKR2,soon,Battles,A,B,12,48.1,37.2\n"
)


@pytest.fixture
def store(tmp_path: Path) -> Path:
    path = tmp_path / "a.duckdb"
    Store(path).init()
    return path


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "acled.csv"
    path.write_text(RAW, encoding="utf-8")
    return path


def test_every_row_is_added_known_or_set_aside(store: Path, file: Path, tmp_path: Path) -> None:
    aside = tmp_path / "aside.csv"
    [one] = import_files(store, (file,), Options(war="ukraine", aside=aside), now=NOW)
    assert (one.rows, one.added, one.known, one.set_aside) == (2, 1, 0, 1)
    assert one.reasons == (("event_date cannot be read as a date", 1),)
    assert one.redistribute == "aggregate only"
    left = pl.read_csv(aside)
    assert left["file"].to_list() == ["acled.csv"]
    assert left["row"].to_list() == [2]
    assert "=UKR2" in left["text"][0]
    [two] = import_files(store, (file,), Options(war="ukraine"), now=NOW)
    assert (two.added, two.known) == (0, 1)
    assert Store(store).events()["war"].to_list() == ["ukraine"]
    assert Store(store).broken() == []


def test_a_zip_with_one_table_is_read(store: Path, tmp_path: Path) -> None:
    packed = tmp_path / "acled.zip"
    with zipfile.ZipFile(packed, "w") as made:
        made.writestr("readme.pdf", "x")
        made.writestr("in/acled.csv", RAW)
    [done] = import_files(store, (packed,), Options(), now=NOW)
    assert done.added == 1
    with zipfile.ZipFile(packed, "a") as made:
        made.writestr("second.csv", RAW)
    with pytest.raises(BadInput, match="holds 2 tables"):
        import_files(store, (packed,), Options(), now=NOW)
    packed.write_bytes(packed.read_bytes()[:60])
    with pytest.raises(BadInput, match="damaged zip"):
        import_files(store, (packed,), Options(), now=NOW)


def test_a_map_is_shown_remembered_and_used(store: Path, tmp_path: Path) -> None:
    mine = tmp_path / "mine.csv"
    mine.write_text("Datum,Tote,Ort\n24.2.2022,3,x\n25.2.2022,0,y\n", encoding="utf-8")
    with pytest.raises(BadInput, match=r"--map"):
        import_files(store, (mine,), Options(), now=NOW)
    shown = show_map(mine, {"side_a": "Ort"}, war=None)
    assert shown.columns == (("Datum", "24.2.2022"), ("Tote", "3"), ("Ort", "x"))
    assert shown.rows["best"].to_list() == [3, 0]
    assert remember(mine, shown.text) == "mine.csv.map.toml"
    [done] = import_files(store, (mine,), Options(), now=NOW)
    assert (done.dataset, done.added, done.redistribute) == ("mine", 2, "private")
    assert show_map(mine, {}, war=None).found.columns["side_a"] == "Ort"
    (tmp_path / "mine.csv.map.toml").write_text("kind =", encoding="utf-8")
    with pytest.raises(BadInput, match=r"mine\.csv\.map\.toml is not TOML"):
        import_files(store, (mine,), Options(), now=NOW)


def test_a_series_of_the_war_is_read_as_the_war_says(store: Path, tmp_path: Path) -> None:
    file = tmp_path / "launched.csv"
    file.write_text("date,value\n2022-09-28,3\n", encoding="utf-8")
    [done] = import_files(store, (file,), Options(war="ukraine"), now=NOW)
    assert (done.kind, done.added) == ("panel", 1)
    assert Store(store).panel()["series"].to_list() == ["launched"]


def test_a_file_that_is_not_there_is_said_so(store: Path, tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="there is no file none"):
        import_files(store, (tmp_path / "none.csv",), Options(), now=NOW)
    assert ("acled", "ACLED") in datasets()


def test_months_of_deaths_from_the_record_are_those_of_the_raw_file(
    shared: Callable[[str], Path], store: Path
) -> None:
    file = shared("data/ucdp/ged251_ukraine_date_best.csv")
    [done] = import_files(store, (file,), Options(), now=NOW)
    assert (done.added, done.set_aside) == (31547, 0)
    sql = (
        "SELECT left(date_start, 7) AS month, sum(best::BIGINT)::DOUBLE AS deaths "
        "FROM read_csv(?, all_varchar=true) GROUP BY month ORDER BY month"
    )
    raw = duckdb.connect().execute(sql, [str(file)]).fetchall()
    kept = (
        Store(store)
        .events()
        .group_by(pl.col("date_start").dt.strftime("%Y-%m").alias("month"))
        .agg(pl.col("best").sum())
        .sort("month")
    )
    assert kept.rows() == raw


def test_the_monthly_panel_of_ukraine_is_that_of_the_raw_file(
    shared: Callable[[str], Path], store: Path
) -> None:
    file = shared("data/ucdp/ged251_ukraine_date_best.csv")
    import_files(store, (file,), Options(war="ukraine"), now=NOW)
    sql = (
        "SELECT date_trunc('month', date_start::TIMESTAMP)::DATE AS month, "
        "sum(best::BIGINT)::DOUBLE FROM read_csv(?, all_varchar=true) "
        "WHERE date_start >= '2022-02-24' GROUP BY month ORDER BY month"
    )
    raw = duckdb.connect().execute(sql, [str(file)]).fetchall()
    kept = Store(store).events_by_period(Counting(period="month", lumps=True))
    assert len(raw) == 35
    assert kept.select("date", "value").rows() == raw


# One file a dataset and version: a second version of a row would close the first.
FILES = {
    "ucdp/UCDP-Ukraine.csv": 3883,
    "ucdp/GEDEvent_v26_0_1.csv": 1727,
    "ucdp/GEDEvent_v23_0_10.csv": 2391,
    "ucdp/ged251_ukraine_date_best.csv": 31547,
    "ucdp/UcdpPrioConflict_v25_1.normalized.csv": 2750,
    "wars/InterStateWarData_v4.0.csv": 337,
    "peace/pax.csv": 2257,
    "peace/ceasefires_dataset.csv": 2203,
    "samples/gdelt2_events_sample.csv": 6090,
    "ukraine/viina_derived/VIINA_2022_REBUILD.csv": 2060,
    "ukraine/viina_derived/VIINA_2023_REBUILD.csv": 650,
    "ukraine/viina_derived/VIINA_2024_REBUILD.csv": 543,
    "ukraine/viina_derived/VIINA_2025_REBUILD.csv": 325,
}


def test_every_dataset_at_hand_stands_in_one_record(
    shared: Callable[[str], Path], store: Path
) -> None:
    files = tuple(shared(f"data/{name}") for name in FILES)
    done = import_files(store, files, Options(), now=NOW)
    assert {each.file: each.added for each in done} == {
        Path(name).name: count for name, count in FILES.items()
    }
    assert Store(store).events().height == sum(FILES.values())
    assert Store(store).broken() == []
    again = import_files(store, files, Options(), now=NOW)
    assert {each.added for each in again} == {0}

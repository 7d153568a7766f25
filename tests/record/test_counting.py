"""Events counted into a panel: by hand, by another way, and nothing added that must not be."""

import tomllib
from datetime import date
from importlib.resources import files
from pathlib import Path

import numpy as np
import polars as pl
import pyarrow as pa  # type: ignore[import-untyped]
import pytest
from tests.record.rows import DATASET, VERSION, many

from truceline.record import counting
from truceline.record.counting import Cell, Counting, counted
from truceline.record.store import Store

D = date
TERMS = tomllib.loads(files("truceline.read.datasets").joinpath("rights.toml").read_text("utf-8"))
KEY = ("war", "source_dataset", "source_version")
REPORTS = [name for name, each in TERMS["dataset"].items() if each["counts"] == "reports"]


@pytest.fixture
def store(tmp_path: Path) -> Store:
    made = Store(tmp_path / "a.duckdb")
    made.init()
    return made


def put(store: Store, rows: pl.DataFrame, *, dataset: str = DATASET) -> None:
    store.import_frame(rows, file_sha256=dataset, dataset=dataset, version=VERSION, at="2025")


def four() -> pl.DataFrame:
    """Return two deaths on a day, three two days later, and seven over five weeks."""
    return many(4).with_columns(
        war=pl.Series(["x", "x", "x", None]),
        date_start=pl.Series([D(2024, 1, 30), D(2024, 2, 1), D(2024, 1, 30), D(2024, 1, 30)]),
        date_end=pl.Series([D(2024, 1, 30), D(2024, 2, 1), D(2024, 3, 5), D(2024, 1, 30)]),
        best=pl.Series([2.0, 3.0, 7.0, 1.0]),
        low=pl.Series([1.0, 3.0, 0.0, 1.0]),
        high=pl.Series([4.0, None, 9.0, 1.0]),
    )


def test_days_hold_their_deaths_and_the_day_between_is_zero(store: Store) -> None:
    put(store, four())
    found = store.events_by_period()
    assert found["date"].to_list() == [D(2024, 1, 30), D(2024, 1, 31), D(2024, 2, 1)]
    assert found["value"].to_list() == [2, 0, 3]
    assert found["low"].to_list() == [1, 0, 3]
    assert found["high"].to_list() == [4, 0, None]
    assert set(found["series"]) == {f"{DATASET} deaths"}
    assert set(found["source_version"]) == {VERSION}


def test_what_is_left_out_is_counted_with_its_reason(store: Store) -> None:
    put(store, four())
    assert store.left_out().rows() == [
        (DATASET, "longer than a day", 1, 7.0),
        (DATASET, "no war is assigned", 1, 1.0),
    ]


def test_lumps_stand_on_their_first_day_where_asked_for(store: Store) -> None:
    put(store, four())
    assert store.events_by_period(Counting(lumps=True))["value"].to_list() == [9, 0, 3]
    assert store.events_by_period(Counting("events", lumps=True))["value"].to_list() == [2, 0, 1]
    months = store.events_by_period(Counting(period="month", lumps=True))
    assert months.select("date", "value").rows() == [(D(2024, 1, 1), 9.0), (D(2024, 2, 1), 3.0)]


def test_two_datasets_are_never_added_up(store: Store) -> None:
    put(store, four())
    put(store, four().with_columns(source_dataset=pl.lit("other")), dataset="other")
    found = store.events_by_period()
    assert sorted(set(found["series"])) == ["other deaths", f"{DATASET} deaths"]
    assert found["value"].sum() == 10


def rows_of(**columns: list[object]) -> pa.Table:
    """Return rows of events_by_period.sql, all of one war and day where not said otherwise."""
    count = len(next(iter(columns.values())))
    key = {"war": "x", "source_dataset": "u", "source_version": "1", "date": D(2024, 1, 1)}
    said = {name: [value] * count for name, value in key.items()} | columns
    said["code"] = [hash(each) for each in zip(*(said[name] for name in KEY), strict=True)]
    figures = {name: said.get(name, [1.0] * count) for name in ("best", "low", "high")}
    return pa.table(said | {name: pa.array(each, "double") for name, each in figures.items()})


def test_two_versions_in_one_cell_are_summed_and_both_named() -> None:
    rows = rows_of(source_version=["2", "1"], best=[4.0, 1.0])
    found = counted([rows], Counting())
    assert found.select("value", "source_version").rows() == [(5.0, "1;2")]
    assert counted([rows], Counting("events"))["value"].to_list() == [2]


def test_a_figure_nobody_states_is_unknown_and_a_bound_that_one_lacks_too() -> None:
    none = rows_of(best=[None], low=[None], high=[None])
    assert counted([none], Counting()).select("value", "low", "high").row(0) == (None, None, None)
    some = rows_of(best=[2.0, None, 1.0], low=[1.0, None, 1.0], high=[4.0, 3.0, 3.0])
    assert counted([some], Counting()).select("value", "low", "high").row(0) == (3, 2, None)
    made_up_for = rows_of(best=[2.0, None], low=[None, 1.0])
    assert counted([made_up_for], Counting())["low"].to_list() == [None]


def test_rows_that_come_in_parts_count_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    rng = np.random.default_rng(3)
    count = 2_000
    days = [D.fromordinal(738_000 + int(each)) for each in rng.integers(0, 90, count)]
    gaps = {
        name: [None if rng.random() < 0.03 else float(each) for each in rng.integers(0, 9, count)]
        for name in ("best", "low", "high")
    }
    named = {
        name: [f"{name} {each}" for each in rng.integers(0, 3, count)]
        for name in ("war", "source_dataset", "source_version")
    }
    rows = rows_of(date=days, **named, **gaps)  # type: ignore[arg-type]
    for what in ("deaths", "events"):
        how = Counting(what)
        whole = counted([rows], how)
        parts = [rows.slice(at, 300) for at in range(0, count, 300)]
        for held in (1 << 21, 500, 1):
            monkeypatch.setattr(counting, "HELD", held)
            assert counted(parts, how).equals(whole)
        assert whole.height == whole.select("series", "war", "date").n_unique()
        assert whole["value"].sum() == (count if what == "events" else np.nansum(
            np.array(gaps["best"], dtype=float)))  # fmt: skip


@pytest.mark.parametrize("period", ["day", "month", "year"])
def test_a_panel_of_many_is_the_same_by_another_way(store: Store, period: str) -> None:
    rows = many(3_000, wars=7)
    put(store, rows)
    found = store.events_by_period(Counting(period=period))  # type: ignore[arg-type]
    every = {"day": "1d", "month": "1mo", "year": "1y"}[period]
    slow = (
        rows.sort("war", "date_start")
        .group_by("war", pl.col("date_start").dt.truncate(every).alias("date"))
        .agg(pl.col("best").sum())
        .sort("war", "date")
    )
    told = found.filter(pl.col("value") > 0).select("war", "date", best="value").sort("war", "date")
    assert told.equals(slow.filter(pl.col("best") > 0).select("war", "date", "best"))
    for (_,), one in found.group_by("war"):
        days = one["date"]
        bounds = pl.DataFrame({"first": [days.min()], "last": [days.max()]})
        full = bounds.select(pl.date_ranges("first", "last", every).explode())
        assert days.to_list() == full.to_series().to_list()


def test_a_number_leads_back_to_its_rows(store: Store) -> None:
    put(store, four())
    how = Counting(lumps=True)
    cell = Cell("x", DATASET, D(2024, 1, 30))
    assert sorted(store.behind(cell, how)["best"]) == [2, 7]
    assert store.behind(cell)["best"].to_list() == [2]
    found = store.sources(store.behind(cell)["id"].to_list())
    assert found.select("file_sha256", "source_version").rows() == [(DATASET, VERSION)]


def test_an_empty_store_has_an_empty_panel(store: Store) -> None:
    assert store.events_by_period().height == 0
    assert store.left_out().height == 0


@pytest.mark.parametrize("dataset", REPORTS)
def test_a_dataset_of_reports_is_counted_nowhere_and_said_so(store: Store, dataset: str) -> None:
    put(store, four().with_columns(source_dataset=pl.lit(dataset)), dataset=dataset)
    assert store.events_by_period(Counting("events", "day")).height == 0
    assert set(store.left_out(Counting("events", "day"))["reason"]) == {"reports are no events"}

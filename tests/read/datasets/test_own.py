"""A user's own file by its map."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import duckdb
import pytest

from truceline.read.datasets.adapter import Imported
from truceline.read.datasets.mapping import changed, propose, settled
from truceline.read.datasets.own import own_table, read_own
from truceline.terms.errors import BadInput
from truceline.terms.tables import EVENTS, PANEL, ROW


def read(raw: bytes, *, war: str | None = "w", **changes: str) -> Imported:
    table = own_table(raw, "mine.csv")
    how = settled(table, changed(propose(table), changes))
    return read_own(table, how, dataset="mine", war=war, retrieved_at="2026-01-01")


def test_an_event_has_the_hash_of_its_row_for_an_id() -> None:
    one = b"2022-02-24,48,37,3,A\n"
    two = b"2022-02-25,49,36,4,B\n"
    head = b"date,lat,lon,killed,initiator\n"
    there = read(head + one + two, initiator="initiator").frame
    back = read(head + two + one, initiator="initiator").frame
    assert list(there.columns) == [*EVENTS, ROW]
    assert there["id"].to_list() == back["id"].to_list()[::-1]
    assert there["initiator"].to_list() == ["A", "B"]
    assert there["initiator_basis"].to_list() == ["the file says so"] * 2
    assert there["redistribute"].to_list() == ["private"] * 2


def test_rows_that_cannot_be_read_are_counted() -> None:
    found = read(b"date,lat,lon,killed\nsoon,48,37,3\n2022-02-25,98,36,4\n2022-02-26,48,37,0\n"
                 b"2022-02-27,48,37,few\n")  # fmt: skip
    assert found.frame["date_start"].to_list() == [date(2022, 2, 26)]
    assert dict(found.reasons()) == {
        "the date cannot be read": 1,
        "latitude or longitude is off the globe": 1,
        "killed is not a number": 1,
    }


def test_a_series_needs_a_war_and_keeps_missing_days_missing() -> None:
    raw = b"date,value\n2022-02-24,1\n2022-02-25,\n2022-02-26,0\n2022-02-27,x\n2022-02-24,5\n"
    found = read(raw)
    assert list(found.frame.columns) == list(PANEL)
    assert found.frame.select("date", "value").rows() == [
        (date(2022, 2, 24), 1),
        (date(2022, 2, 25), None),
        (date(2022, 2, 26), 0),
    ]
    assert found.aside.select("row", "reason").rows() == [
        (4, "the value is not a number"),
        (5, "its day stood there already"),
    ]
    with pytest.raises(BadInput, match="needs a war"):
        read(raw, war=None)


def test_parts_of_a_day_are_added_up_where_the_map_says_so() -> None:
    found = read(b"date,value\n2022-02-24,1\n2022-02-24,5\n2022-02-25,\n", repeated="sum")
    assert found.frame["value"].to_list() == [6, None]


def test_json_lists_are_tables() -> None:
    assert own_table(b'[{"date": "2022-02-24", "n": 1.5, "x": null}]', "x.json").frame.row(0) == (
        "2022-02-24",
        "1.5",
        None,
        1,
    )
    with pytest.raises(BadInput, match="no list of records"):
        own_table(b'{"a": 1}', "x.json")
    with pytest.raises(BadInput, match="is not JSON throughout"):
        own_table(b'[{"a": 1}', "x.json")


MISSILES = """SELECT count(DISTINCT left(time_end, 10)), sum(launched::DOUBLE),
min(left(time_end, 10))::DATE FROM read_csv('{f}', all_varchar=true)"""
NAMED = """SELECT count(*), sum(d.russiaDeaths), min(left(d.date, 10))::DATE FROM
(SELECT unnest(daily) AS d FROM read_json('{f}',
columns={{daily: 'STRUCT(date VARCHAR, russiaDeaths DOUBLE)[]'}}))"""
PLAIN = "SELECT count(*), round(sum({value}), 3), min(date)::DATE FROM {read}('{{f}}')"
# file, what the user says, SQL for rows, sum, first day; {f} is the file
DAILY = [
    ("front_area_daily.csv", {}, PLAIN.format(value="held_km2", read="read_csv")),
    ("liveuamap_territory.csv", {}, PLAIN.format(value="area", read="read_csv")),
    ("missile_attacks_daily.csv", {"repeated": "sum"}, MISSILES),
    ("russia_losses_personnel.json", {}, PLAIN.format(value="personnel", read="read_json")),
    (
        "russia_losses_equipment.json",
        {"value": "tank"},
        PLAIN.format(value="tank", read="read_json"),
    ),
    ("ukrwarlosses_daily.json", {"value": "russiaDeaths"}, NAMED),
    (
        "humanitarian_corridors_peacerep.csv",
        {"kind": "events", "date_start": "date"},
        # beside `date` there is `Date`, which DuckDB takes for the same
        "SELECT count(*), NULL, min(date_1)::DATE FROM read_csv('{f}')",
    ),
]


@pytest.mark.parametrize(("name", "changes", "sql"), DAILY, ids=[case[0] for case in DAILY])
def test_daily_files_give_what_sql_counts_over_them(
    shared: Callable[[str], Path], name: str, changes: dict[str, str], sql: str
) -> None:
    file = shared(f"data/ukraine/{name}")
    table = own_table(file.read_bytes(), name)
    how = settled(table, changed(propose(table), changes))
    found = read_own(table, how, dataset="d", war="w", retrieved_at="x")
    rows, total, first = duckdb.connect().execute(sql.format(f=file)).fetchone() or ()
    assert found.frame.height == rows
    day = "date" if found.kind == "panel" else "date_start"
    assert found.frame[day].min() == first
    if found.kind == "panel":
        assert round(found.frame["value"].sum(), 3) == total
    assert found.aside.height == 0

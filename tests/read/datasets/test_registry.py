"""Every file that an adapter exists for, against DuckDB's own count; how files are known."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import duckdb
import polars as pl
import pytest

from truceline.read.datasets.registry import ADAPTERS, adapter_of, read_dataset, with_war
from truceline.terms.errors import BadInput
from truceline.terms.tables import EVENTS, check
from truceline.terms.wars import Side, War

NOW = "2026-01-01T00:00:00+00:00"
WAR = War(
    folder="ukraine",
    name="x",
    start=date(2022, 2, 24),
    codes={"ucdp_conflict": "13243"},
    sides=(Side(code="RUS", name="Russia"), Side(code="UKR", name="Ukraine")),
)
PLAIN = "read_csv(?, all_varchar=true, header=true{extra})"
MAC = ", encoding='latin-1', new_line='\\r'"

# path, how DuckDB reads it, its dataset, its version, SQL for: rows, sum of deaths, first day, last
CASES = [
    ("ucdp/UCDP-Ukraine.csv", "", "ucdp-ged", "unknown", "count(*)", "sum(best::INT)",
     "min(strptime(split_part(date_start,' ',1),'%m/%d/%Y')::DATE)"),
    ("ucdp/GEDEvent_v26_0_1.csv", "", "ucdp-candidate", "26.0.1", "count(*)", "sum(best::INT)",
     "min(left(date_start,10)::DATE)"),
    ("ucdp/GEDEvent_v23_0_10.csv", "", "ucdp-candidate", "23.0.10", "count(*)", "sum(best::INT)",
     "min(left(date_start,10)::DATE)"),
    ("ucdp/ged251_ukraine_date_best.csv", "", "ucdp-ged-extract", "25.1", "count(*)",
     "sum(best::INT)", "min(left(date_start,10)::DATE)"),
    ("ucdp/UcdpPrioConflict_v25_1.normalized.csv", "", "ucdp-prio-acd", "25.1", "count(*)", "0",
     "min(greatest((year||'-01-01')::DATE, start_date2::DATE))"),
    ("wars/ucdp_acd.csv", "", "ucdp-prio-acd", "unknown", "count(*)", "0",
     "min(greatest((year::DOUBLE::INT||'-01-01')::DATE, start_date2::DATE))"),
    ("wars/InterStateWarData_v4.0.csv", MAC, "cow-inter-state", "4.0", "count(*)",
     "sum(CASE WHEN BatDeath::INT >= 0 THEN BatDeath::INT END)",
     "min(make_date(StartYear1::INT,StartMonth1::INT,StartDay1::INT))"),
    ("peace/pax.csv", "", "pa-x", "unknown", "count(*)", "0",
     "min(strptime(Dat,'%d/%m/%Y')::DATE)"),
    ("peace/pax_all_agreements_data_v9.csv", "", "pa-x", "9", "count(*)", "0",
     "min(strptime(Dat,'%d/%m/%Y')::DATE)"),
    ("peace/ceasefires_dataset.csv", "", "eth-prio-ceasefires", "unknown",
     "count(DISTINCT uniq_id)", "0",
     "min(make_date(cf_dec_yr::INT,greatest(cf_dec_month::INT,1),greatest(cf_dec_day::INT,1)))"),
    ("samples/gdelt2_events_sample.csv", "", "gdelt", "unknown", "count(*)", "0",
     "min(strptime(SQLDATE,'%Y%m%d')::DATE)"),
    *[(f"ukraine/viina_derived/VIINA_{year}_REBUILD.csv", "", "viina", "unknown", "count(*)", "0",
       "min(strptime(date,'%Y%m%d')::DATE)") for year in (2022, 2023, 2024, 2025)],
]  # fmt: skip


def as_utf8(file: Path, folder: Path) -> str:
    """Return the path of a copy that DuckDB can read where the file is in Windows' encoding."""
    if file.name != "UCDP-Ukraine.csv":
        return str(file)
    copy = folder / file.name
    copy.write_bytes(file.read_bytes().decode("cp1252").encode())
    return str(copy)


@pytest.mark.parametrize(("path", "extra", "dataset", "version", "rows", "deaths", "first"), CASES,
                         ids=[case[0] for case in CASES])  # fmt: skip
def test_the_counts_are_those_of_sql_over_the_raw_file(
    shared: Callable[[str], Path],
    tmp_path: Path,
    path: str,
    extra: str,
    dataset: str,
    version: str,
    rows: str,
    deaths: str,
    first: str,
) -> None:
    file = shared(f"data/{path}")
    read = read_dataset(file.read_bytes(), file.name, retrieved_at=NOW)
    sql = f"SELECT {rows}, {deaths}, {first} FROM {PLAIN.format(extra=extra)}"
    counted = duckdb.connect().execute(sql, [as_utf8(file, tmp_path)]).fetchone()
    frame = check(read.frame, EVENTS)
    assert (frame.height, frame["best"].sum(), frame["date_start"].min()) == counted
    assert (read.dataset, read.version) == (dataset, version)
    assert read.aside.height == 0
    assert frame["id"].n_unique() == frame.height
    assert set(frame["redistribute"]) == {read.rights.redistribute}
    assert ADAPTERS["ucdp-ged"].known  # the codebook stays with its adapter


def test_every_row_of_a_ceasefire_is_in_it(shared: Callable[[str], Path]) -> None:
    file = shared("data/peace/ceasefires_dataset.csv")
    read = read_dataset(file.read_bytes(), file.name, retrieved_at=NOW)
    assert (read.rows, read.frame.height) == (4091, 2203)
    sql = (  # two actors have a semicolon in their name
        "SELECT sum(len(string_split(actor_name, ';')))::INT FROM "
        "(SELECT DISTINCT uniq_id, actor_name FROM read_csv(?, all_varchar=true))"
    )
    actors = duckdb.connect().execute(sql, [str(file)]).fetchone()
    named = read.frame["side_a"].str.split(";").list.len().sum()
    assert actors == (named,)


def test_months_of_deaths_are_those_of_the_raw_file(shared: Callable[[str], Path]) -> None:
    file = shared("data/ucdp/ged251_ukraine_date_best.csv")
    read = read_dataset(file.read_bytes(), file.name, retrieved_at=NOW)
    sql = (
        "SELECT left(date_start, 7) AS month, sum(best::BIGINT)::DOUBLE AS deaths "
        "FROM read_csv(?, all_varchar=true) GROUP BY month ORDER BY month"
    )
    raw = duckdb.connect().execute(sql, [str(file)]).fetchall()
    ours = (
        read.frame.group_by(pl.col("date_start").dt.strftime("%Y-%m").alias("month"))
        .agg(pl.col("best").sum())
        .sort("month")
    )
    assert ours.rows() == raw
    assert len(raw) > 100


def test_a_war_takes_its_own_conflict_and_nothing_before_it_began(
    shared: Callable[[str], Path], tmp_path: Path
) -> None:
    file = shared("data/ucdp/UCDP-Ukraine.csv")
    read = with_war(read_dataset(file.read_bytes(), file.name, retrieved_at=NOW), WAR)
    sql = (
        "SELECT count(*) FROM read_csv(?, all_varchar=true) "
        "WHERE conflict_new_id = '13243' "
        "AND strptime(split_part(date_end, ' ', 1), '%m/%d/%Y') >= DATE '2022-02-24'"
    )
    counted = duckdb.connect().execute(sql, [as_utf8(file, tmp_path)]).fetchone()
    assert counted == (read.frame["war"].count(),)
    assert "rows belong to ukraine: rows of conflict 13243" in read.remarks[-1]


@pytest.mark.parametrize(
    ("path", "war"), [("peace/pax.csv", 2), ("peace/pax_all_agreements_data_v9.csv", 1)]
)
def test_agreements_are_a_wars_by_their_conflict_and_not_by_their_time(
    shared: Callable[[str], Path], path: str, war: int
) -> None:
    file = shared(f"data/{path}")
    read = with_war(read_dataset(file.read_bytes(), file.name, retrieved_at=NOW), WAR)
    sql = (
        "SELECT count(*) FROM read_csv(?, all_varchar=true) "
        "WHERE split_part(UcdpCon, '.', 1) = '13243' "
        "AND strptime(Dat, '%d/%m/%Y') >= DATE '2022-02-24'"
    )
    assert duckdb.connect().execute(sql, [str(file)]).fetchone() == (war,)
    assert read.frame["war"].count() == war


ACLED = (
    "event_id_cnty,event_date,event_type,actor1,actor2,fatalities,latitude,longitude\n"
    "UKR1,2024-01-02,Battles,A,B,12,48.1,37.2\n"
)


def test_a_dataset_without_conflict_numbers_is_the_wars_because_the_user_says_so() -> None:
    read = read_dataset(ACLED.encode(), "acled.csv", retrieved_at=NOW)
    assert with_war(read, WAR).frame["war"].to_list() == ["ukraine"]
    over = replace(WAR, end=date(2023, 1, 1))
    assert with_war(read, over).frame["war"].to_list() == [None]
    to_come = replace(WAR, start=date(2025, 1, 1))
    assert with_war(read, to_come).frame["war"].to_list() == [None]


def test_a_file_of_no_dataset_is_said_so_and_what_to_do() -> None:
    with pytest.raises(BadInput, match=r"no dataset has these columns \(a, b …\).*--map"):
        adapter_of(b"a,b\n1,2\n", "mine.csv")
    with pytest.raises(BadInput, match=r"mine\.json is JSON, .* with --map"):
        adapter_of(b'\n[{"a": 1}]', "mine.json")
    with pytest.raises(BadInput, match="known are ucdp-ged, "):
        adapter_of(b"a,b\n1,2\n", "mine.csv", known_as="ged")
    with pytest.raises(BadInput, match="is empty"):
        adapter_of(b" \n", "mine.csv")


def test_a_lacking_column_is_named_with_the_one_that_looks_like_it() -> None:
    raw = ACLED.replace("fatalities", "fatality").encode()
    with pytest.raises(BadInput, match=r"needs the columns fatalities \(the file has fatality\)"):
        read_dataset(raw, "acled.csv", retrieved_at=NOW, known_as="acled")


def test_what_changed_is_said_in_plain_words() -> None:
    raw = ACLED.replace("\n", ",x\n").replace(",x\n", ",sub_event\n", 1).encode()
    read = read_dataset(raw, "acled.csv", retrieved_at=NOW)
    assert read.remarks[0] == (
        "columns this version does not know, kept but not read: "
        "sub_event (perhaps sub_event_type renamed)"
    )
    assert "columns that were there before and are not now: year, " in read.remarks[1]
    assert read.written is not None
    assert read.written["sub_event"][0] == "x"


def test_columns_spelt_otherwise_are_read_all_the_same() -> None:
    head, row = ACLED.strip().split("\n")
    read = read_dataset(f"{head.upper()}\n{row}\n".encode(), "acled.csv", retrieved_at=NOW)
    assert read.frame["best"].to_list() == [12]
    assert any("EVENT_DATE for event_date" in remark for remark in read.remarks)

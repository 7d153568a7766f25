"""UCDP/PRIO conflict-years."""

from datetime import date

from truceline.read.datasets.prio import build
from truceline.read.datasets.registry import read_dataset
from truceline.read.datasets.table import table

HEAD = (
    "conflict_id;side_a;gwno_b;year;intensity_level;type_of_conflict;start_date2;ep_end;ep_end_date"
)


def test_a_year_is_cut_where_the_episode_began_and_ended() -> None:
    raw = f"{HEAD}\n1;A;365;2012;1;3;2012-11-15;0;\n1;A;365;2013;1;3;2012-11-15;1;2013-02-01\n"
    frame = read_dataset(raw.encode(), "acd.csv", retrieved_at="x").frame
    assert frame.select("id", "date_start", "date_end").rows() == [
        ("1-2012", date(2012, 11, 15), date(2012, 12, 31)),
        ("1-2013", date(2013, 1, 1), date(2013, 2, 1)),
    ]
    assert frame["best"].null_count() == 2
    assert frame["side_b"].to_list() == ["GW 365", "GW 365"]


def test_a_row_without_a_year_is_refused() -> None:
    raw = f"{HEAD}\n1;A;365;;1;3;2012-11-15;0;\n"
    read = read_dataset(raw.encode(), "acd.csv", retrieved_at="x")
    assert read.reasons() == [("year is no year", 1)]
    assert build(table(raw.encode(), "acd.csv")).frame.height == 1

"""GDELT 2.0 as published: 61 columns, tabs, no header."""

from datetime import date

from truceline.read.datasets.gdelt import COLUMNS, build
from truceline.read.datasets.registry import read_dataset
from truceline.read.datasets.table import table

ROW = {
    "GLOBALEVENTID": "9", "SQLDATE": "20220224", "Actor1Code": "RUS", "Actor2Code": "UKR",
    "EventCode": "190", "QuadClass": "4", "ActionGeo_Lat": "50.4", "ActionGeo_Long": "30.5",
    "SOURCEURL": "https://example.org/a",
}  # fmt: skip


def text(**change: str) -> bytes:
    return ("\t".join((ROW | change).get(name, "") for name in COLUMNS) + "\n").encode()


def test_the_codebook_has_61_columns() -> None:
    assert len(COLUMNS) == len(set(COLUMNS)) == 61


def test_a_row_without_a_header_is_read_by_place() -> None:
    read = read_dataset(text(), "20220224000000.export.CSV", retrieved_at="x")
    found = read.frame.row(0, named=True)
    assert found["date_start"] == date(2022, 2, 24)
    assert (found["side_a"], found["side_b"], found["type"]) == ("RUS", "UKR", "ASSAULT")
    assert found["initiator"] == "RUS"
    assert found["best"] is None
    assert read.rights.counts == "reports"
    assert any("1 rows stand on 1 pages" in remark for remark in read.remarks)


def test_words_have_no_initiator() -> None:
    read = read_dataset(text(QuadClass="3"), "x.csv", retrieved_at="x")
    assert read.frame["initiator"].to_list() == [None]


def test_a_day_that_is_none_is_refused() -> None:
    built = build(table(text(SQLDATE="20221345"), "x.tsv", names=COLUMNS))
    assert built.refuse[1][0] == "SQLDATE cannot be read as a date"
    assert read_dataset(text(SQLDATE="20221345"), "x.csv", retrieved_at="x").aside.height == 1

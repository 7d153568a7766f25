"""Agreements and ceasefires."""

from datetime import date

import pytest

from truceline.read.datasets.peace import build_ceasefires, build_pax
from truceline.read.datasets.registry import read_dataset
from truceline.read.datasets.table import ROW, table

HEAD = "uniq_id,actor_name,cf_dec_yr,cf_dec_month,cf_dec_day,ucdp_acd_id"


def test_pax_names_the_day_first() -> None:
    raw = b"Con,AgtId,Agt,Dat,Agtp\nA/B,5,Text,03/04/1990,Inter\n"
    found = read_dataset(raw, "pax.csv", retrieved_at="x").frame.row(0, named=True)
    assert (found["id"], found["date_start"], found["type"]) == ("5", date(1990, 4, 3), "AGREE")
    assert build_pax(table(raw, "pax.csv")).frame.height == 1


@pytest.mark.parametrize(
    ("month", "day", "start", "end", "prec"),
    [
        ("1", "12", date(1994, 1, 12), date(1994, 1, 12), "day"),
        ("2", "-1", date(1994, 2, 1), date(1994, 2, 28), "month"),
        ("-1", "-1", date(1994, 1, 1), date(1994, 12, 31), "year"),
        ("0", "0", date(1994, 1, 1), date(1994, 12, 31), "year"),
    ],
)
def test_an_unknown_day_spans_what_it_may_be(
    month: str, day: str, start: date, end: date, prec: str
) -> None:
    raw = f"{HEAD}\n1,A,1994,{month},{day},400\n".encode()
    found = read_dataset(raw, "c.csv", retrieved_at="x").frame.row(0, named=True)
    assert (found["date_start"], found["date_end"], found["date_prec"]) == (start, end, prec)


def test_actors_of_one_ceasefire_are_one_event_of_its_first_day() -> None:
    raw = f"{HEAD}\n1,A,1994,1,16,400\n2,C,1995,1,1,9\n1,B,1994,1,12,400\n,D,1996,1,1,9\n".encode()
    read = read_dataset(raw, "c.csv", retrieved_at="x")
    assert read.frame.select("id", "side_a", "date_start").rows() == [
        ("1", "A;B", date(1994, 1, 12)),
        ("2", "C", date(1995, 1, 1)),
    ]
    assert read.reasons() == [("no uniq_id", 1)]
    assert read.written is not None
    assert read.written["cf_dec_day"][0] == "16;12"
    assert [name for name in read.written.columns if name.startswith("truceline")] == [ROW]
    assert "3 rows of actors are 2 ceasefires" in read.remarks
    assert build_ceasefires(table(raw, "c.csv")).frame.height == 3

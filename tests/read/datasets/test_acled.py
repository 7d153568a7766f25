"""ACLED: one number of deaths, and an order of actors that says nothing of who attacked."""

from datetime import date

from truceline.read.datasets.acled import ACLED, build
from truceline.read.datasets.registry import read_dataset
from truceline.read.datasets.table import table

RAW = (
    b"event_id_cnty,event_date,time_precision,event_type,actor1,actor2,geo_precision,latitude,"
    b"longitude,fatalities\n"
    b"UKR1,24 February 2022,1,Battles,Forces of Russia,Forces of Ukraine,1,48,37,12\n"
    b"UKR2,25 February 2022,2,Riots,Rioters,,2,48,37,0\n"
)


def test_direction_and_range_are_not_invented() -> None:
    frame = read_dataset(RAW, "acled.csv", retrieved_at="x").frame
    first = frame.row(0, named=True)
    assert first["initiator"] is None
    assert "does not say who attacked" in first["initiator_basis"]
    assert (first["low"], first["best"], first["high"]) == (None, 12, None)
    assert first["where_prec"] is None
    assert first["redistribute"] == "aggregate only"
    assert (first["date_start"], first["date_prec"]) == (date(2022, 2, 24), "day")
    assert frame["type"].to_list() == ["ASSAULT", "PROTEST"]
    assert frame["date_prec"].to_list() == ["day", "week"]


def test_both_limits_are_said() -> None:
    remarks = build(table(RAW, "acled.csv")).remarks
    assert "one number of deaths" in remarks[0]
    assert "no initiator" in remarks[1]
    assert ACLED.war_key is None

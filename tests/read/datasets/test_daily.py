"""A series as its war describes it."""

from datetime import date

import pytest

from truceline.read.datasets.daily import read_series, series_of
from truceline.terms.errors import BadWar
from truceline.terms.wars import Series, Side, War

SERIES = Series(name="launched", file="x.csv", unit="items", side="RUS", reported_by="Air Force",
                version="2026-06", licence="facts", redistribute="aggregate only")  # fmt: skip
WAR = War(folder="w", name="W", start=date(2022, 2, 24), series=(SERIES,),
          sides=(Side(code="A", name="A"), Side(code="B", name="B")))  # fmt: skip


def test_the_war_says_what_the_series_is() -> None:
    found = read_series(
        b"date,value,low,high\n2022-02-24,3,2,5\n2022-02-25,,,\n", "x.csv", WAR, SERIES
    )
    assert found.frame.row(0) == (
        "w", date(2022, 2, 24), "launched", 3, 2, 5, "items", "RUS", "Air Force", "2026-06"
    )  # fmt: skip
    assert found.frame["value"].to_list() == [3, None]
    assert found.rights.redistribute == "aggregate only"
    assert found.rights.licence == "facts"


def test_the_file_is_known_by_its_name() -> None:
    assert series_of(WAR, "x.csv") is SERIES
    assert series_of(WAR, "y.csv") is None
    with pytest.raises(BadWar, match="header"):
        read_series(b"day,value\n1,2\n", "x.csv", WAR, SERIES)

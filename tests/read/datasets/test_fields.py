"""Dates and numbers as people write them."""

from datetime import date

import polars as pl
import pytest

from truceline.read.datasets.fields import Order, days, number, order_of, version_in, whole


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2022-02-24", date(2022, 2, 24)),
        ("2022-02-24T06:00:00Z", date(2022, 2, 24)),
        ("20220224", date(2022, 2, 24)),
        ("20220224123000", None),
        ("24 February 2022", date(2022, 2, 24)),
        ("24-Feb-2022", date(2022, 2, 24)),
        ("Feb 24, 2022", date(2022, 2, 24)),
        ("24.02.2022", date(2022, 2, 24)),
        ("24/02/22", date(2022, 2, 24)),
        ("24/02/89", date(1989, 2, 24)),
        ("2022-02", date(2022, 2, 1)),
        ("2025-W44", date(2025, 10, 27)),
        ("2022-02-30", None),
        ("31/02/2022", None),
        ("yesterday", None),
        ("", None),
    ],
)
def test_dates(text: str, day: date | None) -> None:
    assert days(pl.Series([text])).to_list() == [day]


@pytest.mark.parametrize(
    ("texts", "order"),
    [
        (["2/24/2022", "03/04/2022"], "month first"),
        (["24/2/2022", "03/04/2022"], "day first"),
        (["03/04/2022"], None),
        (["24/2/2022", "2/24/2022"], None),
    ],
)
def test_the_column_decides_the_order_or_nothing_does(
    texts: list[str], order: Order | None
) -> None:
    assert order_of(pl.Series(texts)) == order


def test_a_user_may_say_the_order() -> None:
    given = pl.Series(["03/04/2022"])
    assert days(given, order="day first").to_list() == [date(2022, 4, 3)]
    assert days(given, order="month first").to_list() == [date(2022, 3, 4)]


def test_numbers() -> None:
    frame = pl.DataFrame({"x": ["1", "1,234.5", "-3", "1e3", "nan", "12a", None]})
    assert frame.select(number("x"))["x"].to_list() == [1, 1234.5, -3, 1000, None, None, None]
    assert frame.select(whole("x"))["x"].to_list() == [1, None, -3, 1000, None, None, None]


@pytest.mark.parametrize(
    ("name", "version"),
    [
        ("GEDEvent_v23_0_10.csv", "23.0.10"),
        ("UcdpPrioConflict_v25_1.csv", "25.1"),
        ("InterStateWarData_v4.0.csv", "4.0"),
        ("ged251.csv", "25.1"),
        ("data2022.csv", None),
    ],
)
def test_versions_in_names(name: str, version: str | None) -> None:
    assert version_in(name) == version

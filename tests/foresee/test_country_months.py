"""Months laid out by country, and cut where nothing later may be seen."""

import numpy as np
import polars as pl
import pytest

from truceline.foresee.country_months import country_months
from truceline.terms.errors import BadFrame, BadInput


def frame(**deaths: list[float]) -> pl.DataFrame:
    rows = [
        {"country": code.upper(), "month": f"2024-{month:02d}", "deaths": value}
        for code, values in deaths.items()
        for month, value in enumerate(values, start=1)
    ]
    return pl.DataFrame(rows)


def test_rows_are_countries_and_columns_months_whatever_the_order() -> None:
    given = frame(bbb=[1.0, 2.0], aaa=[3.0, 4.0])
    found = country_months(given.sample(fraction=1, shuffle=True, seed=1))
    assert found.countries == ("AAA", "BBB")
    assert found.deaths.tolist() == [[3, 4], [1, 2]]


def test_what_comes_after_the_origin_is_not_in_reach() -> None:
    found = country_months(frame(aaa=[1.0, 2.0, 3.0]))
    seen = found.until("2024-02")
    assert seen.tolist() == [[1, 2]]
    assert seen.base is None


def test_a_country_is_added_with_zeros_and_none_is_doubled() -> None:
    found = country_months(frame(aaa=[1.0]), zeros=["CCC", "AAA"])
    assert found.countries == ("AAA", "CCC")
    assert found.deaths.tolist() == [[1], [0]]


def test_a_year_is_its_twelve_months() -> None:
    found = country_months(frame(aaa=list(range(12))))
    assert np.array_equal(found.year(2024), [range(12)])


@pytest.mark.parametrize("month", ["2023-12", "2024-04"])
def test_a_month_outside_the_table_is_refused_by_name(month: str) -> None:
    with pytest.raises(BadInput, match=f"{month} is not in the table"):
        country_months(frame(aaa=[1.0, 2.0, 3.0])).until(month)


def test_a_missing_month_is_not_taken_for_zero() -> None:
    with pytest.raises(BadFrame, match="BBB has 1 rows for 2 months"):
        country_months(pl.concat([frame(aaa=[1.0, 2.0]), frame(bbb=[1.0])]))

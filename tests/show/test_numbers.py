"""Two to three significant digits, never a NaN."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from truceline.show.numbers import NONE, chance, datum, figure, interval, large, percent


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (0, "0"), (1.0512, "1.05"), (0.7149, "0.71"), (0.0123, "0.012"), (12.34, "12.3"),
        (123.4, "123"), (1234.5, "1,230"), (1234567, "1,230,000"), (-1.5, "−1.50"),
        (None, NONE), (math.nan, NONE), (math.inf, NONE), (0.00001, "1.0e-05"),
    ],
)  # fmt: skip
def test_an_estimate_in_two_to_three_digits(value: float | None, said: str) -> None:
    assert figure(value) == said


@given(st.none() | st.floats())
def test_nothing_says_nan_or_infinity(value: float | None) -> None:
    told = (
        f"{figure(value)} {datum(value)} {interval(value, value)} {percent(value)} {chance(value)}"
    )
    assert "nan" not in told.replace("cannot", "")
    assert "inf" not in told


@given(st.floats(1e-3, 1e6))
def test_a_figure_is_within_five_per_cent_of_its_number(value: float) -> None:
    assert abs(float(figure(value).replace(",", "")) - value) <= 0.05 * value


def test_a_recorded_number_stands_as_it_is() -> None:
    assert datum(12345.0) == "12,345"
    assert datum(108432.58) == "108,432.6"
    assert datum(-3.0) == "−3"


def test_a_missing_day_is_no_report_and_a_zero_is_a_zero() -> None:
    assert (datum(None), datum(0.0)) == ("no report", "0")


def test_an_open_end_is_said() -> None:
    assert interval(None, 1.34) == "no lower end to 1.34"
    assert interval(0.5, None) == "0.50 to no upper end"


def test_chance_and_share_and_size() -> None:
    assert [chance(p) for p in (0.5, 0.049, 0.0049, 0.0001)] == [
        "0.50",
        "0.049",
        "0.0049",
        "< 0.001",
    ]
    assert [percent(x) for x in (0.95, 0.999)] == ["95\xa0%", "99.9\xa0%"]
    assert [large(x) for x in (7e9, 2.5e12, 950.0)] == ["7 billion", "2.5 trillion", "950"]

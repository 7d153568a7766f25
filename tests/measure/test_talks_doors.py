"""What `talks` takes at its doors, and what it does with thin or broken data."""

from dataclasses import replace
from datetime import date

import numpy as np
import pandas as pd
import polars as pl
import pytest
from tests.measure.made_talks import (
    FIRST,
    check,
    day,
    described,
    estimate,
    held,
    panel,
    raised,
    war,
)

from truceline.measure.talks import talks, talks_of
from truceline.terms.errors import BadFrame, BadInput
from truceline.terms.wars import Round


@pytest.mark.parametrize(
    ("values", "starts", "reason"),
    [
        (np.full(400, 5.0), (150, 200), "the series does not vary"),
        (np.zeros(400), (150, 200), "the series does not vary"),
        (np.arange(400.0), (), "no round of talks lies within the series"),
        (np.arange(400.0), (900,), "no round of talks lies within the series"),
        (np.arange(400.0), (5,), "1 outside the series or its regime"),
        (np.arange(60.0), (45,), "can be moved to only"),
        (np.where(np.arange(400) % 9 < 7, np.nan, 1.0), (200,), "coarser than daily|too few"),
        (np.array([1.0]), (200,), "1 rows with a value"),
        (-np.ones(400), (200,), "negative or infinite values"),
    ],
)
def test_thin_data_cannot_say_and_give_the_reason(
    values: np.ndarray, starts: tuple[int, ...], reason: str
) -> None:
    answer = talks(panel(raids=values), war(held(*starts)))
    assert answer.verdict == "cannot say"
    told = " ".join((answer.statement, *answer.limits))
    assert any(each in told for each in reason.split("|"))


def test_an_empty_panel_cannot_say() -> None:
    empty = pl.DataFrame(schema={"date": pl.Date, "series": pl.String, "value": pl.Float64})
    answer = talks(empty, war(held(5)))
    assert (answer.verdict, answer.as_of) == ("cannot say", None)
    assert answer.limits == ("The panel has no rows.",)


def test_a_monthly_series_is_refused_with_its_step() -> None:
    months = pl.DataFrame({
        "date": [date(2030, month, 1) for month in range(1, 13)],
        "series": ["raids"] * 12, "value": [float(month) for month in range(12)],
    })  # fmt: skip
    answer = talks(months, war(held(200)))
    assert answer.verdict == "cannot say"
    assert "coarser than daily: its rows lie 31 days apart" in answer.statement


def test_a_round_in_a_gap_is_left_out_and_named() -> None:
    values, starts = raised(1.0)
    values = values.copy()
    values[starts[4] - 6 : starts[4]] = np.nan
    answer = talks(panel(raids=values), war(held(*starts)))
    assert estimate(answer, "(primary)").n == 11
    found = check(answer, "days without a report")
    assert found.passed is False
    assert f"{day(starts[4])} (fewer than half of the days reported)" in found.detail


def test_a_regime_keeps_out_what_lies_outside_it() -> None:
    values, starts = raised(1.0)
    regime = ((day(0), day(starts[8])),)
    series = replace(described(), regime=regime)
    answer = talks(panel(raids=values), war(held(*starts), series))
    assert estimate(answer, "7 days before, every").n == 9
    assert check(answer, "regime").passed is True
    assert str(day(starts[8])) in check(answer, "regime").detail


def test_pandas_and_text_dates_are_accepted_and_left_as_they_were() -> None:
    values, starts = raised(1.5)
    frame = panel(raids=values)
    as_pandas = pd.DataFrame({name: frame[name].to_list() for name in frame.columns})
    as_pandas["date"] = pd.to_datetime(as_pandas["date"])
    as_pandas["low"] = np.nan
    before = as_pandas.copy()
    texts = frame.with_columns(pl.col("date").cast(pl.String))
    wanted = talks(frame, war(held(*starts)))
    assert talks(as_pandas, war(held(*starts))) == wanted
    assert talks(texts, war(held(*starts))) == wanted
    pd.testing.assert_frame_equal(as_pandas, before)


@pytest.mark.parametrize(
    ("frame", "message"),
    [
        (pl.DataFrame({"date": [FIRST]}), "lacks value; it has date"),
        (pl.DataFrame({"date": ["soon"], "value": [1.0]}), "date or value cannot be read"),
        ([1, 2], "the panel is a list; give a polars or a pandas frame"),
        (pl.DataFrame({"date": [FIRST, FIRST, day(1)], "series": ["raids"] * 3,
                       "value": [1.0, 2.0, 3.0]}), "series raids has two rows of 2030-01-01"),
    ],
)  # fmt: skip
def test_a_frame_that_breaks_the_contract_is_refused(frame: object, message: str) -> None:
    with pytest.raises(BadFrame, match=message):
        talks(frame, war(held(5)))


def test_a_plain_frame_and_a_list_of_days_is_enough() -> None:
    values, starts = raised(2.0)
    frame = panel(raids=values).drop("series")
    days: list[date | tuple[date, date] | Round] = [day(each) for each in starts[:4]]
    days += [(day(each), day(each)) for each in starts[4:8]] + list(held(*starts[8:]))
    answer = talks_of(frame, days, unit="raids a day")
    wanted = estimate(talks(panel(raids=values), war(held(*starts))), "(primary)")
    found = estimate(answer, "(primary)")
    assert (found.value, found.low, found.high) == (wanted.value, wanted.low, wanted.high)
    assert any("does not say whose attacks" in each for each in answer.limits)


@pytest.mark.parametrize(
    ("given", "message"), [("2030-05-01", "a round is '2030-05-01'|ends on|date"), (5, "is 5")]
)
def test_a_round_that_is_none_is_refused(given: object, message: str) -> None:
    values, _ = raised(1.0)
    with pytest.raises(BadInput, match=message):
        talks_of(panel(raids=values), [given])  # type: ignore[list-item]


def test_attacks_are_read_from_words_where_no_series_says_so() -> None:
    values, starts = raised(2.0)
    series = (
        replace(described("missile_strikes", "other"), unit="strikes a day"),
        replace(described("area_held", "other"), unit="km2"),
        replace(described("strikes_intercepted", "other"), unit="strikes a day"),
    )
    frame = panel(missile_strikes=values, area_held=values, strikes_intercepted=values)
    answer = talks(frame, war(held(*starts), *series))
    assert answer.verdict == "supported"
    assert {each.dataset for each in answer.data} == {"missile_strikes"}
    assert any("was taken to hold attacks from its words" in each for each in answer.limits)

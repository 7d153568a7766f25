"""Weeks of a daily series."""

from datetime import date

import numpy as np

from truceline.measure.weekly import weekly


def test_weeks_begin_on_monday_and_short_ones_are_empty() -> None:
    made = weekly(np.ones(10), date(2025, 6, 5))  # a Thursday: four days, then six
    assert made.first == date(2025, 6, 2)
    assert made.totals.tolist() == [7.0, 7.0]
    assert made.monday(1) == date(2025, 6, 9)
    assert np.isnan(weekly(np.ones(3), date(2025, 6, 2)).totals).all()


def test_a_missing_day_is_not_zero() -> None:
    values = np.full(7, 3.0)
    values[[1, 4]] = np.nan
    assert weekly(values, date(2025, 6, 2)).totals.tolist() == [21.0]


def test_weeks_are_cut_and_padded_by_date() -> None:
    made = weekly(np.arange(14.0), date(2025, 6, 2))
    found = made.within(date(2025, 5, 26), 4)
    assert np.isnan(found[[0, 3]]).all()
    assert found[1:3].tolist() == [21.0, 70.0]

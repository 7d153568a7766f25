"""The event-time profile against its definition."""

import numpy as np
import pytest

from truceline.measure.calendar import Calendar
from truceline.measure.profile import shape


def test_a_day_is_its_value_over_the_mean_of_the_three_weeks_before_the_fortnight() -> None:
    values = np.arange(1.0, 301.0)
    found = shape(values, Calendar((150, 250), (151, 250)))
    base = [np.mean(values[start - 35 : start - 14]) for start in (150, 250)]
    assert found.ratio[found.days.index(-3)] == pytest.approx(
        np.mean([values[147] / base[0], values[247] / base[1]])
    )
    assert found.ratio[found.days.index(2)] == pytest.approx(
        np.mean([values[153] / base[0], values[252] / base[1]])
    )


def test_the_band_is_the_middle_of_all_shifts() -> None:
    values = np.random.default_rng(1).poisson(20, 400).astype(float)
    found = shape(values, Calendar((200,), (200,)))
    ratios = [values[at - 5] / np.mean(values[at - 35 : at - 14]) for at in range(35, 401)]
    low, high = np.quantile(ratios, [0.025, 0.975])
    assert found.low[found.days.index(-5)] == pytest.approx(low)
    assert found.high[found.days.index(-5)] == pytest.approx(high)


def test_days_beyond_the_series_are_none() -> None:
    values = np.random.default_rng(1).poisson(20, 205).astype(float)
    found = shape(values, Calendar((200,), (200,)))
    assert found.ratio[found.days.index(4)] is not None
    assert found.ratio[found.days.index(5)] is None


def test_a_missing_day_leaves_its_round_out_of_that_day_alone() -> None:
    values = np.arange(1.0, 301.0)
    values[147] = np.nan
    found = shape(values, Calendar((150, 250), (150, 250)))
    assert found.ratio[found.days.index(-3)] == pytest.approx(
        values[247] / np.mean(values[215:236])
    )
    assert found.ratio[found.days.index(-2)] is not None


@pytest.mark.parametrize("values", [np.zeros(300), np.full(300, np.nan)])
def test_a_series_without_a_positive_day_has_no_profile(values: np.ndarray) -> None:
    found = shape(values, Calendar((150,), (150,)))
    assert set(found.ratio) == {None}
    assert found.rounds == ()

"""Daily means with missing days."""

import numpy as np
import pytest

from truceline.measure.calendar import Calendar, Window, offsets
from truceline.measure.laid import clip, lay, true_days, zero_guard


def test_a_mean_counts_reported_days_only() -> None:
    values = np.arange(60, dtype=float)
    values[[40, 41]] = np.nan
    rounds = Calendar((45,), (45,))
    window = Window("before", 7)
    laid = lay(values, [offsets(rounds, 0, window)], np.zeros(60, dtype=bool), window)
    assert laid.window_out[0, 45] == pytest.approx((38 + 39 + 42 + 43 + 44) / 5)
    assert laid.baseline_out[0, 45] == pytest.approx(sum(range(17, 38)) / 21)


@pytest.mark.parametrize(("absent", "fine"), [(3, True), (4, False)])
def test_half_of_the_days_must_be_reported(absent: int, fine: bool) -> None:
    values = np.ones(60)
    values[38 : 38 + absent] = np.nan
    window = Window("before", 7)
    days = [offsets(Calendar((45,), (45,)), 0, window)]
    assert bool(lay(values, days, np.zeros(60, dtype=bool), window).fine[0, 45]) is fine


def test_inside_and_outside_add_up() -> None:
    values = np.random.default_rng(1).poisson(9, 80).astype(float)
    window = Window("before", 7)
    days = [offsets(Calendar((45,), (45,)), 0, window)]
    whole = lay(values, days, np.zeros(80, dtype=bool), window)
    parts = lay(values, days, true_days(80, Calendar((45,), (45,)), window), window)
    assert parts.window_in[0, 47] + parts.window_out[0, 47] == pytest.approx(
        whole.window_out[0, 47]
    )
    assert parts.window_in[0, 47] == pytest.approx(values[40:45].sum() / 7)


def test_a_peak_is_the_highest_day() -> None:
    values = np.ones(60)
    values[41] = 9
    window = Window("before", 7, "peak")
    days = [offsets(Calendar((45,), (45,)), 0, window)]
    laid = lay(values, days, np.zeros(60, dtype=bool), window)
    assert (laid.window_out[0, 45], laid.window_out[0, 49]) == (9, 1)


def test_a_regime_outside_the_series_is_no_regime() -> None:
    assert clip([(-10, -2), (5, 500)], 100) == ((5, 99),)


def test_what_is_added_follows_the_unit_and_is_nothing_where_no_day_is_zero() -> None:
    values = np.array([0.0, 4.0, np.nan])
    assert zero_guard(values * 7) == 7 * zero_guard(values) == 14
    assert zero_guard(values[1:]) == 0
    assert zero_guard(values * 0) == 1

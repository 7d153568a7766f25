"""Rounds and shifts that count, and those that do not."""

import numpy as np
import pytest

from truceline.measure.calendar import PRIMARY, Calendar, Window
from truceline.measure.cells import cells


def test_a_round_with_little_baseline_left_is_crowded_out() -> None:
    rounds = Calendar((60, 65, 70, 75, 80), (60, 65, 70, 75, 80))
    made = cells(np.arange(1.0, 301.0), rounds, PRIMARY)
    assert made is not None
    assert made.chosen.left.crowded == (4,)
    assert made.chosen.used == (0, 1, 2, 3)
    assert made.chosen.n_clusters == 1


def test_a_shift_where_more_than_a_fifth_of_the_rounds_has_no_reports_does_not_count() -> None:
    values = np.random.default_rng(1).poisson(9, 600).astype(float)
    starts = (100, 200, 300, 400, 500)
    values[240:247] = np.nan
    rounds = Calendar(starts, starts)
    one_gap = cells(values, rounds, PRIMARY)
    values[340:347] = np.nan
    two_gaps = cells(values, rounds, PRIMARY)
    assert one_gap is not None
    assert two_gaps is not None
    assert 47 in one_gap.shifts
    assert int(one_gap.rounds[one_gap.shifts == 47][0]) == 4
    assert 47 not in two_gaps.shifts
    assert 60 in two_gaps.shifts


def test_dividing_an_effect_out_moves_the_true_calendar_by_its_log() -> None:
    values = np.random.default_rng(1).poisson(9000, 400).astype(float)
    made = cells(values, Calendar((100, 200), (100, 200)), PRIMARY)
    assert made is not None
    moved = made.statistic()[made.here] - made.statistic(2.0)[made.here]
    assert moved == pytest.approx(np.log(2), rel=1e-9)
    assert made.statistic(2.0)[made.shifts == 60] == made.statistic()[made.shifts == 60]


def test_two_equal_levels_have_a_ratio_of_one_though_the_series_is_sparse() -> None:
    values = np.zeros(300)
    values[250] = 4
    made = cells(values, Calendar((100,), (100,)), Window("before", 3))
    assert made is not None
    assert made.statistic()[made.here] == 0

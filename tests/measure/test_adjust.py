"""Adjusted p-values against their definitions."""

import numpy as np
import pytest

from truceline.measure.adjust import holm, max_t
from truceline.measure.calendar import Calendar, Window
from truceline.measure.registry import windows
from truceline.measure.shifts import shift_test


def test_adjustment_keeps_the_window_that_was_raised_and_costs_something() -> None:
    values = np.random.default_rng(8).poisson(40, 700).astype(float)
    starts = (200, 260, 320, 380, 440)
    for start in starts:
        values[start - 14 : start] *= 2.5
    tests = [shift_test(values, Calendar(starts, starts), each) for each in windows()[:8]]
    adjusted = max_t(tests)
    alone = [max_t([each])[0] for each in tests]
    assert adjusted[1] is not None
    assert alone[1] is not None
    assert alone[1] <= adjusted[1] < 0.05
    assert adjusted[1] == min(each for each in adjusted if each is not None)


def test_max_t_is_the_largest_deviation_over_common_shifts() -> None:
    rng = np.random.default_rng(4)
    values = rng.poisson(30, 400).astype(float)
    rounds = Calendar((150, 230), (150, 230))
    tests = [shift_test(values, rounds, Window("before", each)) for each in (3, 14)]
    common = sorted(set(tests[0].shifts.tolist()) & set(tests[1].shifts.tolist()))
    scores = []
    for each in tests:
        by_shift = dict(zip(each.shifts.tolist(), each.null.tolist(), strict=True))
        row = [by_shift[shift] for shift in common]
        mean = sum(row) / len(row)
        spread = (sum((x - mean) ** 2 for x in row) / len(row)) ** 0.5
        scores.append([abs(x - mean) / spread for x in row])
    here = common.index(0)
    largest = [max(pair) for pair in zip(*scores, strict=True)]
    wanted = [sum(x >= score[here] - 1e-9 for x in largest) / len(common) for score in scores]
    assert list(max_t(tests)) == pytest.approx(wanted)


def test_holm_agrees_with_his_example_by_hand() -> None:
    assert holm([0.01, 0.005, 0.03, None]) == (0.02, 0.015, 0.03, None)


def test_holm_never_falls_below_the_raw_p_and_never_rises_above_one() -> None:
    raw = [0.9, 0.2, 0.04, 0.6]
    found = [each for each in holm(raw) if each is not None]
    assert all(one <= two <= 1 for one, two in zip(raw, found, strict=True))


def test_no_test_no_adjusted_p() -> None:
    none = shift_test(np.ones(50), Calendar((5,), (5,)))
    assert max_t([none]) == (None,)

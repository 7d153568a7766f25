"""The smallest rise found, counted on planted rises."""

from math import log

import numpy as np
import pytest

from truceline.measure.calendar import Calendar
from truceline.measure.reach import needed, smallest_found
from truceline.measure.shifts import shift_test
from truceline.simulate.cases import TWELVE, case


def test_the_smallest_rise_found_is_found_about_four_times_in_five() -> None:
    rng = np.random.default_rng(7)
    found = tries = 0
    for _ in range(12):
        drawn = case(TWELVE, rng)
        rounds = Calendar(drawn.starts, drawn.starts)
        plain = shift_test(drawn.values, rounds)
        reach = smallest_found(plain, rounds)
        assert reach is not None
        for shift in plain.shifts[:: max(plain.shifts.size // 12, 1)].tolist():
            raised = drawn.values.copy()
            moved = tuple(day + shift for day in drawn.starts)
            for day in moved:
                raised[day - 7 : day] *= reach
            again = shift_test(raised, Calendar(moved, moved))
            tries += 1
            found += again.low is not None and again.low > 1
    assert 0.72 < found / tries < 0.88


def test_the_raw_ratio_needed_is_where_the_test_begins_to_reject() -> None:
    drawn = case(TWELVE, np.random.default_rng(3))
    tested = shift_test(drawn.values, Calendar(drawn.starts, drawn.starts))
    ratio = needed(tested)
    assert ratio is not None
    assert (tested.null > log(ratio)).mean() == pytest.approx(0.025, abs=2 / tested.null.size)


def test_nothing_is_said_where_nothing_was_tested() -> None:
    values, rounds = np.ones(50), Calendar((5,), (5,))
    empty = shift_test(values, rounds)
    assert smallest_found(empty, rounds) is None
    assert needed(empty) is None

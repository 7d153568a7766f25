"""Why a window could not be tested."""

import numpy as np

from truceline.measure.calendar import Calendar
from truceline.measure.shifts import shift_test
from truceline.measure.why import why_not


def values(days: int = 300) -> np.ndarray:
    return np.random.default_rng(1).poisson(9, days).astype(float)


def test_each_reason_has_its_words() -> None:
    assert why_not(shift_test(values(), Calendar((5,), (5,)))) == (
        "no round of talks can be used: 1 outside the series or its regime"
    )
    assert why_not(shift_test(values(60), Calendar((40,), (40,)))) == (
        "the calendar of rounds can be moved to only 33 places inside the series' regime, and 40 "
        "are needed"
    )
    assert why_not(shift_test(np.full(300, 2.0), Calendar((150,), (150,)))) == (
        "the series does not vary"
    )
    one = np.zeros(300)
    one[150] = 1.0
    assert why_not(shift_test(one, Calendar((150,), (150,)))) == (
        "it varies so much, or holds so little, that no ratio from 1/16 to 16 can be ruled out"
    )


def test_a_test_that_was_made_needs_no_reason() -> None:
    assert why_not(shift_test(values(), Calendar((150,), (150,)))) == ""

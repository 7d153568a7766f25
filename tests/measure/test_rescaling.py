"""Rescaled waiting times and their distance from the exponential."""

import numpy as np
import pytest
from scipy import stats
from tests.measure import twin_hawkes

from truceline.measure.rescaling import exponential_fit, waits, waits_over


@pytest.mark.parametrize(("n", "shape"), [(30, 1.0), (300, 1.0), (300, 1.4), (3000, 0.95)])
def test_distance_and_p_are_those_of_scipy(n: int, shape: float) -> None:
    drawn = np.random.default_rng(n).gamma(shape, 1 / shape, n)
    ours, other = exponential_fit(drawn), stats.kstest(drawn, "expon")
    assert ours.distance == pytest.approx(other.statistic, rel=1e-12)
    assert ours.p == pytest.approx(other.pvalue, abs=0.02)


def test_a_poisson_process_is_rescaled_by_its_rate() -> None:
    times = np.cumsum(np.random.default_rng(1).exponential(0.25, 500))
    found = waits(times, np.zeros(500, dtype=np.int64), 0, np.array([4.0, 0.0, 1.0]))
    np.testing.assert_allclose(found, 4.0 * np.diff(times, prepend=0.0))
    assert exponential_fit(found).p > 0.05
    assert exponential_fit(1.5 * found).p < 1e-6


def test_a_wait_that_a_cut_divides_is_put_together_again() -> None:
    times = np.cumsum(np.random.default_rng(1).exponential(0.25, 500))
    marks, theta = np.zeros(500, dtype=np.int64), np.array([4.0, 0.0, 1.0])
    pieces = [
        (times[(times >= day) & (times < day + 9)] - day, marks[(times >= day) & (times < day + 9)],
         0.0, 9.0)
        for day in range(0, 180, 9)
    ]  # fmt: skip
    found = waits_over(pieces, 0, theta)
    np.testing.assert_allclose(found, waits(times, marks, 0, theta)[: found.size])


def test_what_was_expected_before_and_between_is_taken_off() -> None:
    rng = np.random.default_rng(2)
    theta = np.array([0.5, 0.3, 0.2, 0.7])
    pieces = [(np.sort(rng.uniform(0, 30, 40)), rng.integers(0, 2, 40), 5.0, 31.0) for _ in "ab"]
    expected = gone = 0.0
    for times, marks, begin, end in pieces:
        last = float(times[(marks == 1) & (times >= begin)][-1])
        first, until, whole = (
            twin_hawkes.expected(times.tolist(), marks.tolist(), theta.tolist(), moment)
            for moment in (begin, last, end)
        )
        expected, gone = gone + until - first, gone + whole - first
    assert waits_over(pieces, 1, theta).sum() == pytest.approx(expected, rel=1e-12)

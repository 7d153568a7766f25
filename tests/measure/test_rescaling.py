"""Rescaled waiting times and their distance from the exponential."""

import numpy as np
import pytest
from scipy import stats

from truceline.measure.rescaling import exponential_fit, waits


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

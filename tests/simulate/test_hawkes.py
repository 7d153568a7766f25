"""Made-up events that excite each other have the rates and delays that theory gives them."""

import numpy as np
import pytest

from truceline.simulate.hawkes import branching
from truceline.terms.errors import BadInput


def test_rates_are_those_of_the_stationary_process() -> None:
    base, ratios = np.array([0.5, 0.4]), np.array([[0.3, 0.2], [0.1, 0.4]])
    _, marks = branching(base, ratios, np.ones(2), 50_000.0, np.random.default_rng(1))
    rates = np.linalg.solve(np.eye(2) - ratios, base)
    np.testing.assert_allclose(np.bincount(marks) / 50_000, rates, rtol=0.03)


def test_children_come_at_the_delay_of_their_own_mark() -> None:
    # Nothing of mark 1 happens but in answer to a rare mark 0.
    ratios = np.array([[0.0, 0.0], [1.0, 0.0]])
    rng = np.random.default_rng(2)
    times, marks = branching(np.array([0.001, 0.0]), ratios, np.array([9.0, 0.5]), 2e6, rng)
    parents = times[marks == 0]
    children = times[marks == 1]
    before = np.searchsorted(parents, children) - 1
    delays = children - parents[before]
    assert float(delays.mean()) == pytest.approx(2.0, rel=0.1)


def test_times_are_sorted_and_inside_and_the_seed_decides() -> None:
    args = (np.ones(1), np.full((1, 1), 0.5), np.ones(1), 100.0)
    one, two = (branching(*args, np.random.default_rng(3)) for _ in range(2))
    assert (one[0] == two[0]).all()
    assert (np.diff(one[0]) >= 0).all()
    assert (one[0].min() >= 0, one[0].max() < 100) == (True, True)


def test_a_process_that_never_stops_is_refused() -> None:
    with pytest.raises(BadInput, match=r"spectral radius of 1\.10"):
        branching(np.ones(1), np.full((1, 1), 1.1), np.ones(1), 10.0, np.random.default_rng(1))

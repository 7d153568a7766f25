"""The maximiser against scipy's, and where there is no maximum."""

import numpy as np
import pytest
from scipy.optimize import minimize

from truceline.measure.newton import Judged, maximum


def rosenbrock(at: np.ndarray) -> Judged:
    x, y = at
    value = -((1 - x) ** 2 + 100 * (y - x * x) ** 2)
    slope = np.array([2 * (1 - x) + 400 * x * (y - x * x), -200 * (y - x * x)])
    bend = np.array([[-2 + 400 * y - 1200 * x * x, 400 * x], [400 * x, -200.0]])
    return float(value), slope, bend


def test_a_bent_valley_is_followed_to_its_end() -> None:
    found = maximum(rosenbrock, np.array([-1.2, 1.0]), np.full(2, -10.0))
    assert found.converged
    np.testing.assert_allclose(found.at, [1.0, 1.0], atol=1e-5)
    assert not found.bound.any()


@pytest.mark.parametrize("lowest", [(-10.0, 1.5), (1.2, 0.0), (2.0, 5.0)])
def test_bounds_hold_as_in_scipy(lowest: tuple[float, float]) -> None:
    start = np.maximum(np.array([2.5, 6.0]), lowest)
    found = maximum(rosenbrock, start, np.array(lowest))
    other = minimize(
        lambda at: -rosenbrock(at)[0], start, jac=lambda at: -rosenbrock(at)[1],
        bounds=[(each, None) for each in lowest], method="L-BFGS-B",
        options={"ftol": 1e-14, "gtol": 1e-10},
    )  # fmt: skip
    np.testing.assert_allclose(found.at, other.x, atol=1e-3)
    assert (found.bound == (found.at <= np.array(lowest))).all()


def test_a_function_without_a_top_does_not_pretend() -> None:
    def rising(at: np.ndarray) -> Judged:
        return float(at[0]), np.ones(1), np.zeros((1, 1))

    assert not maximum(rising, np.ones(1), np.zeros(1)).converged


def test_a_place_without_value_is_stepped_back_from() -> None:
    def fenced(at: np.ndarray) -> Judged:
        inside = at[0] < 1
        value = float(np.log(1 - at[0]) + 2 * np.log(at[0])) if inside else -np.inf
        slope = np.array([2 / at[0] - 1 / (1 - at[0])]) if inside else np.zeros(1)
        return value, slope, np.array([[-2 / at[0] ** 2 - (1 - at[0]) ** -2.0]])

    found = maximum(fenced, np.array([0.05]), np.array([1e-9]))
    assert found.at[0] == pytest.approx(2 / 3, abs=1e-6)

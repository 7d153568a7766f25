"""The box's sampling against published values and exact integrals."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from truceline.reason.box import corners, spread, total_indices
from truceline.terms.errors import BadInput


def test_total_indices_of_ishigamis_function() -> None:
    # Saltelli et al. (2010) and many others: a = 7, b = .1 give totals .558, .442, .244
    def ishigami(at: np.ndarray) -> np.ndarray:
        x, y, z = at.T
        return np.asarray(np.sin(x) + 7 * np.sin(y) ** 2 + 0.1 * z**4 * np.sin(x))

    ends = np.full(3, -np.pi), np.full(3, np.pi)
    found = total_indices(ishigami, *ends, points=20_000)
    assert found == pytest.approx([0.5576, 0.4424, 0.2437], abs=0.02)


@given(st.integers(1, 200), st.integers(0, 99))
def test_every_slice_of_every_range_is_used_once(points: int, seed: int) -> None:
    found = spread(np.array([0.0, -1.0]), np.array([1.0, 3.0]), points=points, seed=seed)
    slices = np.floor((found - [0.0, -1.0]) / [1.0, 4.0] * points).astype(int)
    assert (np.sort(slices, axis=0) == np.arange(points)[:, None]).all()


def test_the_same_seed_gives_the_same_points() -> None:
    ends = np.zeros(3), np.ones(3)
    assert (spread(*ends, points=9, seed=4) == spread(*ends, points=9, seed=4)).all()
    assert (spread(*ends, points=9, seed=4) != spread(*ends, points=9, seed=5)).any()


def test_corners_hold_the_extremes_of_a_product() -> None:
    low, high = np.array([-1.0, 2.0, 0.5]), np.array([3.0, 2.0, 0.7])
    found = corners(low, high)
    assert found.shape == (4, 3)
    assert found.prod(axis=1).min() == pytest.approx(-1 * 2 * 0.7)
    assert found.prod(axis=1).max() == pytest.approx(3 * 2 * 0.7)


def test_what_cannot_be_tried_is_refused() -> None:
    with pytest.raises(BadInput, match="low end lies above"):
        spread(np.array([1.0]), np.array([0.0]), points=3)
    with pytest.raises(BadInput, match="points is 0"):
        spread(np.array([0.0]), np.array([1.0]), points=0)
    with pytest.raises(BadInput, match="17 ranges"):
        corners(np.zeros(17), np.ones(17))

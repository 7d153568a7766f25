"""The blocked passes against plain ones in log space."""

import numpy as np
import pytest

from truceline.measure.forward_backward import passes
from truceline.measure.laid import Floats


def log_sum(parts: Floats, axis: int) -> Floats:
    top = parts.max(axis=axis, keepdims=True)
    return np.asarray(np.log(np.exp(parts - top).sum(axis=axis)) + top.squeeze(axis))


def plain(moves: Floats, first: Floats, seen: Floats) -> tuple[Floats, float]:
    """Chance of each state and log likelihood, step by step in logs."""
    a, b = np.log(moves), np.log(seen)
    ahead, behind = np.zeros(seen.shape), np.zeros(seen.shape)
    ahead[0] = np.log(first) + b[0]
    for step in range(1, len(seen)):
        ahead[step] = log_sum(ahead[step - 1][:, None] + a, 0) + b[step]
    for step in range(len(seen) - 2, -1, -1):
        behind[step] = log_sum(a + (b[step + 1] + behind[step + 1])[None, :], 1)
    total = float(log_sum(ahead[-1][None, :], 1)[0])
    return np.exp(ahead + behind - total), total


@pytest.mark.parametrize("steps", [1, 2, 47, 48, 49, 96, 333])
@pytest.mark.parametrize("states", [1, 2, 4])
def test_blocks_change_nothing(steps: int, states: int) -> None:
    rng = np.random.default_rng(steps * 10 + states)
    moves = rng.dirichlet(np.ones(states), states)
    first = rng.dirichlet(np.ones(states))
    seen = rng.random((steps, states)) ** 6
    seen /= seen.max(axis=1, keepdims=True)
    ahead, behind, scale = passes(moves, first, seen)
    chance = ahead * behind
    chance /= chance.sum(axis=1, keepdims=True)
    right, total = plain(moves, first, seen)
    np.testing.assert_allclose(chance, right, atol=1e-10)
    assert np.log(scale).sum() == pytest.approx(total, abs=1e-9)


def test_states_far_apart_do_not_underflow() -> None:
    seen = np.tile([[1.0, 1e-300], [1e-300, 1.0]], (200, 1))
    moves = np.array([[0.999, 0.001], [0.001, 0.999]])
    _, _, scale = passes(moves, np.array([0.5, 0.5]), seen)
    assert np.isfinite(np.log(scale)).all()

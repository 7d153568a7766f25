"""The pass for all marks at once agrees with one pass a mark, at rates and gaps of any size."""

import numpy as np
import pytest

from truceline.measure.hawkes_pass import compiled
from truceline.measure.hawkes_together import compiled_together, decays, together


@pytest.mark.parametrize("base", [0.4, 1e90, 1e-90])
@pytest.mark.parametrize("many", [60, 2500])
def test_one_decay_rate_for_all_gives_the_same_in_one_pass(base: float, many: int) -> None:
    rng = np.random.default_rng(5)
    times, marks = np.sort(np.round(rng.uniform(0, 30, many), 1)), rng.integers(0, 2, many)
    end, theta = 31.5, np.array([[0.5, 0.3, 0.2, 0.7], [0.4, 0.1, 0.4, 0.7]])
    theta[:, 0] = base
    apart = sum(compiled()[1](times, marks, end, i, theta[i]) for i in (0, 1))
    passes = (together, compiled_together())
    found = [each(times, marks, end, theta) for each in passes]
    assert found == pytest.approx([apart] * 2, rel=1e-12)
    none = np.array([[0.0, 0.5, 0.7]])
    assert compiled_together()(times, marks * 0, end, none) == -np.inf


@pytest.mark.parametrize("beta", [1e-9, 0.03, 1.0, 40.0, 1e9])
def test_decays_are_exponentials_to_the_last_digits(beta: float) -> None:
    rng = np.random.default_rng(6)
    times = np.sort(np.round(rng.exponential(2.0, 3000).cumsum(), 2))
    gaps, made = np.diff(times, prepend=0.0), np.full(1000, np.nan)
    for first in (0, 1000, 2500):
        decays(times, beta, first, made)
        few = slice(first, first + 1000)
        expected = np.exp(np.maximum(-beta * gaps[few], -708.0))
        np.testing.assert_allclose(made[: expected.size], expected, rtol=5e-16)

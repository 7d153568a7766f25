"""Swings fitted to half squared differences, and the memory of what is drawn."""

import numpy as np
import pytest

from truceline.measure.laid import Floats
from truceline.measure.negative_binomial import LARGEST_SIZE
from truceline.measure.swings import Tempo, autoregression, fitted

LAGS = np.arange(1, 13)


def halves(planted: Tempo) -> Floats:
    made = planted.daily + planted.slow * (1 - planted.persistence**LAGS)
    return np.asarray(made, dtype=np.float64)


@pytest.mark.parametrize("planted", [Tempo(0.1, 0.2, 0.8), Tempo(0.0, 0.3, 0.6)])
def test_exact_differences_give_the_swings_back(planted: Tempo) -> None:
    found = fitted(LAGS, halves(planted))
    assert found.daily == pytest.approx(planted.daily, abs=1e-6)
    assert found.slow == pytest.approx(planted.slow, abs=1e-6)
    assert found.persistence == pytest.approx(planted.persistence)


def test_no_part_falls_below_nought() -> None:
    found = fitted(LAGS, np.linspace(-0.1, -0.3, 12))
    assert found.daily >= 0
    assert found.slow >= 0


def test_twice_the_differences_are_twice_the_variances() -> None:
    made = halves(Tempo(0.1, 0.2, 0.7))
    one, two = fitted(LAGS, made), fitted(LAGS, 2 * made)
    assert two.slow == pytest.approx(2 * one.slow)
    assert two.persistence == one.persistence


def test_rows_have_their_own_memory_and_variance_one() -> None:
    made = autoregression(np.array([0.2, 0.9]), 20_000, np.random.default_rng(1))
    assert made.var(axis=1) == pytest.approx([1, 1], abs=0.15)
    for row, memory in zip(made, (0.2, 0.9), strict=True):
        assert np.corrcoef(row[1:], row[:-1])[0, 1] == pytest.approx(memory, abs=0.03)


def test_without_swings_the_size_is_that_of_poisson() -> None:
    assert Tempo(0.0, 0.0, 0.3).size == LARGEST_SIZE
    assert Tempo(0.1, 0.1, 0.3).size == pytest.approx(5)

"""The negative binomial, against scipy and by hand."""

import numpy as np
import pytest
from scipy import special, stats

from truceline.measure.negative_binomial import best_fit, log_gamma, log_likelihood


def test_log_gamma_is_scipys() -> None:
    x = np.concatenate([np.linspace(0.01, 20, 400), [1e3, 1e5]])
    np.testing.assert_allclose(log_gamma(x), special.gammaln(x), rtol=1e-11, atol=1e-11)


@pytest.mark.parametrize(("mean", "size"), [(0.3, 0.5), (12.0, 4.0), (800.0, 30.0)])
def test_probabilities_are_scipys(mean: float, size: float) -> None:
    counts = np.array([0, 1, 7, 40, 900])
    right = stats.nbinom.logpmf(counts, size, size / (size + mean))
    np.testing.assert_allclose(log_likelihood(counts, mean, size), right, rtol=1e-9)


def test_an_infinite_size_is_poisson() -> None:
    counts = np.array([0, 3, 50])
    right = stats.poisson.logpmf(counts, 9.0)
    np.testing.assert_allclose(log_likelihood(counts, 9.0, np.inf), right, rtol=1e-10)


def test_a_level_of_zero_explains_zeros_alone() -> None:
    assert log_likelihood(0, 0.0, 3.0) == 0
    assert log_likelihood(2, 0.0, 3.0) == -np.inf


def test_the_fit_of_a_span_differs_from_its_likelihood_by_what_no_cut_changes() -> None:
    counts = np.array([3.0, 9.0, 4.0, 30.0, 22.0, 41.0])
    size = 5.0

    def whole(cut: int) -> float:
        return sum(
            float(log_likelihood(part, part.mean(), size).sum())
            for part in (counts[:cut], counts[cut:])
        )

    def short(cut: int) -> float:
        parts = (counts[:cut], counts[cut:])
        return sum(float(best_fit(part.sum(), part.size, size)) for part in parts)

    assert whole(3) - whole(2) == pytest.approx(short(3) - short(2))


def test_an_empty_span_fits_and_zeros_make_no_noise() -> None:
    assert best_fit(0, 0, 5.0) == 0
    assert np.isfinite(best_fit(0, 12, 5.0))

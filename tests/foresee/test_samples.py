"""Weighted samples made even, and what they keep."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from truceline.foresee.samples import SIZE, evened

values = arrays(np.float64, (2, 7), elements=st.floats(0, 1e5))


@given(values)
def test_samples_stay_within_what_they_are_made_of_and_in_order(given_values: np.ndarray) -> None:
    found = evened(given_values, np.ones((2, 7)))
    assert found.shape == (2, SIZE)
    assert (np.diff(found, axis=-1) >= 0).all()
    assert (found.min(axis=-1) >= given_values.min(axis=-1)).all()
    assert (found.max(axis=-1) <= given_values.max(axis=-1)).all()


@given(values)
def test_only_shares_of_weight_count(given_values: np.ndarray) -> None:
    weights = np.arange(1.0, 15.0).reshape(2, 7)
    same = evened(given_values, 9 * weights)
    assert np.allclose(evened(given_values, weights), same)


def test_many_samples_come_back_as_their_quantiles() -> None:
    draws = np.random.default_rng(1).exponential(10, size=20_000)
    found = evened(draws[None], np.ones((1, len(draws))))[0]
    wanted = np.quantile(draws, (np.arange(SIZE) + 0.5) / SIZE)
    assert np.allclose(found, wanted, rtol=0.03)


def test_a_heavy_sample_takes_its_share() -> None:
    found = evened(np.array([[0.0, 1.0, 1.0]]), np.array([[8.0, 1.0, 1.0]]))
    assert 0.35 < float((found == 0).mean()) < 0.45  # up to the middle of its share

"""Regimes: published numbers, hmmlearn, planted states, and what must not matter."""

import warnings
from itertools import pairwise

import numpy as np
import pytest
from hmmlearn.hmm import PoissonHMM

from truceline.measure.hmm import chosen, paths, regimes
from truceline.measure.laid import Floats, Ints
from truceline.terms.errors import BadInput, TooFewData

# Earthquakes of magnitude 7 or more a year, 1900 to 2006, as the US Geological Survey counts them;
# the fit to them is published in Zucchini & MacDonald (2009), table 3.1.
EARTHQUAKES = np.array([
    13, 14, 8, 10, 16, 26, 32, 27, 18, 32, 36, 24, 22, 23, 22, 18, 25, 21, 21, 14, 8, 11, 14, 23,
    18, 17, 19, 20, 22, 19, 13, 26, 13, 14, 22, 24, 21, 22, 26, 21, 23, 24, 27, 41, 31, 27, 35, 26,
    28, 36, 39, 21, 17, 22, 17, 19, 15, 34, 10, 15, 22, 18, 15, 20, 15, 22, 19, 16, 30, 27, 29, 23,
    20, 16, 21, 21, 25, 16, 18, 15, 18, 14, 10, 15, 8, 15, 6, 11, 8, 7, 18, 16, 13, 12, 13, 20, 15,
    16, 12, 18, 15, 16, 13, 15, 16, 11, 11,
], dtype=float)  # fmt: skip


def planted(seed: int, days: int = 900) -> tuple[Floats, Ints]:
    rng = np.random.default_rng(seed)
    state = np.zeros(days, dtype=np.int64)
    for day in range(1, days):
        state[day] = state[day - 1] ^ (rng.random() < 0.02)
    mean = np.array([10.0, 40.0])[state]
    return rng.negative_binomial(4, 4 / (4 + mean)).astype(float), state


def test_the_earthquakes_have_the_published_rates_and_likelihood() -> None:
    found = regimes(EARTHQUAKES, 3, poisson=True)
    assert found.mean.round(2).tolist() == [13.13, 19.71, 29.71]
    assert found.log_likelihood == pytest.approx(-328.53, abs=0.005)
    assert found.converged


def test_hmmlearn_finds_the_same_poisson_states() -> None:
    ours = regimes(EARTHQUAKES, 2, poisson=True)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        runs = [
            PoissonHMM(2, random_state=seed, n_iter=500, tol=1e-6).fit(
                EARTHQUAKES[:, None].astype(int)
            )
            for seed in range(6)
        ]
    best = max(runs, key=lambda run: run.score(EARTHQUAKES[:, None].astype(int)))
    assert ours.log_likelihood == pytest.approx(
        best.score(EARTHQUAKES[:, None].astype(int)), abs=1e-3
    )
    np.testing.assert_allclose(ours.mean, np.sort(best.lambdas_[:, 0]), rtol=1e-3)


def test_planted_states_are_found() -> None:
    values, state = planted(3)
    found = regimes(values, 2)
    assert found.mean == pytest.approx([10, 40], rel=0.12)
    assert found.size == pytest.approx([4, 4], rel=0.35)
    assert ((found.chance[:, 1] > 0.5) == state).mean() > 0.97


def test_bic_finds_how_many_states_were_planted() -> None:
    assert chosen(planted(4)[0])[0].states == 2
    assert (
        chosen(np.random.default_rng(4).negative_binomial(4, 0.2, 600).astype(float))[0].states == 1
    )


def test_every_round_climbs() -> None:
    values, _ = planted(5, 300)
    fits = [regimes(values, 2, rounds=each).log_likelihood for each in (16, 18, 20, 30, 60)]
    assert all(two >= one - 1e-9 for one, two in pairwise(fits))


def test_turning_time_around_keeps_the_states() -> None:
    values, _ = planted(6)
    one, two = regimes(values, 2), regimes(values[::-1], 2)
    np.testing.assert_allclose(one.mean, two.mean, rtol=5e-3)
    np.testing.assert_allclose(one.chance, two.chance[::-1], atol=0.05)


def test_missing_days_tell_nothing_and_break_nothing() -> None:
    values, state = planted(7)
    values[200:240] = np.nan
    found = regimes(values, 2)
    reported = np.isfinite(values)
    assert ((found.chance[:, 1] > 0.5) == state)[reported].mean() > 0.95
    doubt = found.chance[200:240].max(axis=1)
    assert doubt.min() < found.chance[reported].max(axis=1).mean()


def test_drawn_paths_agree_with_the_chances() -> None:
    values, _ = planted(8, 200)
    found = regimes(values, 2)
    drawn = paths(values, found, 4000, np.random.default_rng(1))
    np.testing.assert_allclose((drawn == 1).mean(axis=0), found.chance[:, 1], atol=0.04)


@pytest.mark.parametrize(
    ("values", "states", "kind", "words"),
    [
        (np.full(90, 4.0), 2, TooFewData, "constant"),
        (np.arange(20.0), 2, TooFewData, "20 steps have a report; 24 are needed for 2 states"),
        (np.array([-1.0] * 90), 2, BadInput, "negative"),
        (np.arange(90.0), 0, BadInput, "states is 0; give 1 to 8"),
    ],
)
def test_what_has_no_regimes_is_said(
    values: Floats, states: int, kind: type[Exception], words: str
) -> None:
    with pytest.raises(kind, match=words):
        regimes(values, states)

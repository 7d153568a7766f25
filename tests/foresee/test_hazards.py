"""The hazard model against a general optimiser, and what it makes of constant rates."""

import numpy as np
import pytest
from scipy.optimize import minimize
from tests.foresee.conftest import LAST, made_up

from truceline.foresee.hazards import RIDGE, SHARE_RIDGE, design, fit, monthly, names
from truceline.foresee.past import UNKNOWN, Past, known, spells
from truceline.foresee.past_table import KINDS
from truceline.foresee.risk import Risk, arrays, risk


def table(wars: tuple[Past, ...]) -> Risk:
    there = known(wars, LAST)
    return risk(arrays(there, spells(there), KINDS))


def test_the_chance_of_an_end_equals_a_slow_search(wars: tuple[Past, ...]) -> None:
    made = table(wars)
    x = design(made.patterns, KINDS, np.arange(made.at_risk.shape[1]))
    penalty = np.r_[0, 0, np.full(x.shape[2] - 2, RIDGE)]

    def cost(at: np.ndarray) -> float:
        tilt = x @ at
        lost = made.at_risk * np.logaddexp(0, tilt) - made.any_end * tilt
        return float(lost.sum() + (penalty * at**2).sum() / 2)

    slow = minimize(cost, np.zeros(x.shape[2]), method="BFGS")
    assert cost(fit(made).end) <= slow.fun + 1e-6
    assert fit(made).end == pytest.approx(slow.x, abs=5e-3)


def test_the_shares_equal_a_slow_search(wars: tuple[Past, ...]) -> None:
    made = table(wars)
    x = design(made.patterns, KINDS, np.arange(made.at_risk.shape[1]))
    told = made.ended[..., :UNKNOWN]
    penalty = np.r_[0.1, np.full(x.shape[2] - 1, SHARE_RIDGE)]

    def cost(flat: np.ndarray) -> float:
        at = flat.reshape(UNKNOWN, -1)
        tilt = x @ at.T
        logs = tilt - np.logaddexp.reduce(tilt, axis=2, keepdims=True)
        return float(-(told * logs).sum() + (penalty * at**2).sum() / 2)

    slow = minimize(cost, np.zeros(UNKNOWN * x.shape[2]), method="L-BFGS-B",
                    options={"maxiter": 2000, "maxfun": 200_000, "ftol": 1e-13})  # fmt: skip
    assert cost(fit(made).how.ravel()) <= slow.fun + 1e-3


def test_a_steady_rate_is_found_to_fall_with_neither_age_nor_year() -> None:
    made = table(made_up(1500, seed=4))
    chance, share = monthly(fit(made), made, 60)
    rows = made.patterns[:, 0] == KINDS.index("interstate")
    assert chance[rows][:, [3, 24]] == pytest.approx(1 - np.exp(-0.05), rel=0.35)
    assert np.allclose(share.sum(axis=2), 1)


def test_a_trait_that_no_war_speaks_for_is_held_at_nought(wars: tuple[Past, ...]) -> None:
    made = table(wars)
    lone = Risk(made.at_risk * (made.patterns[:, [1]] == 0), made.ended, made.patterns, KINDS)
    lone.ended[made.patterns[:, 1] == 1] = 0
    found = fit(lone)
    assert found.end[names(KINDS).index("three states or more")] == pytest.approx(0, abs=1e-9)

"""Weights of the pool: by a slow twin, and that the better member gains them."""

import numpy as np
import pytest
from scipy.optimize import minimize
from tests.foresee.conftest import LAST, made_up

from truceline.foresee import pool as pools
from truceline.foresee.members import MEMBERS
from truceline.foresee.past import RUNNING, Definition, Past, known, spells
from truceline.foresee.past_table import KINDS
from truceline.foresee.pool import HORIZONS, origins, pool
from truceline.foresee.risk import Spells, arrays


def told(wars: tuple[Past, ...]) -> Spells:
    there = known(wars, LAST)
    return arrays(there, spells(there), KINDS)


def test_weights_are_those_of_a_slow_search() -> None:
    rng = np.random.default_rng(1)
    chances, heavy = rng.uniform(0.05, 0.95, (3, 400)), rng.uniform(0.5, 2, 400)
    found = pools._weights(chances, heavy)

    def cost(free: np.ndarray) -> float:
        weight = np.exp(free) / np.exp(free).sum()
        fit = (heavy / len(HORIZONS)) @ np.log(weight @ chances)
        return float(-fit - pools._PRIOR * np.log(weight).sum())

    slow = minimize(cost, np.zeros(3), method="Nelder-Mead", options={"xatol": 1e-7, "fatol": 1e-9})
    best = np.exp(slow.x) / np.exp(slow.x).sum()
    assert found == pytest.approx(best, abs=5e-3)


def test_a_steady_rate_costs_lindy_its_weight() -> None:
    made = pool(told(made_up(600, seed=7)), Definition())
    said = dict(zip(MEMBERS, made.weights, strict=True))
    assert said["Lindy"] == min(made.weights)
    assert made.weights.sum() == pytest.approx(1)


def test_few_wars_leave_all_weights_even(wars: tuple[Past, ...]) -> None:
    assert pool(told(wars[:8]), Definition()).weights == pytest.approx(np.full(6, 1 / 6))


def test_what_the_pool_says_lies_between_its_members(wars: tuple[Past, ...]) -> None:
    made = pool(told(wars), Definition())
    one = (np.array([0]), np.array([9.0]), np.array([6.0]))
    said = made.say(*one).sum()
    every = made.members.when(*one)
    assert every.min() <= said <= every.max()


def test_an_origin_counts_only_where_what_came_is_known(wars: tuple[Past, ...]) -> None:
    there = told(wars)
    made = origins(there)
    last = there.months[made.spell]
    running = there.ending[made.spell] == RUNNING
    assert (made.age >= 1).all()
    assert (made.age + made.span <= last)[running].all()
    assert np.array_equal(made.ended, ~running & (last < made.age + made.span))
    assert set(np.unique(made.span)) == set(HORIZONS)

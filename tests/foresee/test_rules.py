"""The naive rules: Lindy's published number, base rates by hand, and a slow twin."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.optimize import minimize
from tests.foresee.conftest import LAST

from truceline.foresee import rules
from truceline.foresee.past import Past, known, spells
from truceline.foresee.past_table import KINDS
from truceline.foresee.risk import Risk, arrays, risk


def table(wars: tuple[Past, ...]) -> Risk:
    there = known(wars, LAST)
    return risk(arrays(there, spells(there), KINDS))


def test_lindy_on_ukraine_before_2026_scores_as_published() -> None:
    no_ceasefire = 1 - float(rules.lindy(np.array(1169.0), np.array(237.0)))
    assert round((1 - no_ceasefire) ** 2, 3) in {0.028, 0.029}


@given(st.floats(0.1, 500), st.floats(0.1, 500))
def test_lindy_does_not_know_the_unit(age: float, span: float) -> None:
    days = rules.lindy(np.array(age * 30.4), np.array(span * 30.4))
    assert float(days) == pytest.approx(float(rules.lindy(np.array(age), np.array(span))))


def test_own_history_with_shape_one_and_no_scale_is_lindy() -> None:
    age, span = np.array([3.0, 40.0]), np.array([12.0, 1.0])
    same = rules.own_history_ends(np.array([[1.0, 0.0]]), np.array([0, 0]), age, span)
    assert same == pytest.approx(rules.lindy(age, span))


def test_own_history_equals_a_slow_search(wars: tuple[Past, ...]) -> None:
    made = table(wars)
    at_risk, ended = made.by_kind
    months = np.arange(at_risk.shape[1])
    found = rules.own_history(made)
    for kind in range(len(KINDS)):

        def cost(at: np.ndarray, kind: int = kind) -> float:
            shape, scale = np.exp(at[0]), 12 * np.exp(at[1])
            alive = shape * np.log((scale + months) / (scale + months + 1))
            every = ended[kind].sum(axis=1)
            lost = every @ np.log(-np.expm1(alive)) + (at_risk[kind] - every) @ alive
            return float(-lost + at @ at / 2)

        slow = minimize(cost, np.zeros(2), method="Nelder-Mead", options={"xatol": 1e-6})
        ours = np.log(found[kind]) - np.log([1.0, 12.0])
        assert cost(ours) <= slow.fun + 1e-6


def test_the_base_rate_is_ends_over_months(wars: tuple[Past, ...]) -> None:
    made = table(wars)
    at_risk, ended = made.by_kind
    rate = (ended[0].sum() + 0.5) / (at_risk[0].sum() + 1)
    said = rules.base_rate(made).by(np.array([0, 0]), np.array([3.0, 90.0]), np.array([1.0, 1.0]))
    assert said.sum(axis=1) == pytest.approx([rate, rate])


def test_the_life_table_is_the_raw_one_where_wars_are_many(wars: tuple[Past, ...]) -> None:
    made = table(wars)
    at_risk, ended = made.by_kind
    raw = ended[0, 2].sum() / at_risk[0, 2]
    said = rules.life_table(made, strength=1e-9)
    assert said.by(np.array([0]), np.array([2.0]), np.array([1.0])).sum() == pytest.approx(raw)


def test_the_naive_way_says_more_than_competing_endings_allow(wars: tuple[Past, ...]) -> None:
    made = table(wars)
    one = (np.array([0]), np.array([0.0]), np.array([60.0]))
    naive = rules.naive(made, (0, 1)).by(*one)[0, 0]
    assert naive > rules.life_table(made, strength=1e-9).by(*one)[0, :2].sum() * 1.2

"""Curves of monthly chances: a known form, pieces that fit together, and a slow twin."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from truceline.foresee.curves import curves
from truceline.foresee.incidence import closed_form

AT = np.array([0])


def by(made: object, age: float, span: float) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
    return made.by(AT, np.array([age]), np.array([span]))[0]  # type: ignore[attr-defined,no-any-return]


def test_constant_rates_give_the_closed_form() -> None:
    total = 1 - np.exp(-0.08)
    made = curves(np.full((1, 40), total), np.tile([0.375, 0.625], (1, 40, 1)))
    assert by(made, 0, 24)[0] == pytest.approx(closed_form(0.03, 0.05, 24)[0])
    assert by(made, 13.25, 2.5)[0] == pytest.approx(closed_form(0.03, 0.05, 2.5)[0])


@given(st.floats(0, 30), st.floats(0.01, 5), st.floats(0.01, 5))
def test_two_spans_after_each_other_are_one(age: float, one: float, two: float) -> None:
    rng = np.random.default_rng(1)
    share = rng.dirichlet([1, 1, 1], (1, 30))
    made = curves(rng.uniform(0, 0.3, (1, 30)), share)
    first = by(made, age, one)
    alive = 1 - first.sum()
    assert first + alive * by(made, age + one, two) == pytest.approx(by(made, age, one + two))


def test_months_one_by_one_give_the_same() -> None:
    rng = np.random.default_rng(2)
    hazard, share = rng.uniform(0, 0.3, (1, 30)), rng.dirichlet([1, 1], (1, 30))
    alive, ends = 1.0, np.zeros(2)
    for month in range(5, 17):
        ends += alive * hazard[0, month] * share[0, month]
        alive *= 1 - hazard[0, month]
    assert by(curves(hazard, share), 5, 12) == pytest.approx(ends)


def test_beyond_the_last_month_the_chance_stays() -> None:
    made = curves(np.full((1, 5), 0.1), np.ones((1, 5, 1)))
    assert by(made, 50, 3)[0] == pytest.approx(1 - 0.9**3)

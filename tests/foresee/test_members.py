"""All ways of forecasting, learnt from one table."""

import numpy as np
import pytest
from tests.foresee.conftest import LAST, made_up

from truceline.foresee.members import MEMBERS, counted, learn
from truceline.foresee.past import Definition, Past, known, spells
from truceline.foresee.past_table import KINDS
from truceline.foresee.risk import Risk, arrays, risk

ONE = (np.array([0]), np.array([20.0]), np.array([12.0]))


def table(wars: tuple[Past, ...]) -> Risk:
    there = known(wars, LAST)
    return risk(arrays(there, spells(there), KINDS))


def test_where_wars_end_at_a_steady_rate_all_but_lindy_find_it() -> None:
    made = learn(table(made_up(1500, seed=5)), Definition())
    truth = 1 - np.exp(-0.05 * 12)
    said = dict(zip(MEMBERS, made.when(*ONE)[:, 0], strict=True))
    assert said["Lindy"] == pytest.approx(12 / 32)
    for name in set(MEMBERS) - {"Lindy", "own last 12 months"}:
        assert said[name] == pytest.approx(truth, abs=0.08), name


def test_longer_spans_are_never_less_likely(wars: tuple[Past, ...]) -> None:
    made = learn(table(wars), Definition())
    spans = np.array([0.5, 1, 3, 6, 12, 48])
    said = made.when(np.zeros(6, dtype=np.int64), np.full(6, 7.5), spans)
    assert (np.diff(said, axis=1) >= 0).all()
    assert ((said >= 0) & (said <= 1)).all()


def test_how_wars_end_adds_up_to_one(wars: tuple[Past, ...]) -> None:
    made = learn(table(wars), Definition())
    assert made.how(*ONE).sum() == pytest.approx(1)
    assert made.base(ONE[0]).sum() == pytest.approx(1)


def test_a_short_search_from_nearby_comes_to_the_same(wars: tuple[Past, ...]) -> None:
    whole, fewer = table(wars), table(wars[:-6])
    near = learn(fewer, Definition(), near=learn(whole, Definition()), steps=6)
    plain = learn(fewer, Definition())
    assert near.when(*ONE) == pytest.approx(plain.when(*ONE), abs=1e-4)


def test_agreements_alone_are_known_to_be_signed() -> None:
    assert counted(Definition()) == (0, 1)
    assert counted(Definition(formal=True)) == (1,)

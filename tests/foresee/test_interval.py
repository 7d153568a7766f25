"""Intervals: close to a whole new fit of every draw, and wider with fewer wars."""

import numpy as np
import pytest
from tests.foresee.conftest import LAST, made_up

from truceline.foresee.interval import Asked, said
from truceline.foresee.members import learn
from truceline.foresee.past import Definition, Past, known, spells
from truceline.foresee.past_table import KINDS
from truceline.foresee.pool import Pool, pool
from truceline.foresee.risk import Spells, arrays, risk

ASKED = Asked(0, 20.0, (3.0, 12.0), Definition())


def told(wars: tuple[Past, ...]) -> Spells:
    there = known(wars, LAST)
    return arrays(there, spells(there), KINDS)


def test_short_steps_come_to_what_whole_fits_come_to(wars: tuple[Past, ...]) -> None:
    spelt = told(wars)
    made = pool(spelt, Definition())
    quick = said(made, spelt, ASKED, rng=np.random.default_rng(1), draws=12)
    rng = np.random.default_rng(1)
    names = np.unique(spelt.war)
    times = rng.multinomial(len(names), np.full(len(names), 1 / len(names)), size=12)
    for draw in range(12):
        again = learn(risk(spelt, times[draw].astype(np.float64)[spelt.war]), Definition())
        slow = Pool(again, made.weights, made.wars).say(
            np.array([0, 0]), np.array([20.0, 20.0]), np.array([3.0, 12.0])
        )
        assert quick.drawn[draw, 0] == pytest.approx(slow.sum(axis=1), abs=5e-3)


def test_the_interval_holds_the_truth_and_narrows_with_more_wars() -> None:
    truth, widths = 1 - np.exp(-0.05 * 12), []
    for count in (60, 700):
        spelt = told(made_up(count, seed=9))
        found = said(pool(spelt, Definition()), spelt, ASKED, rng=np.random.default_rng(2))
        low, high = found.ends(0, 1)
        assert low - 0.12 < truth < high + 0.12
        assert low < found.stop[1] < high
        widths.append(high - low)
    assert widths[1] < 0.6 * widths[0]


def test_the_same_chance_gives_the_same_numbers(wars: tuple[Past, ...]) -> None:
    spelt = told(wars)
    made = pool(spelt, Definition())
    one, two = (said(made, spelt, ASKED, rng=np.random.default_rng(3), draws=5) for _ in range(2))
    assert np.array_equal(one.drawn, two.drawn)

"""Conditions for a stalemate."""

from datetime import date

import numpy as np
import pytest
from tests.measure.made_war import START, steps

from truceline.measure.front_index import index
from truceline.measure.weekly import Weeks
from truceline.terms.errors import TooFewData

MONDAY = START


def test_each_box_is_found_where_it_was_planted() -> None:
    low_high = [(10.0, 30), (80.0, 30)]
    moves = Weeks(MONDAY, steps(*low_high, *low_high))
    costs = Weeks(MONDAY, steps((900, 60), (4000, 60), seed=3))
    made = index(moves, costs, np.random.default_rng(1))
    assert made.boxes.round().tolist() == [[30, 30], [30, 30]]
    assert made.share == pytest.approx(0, abs=0.02)
    assert made.weeks == 120
    assert made.single == ()


def test_the_last_quarter_can_be_still_and_costly() -> None:
    moves = Weeks(MONDAY, steps((80, 60), (10, 60)))
    costs = Weeks(MONDAY, steps((900, 60), (4000, 60), seed=3))
    made = index(moves, costs, np.random.default_rng(1))
    assert made.low > 0.9


def test_one_regime_is_named() -> None:
    moves = Weeks(MONDAY, steps((40, 120)))
    costs = Weeks(MONDAY, steps((900, 60), (4000, 60), seed=3))
    assert index(moves, costs, np.random.default_rng(1)).single == ("movement",)


def test_few_weeks_and_none_in_common_are_said() -> None:
    short = Weeks(MONDAY, steps((9, 20), (60, 20)))
    with pytest.raises(TooFewData, match="40 weeks hold both"):
        index(short, short, np.random.default_rng(1))
    with pytest.raises(TooFewData, match="no week in common"):
        index(short, Weeks(date(2030, 1, 7), short.totals), np.random.default_rng(1))

"""Placebo calendars and Wilson's interval."""

import numpy as np
import pytest

from truceline.measure.calendar import PRIMARY, Calendar
from truceline.measure.placebo import placebo_rate, wilson
from truceline.simulate.cases import KINDS, case
from truceline.terms.errors import BadInput


@pytest.mark.parametrize(
    ("hits", "trials", "low", "high"),
    [
        (81, 263, 0.2553, 0.3662),
        (15, 148, 0.0624, 0.1605),
        (0, 20, 0.0, 0.1611),
        (1, 29, 0.0061, 0.1718),
    ],
)
def test_wilsons_interval_as_published(hits: int, trials: int, low: float, high: float) -> None:
    # Newcombe (1998), Statistics in Medicine 17, table I: method 3 without continuity correction
    found = wilson(hits, trials)
    assert (found.low, found.high) == pytest.approx((low, high), abs=5e-5)


@pytest.mark.parametrize(("hits", "trials"), [(1, 0), (3, 2), (-1, 5)])
def test_wilson_refuses_impossible_counts(hits: int, trials: int) -> None:
    with pytest.raises(BadInput, match="trials"):
        wilson(hits, trials)


def test_the_same_seed_gives_the_same_rate_and_another_need_not() -> None:
    drawn = case(KINDS["persistent tempo"], np.random.default_rng(4))
    rounds = Calendar(drawn.starts, drawn.starts)
    rates = [
        placebo_rate(drawn.values, rounds, PRIMARY, (), rng=np.random.default_rng(seed))
        for seed in (1, 1, 2)
    ]
    assert rates[0] == rates[1]
    assert rates[0] != rates[2]


def test_placebo_rates_average_near_the_nominal_level() -> None:
    rng = np.random.default_rng(11)
    hits = trials = 0
    for _ in range(30):
        drawn = case(KINDS["stationary"], rng)
        found = placebo_rate(
            drawn.values, Calendar(drawn.starts, drawn.starts), PRIMARY, (), rng=rng, trials=50
        )
        assert found is not None
        hits, trials = hits + found.hits, trials + found.trials
    assert 0.02 < hits / trials < 0.08


def test_a_full_regime_leaves_no_room_for_placebo_calendars() -> None:
    values = case(KINDS["stationary"], np.random.default_rng(4)).values
    rounds = Calendar((60, 100), (60, 100))
    for last, found in ((120, False), (190, True)):
        rate = placebo_rate(values, rounds, PRIMARY, ((32, last),), rng=np.random.default_rng(1))
        assert (rate is not None) is found


def test_a_calendar_without_rounds_has_no_placebo_rate() -> None:
    none = placebo_rate(np.ones(50), Calendar((), ()), PRIMARY, (), rng=np.random.default_rng(1))
    assert none is None

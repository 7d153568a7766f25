"""Breaks of a level: the Nile, planted breaks, and series without one."""

import numpy as np
import pytest
from statsmodels.datasets import nile

from truceline.measure.changepoints import change_points
from truceline.measure.laid import Floats
from truceline.measure.swings import Tempo
from truceline.measure.tempo import drawn
from truceline.terms.errors import BadInput, TooFewData


def planted(ratio: float, seed: int, *, at: int = 300, days: int = 600) -> Floats:
    level = np.where(np.arange(days) < at, 25.0, 25.0 * ratio)
    made = drawn([Tempo(0.05, 0.05, 0.6)], level, np.random.default_rng(seed))[0]
    return np.asarray(np.maximum(made, 0))


def test_the_nile_breaks_in_1899() -> None:
    volume = nile.load_pandas().data["volume"].to_numpy(dtype=float)
    found = change_points(volume, shortest=5, rng=np.random.default_rng(1))
    assert [1871 + each.at for each in found.found] == [1899]
    first = found.found[0]
    assert first.low <= first.at <= first.high
    assert (round(first.before), round(first.after)) == (1098, 850)


def test_a_doubling_is_found_inside_its_interval() -> None:
    for seed in range(5):
        found = change_points(planted(2.0, seed), rng=np.random.default_rng(seed))
        assert len(found.found) == 1
        assert found.found[0].low <= 300 <= found.found[0].high
        assert found.found[0].after / found.found[0].before == pytest.approx(2, rel=0.15)


def test_a_smaller_break_has_a_wider_interval() -> None:
    wide, narrow = (
        change_points(planted(ratio, 3), rng=np.random.default_rng(1)).found[0]
        for ratio in (1.6, 4.0)
    )
    assert wide.high - wide.low > narrow.high - narrow.low


def test_a_series_that_swings_by_itself_needs_a_larger_gain() -> None:
    calm = np.random.default_rng(2).poisson(25, 600).astype(float)
    swinging = drawn([Tempo(0, 0.2, 0.9)], np.full(600, 25.0), np.random.default_rng(2))[0]
    one, two = (
        change_points(np.maximum(each, 0), rng=np.random.default_rng(1))
        for each in (calm, swinging)
    )
    assert two.penalty > 2 * one.penalty


def test_a_steady_rise_is_told_from_a_step() -> None:
    days = np.arange(600)
    rng = np.random.default_rng(3)
    rising = change_points(
        rng.poisson(20 * np.exp(days / 300)).astype(float), rng=np.random.default_rng(1)
    )
    step = change_points(planted(2.0, 1), rng=np.random.default_rng(1))
    assert rising.trend_gain > rising.gain - rising.penalty * (len(rising.found) - 1)
    assert step.trend_gain < step.gain


def test_the_same_chance_gives_the_same_answer() -> None:
    values = planted(2.0, 1)
    one, two = (change_points(values, rng=np.random.default_rng(9)) for _ in range(2))
    assert one == two


def test_missing_days_are_not_zeros() -> None:
    values = planted(2.0, 4)
    values[np.random.default_rng(4).random(values.size) < 0.3] = np.nan
    values[100:130] = np.nan
    found = change_points(values, rng=np.random.default_rng(1))
    assert len(found.found) == 1
    assert abs(found.found[0].at - 300) < 15


@pytest.mark.parametrize(
    ("values", "kind", "words"),
    [
        (np.full(200, 5.0), TooFewData, "constant"),
        (np.arange(40.0), TooFewData, "40 steps; two spans of 28"),
        (np.array([-1.0] + [2.0, 3.0] * 60), BadInput, "negative"),
        (np.array([np.inf] + [2.0, 3.0] * 60), BadInput, "infinite"),
        (np.full(200, np.nan), TooFewData, "0 steps have a report"),
    ],
)
def test_what_cannot_be_cut_is_said(values: Floats, kind: type[Exception], words: str) -> None:
    with pytest.raises(kind, match=words):
        change_points(values, rng=np.random.default_rng(1))

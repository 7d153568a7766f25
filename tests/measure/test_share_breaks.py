"""Breaks of a share: planted ones, a plain scan, invariances, and what is refused."""

from math import log

import numpy as np
import pytest

from truceline.measure.laid import Floats
from truceline.measure.share_breaks import gains, share_breaks, trend_gain
from truceline.terms.errors import BadInput, TooFewData


def drawn(before: float, after: float, *, at: int = 70, mean: float = 15, seed: int = 1,
          ) -> tuple[Floats, Floats]:  # fmt: skip
    rng = np.random.default_rng(seed)
    whole = rng.poisson(mean, 120).astype(np.float64)
    level = np.where(np.arange(120) < at, before, after)
    return rng.binomial(whole.astype(int), level).astype(np.float64), whole


def test_a_planted_rise_is_found_and_its_week_and_ratio_are_held() -> None:
    made = share_breaks(*drawn(0.15, 0.4), rng=np.random.default_rng(1))
    [one] = made.found
    assert one.low <= 70 <= one.high
    assert one.least is not None
    assert one.most is not None
    assert one.least < 0.4 / 0.15 < one.most
    assert one.down < 0.25 < one.up
    assert not made.is_a_trend


def test_a_steady_share_of_a_growing_whole_has_no_break() -> None:
    rng = np.random.default_rng(2)
    whole = rng.poisson(np.linspace(3, 40, 120)).astype(np.float64)
    part = rng.binomial(whole.astype(int), 0.25).astype(np.float64)
    made = share_breaks(part, whole, rng=rng)
    assert made.found == ()
    assert made.gain == 0


def test_a_trend_is_told_from_a_step() -> None:
    rng = np.random.default_rng(3)
    whole = np.full(120, 30.0)
    odds = np.linspace(-2.5, 1.0, 120)
    part = rng.binomial(30, 1 / (1 + np.exp(-odds))).astype(np.float64)
    made = share_breaks(part, whole, rng=rng)
    assert made.found
    assert made.is_a_trend


def test_what_is_not_deep_breaks_at_the_same_week() -> None:
    part, whole = drawn(0.15, 0.4)
    one = share_breaks(part, whole, rng=np.random.default_rng(1)).found[0]
    two = share_breaks(whole - part, whole, rng=np.random.default_rng(1)).found[0]
    assert one.at == two.at
    assert one.before == pytest.approx(1 - two.before)


def test_turned_round_in_time_the_break_is_the_same() -> None:
    part, whole = drawn(0.15, 0.4)
    one = share_breaks(part, whole, rng=np.random.default_rng(1))
    two = share_breaks(part[::-1], whole[::-1], rng=np.random.default_rng(1))
    assert one.found[0].at == 120 - two.found[0].at
    assert one.gain == pytest.approx(two.gain)


def test_the_same_chance_gives_the_same_bytes() -> None:
    one, two = (share_breaks(*drawn(0.2, 0.3), rng=np.random.default_rng(9)) for _ in range(2))
    assert one == two


def slow_fit(part: Floats, whole: Floats) -> float:
    k, n = part.sum(), whole.sum()
    return float(sum(a * log(a / n) for a in (k, n - k) if a > 0))


def test_a_plain_scan_gains_alike() -> None:
    part, whole = drawn(0.2, 0.3, mean=4)
    found = gains(part[None, :], whole)[0]
    level = slow_fit(part, whole)
    for at in range(120):
        able = 8 <= at <= 112 and whole[:at].sum() >= 10 and whole[at:].sum() >= 10
        if not able:
            assert found[at] == -np.inf
            continue
        gain = slow_fit(part[:at], whole[:at]) + slow_fit(part[at:], whole[at:]) - level
        assert found[at] == pytest.approx(gain, abs=1e-9)


def test_the_trend_agrees_with_a_logistic_regression_of_statsmodels() -> None:
    import statsmodels.api as sm

    part, whole = drawn(0.2, 0.3)
    days = sm.add_constant(np.linspace(-1, 1, 120))
    both = np.column_stack([part, whole - part])
    fit = sm.GLM(both, days, family=sm.families.Binomial()).fit()
    null = sm.GLM(both, days[:, :1], family=sm.families.Binomial()).fit()
    assert trend_gain(part, whole) == pytest.approx(fit.llf - null.llf, abs=1e-6)


@pytest.mark.parametrize(
    ("part", "whole", "words"),
    [
        (np.ones(20), np.full(20, 9.0), "20 weeks with a placed attack; 26 are needed"),
        (np.ones(30), np.full(30, 1.5), "45 attacks are placed; 60 are needed"),
        (np.zeros(90), np.full(90, 5.0), "0 of 450 placed attacks are deep"),
        (np.full(90, 5.0), np.full(90, 5.0), "450 of 450 placed attacks are deep"),
    ],
)
def test_too_little_says_how_much_is_needed(part: Floats, whole: Floats, words: str) -> None:
    with pytest.raises(TooFewData, match=words):
        share_breaks(part, whole, rng=np.random.default_rng(1))


@pytest.mark.parametrize(
    ("part", "whole", "words"),
    [
        (np.full(90, 6.0), np.full(90, 5.0), "larger than its whole"),
        (np.full(90, -1.0), np.full(90, 5.0), "negative, infinite"),
        (np.ones(90), np.full(89, 5.0), "not of one length"),
        (np.ones(90), np.full(90, np.inf), "infinite"),
    ],
)
def test_what_is_no_share_is_refused(part: Floats, whole: Floats, words: str) -> None:
    with pytest.raises(BadInput, match=words):
        share_breaks(part, whole, rng=np.random.default_rng(1))


def test_a_rise_asked_for_is_above_one() -> None:
    with pytest.raises(BadInput, match=r"rise is 1; give more than 1"):
        share_breaks(*drawn(0.2, 0.3), rng=np.random.default_rng(1), rise=1)

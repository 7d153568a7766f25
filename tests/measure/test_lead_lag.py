"""Lead–lag asymmetry: its sign, its symmetries, its size, and what misleads it."""

import numpy as np
import pytest

from truceline.measure.lead_lag import LeadLag, lead_lag
from truceline.simulate.strike_cases import KINDS, StrikeKind, strike_case
from truceline.terms.errors import BadInput


def led(first: np.ndarray, second: np.ndarray) -> LeadLag:
    found = lead_lag(first, second, rng=np.random.default_rng(1))
    assert found is not None
    return found


def pair(seed: int = 1, days: int = 700) -> tuple[np.ndarray, np.ndarray]:
    rng = np.random.default_rng(seed)
    one = rng.gamma(20, 1.5, days)
    return one, np.roll(one, 2) * rng.gamma(20, 0.05, days)


def test_the_one_that_follows_is_named_and_swapping_turns_the_sign() -> None:
    one, two = pair()
    found, turned = led(one, two), led(two, one)
    assert found.value == pytest.approx(-turned.value)
    assert found.low > 0
    assert [found.p, turned.p] == pytest.approx([0.0002, 0.0002])
    assert found.blocks == 25


def test_turning_time_round_turns_the_sign() -> None:
    one, two = pair()
    assert led(one[::-1], two[::-1]).value == pytest.approx(-led(one, two).value, rel=0.02)


def test_the_unit_of_a_series_changes_nothing() -> None:
    one, two = pair()
    assert led(1000 * one, two).value == pytest.approx(led(one, two).value)


def test_it_is_the_mean_difference_of_correlations() -> None:
    one, two = pair(days=560)
    found = led(one, two)

    def around(values: np.ndarray) -> np.ndarray:
        logs = np.log(values)
        apart = [v - logs[max(t - 28, 0) : t + 29].mean() for t, v in enumerate(logs)]
        return np.asarray(np.array(apart) / np.std(apart))

    x, y = around(one), around(two)
    gains = [x[t] * y[t + k] - y[t] * x[t + k] for k in range(1, 8) for t in range(560 - k)]
    assert found.value == pytest.approx(float(np.mean(gains)))


@pytest.mark.parametrize(
    ("name", "least", "most"),
    [("d shared slow tempo", 0.0, 0.12), ("e dated a day later", 0.5, 1.0)],
)
def test_it_holds_its_size_only_where_both_are_dated_alike(
    name: str, least: float, most: float
) -> None:
    rng, hits = np.random.default_rng(3), 0
    for _ in range(60):
        made = strike_case(KINDS[name], rng)
        found = lead_lag(made.other, made.values, rng=rng)
        hits += found is not None and found.p <= 0.05
    assert least <= hits / 60 <= most


def test_equal_mutual_replies_stay_unseen() -> None:
    kind, rng, hits = StrikeKind(what="", mutual=0.3), np.random.default_rng(4), 0
    for _ in range(40):
        made = strike_case(kind, rng)
        hits += led(made.other, made.values).p <= 0.05
    assert hits <= 6


def test_missing_days_are_missing_and_short_or_still_series_say_nothing() -> None:
    one, two = pair()
    one[::5] = np.nan
    assert led(one, two).value > 0
    for short in (one[:100], np.full(100, np.nan), np.zeros(0)):
        assert lead_lag(short, short, rng=np.random.default_rng(1)) is None
    assert lead_lag(np.full(700, 3.0), two, rng=np.random.default_rng(1)) is None
    assert lead_lag(np.zeros(700), two, rng=np.random.default_rng(1)) is None
    with pytest.raises(BadInput, match="700 and 3 days"):
        lead_lag(one, two[:3], rng=np.random.default_rng(1))

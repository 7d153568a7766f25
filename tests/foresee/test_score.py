"""Scores against the published numbers and by hand; intervals that hold; what is refused."""

import numpy as np
import pytest

from truceline.foresee import score
from truceline.terms.errors import BadInput


def test_the_published_brier_scores_of_people() -> None:
    assert score.brier([0.72, 0.47, 0.60], [1, 1, 1]).round(3).tolist() == [0.078, 0.281, 0.16]


def test_the_log_score_is_that_of_what_came_and_never_endless() -> None:
    assert score.log([0.2, 0.2], [1, 0]) == pytest.approx([-np.log(0.2), -np.log(0.8)])
    assert score.log(1.0, 0.0) == pytest.approx(-np.log(score.CLIP))


def test_what_is_not_known_yet_is_not_scored() -> None:
    found = score.brier([[0.2, 0.3]], [[1.0, np.nan]])
    assert found[0, 0] == pytest.approx(0.64)
    assert np.isnan(found[0, 1])


def test_crps_equals_the_slow_sum_over_pairs() -> None:
    rng = np.random.default_rng(1)
    draws, seen = rng.gamma(1.0, 20, 50), 7.0
    slow = np.abs(draws - seen).mean() - np.abs(draws[:, None] - draws[None, :]).mean() / 2
    assert float(score.crps(draws, seen)) == pytest.approx(slow, rel=1e-6)


def test_both_scores_are_proper() -> None:
    said = np.linspace(0.01, 0.99, 99)
    for rule in (score.brier, score.log):
        expected = 0.3 * rule(said, np.ones(99)) + 0.7 * rule(said, np.zeros(99))
        assert said[int(np.argmin(expected))] == pytest.approx(0.3)


def test_the_interval_of_a_difference_holds_what_it_should() -> None:
    held = 0
    for trial in range(200):
        rng = np.random.default_rng(trial)
        war = np.repeat(np.arange(40), 5)
        ours = np.repeat(rng.normal(0, 1, 40), 5) + rng.normal(0.2, 1, 200)
        found = score.difference(ours, np.zeros(200), war, rng=rng, draws=300)
        held += found.low <= 0.2 <= found.high
    assert held / 200 == pytest.approx(0.94, abs=0.045)


def test_ignoring_the_war_would_make_the_interval_too_narrow() -> None:
    rng = np.random.default_rng(2)
    ours = np.repeat(rng.normal(0, 1, 40), 25)
    war = np.repeat(np.arange(40), 25)
    by_war = score.difference(ours, np.zeros(1000), war, rng=rng)
    alone = score.difference(ours, np.zeros(1000), np.arange(1000), rng=rng)
    assert by_war.high - by_war.low > 3 * (alone.high - alone.low)


def test_a_weighted_difference_is_the_weighted_mean() -> None:
    rng = np.random.default_rng(3)
    found = score.difference(
        np.array([1.0, 3.0]), np.zeros(2), np.array([0, 1]), rng=rng, weight=np.array([3.0, 1.0])
    )
    assert found.value == pytest.approx(1.5)


def test_nothing_to_score_is_said() -> None:
    with pytest.raises(BadInput, match="nothing to score"):
        score.difference(np.array([np.nan]), np.zeros(1), np.zeros(1, dtype=np.int64),
                         rng=np.random.default_rng(1))  # fmt: skip


def test_reliability_counts_each_forecast_once() -> None:
    rng = np.random.default_rng(4)
    said = rng.uniform(0, 1, 5000)
    came = (rng.random(5000) < said).astype(float)
    bins = score.reliability(said, came, np.arange(5000), edges=np.linspace(0, 1, 11))
    assert sum(each.n for each in bins) == 5000
    assert sum(each.low <= each.said <= each.high for each in bins) >= 8
    came[0] = np.nan
    again = score.reliability(said, came, np.arange(5000), edges=np.linspace(0, 1, 11))
    assert sum(each.n for each in again) == 4999

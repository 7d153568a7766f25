"""Cuts: against a slow twin, ruptures, and what must not matter."""

from itertools import pairwise

import numpy as np
import pytest
import ruptures
from hypothesis import given, settings
from hypothesis import strategies as st

from truceline.measure.cuts import cuts, single_gains, total_gain, trend_gain
from truceline.measure.laid import Floats
from truceline.measure.negative_binomial import best_fit, log_likelihood


def slow_cuts(
    values: Floats, size: float, penalty: float, shortest: int
) -> tuple[float, list[int]]:
    """Try every last cut of every beginning, with no pruning."""
    best: list[tuple[float, list[int]]] = [(0.0, [])]
    for stop in range(1, values.size + 1):
        options = []
        for start in range(stop - shortest + 1):
            before, at = best[start]
            if start and not np.isfinite(before):
                continue
            part = values[start:stop]
            known = part[np.isfinite(part)]
            fit = float(best_fit(known.sum(), known.size, size))
            options.append((before + fit - (penalty if start else 0), at + [start] * bool(start)))
        best.append(max(options, default=(-np.inf, [])))
    return best[-1]


def test_a_start_is_not_dropped_before_its_rival_may_be_used() -> None:
    for seed in range(150):
        rng = np.random.default_rng(seed)
        values = rng.poisson(rng.choice([2, 6, 15], 26)).astype(float)
        found = cuts(values, size=50.0, penalty=0.5, shortest=6)
        assert list(found) == slow_cuts(values, 50.0, 0.5, 6)[1]


class CountCost(ruptures.base.BaseCost):  # type: ignore[misc]
    """The same cost as a custom cost of ruptures."""

    model = "counts"
    min_size = 1

    def fit(self, signal: Floats) -> "CountCost":
        self.signal = signal
        return self

    def error(self, start: int, end: int) -> float:
        part = self.signal[start:end]
        return -float(best_fit(part.sum(), part.size, 4.0))


def steps(*levels: tuple[float, int], seed: int = 1) -> Floats:
    rng = np.random.default_rng(seed)
    return np.concatenate(
        [rng.negative_binomial(4, 4 / (4 + mean), days) for mean, days in levels]
    ).astype(float)


@settings(max_examples=25)
@given(st.integers(0, 10_000), st.integers(1, 6), st.floats(0.5, 8), st.booleans())
def test_the_slow_twin_finds_the_same_cuts(
    seed: int, shortest: int, penalty: float, holes: bool
) -> None:
    values = steps((4, 15), (9, 12), (3, 20), seed=seed)
    if holes:
        values[np.random.default_rng(seed).random(values.size) < 0.2] = np.nan
        values[0] = 3
    found = cuts(values, size=4.0, penalty=penalty, shortest=shortest)
    score, at = slow_cuts(values, 4.0, penalty, shortest)
    if not holes:  # beside a missing step two cuts are as good as each other
        assert list(found) == at
    edges = (0, *found, values.size)
    spans = [values[one:two] for one, two in pairwise(edges)]
    known = values[np.isfinite(values)]
    whole = float(best_fit(known.sum(), known.size, 4.0))
    assert total_gain(spans, 4.0) + whole - penalty * len(found) == pytest.approx(score)


def test_ruptures_with_the_same_cost_finds_the_same_cuts() -> None:
    values = steps((8, 60), (20, 50), (11, 70), (30, 40))
    found = cuts(values, size=4.0, penalty=6.0, shortest=5)
    oracle = ruptures.Dynp(custom_cost=CountCost(), min_size=5, jump=1).fit(values)
    assert len(found) >= 3
    assert list(found) == oracle.predict(n_bkps=len(found))[:-1]


def test_a_higher_penalty_never_cuts_more() -> None:
    values = steps((8, 60), (20, 50), (11, 70))
    counts = [len(cuts(values, size=4.0, penalty=each, shortest=5)) for each in (0.5, 3, 9, 60)]
    assert counts == sorted(counts, reverse=True)
    assert counts[-1] == 0


def test_spans_are_never_shorter_than_asked() -> None:
    found = cuts(steps((5, 100), seed=3), size=4.0, penalty=0.0, shortest=13)
    assert found
    assert min(np.diff([0, *found, 100])) >= 13


def test_turning_time_around_mirrors_the_cuts() -> None:
    values = steps((8, 60), (20, 50), (11, 70))
    ahead = cuts(values, size=4.0, penalty=5.0, shortest=5)
    back = cuts(values[::-1], size=4.0, penalty=5.0, shortest=5)
    assert [values.size - each for each in reversed(back)] == list(ahead)


def test_the_best_single_cut_is_the_best_of_all_tried() -> None:
    values = steps((8, 40), (20, 30))
    values[5:9] = np.nan
    gain, at = single_gains(values[None, :], 4.0, 6)
    tried = {
        each: total_gain([values[:each], values[each:]], 4.0) for each in range(6, values.size - 5)
    }
    assert at[0] == max(tried, key=lambda each: tried[each])
    assert gain[0] == pytest.approx(max(tried.values()))


def test_a_trend_gains_what_its_likelihood_says() -> None:
    at = np.arange(200)
    values = np.random.default_rng(4).poisson(np.exp(2 + 0.01 * at)).astype(float)
    best = max(
        float(log_likelihood(values, np.exp(a + b * at), 50.0).sum())
        for a in np.linspace(1.7, 2.3, 61)
        for b in np.linspace(0.007, 0.013, 61)
    )
    flat = float(log_likelihood(values, values.mean(), 50.0).sum())
    assert trend_gain(values, 50.0) == pytest.approx(best - flat, abs=0.3)

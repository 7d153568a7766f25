"""Futures of look-alikes, beside a search one by one."""

import numpy as np
import pytest

from truceline.foresee import lookalikes
from truceline.foresee.lookalikes import futures
from truceline.terms.errors import TooFewData

AHEAD = np.array([1, 3])
DEATHS = np.random.default_rng(5).poisson(20.0, size=(6, 60)).astype(float)


def slow(deaths: np.ndarray, ahead: int, country: int, nearest: int) -> list[float]:
    """Return the futures of the nearest months, found one by one."""
    month_means = [1, 3, 6, 12]

    def point(row: np.ndarray, end: int) -> tuple[list[float], float]:
        past = row[: end + 1]
        log_level = float(np.log(np.median(past[-6:]) + 1))
        change = [float(np.log(past[-span:].mean() + 1)) - log_level for span in month_means]
        often = [float((past[-span:] > 0).mean()) for span in (12, 60)]
        weighted = [w * c for w, c in zip([0.5, 1, 1, 1], change, strict=True)]
        return [*weighted, *often, 0.3 * log_level], log_level

    asked, asked_level = point(deaths[country], deaths.shape[1] - 1)
    seen = []
    for row in deaths:
        for end in range(11, deaths.shape[1] - 1 - int(AHEAD.max()) + 1):
            here, log_level = point(row, end)
            distance = sum((a - b) ** 2 for a, b in zip(asked, here, strict=True))
            seen.append((distance, float(row[end + ahead] * np.exp(asked_level - log_level))))
    return sorted(value for _, value in sorted(seen)[:nearest])


def test_equals_a_search_one_by_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lookalikes, "NEAREST", 25)
    values, _ = futures(DEATHS, AHEAD, by="median of 6", countries=np.array([2]))
    for at, ahead in enumerate(AHEAD):
        assert np.allclose(sorted(values[0, at]), slow(DEATHS, int(ahead), 2, 25))


def test_weights_fall_with_distance_from_one_to_a_tenth() -> None:
    _, weights = futures(DEATHS, AHEAD, by="mean of 6")
    assert (np.diff(weights, axis=-1) <= 1e-12).all()
    assert weights.max() <= 1
    assert np.allclose(weights[..., -1], 0.1, atol=1e-6)


def test_no_future_reaches_past_the_origin() -> None:
    marked = DEATHS.copy()
    marked[:, -1] = 1e6  # the origin's own month may be a future, and be the last one
    values, _ = futures(marked, np.array([1]), by="median of 3")
    assert np.isfinite(values).all()


def test_a_war_larger_than_all_before_gets_futures_of_its_own_size() -> None:
    large = np.vstack([DEATHS, np.full((1, 60), 50_000.0)])
    values, _ = futures(large, AHEAD, by="mean of 12", countries=np.array([6]))
    assert 25_000 < float(np.median(values)) < 100_000


def test_a_table_without_a_year_and_what_came_after_is_too_short() -> None:
    with pytest.raises(TooFewData, match="14 months of deaths hold no year followed by 3 months"):
        futures(DEATHS[:, :14], AHEAD, by="mean of 6")

"""What the months just past look like, beside plain loops."""

import numpy as np
import pytest

from truceline.foresee.recent import LEVELS, level, means, shares
from truceline.terms.errors import TooFewData

DEATHS = np.random.default_rng(3).poisson(2.0, size=(4, 80)).astype(float)


def test_means_and_shares_equal_plain_loops() -> None:
    for country in range(4):
        for month in range(11, 80):
            past = DEATHS[country, : month + 1]
            wanted = [past[-span:].mean() for span in (1, 3, 6, 12)]
            assert np.allclose(means(DEATHS)[country, month - 11], wanted)
            any_death = [(past[-span:] > 0).mean() for span in (12, 60)]
            assert np.allclose(shares(DEATHS)[country, month - 11], any_death)


@pytest.mark.parametrize("name", LEVELS)
def test_levels_equal_plain_loops(name: str) -> None:
    kind, _, span = name.partition(" of ")
    found = level(DEATHS, name)
    for month in range(11, 80):
        last = DEATHS[:, month + 1 - int(span) : month + 1]
        wanted = (
            np.median(last, axis=1) if kind == "median" else np.expm1(np.log1p(last).mean(axis=1))
        )
        assert np.allclose(found[:, month - 11], wanted)


def test_a_median_is_spared_by_a_lump() -> None:
    lumpy = DEATHS.copy()
    lumpy[:, -2] += 100_000
    assert np.abs(level(lumpy, "median of 6") - level(DEATHS, "median of 6")).max() < 5


@pytest.mark.parametrize("ask", [means, shares, lambda deaths: level(deaths, "mean of 6")])
def test_less_than_a_year_is_too_few(ask: object) -> None:
    with pytest.raises(TooFewData, match="11 months of deaths and a forecast needs 12"):
        ask(DEATHS[:, :11])  # type: ignore[operator]

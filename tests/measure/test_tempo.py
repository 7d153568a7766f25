"""Swings of a series, read from planted ones."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from truceline.measure.swings import Tempo
from truceline.measure.tempo import as_uncertain, drawn, tempo
from truceline.terms.errors import TooFewData


@pytest.mark.parametrize(
    "planted", [Tempo(0.2, 0.0, 0.5), Tempo(0.0, 0.15, 0.8), Tempo(0.1, 0.2, 0.9)]
)
def test_planted_swings_are_read(planted: Tempo) -> None:
    made = drawn([planted] * 20, np.full(900, 40.0), np.random.default_rng(5))
    read = [tempo(row) for row in made]
    total = planted.daily + planted.slow
    assert np.mean([each.daily + each.slow for each in read]) == pytest.approx(total, rel=0.12)
    assert np.mean([each.slow for each in read]) == pytest.approx(planted.slow, abs=0.05)
    if planted.slow:
        found = np.median([each.persistence for each in read])
        assert found == pytest.approx(planted.persistence, abs=0.06)


def test_a_break_does_not_count_as_swings() -> None:
    rng = np.random.default_rng(6)
    flat = rng.poisson(30, 800).astype(float)
    broken = np.concatenate([rng.poisson(15, 400), rng.poisson(45, 400)]).astype(float)
    ordinary = broken.var() / broken.mean() ** 2
    assert tempo(flat).slow < 0.01
    assert tempo(broken).slow < ordinary / 5


def test_missing_days_change_little() -> None:
    rng = np.random.default_rng(7)
    whole = drawn([Tempo(0.1, 0.1, 0.8)], np.full(900, 30.0), rng)[0]
    holes = np.where(rng.random(900) < 0.3, np.nan, whole)
    assert tempo(holes).size == pytest.approx(tempo(whole).size, rel=0.2)


@pytest.mark.parametrize("level", [3.0, 60.0])
def test_drawn_counts_have_the_mean_and_the_variance_that_were_asked_for(level: float) -> None:
    made = drawn([Tempo(0.1, 0.2, 0.5)] * 200, np.full(300, level), np.random.default_rng(8))
    assert made.mean() == pytest.approx(level, rel=0.02)
    relative = (made.var() - level) / level**2
    assert relative == pytest.approx(0.1 + 0.2 + 0.1 * 0.2, rel=0.12)


def test_each_row_swings_as_its_own_tempo() -> None:
    rows = [Tempo(0, 0, 0), Tempo(0, 0.5, 0.9)]
    made = drawn(rows, np.full(2000, 5.0), np.random.default_rng(9))
    assert made[0].var() == pytest.approx(5, rel=0.15)
    assert made[1].var() > 10


@settings(max_examples=20)
@given(st.integers(0, 500), st.integers(2, 50))
def test_a_louder_rate_with_the_same_swings_reads_the_same(seed: int, times: int) -> None:
    rate = 1e4 * np.exp(np.random.default_rng(seed).normal(0, 0.4, 200))
    one, two = tempo(rate), tempo(rate * times)
    assert one.daily + one.slow == pytest.approx(two.daily + two.slow, abs=2e-4)


def test_doubt_about_the_swings_is_wider_in_a_short_series() -> None:
    rng = np.random.default_rng(10)
    wide, narrow = (
        np.std([each.slow for each in as_uncertain(row, tempo(row), rng, times=30)])
        for row in (
            drawn([Tempo(0.05, 0.1, 0.7)], np.full(days, 30.0), rng)[0] for days in (150, 3000)
        )
    )
    assert wide > 1.5 * narrow


def test_too_few_reports_and_zeros_alone_are_said() -> None:
    with pytest.raises(TooFewData, match="10 steps have a report; 24 are needed"):
        tempo(np.concatenate([np.ones(10), np.full(50, np.nan)]))
    with pytest.raises(TooFewData, match="zero"):
        tempo(np.zeros(90))

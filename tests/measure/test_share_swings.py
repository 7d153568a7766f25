"""Swings of a share, read from planted ones, and shares drawn with them."""

import numpy as np
import pytest

from truceline.measure.share_swings import as_uncertain, part_weeks, share_swings, shares_drawn
from truceline.measure.swings import Tempo

WHOLE = np.full(300, 60.0)
LEVEL = np.full(300, 0.3)


@pytest.mark.parametrize("planted", [Tempo(0.0, 0.0, 0.3), Tempo(0.2, 0.0, 0.3)])
def test_planted_scatter_is_read(planted: Tempo) -> None:
    made = shares_drawn([planted] * 30, LEVEL, WHOLE, np.random.default_rng(1))
    read = [share_swings(row, WHOLE) for row in made]
    assert np.mean([each.daily + each.slow for each in read]) == pytest.approx(
        planted.daily, abs=0.05
    )


def test_a_planted_memory_is_read() -> None:
    planted = Tempo(0.0, 0.25, 0.8)
    made = shares_drawn([planted] * 30, LEVEL, WHOLE, np.random.default_rng(2))
    read = [share_swings(row, WHOLE) for row in made]
    assert np.mean([each.slow for each in read]) == pytest.approx(0.25, abs=0.08)


def test_a_break_hardly_changes_what_is_read() -> None:
    level = np.where(np.arange(300) < 150, 0.2, 0.5)
    made = shares_drawn([Tempo(0.0, 0.0, 0.3)] * 30, level, WHOLE, np.random.default_rng(3))
    read = [share_swings(row, WHOLE) for row in made]
    assert np.mean([each.daily + each.slow for each in read]) < 0.2


def test_weeks_without_counts_say_nothing() -> None:
    whole = np.where(np.arange(300) % 3 == 0, 0.0, 60.0)
    made = shares_drawn([Tempo(0.0, 0.0, 0.3)], LEVEL, whole, np.random.default_rng(4))[0]
    assert part_weeks(whole) == 200
    assert share_swings(made, whole).slow < 0.05


def test_drawn_shares_keep_their_level_and_their_whole() -> None:
    made = shares_drawn([Tempo(0.0, 0.0, 0.3)] * 50, LEVEL, WHOLE, np.random.default_rng(5))
    assert made.mean() / 60 == pytest.approx(0.3, abs=0.01)
    assert made.max() <= 60
    assert made.min() >= 0


def test_readings_spread_around_what_was_read() -> None:
    rng = np.random.default_rng(6)
    part = shares_drawn([Tempo(0.1, 0.0, 0.3)], LEVEL, WHOLE, rng)[0]
    read = as_uncertain(part, WHOLE, share_swings(part, WHOLE), rng)
    assert len({each.daily for each in read}) > 10

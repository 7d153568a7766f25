"""Dynamic time warping against a slow twin, a published number and a library in use."""

import math
from functools import cache
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from truceline.compare.dtw import distance, scaled, scan

series = st.lists(st.floats(-20, 20), min_size=1, max_size=9).map(np.array)


def slow(one: Any, other: Any) -> float:
    """The definition, by recursion: the cheapest way back from both ends."""

    @cache
    def cost(i: int, j: int) -> float:
        gap = (one[i] - other[j]) ** 2
        if i == 0 and j == 0:
            return float(gap)
        ways = [(i - 1, j), (i, j - 1), (i - 1, j - 1)]
        return float(gap) + min(cost(*way) for way in ways if min(way) >= 0)

    return math.sqrt(cost(len(one) - 1, len(other) - 1))


@settings(max_examples=80, deadline=None)
@given(series, series)
def test_the_distance_is_what_a_slow_twin_finds(one: Any, other: Any) -> None:
    assert distance(one, other) == pytest.approx(slow(one, other), abs=1e-9)


@settings(max_examples=40, deadline=None)
@given(series, series)
def test_it_is_symmetric_and_nought_for_a_series_and_itself(one: Any, other: Any) -> None:
    assert distance(one, other) == pytest.approx(distance(other, one), abs=1e-9)
    assert distance(one, one) == 0
    assert distance(one, np.repeat(one, 2)) == 0  # the same course, half as fast


def test_published_value() -> None:
    """The first example of dtaidistance's documentation."""
    one = np.array([0.0, 0, 1, 2, 1, 0, 1, 0, 0])
    other = np.array([0.0, 1, 2, 0, 0, 0, 0, 0, 0])
    assert distance(one, other) == pytest.approx(1.4142135623730951)


def test_a_library_in_use_finds_the_same() -> None:
    dtw: Any = pytest.importorskip("dtaidistance.dtw")
    rng = np.random.default_rng(2)
    for _ in range(200):
        one, other = rng.normal(size=rng.integers(2, 14)), rng.normal(size=rng.integers(2, 14))
        assert distance(one, other) == pytest.approx(dtw.distance(one, other))


def test_a_scan_is_every_window_by_itself() -> None:
    rng = np.random.default_rng(4)
    panel = rng.negative_binomial(0.5, 0.05, (4, 40)).astype(float)
    panel[1, 7] = np.nan
    panel[2, 10:30] = 3.0  # flat
    query, lengths = panel[0, 12:20].copy(), (7, 8, 9)
    for level, limit in ((math.inf, math.inf), (2.0, 0.8)):
        found = scan(panel, query, lengths, level=level, limit=limit)
        for row in range(4):
            for begin in range(40):
                for place, size in enumerate(lengths):
                    window = panel[row, begin : begin + size]
                    wants = expected(window, query, size, level)
                    wants = wants if wants <= limit else math.inf
                    assert found[row, begin, place] == pytest.approx(wants)


def expected(window: Any, query: Any, size: int, level: float) -> float:
    if len(window) < size or np.isnan(window).any() or window.max() == window.min():
        return math.inf
    if not 1 / level <= window.max() / query.max() <= level:
        return math.inf
    return slow(scaled(query), scaled(window))

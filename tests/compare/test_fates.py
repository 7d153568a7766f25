"""How wars ended: Kaplan–Meier against lifelines, shares against published intervals."""

from datetime import date
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from truceline.compare.fates import NO_WINNER, Fate, ended_by, fate, quantile, share, told, wilson


def made(days: list[int], over: list[bool]) -> list[Fate]:
    both = zip(days, over, strict=True)
    return [Fate(str(n), "agreement", day, done) for n, (day, done) in enumerate(both)]


@settings(max_examples=30, deadline=None)
@given(st.lists(st.tuples(st.integers(1, 60), st.booleans()), min_size=1, max_size=25))
def test_times_are_those_of_lifelines(rows: list[tuple[int, bool]]) -> None:
    lifelines: Any = pytest.importorskip("lifelines")
    days, over = [each[0] for each in rows], [each[1] for each in rows]
    fit = lifelines.KaplanMeierFitter().fit(days, over)
    fates = made(days, over)
    for day in (1, 10, 30, 60):
        assert ended_by(fates, day) == pytest.approx(1 - float(fit.predict(day)))
    median = fit.median_survival_time_
    assert quantile(fates, 0.5) == (None if np.isinf(median) else median)


def test_published_interval() -> None:
    """Newcombe 1998, Statistics in Medicine 17, table I: Wilson without continuity correction."""
    for hits, of, low, high in ((81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605),
                                (0, 20, 0.0, 0.1611), (1, 29, 0.0061, 0.1718)):  # fmt: skip
        found = wilson(hits, of)
        assert (found.low, found.high) == pytest.approx((low, high), abs=5e-5)


def test_a_share_is_of_those_whose_ending_is_known() -> None:
    fates = [
        Fate("a", "agreement", 1, True), Fate("b", "victory_a", 1, True),
        Fate("c", None, 1, True), Fate("d", "ongoing", 1, False),
    ]  # fmt: skip
    found = share(fates, NO_WINNER)
    assert (found.value, found.n) == (0.5, 2)
    assert share([fates[2]], NO_WINNER).value is None


def test_without_wars_nothing_is_said() -> None:
    assert ended_by([], 10) is None
    assert quantile([], 0.5) is None
    assert wilson(0, 0).value is None


def test_a_war_that_goes_on_is_followed_to_the_last_day_seen() -> None:
    found = fate("x", date(2024, 1, 1), None, date(2024, 12, 31), "ongoing")
    assert (found.days, found.over) == (365, False)


def test_endings_are_told_the_most_frequent_first() -> None:
    fates = [Fate("a", "victory_b", 1, True), Fate("b", None, 1, True), Fate("c", None, 2, True)]
    assert told(fates) == "2 ended, no source at hand says how, 1 side b won"


def test_counting_each_war_twice_changes_no_share_and_no_time() -> None:
    fates = made([5, 9, 9, 20, 40], [True, True, False, True, True])
    assert quantile(fates * 2, 0.5) == quantile(fates, 0.5)
    assert ended_by(fates * 2, 9) == pytest.approx(ended_by(fates, 9))

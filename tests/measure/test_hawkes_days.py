"""Fits of daily counts: the run of days that is used, refusals, and what is recovered."""

from datetime import date, timedelta

import numpy as np
import pytest

from truceline.measure.daily import Daily
from truceline.measure.hawkes_days import DayFit, day_fit
from truceline.simulate.hawkes import branching

FIRST = date(2030, 1, 1)


def side(values: np.ndarray, name: str = "a", late: int = 0) -> Daily:
    return Daily(name, FIRST + timedelta(days=late), values.astype(float), len(values))


def counts(seed: int = 1, days: int = 1200) -> tuple[Daily, Daily]:
    ratios = np.array([[0.3, 0.3], [0.0, 0.3]])
    rng = np.random.default_rng(seed)
    times, marks = branching(np.full(2, 1.5), ratios, np.full(2, 0.33), float(days), rng)
    one, two = (np.bincount(times[marks == k].astype(int), minlength=days) for k in (0, 1))
    return side(one, "a"), side(two, "b")


def fitted(sides: tuple[Daily, ...], spans: tuple[tuple[date, date], ...] = ()) -> DayFit:
    found = day_fit(sides, spans, rng=np.random.default_rng(1))
    assert isinstance(found, DayFit)
    return found


def refused(sides: tuple[Daily, ...], spans: tuple[tuple[date, date], ...] = ()) -> str:
    found = day_fit(sides, spans, rng=np.random.default_rng(1))
    assert isinstance(found, str)
    return found


def test_who_answers_is_found_from_days_alone() -> None:
    found = fitted(counts())
    there, back = found.ratios[0][1], found.ratios[1][0]
    assert there.low is not None
    assert there.high is not None
    assert there.low < 0.3 < there.high
    assert back.value < 0.1
    assert found.lag[0].value == pytest.approx(3.0, abs=1.2)
    assert found.events == tuple(int(each.values.sum()) for each in counts())


def test_the_longest_run_without_a_gap_is_used() -> None:
    one, two = counts()
    one.values[400] = np.nan
    found = fitted((one, two))
    assert (found.first, found.last) == (FIRST + timedelta(days=401), FIRST + timedelta(days=1199))
    early = (FIRST, FIRST + timedelta(days=500))
    found = fitted((one, two), (early,))
    assert (found.first, found.last) == (FIRST, FIRST + timedelta(days=399))


def test_series_that_begin_apart_are_laid_on_the_same_days() -> None:
    one, two = counts()
    late = Daily("b", FIRST + timedelta(days=100), two.values[100:], 1100)
    found = fitted((one, late))
    assert found.first == FIRST + timedelta(days=100)
    assert found.events == (int(one.values[100:].sum()), int(two.values[100:].sum()))


def test_what_cannot_be_fitted_is_refused_with_the_reason() -> None:
    one, two = counts()
    assert "has 0 days" in refused((one, side(two.values, late=5000)))
    assert "parts of attacks" in refused((side(one.values + 0.5), two))
    assert "a side has 0 events" in refused((one, side(two.values * 0)))
    assert "more than the 200000" in refused((side(one.values * 10_000), two))

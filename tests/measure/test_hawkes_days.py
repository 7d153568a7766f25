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
    assert found.events == tuple(int(each.values[21:].sum()) for each in counts())


def test_runs_between_gaps_are_fitted_together() -> None:
    one, two = counts()
    whole = fitted((one, two))
    assert (whole.days, whole.runs) == (1179, 1)
    one.values[400] = np.nan
    two.values[[420, 450]] = np.nan  # 29 days between: too few to be a run
    found = fitted((one, two))
    assert (found.days, found.runs) == (379 + 728, 2)
    assert (found.first, found.last) == (FIRST, FIRST + timedelta(days=1199))
    assert found.ratios[0][1].value == pytest.approx(whole.ratios[0][1].value, abs=0.05)
    early = (FIRST, FIRST + timedelta(days=399))
    late = (FIRST + timedelta(days=500), FIRST + timedelta(days=699))
    found = fitted((one, two), (late, early))
    assert (found.days, found.runs, found.first) == (379 + 179, 2, FIRST)
    found = fitted((one, two), ((FIRST - timedelta(days=99), FIRST - timedelta(days=1)), early))
    assert (found.days, found.runs) == (379, 1)


def test_many_short_runs_find_the_same_with_wider_intervals() -> None:
    whole, apart, wide = [], [], []
    for seed in range(4):
        one, two = counts(seed, days=2400)
        whole.append(fitted((one, two)).ratios[0][1])
        one.values[59::60] = np.nan
        found = fitted((one, two))
        assert (found.days, found.runs) == (40 * 38, 40)
        apart.append(found.ratios[0][1])
    # Judged from the first day of each run the mean is .16: replies to days before it are missed.
    assert np.mean([each.value for each in apart]) == pytest.approx(
        np.mean([each.value for each in whole]), abs=0.05
    )
    for each, other in zip(apart, whole, strict=True):
        assert each.low is not None
        assert each.high is not None
        assert other.low is not None
        assert other.high is not None
        assert each.low < 0.3 < each.high
        wide.append((each.high - each.low) / (other.high - other.low))
    assert 1 < np.mean(wide) < 1.6


def test_series_that_begin_apart_are_laid_on_the_same_days() -> None:
    one, two = counts()
    late = Daily("b", FIRST + timedelta(days=100), two.values[100:], 1100)
    found = fitted((one, late))
    assert found.first == FIRST + timedelta(days=100)
    assert found.events == (int(one.values[121:].sum()), int(two.values[121:].sum()))


def test_what_cannot_be_fitted_is_refused_with_the_reason() -> None:
    one, two = counts()
    assert "hold 0 days" in refused((one, side(two.values, late=5000)))
    assert "parts of attacks" in refused((side(one.values + 0.5), two))
    assert "a side has 0 events" in refused((one, side(two.values * 0)))
    assert "more than the 200000" in refused((side(one.values * 10_000), two))

"""Lags and forms of reply between two lists of strikes."""

from datetime import date, timedelta

import numpy as np
import pytest
from scipy import stats

from truceline.measure.reply_lags import lags, middle_ends
from truceline.terms.wars import Strike

FIRST = date(2030, 1, 1)
LAST = FIRST + timedelta(days=2000)


def strikes(side: str, *days: int, symbolic: bool = True) -> list[Strike]:
    return [
        Strike(date=FIRST + timedelta(days=each), side=side, what="x", symbolic=symbolic)
        for each in days
    ]


def test_each_cluster_waits_once_for_the_next_strike_back() -> None:
    hits = strikes("XSO", 0, 10, 100, 200, 300, 400)
    back = strikes("XNO", 4, 12, 105, 203, 308, 420, symbolic=False)
    found = lags(hits + back, "XNO", as_of=LAST)
    assert (found.n, found.middle) == (5, 5.0)  # 4, 5, 3, 8, 20
    assert (found.low, found.high) == (None, None)  # five clusters bound no median at .95
    assert found.symbolic is not None
    assert (found.symbolic.hits, found.symbolic.trials, found.listed) == (0, 5, 0.0)


def test_a_strike_of_the_same_day_is_no_reply_and_none_at_all_is_endless() -> None:
    hits = strikes("XSO", 0, 100, 200, 300, 400, 500)
    found = lags(hits + strikes("XNO", 0, 3), "XNO", as_of=LAST)
    assert (found.n, found.middle, found.low, found.high) == (6, None, 3.0, None)


def test_the_base_rate_is_that_of_any_day() -> None:
    hits, back = strikes("XSO", *range(0, 600, 60)), strikes("XNO", *range(20, 620, 20))
    found = lags(hits + back, "XNO", as_of=LAST)
    assert (found.middle, found.chance) == (20.0, 10.5)


def test_nothing_after_the_date_is_used() -> None:
    hits, back = strikes("XSO", *range(0, 600, 60)), strikes("XNO", *range(20, 620, 20))
    cut = FIRST + timedelta(days=330)
    early = [each for each in hits + back if each.date <= cut]
    assert lags(hits + back, "XNO", as_of=cut) == lags(early, "XNO", as_of=cut)


@pytest.mark.parametrize(
    "listed", [[], strikes("XSO", 0, 50, 100, 150), strikes("XSO", *range(0, 400, 40))]
)
def test_thin_lists_say_nothing(listed: list[Strike]) -> None:
    found = lags(listed, "XNO", as_of=LAST)
    assert (found.middle, found.chance, found.symbolic) == (None, None, None)


@pytest.mark.parametrize("size", [6, 9, 14, 30])
def test_the_interval_of_a_median_holds_its_level(size: int) -> None:
    low, high = middle_ends(list(range(size)))
    assert low is not None
    assert high is not None
    rank = int(low)
    assert high == size - 1 - rank
    outside = 2 * stats.binom.cdf(rank, size, 0.5)
    assert outside <= 0.05 < 2 * stats.binom.cdf(rank + 1, size, 0.5)
    rng = np.random.default_rng(size)
    drawn = np.sort(rng.exponential(size=(4000, size)), axis=1)
    covered = (drawn[:, rank] <= np.log(2)) & (np.log(2) <= drawn[:, size - 1 - rank])
    assert covered.mean() > 0.94

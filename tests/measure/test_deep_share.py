"""The share of deep strikes of a span: Wilson's own number, days as clusters, months."""

from datetime import date

import numpy as np
import polars as pl
import pytest
from tests.measure.made_strikes import FIRST, RULES, events

from truceline.measure.deep_share import by_day, monthly, share, weekly
from truceline.measure.depth import attacks_by_depth

DAYS = by_day(attacks_by_depth(events(0.2, 0.4), RULES, as_of=date(2030, 1, 1)))


def test_published_value() -> None:
    # Newcombe, R. G. (1998). Two-sided confidence intervals for the single proportion. Statistics
    # in Medicine 17: 81 of 263, score interval without continuity correction .2553 to .3662.
    part = np.zeros(263)
    part[:81] = 1
    found = share(part, np.ones(263), name="x")
    assert (round(found.low or 0, 4), round(found.high or 0, 4)) == (0.2553, 0.3662)


def test_attacks_that_come_by_the_night_count_for_less() -> None:
    rng = np.random.default_rng(1)
    nights = rng.random(50) < 0.3
    spread = share(
        rng.permutation(np.repeat(nights, 10)).astype(np.float64), np.ones(500), name="x"
    )
    lumped = share((10 * nights).astype(np.float64), np.full(50, 10.0), name="x")
    assert spread.value == lumped.value
    assert (lumped.high or 0) - (lumped.low or 0) > 2.5 * ((spread.high or 0) - (spread.low or 0))


@pytest.mark.parametrize("all_deep", [0.0, 1.0])
def test_an_end_is_never_certain(all_deep: float) -> None:
    found = share(np.full(30, all_deep), np.ones(30), name="x")
    assert found.value == all_deep
    assert (found.high or 0) - (found.low or 0) > 0.1


def test_nothing_placed_has_no_share() -> None:
    found = share(np.zeros(3), np.zeros(3), name="x")
    assert (found.value, found.n) == (None, 0)


def test_the_order_of_days_changes_nothing() -> None:
    rng = np.random.default_rng(3)
    part, whole = rng.integers(0, 3, 60).astype(np.float64), np.full(60, 3.0)
    turned = rng.permutation(60)
    one, two = share(part, whole, name="x"), share(part[turned], whole[turned], name="x")
    assert (one.low, one.high) == pytest.approx((two.low, two.high))


def test_weeks_add_up_to_the_days_and_begin_on_monday() -> None:
    first, deep, placed = weekly(DAYS)
    assert first == FIRST
    assert (deep.sum(), placed.sum()) == (DAYS["deep"].sum(), DAYS["placed"].sum())
    slow = [
        DAYS.filter(((pl.col("date") - FIRST).dt.total_days() // 7) == week)["placed"].sum()
        for week in range(placed.size)
    ]
    assert placed.tolist() == slow


def test_months_with_too_few_are_left_out() -> None:
    whole = monthly(DAYS)
    assert [each.name for each in whole][:2] == [
        "deep strikes: share in 2024-01", "deep strikes: share in 2024-02"
    ]  # fmt: skip
    assert monthly(DAYS, least=10**6) == ()
    assert all(each.low is not None and each.level == 0.95 for each in whole)

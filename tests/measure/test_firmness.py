"""A verdict is firm only with five clusters, none of which carries it, either way of dating."""

from datetime import date, timedelta

import numpy as np
import pytest

from truceline.measure.calendar import PRIMARY, calendar
from truceline.measure.firmness import Omitted, firm, omitting
from truceline.measure.known import Known
from truceline.measure.shifts import ShiftTest, shift_test

DAYS = (60, 150, 240, 330, 420, 510)
RNG = np.random.default_rng(7)
SERIES = RNG.normal(100, 5, 640)
for _day in DAYS:
    SERIES[_day - 7 : _day] *= 2


def primary_of(days: tuple[int, ...] = DAYS) -> ShiftTest:
    return shift_test(SERIES, calendar([(day, day) for day in days]), PRIMARY)


def said(*omitted: Omitted, days: tuple[int, ...] = DAYS, flat: bool = False) -> tuple[str, str]:
    """Return the verdict and reason; `flat` is a second dating without the rise."""
    rounds = calendar([(day, day) for day in DAYS])
    other = shift_test(RNG.normal(100, 5, 640), rounds, PRIMARY) if flat else None
    return firm(primary_of(days), omitted, other, events="rounds", why="")


def test_a_rise_over_six_clusters_is_firm() -> None:
    assert said() == ("supported", "")


def test_four_clusters_are_too_few() -> None:
    assert said(days=DAYS[:4]) == (
        "cannot say",
        "there are 4 clusters of rounds, and a firm verdict needs 5",
    )


def test_a_cluster_that_carries_the_verdict_is_named() -> None:
    lost = Omitted(date(2025, 6, 2), "cannot say", 0.9, 2.0)
    verdict, reason = said(lost)
    assert verdict == "cannot say"
    assert reason.endswith("leaving out the cluster of rounds of 2025-06-02")


def test_the_other_dating_must_say_the_same() -> None:
    assert said(flat=True)[1] == "supported does not survive the other dating of overnight attacks"


def test_what_could_not_be_tested_says_why() -> None:
    none = shift_test(np.ones(30), calendar([]), PRIMARY)
    assert firm(none, (), None, events="rounds", why="no round") == ("cannot say", "no round")


@pytest.mark.parametrize("dropped", range(len(DAYS)))
def test_each_cluster_is_left_out_once(dropped: int) -> None:
    dates = tuple(date(2024, 1, 1) + timedelta(days=day) for day in DAYS)
    made = Known(calendar([(day, day) for day in DAYS]), dates)
    found = omitting(SERIES, made, primary_of(), (), window=PRIMARY)
    rest = primary_of(DAYS[:dropped] + DAYS[dropped + 1 :])
    assert found[dropped].cluster == dates[dropped]
    assert (found[dropped].low, found[dropped].high) == (rest.low, rest.high)

"""Losses as reported."""

import numpy as np
import pytest
from tests.measure.made_war import held, panel, series, steps, war

from truceline.measure.attrition import attrition, increments, is_running_total
from truceline.measure.front import front
from truceline.measure.laid import Floats
from truceline.terms.errors import BadInput

OURS = series("a", "losses")
THEIRS = series("b", "losses", side="B")


def test_a_fall_of_a_running_total_is_no_negative_loss() -> None:
    added, falls = increments(np.array([100.0, 140.0, 130.0, 170.0, np.nan, 220.0, 230.0]))
    np.testing.assert_equal(added, [np.nan, 40, np.nan, 40, np.nan, np.nan, 10])
    assert falls == 1
    with pytest.raises(BadInput, match="below zero"):
        increments(np.array([-1.0]))


def test_the_rate_is_that_of_the_last_year() -> None:
    found = attrition(panel(a=steps((10, 400), (90, 400), seed=4)), war(OURS))
    first = found.estimates[0]
    assert first.value == pytest.approx(90, rel=0.05)
    assert first.low is not None
    assert first.high is not None
    assert first.low < 90 < first.high
    assert "not a measurement" in found.statement
    assert found.verdict == "cannot say"


def test_a_ratio_of_reports_is_what_was_planted_and_swaps_with_the_sides() -> None:
    whole = panel(a=steps((30, 500)), b=steps((10, 500), seed=9))
    one = attrition(whole, war(OURS, THEIRS)).estimates[-1]
    two = attrition(whole, war(THEIRS, OURS)).estimates[-1]
    assert one.value == pytest.approx(3, rel=0.06)
    assert (one.value or 0) * (two.value or 0) == pytest.approx(1)


def test_named_dead_give_no_ratio() -> None:
    named = series("b", "losses", side="B", what="Dead who were named in obituaries")
    whole = panel(a=steps((30, 500)), b=steps((10, 500), seed=9))
    found = attrition(whole, war(OURS, named))
    ratio = found.estimates[-1]
    assert ratio.value is None
    assert "not counted alike" in (ratio.method or "")
    assert any("lower bound" in each for each in found.limits)


def test_one_sides_two_reporters_are_not_set_against_each_other() -> None:
    whole = panel(a=steps((30, 500)), b=steps((10, 500), seed=9))
    found = attrition(whole, war(OURS, series("b", "losses")))
    assert not any("ratio" in each.name for each in found.estimates)


def test_negative_days_are_refused_with_what_to_do() -> None:
    values = steps((30, 500))
    values[80] = -400
    found = attrition(panel(a=values), war(OURS))
    assert not found.estimates
    assert any("corrected downwards" in each for each in found.limits)
    assert "cannot say" in found.statement


def test_a_running_total_is_noticed() -> None:
    found = attrition(panel(a=np.cumsum(steps((30, 500)))), war(OURS))
    check = found.checks[0]
    assert check.passed is False
    assert "running total" in check.detail


def test_a_short_series_has_no_rate() -> None:
    found = attrition(panel(a=steps((30, 40))), war(OURS))
    assert found.estimates[0].value is None
    assert "12 are needed" in (found.estimates[0].method or "")


@pytest.mark.parametrize(
    ("values", "said"),
    [
        (np.arange(400.0), True),
        (np.arange(400.0) - 90 * (np.arange(400) > 200), True),
        (np.full(400, 5.0), False),
        (np.random.default_rng(1).poisson(20, 400).astype(np.float64), False),
        (np.arange(20.0), False),
    ],
)
def test_a_total_corrected_once_is_a_total_still(values: Floats, said: bool) -> None:
    assert is_running_total(values) is said


def test_front_takes_no_running_total_for_losses_a_day() -> None:
    totals = 10 * np.arange(500.0) - 90 * (np.arange(500) > 200)
    lost, area = series("lost", "losses"), series("map", "area")
    found = front(panel(lost=totals, map=held((20, 250), (4, 250))), war(lost, area))
    assert found.verdict == "cannot say"
    assert "lost looks like a running total; give what each day adds" in found.statement

"""Block-bootstrap ratios."""

import numpy as np
import pytest

from truceline.measure.block_means import block_ratio
from truceline.measure.laid import Floats
from truceline.terms.errors import TooFewData
from truceline.terms.results import Estimate


def ratio(above: Floats, below: Floats) -> Estimate:
    return block_ratio(above, below, name="x", unit="a week", rng=np.random.default_rng(1))


def test_the_interval_holds_the_truth_about_as_often_as_it_says() -> None:
    hits = 0
    for seed in range(200):
        rng = np.random.default_rng(seed)
        found = ratio(rng.normal(10, 3, 80), np.ones(80))
        assert found.low is not None
        assert found.high is not None
        hits += found.low <= 10 <= found.high
    assert 0.86 <= hits / 200 <= 0.99


def test_rescaling_rescales() -> None:
    rng = np.random.default_rng(3)
    one, two = rng.random(60) + 1, rng.random(60) + 1
    plain, scaled = ratio(one, two), ratio(5 * one, two)
    assert scaled.value == pytest.approx(5 * (plain.value or 0))
    assert scaled.low == pytest.approx(5 * (plain.low or 0))


def test_weeks_without_a_report_are_left_out() -> None:
    one = np.full(40, 6.0)
    one[:10] = np.nan
    assert ratio(one, np.full(40, 2.0)).n == 30


def test_a_ratio_to_what_may_be_nothing_has_no_number() -> None:
    found = ratio(np.ones(40), np.tile([1.0, -1.0], 20))
    assert (found.value, found.low) == (None, None)
    assert "zero or less" in (found.method or "")


def test_too_few_weeks_are_said() -> None:
    with pytest.raises(TooFewData, match="5 weeks have a report; 12"):
        ratio(np.ones(5), np.ones(5))

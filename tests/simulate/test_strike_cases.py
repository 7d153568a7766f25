"""Made-up wars with strikes: where strikes lie, what is planted, how the series is reported."""

from dataclasses import replace

import numpy as np
import pytest

from truceline.simulate.strike_cases import (
    APART,
    KINDS,
    MUTUAL,
    TWELVE,
    StrikeCase,
    StrikeKind,
    strike_case,
)
from truceline.terms.errors import BadInput


def made(kind: StrikeKind, seed: int = 1, ratio: float = 1.0) -> StrikeCase:
    return strike_case(kind, np.random.default_rng(seed), ratio=ratio)


@pytest.mark.parametrize("name", KINDS)
def test_strikes_are_as_many_as_asked_and_inside(name: str) -> None:
    kind = KINDS[name]
    found = made(kind)
    assert len(found.strikes) == kind.clusters * kind.size
    assert min(found.strikes) >= (450 if kind.late else 40)
    assert max(found.strikes) < kind.days - 20
    assert len(found.values) == len(found.other) == kind.days


def test_clusters_stand_apart() -> None:
    assert np.diff(made(TWELVE).strikes).min() >= APART


def test_strikes_that_leave_no_room_are_laid_anew() -> None:
    crowded = replace(TWELVE, clusters=14)  # at random, one war in several has no room for the last
    assert all(len(made(crowded, seed).strikes) == 14 for seed in range(30))


def test_a_planted_reply_raises_the_days_after_and_no_other() -> None:
    plain, raised = made(TWELVE), made(TWELVE, ratio=2.0)
    after = sorted({day + k for day in plain.strikes for k in range(1, 8)})
    assert plain.strikes == raised.strikes
    factor = raised.values[after].sum() / plain.values[after].sum()
    assert factor == pytest.approx(2.0, abs=0.1)
    rest = np.delete(np.arange(900), after)
    assert (plain.values[rest] == raised.values[rest]).all()


def test_strikes_that_follow_the_tempo_stand_on_high_days() -> None:
    kind = KINDS["d shared slow tempo, strikes follow it"]
    high = [
        float(np.log(found.values[list(found.strikes)].mean() / found.values.mean()))
        for found in (made(kind, seed) for seed in range(20))
    ]
    assert np.mean(high) > 0.2
    mutual = [made(MUTUAL, seed) for seed in range(5)]
    assert all(x.other[list(x.strikes)].mean() > 1.1 * x.other.mean() for x in mutual)


def test_reports_come_late_smoothed_and_with_gaps() -> None:
    plain = made(TWELVE)
    late = made(replace(TWELVE, later=1))
    assert (late.values[1:] == plain.values[:-1]).all()
    smooth = made(replace(TWELVE, smooth=3))
    assert smooth.values[10] == pytest.approx(plain.values[8:11].mean())
    gaps = made(replace(TWELVE, missing=0.2))
    assert 0.15 < np.isnan(gaps.values).mean() < 0.25


def test_reports_that_rise_look_like_a_planted_reply_and_leave_other_days_alone() -> None:
    plain, louder = made(TWELVE), made(replace(TWELVE, louder=1.25))
    after = sorted({day + k for day in plain.strikes for k in range(1, 8)})
    factor = louder.values[after].sum() / plain.values[after].sum()
    assert factor == pytest.approx(1.25, abs=0.04)
    rest = np.delete(np.arange(900), after)
    assert (plain.values[rest] == louder.values[rest]).all()


def test_too_many_strikes_and_a_ratio_below_one_are_refused() -> None:
    with pytest.raises(BadInput, match="do not fit into 900 days"):
        made(replace(TWELVE, clusters=40))
    with pytest.raises(BadInput, match=r"0\.5"):
        made(TWELVE, ratio=0.5)

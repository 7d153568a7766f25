"""Breaks of one series, dated."""

from datetime import date, timedelta

import numpy as np
import pytest
from tests.measure.made_war import START, held, series, steps

from truceline.measure.daily import Daily
from truceline.measure.laid import Floats
from truceline.measure.phases_series import Dated, searched


def read(name: str, values: Floats) -> Daily:
    return Daily(name, START, values, values.size)


def test_a_break_is_dated_with_its_interval_and_ratio() -> None:
    made = searched(series("x", "attacks"), read("x", steps((20, 300), (50, 300))))
    (one,) = made.breaks
    assert one.low <= START + timedelta(days=300) <= one.high
    assert one.ratio == pytest.approx(2.5, rel=0.1)
    assert one.least is not None
    assert one.most is not None
    assert one.least < 2.5 < one.most
    assert one.up


def test_later_or_earlier_days_only_move_the_dates() -> None:
    values = steps((20, 300), (50, 300))
    one = searched(series("x", "attacks"), read("x", values)).breaks[0]
    two = searched(
        series("x", "attacks"), Daily("x", START + timedelta(days=70), values, 600)
    ).breaks[0]
    assert two.at - one.at == timedelta(days=70)
    assert two.ratio == one.ratio


def test_movement_is_read_by_weeks() -> None:
    made = searched(series("map", "area"), read("map", held((4, 420), (20, 420))))
    (one,) = made.breaks
    assert one.at.weekday() == 0
    assert abs((one.at - START).days - 420) <= 14
    assert "km2 a week" in made.what


def test_breaks_outside_a_regime_are_not_looked_for() -> None:
    values = steps((20, 300), (50, 300))
    spans = ((START, START + timedelta(days=280)),)
    made = searched(series("x", "attacks", regime=spans), read("x", values))
    assert made.breaks == ()
    assert made.stretches[0].last == START + timedelta(days=280)
    assert not made.covers(date(2024, 10, 20), date(2024, 10, 30))


def test_a_steady_rise_is_doubted() -> None:
    days = np.arange(600)
    rising = np.random.default_rng(3).poisson(20 * np.exp(days / 400)).astype(float)
    made = searched(series("x", "attacks"), read("x", rising))
    assert made.stretches[0].found
    assert "trend" in made.stretches[0].doubt
    assert made.breaks == ()


def test_the_power_is_high_on_a_calm_series_and_low_on_a_wild_one() -> None:
    calm, wild = (
        searched(series("x", "attacks"), read("x", each)).stretches[0].power
        for each in (
            steps((30, 600)),
            np.random.default_rng(5).negative_binomial(0.2, 0.2 / 30, 600).astype(float),
        )
    )
    assert calm > 0.95
    assert wild < 0.6


@pytest.mark.parametrize(
    ("values", "words"), [(np.full(300, 7.0), "constant"), (steps((20, 40)), "two spans of 28")]
)
def test_what_cannot_be_searched_says_why(values: Floats, words: str) -> None:
    made = searched(series("x", "attacks"), read("x", values))
    assert made.stretches == ()
    assert words in made.why


def test_two_breaks_meet_where_their_intervals_do() -> None:
    def dated(low: int, high: int) -> Dated:
        days = [START + timedelta(days=each) for each in (low, low, high)]
        return Dated(days[0], days[1], days[2], 2.0, 1.0, 3.0)

    assert dated(0, 10).meets(dated(10, 20))
    assert not dated(0, 9).meets(dated(10, 20))

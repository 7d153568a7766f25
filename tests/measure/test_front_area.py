"""Steps of a map, and those that only redraw it."""

from datetime import date
from typing import Any

import numpy as np
import pytest
from tests.measure.made_war import START, series

from truceline.measure.daily import Daily
from truceline.measure.front_area import months, movement


def read(values: Any) -> Daily:
    return Daily("map", START, values, int(np.isfinite(values).sum()))


def test_a_jump_that_is_taken_back_is_flagged_and_left_out() -> None:
    area = 1000 + 3.0 * np.arange(60)
    area[30] += 500
    moved = movement(read(area), series("map", "area"))
    assert np.flatnonzero(moved.redrawn).tolist() == [30, 31]
    assert np.nansum(moved.net()) == pytest.approx(3 * 57)
    assert np.nansum(moved.net(flagged=True)) == pytest.approx(3 * 59)
    assert np.nansum(moved.gross(flagged=True)) > 900


def test_one_large_step_against_the_run_is_flagged() -> None:
    steps = np.full(60, 8.0)
    steps[40] = -300
    moved = movement(read(9000 + np.cumsum(steps)), series("map", "area"))
    assert np.flatnonzero(moved.redrawn).tolist() == [40]


def test_a_retreat_over_days_and_an_advance_are_movement() -> None:
    steps = np.full(60, 8.0)
    steps[20:26] = -300
    steps[50] = 400
    moved = movement(read(9000 + np.cumsum(steps)), series("map", "area"))
    assert not moved.redrawn.any()


def test_two_falls_near_each_other_are_a_retreat_and_not_a_pen() -> None:
    steps = np.full(60, 8.0)
    steps[[30, 36]] = -150
    moved = movement(read(9000 + np.cumsum(steps)), series("map", "area"))
    assert not moved.redrawn.any()


def test_steps_outside_a_regime_are_not_read() -> None:
    area = 1000 + 3.0 * np.arange(60)
    spans = ((date(2024, 1, 11), date(2024, 1, 20)),)
    moved = movement(read(area), series("map", "area", regime=spans))
    assert np.isfinite(moved.steps).sum() == 9


def test_days_without_a_map_put_their_change_on_the_next() -> None:
    area = 1000 + 3.0 * np.arange(10)
    area[4:7] = np.nan
    moved = movement(read(area), series("map", "area"))
    assert moved.steps[7] == 12
    assert np.isnan(moved.steps[4:7]).all()
    assert sum(each.net for each in months(moved)) == 27


def test_gross_is_at_least_net_in_every_month() -> None:
    rng = np.random.default_rng(4)
    moved = movement(read(5000 + np.cumsum(rng.normal(0, 9, 200))), series("map", "area"))
    made = months(moved)
    assert [each.first.month for each in made] == [1, 2, 3, 4, 5, 6, 7]
    assert all(each.gross >= abs(each.net) for each in made)

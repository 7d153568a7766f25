"""The commitment model against Powell, Fearon, a slow twin and its own limits."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from truceline.reason.bargaining import Terms, bargaining_range
from truceline.reason.commitment import Shift, largest_shift, room
from truceline.terms.errors import BadInput

costs = st.floats(0.0, 0.5)
gains = st.floats(0.0, 0.3)
powers = st.floats(0.05, 0.95)


def terms(power: float, cost_a: float, stake_a: float = 0.0, stake_b: float = 0.0) -> Terms:
    return Terms(power=power, cost_a=cost_a, cost_b_width=1.0, stake_a=stake_a, stake_b=stake_b)


def exists_by_search(held: Terms, cost_b: float, shift: Shift, steps: int = 401) -> bool:
    """Look for a split of today and of tomorrow that nobody leaves: the slow twin."""
    after = min(max(float(held.power) + float(shift.net()), 0), 1)
    net_a, net_b = float(held.cost_a - held.stake_a), cost_b - float(held.stake_b)
    now = max(float(held.power) - net_a, 0), max(1 - float(held.power) - net_b, 0)
    then = max(after - net_a, 0), max(1 - after - net_b, 0)
    grid = np.linspace(0, 1, steps)
    today, tomorrow = np.meshgrid(grid, grid)
    keeps = (tomorrow >= then[0]) & (1 - tomorrow >= then[1])
    d = float(shift.discount)
    a = (1 - d) * today + d * tomorrow
    return bool((keeps & (a >= now[0]) & (1 - a >= now[1])).any())


@pytest.mark.parametrize(("change", "at_war"), [(0.24, False), (0.26, True), (-0.26, True)])
def test_patient_sides_fight_when_the_shift_outweighs_the_cost(change: float, at_war: bool) -> None:
    # Powell (2006): with patience, war if and only if the shift exceeds the surplus, here .10 + .15
    found = room(terms(0.5, 0.1), 0.15, Shift(change=change, discount=1.0))
    assert (float(found.room) < 0) is at_war


@given(powers, st.floats(0.0, 0.2), st.floats(0.05, 0.95), st.floats(0.0, 0.2))
def test_preventive_war_is_fearons_inequality(
    power: float, cost_per_period: float, discount: float, growth: float
) -> None:
    # Fearon (1995, preventive war): d p2 - p1 > c_B (1 - d)^2 when the rising side names the terms
    later = min(power + growth, 1.0)
    cost = cost_per_period * (1 - discount)
    if 1 - later < cost:
        return  # B's fighting tomorrow is worth nothing, which Fearon's inequality leaves out
    found = room(
        terms(power, 0.3), cost, Shift(change=later - power, discount=discount, tomorrow=0.0)
    )
    gap = discount * later - power - cost_per_period * (1 - discount) ** 2
    assert float(found.b) == pytest.approx(-gap, abs=1e-9)


@given(powers, costs, costs, gains, gains)
def test_without_a_shift_and_with_patience_it_is_the_bargaining_range(
    power: float, cost_a: float, cost_b: float, stake_a: float, stake_b: float
) -> None:
    held = terms(power, cost_a, stake_a, stake_b)
    found = room(held, cost_b, Shift(change=0.0, discount=1.0)).room
    width = bargaining_range(held, cost_b)
    fits = float(width.low) <= 1 and float(width.high) >= 0
    if fits:
        assert float(found) == pytest.approx(float(width.width), abs=1e-9)


@given(powers, costs, costs, st.floats(-0.4, 0.4), st.floats(0.5, 0.95))
def test_room_agrees_with_a_search_over_all_splits(
    power: float, cost_a: float, cost_b: float, change: float, discount: float
) -> None:
    held, shift = terms(power, cost_a), Shift(change=change, discount=discount)
    left = float(room(held, cost_b, shift).room)
    if abs(left) > 0.01:
        assert exists_by_search(held, cost_b, shift) is (left > 0)


@given(powers, costs, costs, st.floats(-0.4, 0.4), st.floats(0.0, 1.0), st.floats(0.0, 1.0))
def test_guarantees_and_monitoring_never_take_room_away(
    power: float, cost_a: float, cost_b: float, change: float, less: float, more: float
) -> None:
    less, more = sorted((less, more))

    def left(**how: float) -> float:
        return float(
            room(terms(power, cost_a), cost_b, Shift(change=change, discount=0.9, **how)).room
        )

    assert left(monitoring=more) >= left(monitoring=less) - 1e-12
    assert left(guarantee_a=more) >= left(guarantee_a=less) - 1e-12
    assert left(guarantee_b=more) >= left(guarantee_b=less) - 1e-12


def test_supply_that_goes_on_after_the_truce_can_make_peace_possible() -> None:
    def left(stake: float, kept: float) -> float:
        held = terms(0.5, 0.1, stake_b=stake)
        shift = Shift(change=0.35, discount=0.95, after_truce_b=kept)
        return float(room(held, 0.15, shift).room)

    assert left(0.0, 0.0) < 0
    # supply that ends with the fighting makes fighting now dearer to give up
    assert left(0.05, 0.0) < left(0.0, 0.0)
    assert left(0.05, 0.20) > 0  # goes on: what it buys tomorrow is worth more than fighting today


def test_observers_take_their_part_of_the_shift_away() -> None:
    def left(**how: float) -> float:
        held = Shift(change=0.3, discount=1.0, **how)
        return float(room(terms(0.5, 0.1), 0.15, held).room)

    assert left() == pytest.approx(-0.05)
    assert left(monitoring=0.5) == pytest.approx(0.10)
    assert left(guarantee_b=0.5) == pytest.approx(0.10)
    assert left(guarantee_a=0.5) == pytest.approx(-0.05)  # the shift does not run against A
    assert left(monitoring=0.5, guarantee_b=0.5) == pytest.approx(0.175)


def test_fighting_is_never_worth_less_than_giving_up() -> None:
    # A would lose .2 by fighting and may give up instead; B's gain leaves A nothing to be promised
    found = room(terms(0.1, 0.3), 0.0, Shift(change=-0.1, discount=1.0))
    assert (float(found.today), float(found.a)) == pytest.approx((0.1, 0.0))
    assert float(found.room) == pytest.approx(0.0)


@given(powers, costs, costs, st.floats(0.1, 1.0))
def test_the_largest_shift_is_where_room_ends(
    power: float, cost_a: float, cost_b: float, discount: float
) -> None:
    held = terms(power, cost_a)
    most = float(largest_shift(held, cost_b, discount))
    if not (0 <= most <= 1 - power and power > cost_a and 1 - power > cost_b):
        return
    found = room(held, cost_b, Shift(change=most, discount=discount))
    assert float(found.b) == pytest.approx(0.0, abs=1e-9)


def test_a_share_outside_its_limits_is_refused() -> None:
    with pytest.raises(BadInput, match=r"monitoring holds 1\.5"):
        Shift(change=0.1, discount=0.9, monitoring=1.5)
    with pytest.raises(BadInput, match="discount is 0"):
        largest_shift(terms(0.5, 0.1), 0.1, 0.0)

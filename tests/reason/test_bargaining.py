"""The ultimatum against published numbers, its slow twin, its limits and its signs."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from truceline.reason.bargaining import (
    Leader,
    Terms,
    bargaining_range,
    divisible,
    ultimatum,
    ultimatum_by_grid,
)
from truceline.terms.errors import BadInput

powers = st.floats(0.0, 1.0)
costs = st.floats(0.0, 0.5)
widths = st.floats(0.05, 0.8)
gains = st.floats(-0.2, 0.6)


def risk(**how: float) -> float:
    known = {"power": 0.5, "cost_a": 0.08, "cost_b_width": 0.4} | how
    return float(ultimatum(Terms(**known)).pr_war)


@pytest.mark.parametrize(
    ("gain", "expected"), [(0.0, 0.40), (0.04, 0.45), (0.08, 0.50), (0.16, 0.60)]
)
def test_a_subsidy_to_the_proposer_raises_the_risk(gain: float, expected: float) -> None:
    assert risk(stake_a=gain) == pytest.approx(expected, abs=1e-12)


@pytest.mark.parametrize(("gain", "expected"), [(0.05, 0.4625), (0.10, 0.525)])
def test_a_subsidy_to_the_other_side_raises_the_risk(gain: float, expected: float) -> None:
    assert risk(stake_b=gain) == pytest.approx(expected, abs=1e-12)


def test_near_the_end_of_the_stake_the_offer_no_longer_fits() -> None:
    assert risk(power=0.9) == pytest.approx(0.25, abs=1e-12)  # .40 were the stake without limits


def test_without_backers_and_offices_it_is_the_textbook_model() -> None:
    # Fearon (1995): offer (C - c_A) / 2 above power, risk (C - c_A) / 2C, range c_A + c_B wide
    held = Terms(power=0.4, cost_a=0.1, cost_b_width=0.5)
    found = ultimatum(held)
    assert float(found.offer) == pytest.approx(0.2)
    assert float(found.pr_war) == pytest.approx(0.4)
    assert float(bargaining_range(held, 0.3).width) == pytest.approx(0.4)


@given(powers, costs, widths, gains, gains)
def test_the_closed_form_is_the_grid_search(
    power: float, cost: float, width: float, stake_a: float, stake_b: float
) -> None:
    held = Terms(power=power, cost_a=cost, cost_b_width=width, stake_a=stake_a, stake_b=stake_b)
    exact, tried = ultimatum(held), ultimatum_by_grid(held, steps=4001)
    assert float(exact.payoff_a) >= float(tried.payoff_a) - 1e-9
    assert float(exact.payoff_a) == pytest.approx(float(tried.payoff_a), abs=3e-4)
    gain = float(exact.payoff_a) - (power - cost + stake_a)
    if gain > 1e-3:  # nearer to indifference the two may differ on whether to offer at all
        assert float(exact.pr_war) == pytest.approx(float(tried.pr_war), abs=0.25e-3 / width + 1e-6)
        assert float(exact.payoff_b) == pytest.approx(float(tried.payoff_b), abs=1e-3)


def test_the_payoffs_are_what_drawing_costs_gives() -> None:
    held = Terms(
        power=0.55, cost_a=0.07, cost_b_width=0.3, cost_b_min=0.05, stake_a=0.04, stake_b=0.06
    )
    found = ultimatum(held)
    cost_b = np.random.default_rng(7).uniform(0.05, 0.35, 400_000)
    asked = 0.55 + float(found.offer)
    fights = 1 - asked < 1 - 0.55 - cost_b + 0.06
    assert fights.mean() == pytest.approx(float(found.pr_war), abs=0.004)
    paid_a = np.where(fights, 0.55 - 0.07 + 0.04, asked).mean()
    paid_b = np.where(fights, 1 - 0.55 - cost_b + 0.06, 1 - asked).mean()
    assert paid_a == pytest.approx(float(found.payoff_a), abs=0.002)
    assert paid_b == pytest.approx(float(found.payoff_b), abs=0.002)


@given(costs, widths, gains, gains, powers, powers)
def test_power_does_not_move_the_risk_while_the_offer_fits(
    cost: float, width: float, stake_a: float, stake_b: float, first: float, second: float
) -> None:
    # Benson, Meirowitz & Ramsay (2016): neutrality
    def solved(power: float) -> tuple[float, float]:
        held = Terms(power=power, cost_a=cost, cost_b_width=width, stake_a=stake_a, stake_b=stake_b)
        found = ultimatum(held)
        return float(found.pr_war), power + (width - cost + stake_a - stake_b) / 2

    (one, asked), (two, asked_two) = solved(first), solved(second)
    fits = all(0 <= each <= 1 for each in (asked, asked_two)) and stake_b <= min(first, second)
    if fits and asked < 1 and asked_two < 1:
        assert one == pytest.approx(two, abs=1e-9)


@given(powers, costs, widths, gains, gains, st.floats(0.0, 0.3))
def test_more_gain_from_fighting_never_makes_war_less_likely(
    power: float, cost: float, width: float, stake_a: float, stake_b: float, more: float
) -> None:
    def solved(a: float, b: float, dearer: float = 0.0) -> float:
        held = Terms(power=power, cost_a=cost + dearer, cost_b_width=width, stake_a=a, stake_b=b)
        return float(ultimatum(held).pr_war)

    plain = solved(stake_a, stake_b)
    assert solved(stake_a + more, stake_b) >= plain - 1e-12
    assert solved(stake_a, stake_b + more) >= plain - 1e-12
    assert solved(stake_a, stake_b, more) <= plain + 1e-12


@given(costs, costs, gains, gains)
def test_known_costs_mean_war_only_if_the_gains_outweigh_them(
    cost_a: float, cost_b: float, stake_a: float, stake_b: float
) -> None:
    held = Terms(power=0.5, cost_a=cost_a, cost_b_width=1.0, stake_a=stake_a, stake_b=stake_b)
    found = bargaining_range(held, cost_b)
    inside = float(found.low) > 0 and float(found.high) < 1
    if inside and abs(cost_a + cost_b - stake_a - stake_b) > 1e-9:
        assert (float(found.width) < 0) is (cost_a + cost_b < stake_a + stake_b)


def test_a_known_part_of_the_cost_works_like_a_smaller_gain() -> None:
    assert risk(cost_b_min=0.05, stake_b=0.05) == pytest.approx(0.40)


def test_an_office_at_risk_counts_by_the_difference_that_settling_makes() -> None:
    leader = Leader(subsidy=0.02, office=0.3, ouster_settle=0.6, ouster_fight=0.1)
    assert float(leader.stake()) == pytest.approx(0.17)


def test_a_stake_in_lumps_may_leave_no_share_that_both_prefer() -> None:
    # range [.42, .60]: halves fit (.5), thirds do not (.333, .667), all or nothing does not
    held = Terms(power=0.5, cost_a=0.08, cost_b_width=0.4)
    steps = np.array([0.0, 0.5, 1 / 3, 1.0])
    assert divisible(bargaining_range(held, 0.1), steps).tolist() == [True, True, False, False]


def test_points_in_one_call_are_the_points_one_by_one() -> None:
    gain = np.linspace(-0.2, 0.6, 40_000)  # longer than a chunk
    many = ultimatum(Terms(power=0.5, cost_a=0.08, cost_b_width=0.4, stake_b=gain))
    for at in (0, 16_383, 16_384, 39_999):
        assert float(many.pr_war[at]) == risk(stake_b=float(gain[at]))


@pytest.mark.parametrize(
    ("wrong", "words"),
    [({"power": 1.2}, "power is 1.2"), ({"cost_b_width": 0.0}, "cost_b_width is 0"),
     ({"cost_a": float("nan")}, "cost_a holds a value")],
)  # fmt: skip
def test_terms_that_are_no_terms_are_refused(wrong: dict[str, float], words: str) -> None:
    with pytest.raises(BadInput, match=words):
        risk(**wrong)
    with pytest.raises(BadInput, match="steps is 1"):
        ultimatum_by_grid(Terms(power=0.5, cost_a=0.1, cost_b_width=0.4), steps=1)

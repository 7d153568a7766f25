"""The dynamic game against exact linear solves, simulation, closed forms and its signs."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from truceline.reason.attrition_game import (
    Attrition,
    Fighter,
    Solution,
    battle_chance,
    battles_ahead,
    solve,
)
from truceline.reason.ruin import discounted_win, expected_length, win_probability
from truceline.terms.errors import BadInput


def war(supply: float = 0.0, *, p: float = 0.5, office: float = 0.0, forts: int = 10) -> Attrition:
    a = Fighter(cost=0.02, subsidy=0.01)
    b = Fighter(cost=0.02, subsidy=supply, office=office, ouster_settle=0.6, ouster_defeat=0.9)
    return Attrition(forts=forts, p=p, discount=0.97, a=a, b=b)


def by_linear_solve(game: Attrition, found: Solution) -> tuple[np.ndarray, np.ndarray]:
    """Solve for both sides' values under the policy found: 2 (N - 1) equations, no sweeping."""
    n, p, d, split = game.forts, float(game.p), float(game.discount), float(game.split)
    loss_a = float(game.a.office * game.a.ouster_settle)
    loss_b = float(game.b.office * game.b.ouster_settle)
    net_a = float(game.a.cost - game.a.subsidy)
    net_b = float(game.b.cost - game.b.subsidy)
    inner = n - 1
    move = d * (p * np.eye(inner, k=1) + (1 - p) * np.eye(inner, k=-1))
    ends_a, ends_b = np.zeros(inner), np.zeros(inner)
    ends_a[-1] += d * p
    ends_a[0] -= d * (1 - p) * float(game.a.office * game.a.ouster_defeat)
    ends_b[0] += d * (1 - p)
    ends_b[-1] -= d * p * float(game.b.office * game.b.ouster_defeat)
    give_a, give_b = ends_a - net_a, ends_b - net_b  # fighting is give + move @ value
    settle = found.settle[0, 1:-1]
    rows, right = np.zeros((2 * inner, 2 * inner)), np.zeros(2 * inner)
    for j in range(inner):
        if settle[j]:  # V_A = (1-t)F_A + t(1 - L - F_B), V_B = tF_B + (1-t)(1 - L - F_A)
            saved = 1 - loss_a - loss_b
            rows[j] = np.r_[(1 - split) * move[j], -split * move[j]]
            right[j] = (1 - split) * give_a[j] + split * (saved - give_b[j])
            rows[inner + j] = np.r_[-(1 - split) * move[j], split * move[j]]
            right[inner + j] = split * give_b[j] + (1 - split) * (saved - give_a[j])
        else:
            rows[j, :inner], right[j] = move[j], give_a[j]
            rows[inner + j, inner:], right[inner + j] = move[j], give_b[j]
    values = np.linalg.solve(np.eye(2 * inner) - rows, right)
    return values[:inner], values[inner:]


@pytest.mark.parametrize("supply", [0.0, 0.03, 0.05, 0.07])
@pytest.mark.parametrize("office", [0.0, 0.05, 0.3])
def test_value_iteration_is_the_exact_solution_of_its_policy(supply: float, office: float) -> None:
    game = war(supply, office=office, p=0.52)
    found = solve(game, tolerance=1e-10)
    inside = found.share[0][found.settle[0]]
    assert ((inside > 0) & (inside < 1)).all()  # the plain equations leave the stake's limits out
    value_a, value_b = by_linear_solve(game, found)
    assert found.value_a[0, 1:-1] == pytest.approx(value_a, abs=1e-9)
    assert found.value_b[0, 1:-1] == pytest.approx(value_b, abs=1e-9)


def test_a_war_nobody_settles_is_discounted_ruin() -> None:
    game = war(0.08, p=0.53)
    found = solve(game, tolerance=1e-10)
    assert not found.settle.any()
    held = np.arange(1, 10)
    win = discounted_win(held, 10, 0.53, 0.97)
    lose = discounted_win(10 - held, 10, 0.47, 0.97)
    paid = (1 - win - lose) / (1 - 0.97)  # battles, each worth what it is worth today
    assert found.value_a[0, 1:-1] == pytest.approx(win - 0.01 * paid, abs=1e-9)
    assert found.value_b[0, 1:-1] == pytest.approx(lose + 0.06 * paid, abs=1e-9)
    assert battles_ahead(game, found)[0] == pytest.approx(
        expected_length(np.arange(11), 10, 0.53), abs=1e-9
    )


def test_patience_turns_it_into_plain_ruin() -> None:
    side = Fighter(cost=0.0, subsidy=1e-4)
    found = solve(Attrition(forts=6, p=0.55, discount=1 - 1e-7, a=side, b=side), tolerance=1e-3)
    assert found.solved.all()
    chance = win_probability(np.arange(1, 6), 6, 0.55)
    assert found.value_a[0, 1:-1] == pytest.approx(chance, abs=3e-3)


def test_simulated_wars_pay_what_the_solution_says() -> None:
    game = war(0.05, p=0.52, office=0.3)
    found = solve(game)
    assert 0 < found.settle[0, 1:-1].sum() < 9  # fighting in some places, settling in others
    start = int(np.flatnonzero(~found.settle[0, 1:-1])[-1]) + 1
    rng = np.random.default_rng(5)
    held = np.full(40_000, start)
    worth, paid_a, paid_b, battles = 1.0, np.zeros(held.size), np.zeros(held.size), 0.0
    ended = np.zeros(held.size, dtype=bool)
    while not ended.all():
        stops = ~ended & (found.settle[0, held] | (held == 0) | (held == 10))
        paid_a[stops] += worth * found.value_a[0, held[stops]]
        paid_b[stops] += worth * found.value_b[0, held[stops]]
        ended |= stops
        battles += (~ended).mean()
        paid_a[~ended] -= worth * 0.01
        paid_b[~ended] += worth * 0.03
        held = held + ~ended * np.where(rng.random(held.size) < 0.52, 1, -1)
        worth *= 0.97
    assert paid_a.mean() == pytest.approx(found.value_a[0, start], abs=4 * paid_a.std() / 200)
    assert paid_b.mean() == pytest.approx(found.value_b[0, start], abs=4 * paid_b.std() / 200)
    assert battles == pytest.approx(battles_ahead(game, found)[0, start], rel=0.05)


@given(st.floats(0.2, 0.8), st.floats(0.0, 0.02), st.floats(0.0, 0.02), st.floats(0.5, 0.99))
@settings(max_examples=25, deadline=None)
def test_without_gain_from_fighting_every_war_is_settled_at_once(
    p: float, cost_a: float, cost_b: float, discount: float
) -> None:
    game = Attrition(
        forts=7, p=p, discount=discount, a=Fighter(cost=cost_a), b=Fighter(cost=cost_b)
    )
    found = solve(game, tolerance=1e-6)
    assert found.solved.all()
    assert found.settle[0, 1:-1].all()
    assert found.value_a + found.value_b == pytest.approx(np.ones((1, 8)), abs=1e-5)


@given(st.floats(0.3, 0.7), st.floats(0.0, 0.06), st.floats(0.0, 0.02))
@settings(max_examples=25, deadline=None)
def test_more_supply_never_adds_a_fort_at_which_they_settle(
    p: float, supply: float, more: float
) -> None:
    both = np.array([supply, supply + more])
    game = Attrition(
        forts=8, p=p, discount=0.95, a=Fighter(cost=0.02), b=Fighter(cost=0.02, subsidy=both)
    )
    found = solve(game)
    if found.solved.all():
        assert not (found.settle[1] & ~found.settle[0]).any()


def test_an_office_that_settling_would_cost_keeps_the_war_going() -> None:
    def settled(office: float) -> int:
        lone = Fighter(cost=0.002, office=office, ouster_settle=0.9, ouster_defeat=0.9)
        game = Attrition(forts=10, p=0.5, discount=0.99, a=Fighter(cost=0.002), b=lone)
        return int(solve(game).settle[0, 1:-1].sum())

    assert [settled(office) for office in (0.0, 0.5, 1.0)] == [9, 3, 0]


def test_sides_that_change_places_get_each_others_values() -> None:
    a, b = Fighter(cost=0.03, subsidy=0.01), Fighter(cost=0.02, subsidy=0.04, office=0.05)
    one = solve(Attrition(forts=9, p=0.56, discount=0.96, a=a, b=b, split=0.3))
    two = solve(Attrition(forts=9, p=0.44, discount=0.96, a=b, b=a, split=0.7))
    assert one.value_a[0] == pytest.approx(two.value_b[0, ::-1], abs=1e-7)
    assert (one.settle == two.settle[:, ::-1]).all()


def test_too_few_sweeps_are_owned_up_to() -> None:
    found = solve(war(0.05), sweeps=3)
    assert not found.solved.any()
    assert found.sweeps == 3
    assert np.isnan(battles_ahead(war(0.05), found)).all()


def test_many_points_are_the_points_one_by_one() -> None:
    supply = np.linspace(0.0, 0.06, 200)  # more than a block
    many = solve(
        Attrition(
            forts=6, p=0.5, discount=0.9, a=Fighter(cost=0.02), b=Fighter(cost=0.02, subsidy=supply)
        )
    )
    for at in (0, 127, 128, 199):
        one = Attrition(
            forts=6, p=0.5, discount=0.9, a=Fighter(cost=0.02),
            b=Fighter(cost=0.02, subsidy=float(supply[at])),
        )  # fmt: skip
        assert many.value_a[at] == pytest.approx(solve(one).value_a[0], abs=1e-7)


def test_the_chance_in_a_battle_gives_the_chance_in_the_war() -> None:
    power = np.array([0.1, 0.5, 0.83])
    assert win_probability(20, 40, battle_chance(power, 40)) == pytest.approx(power, abs=1e-12)


def test_games_that_cannot_be_played_are_refused() -> None:
    with pytest.raises(BadInput, match="forts is 1"):
        war(forts=1)
    with pytest.raises(BadInput, match="p should lie"):
        war(p=1.0)
    with pytest.raises(BadInput, match="split should"):
        Attrition(forts=4, p=0.5, discount=0.9, a=Fighter(cost=0), b=Fighter(cost=0), split=2.0)
    with pytest.raises(BadInput, match="sweeps 0"):
        solve(war(), sweeps=0)
    with pytest.raises(BadInput, match="power should"):
        battle_chance(1.0, 10)

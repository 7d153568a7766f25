"""Gambler's ruin against Feller's table, a linear solve, simulation and its own limits."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from truceline.reason.ruin import (
    discounted_win,
    expected_length,
    length_distribution,
    win_probability,
)
from truceline.terms.errors import BadInput

# Feller (1968), XIV.3, table 1: p, capital, aim, probability of ruin, expected duration
FELLER = [
    (0.50, 9, 10, 0.1, 9), (0.50, 90, 100, 0.1, 900), (0.50, 900, 1000, 0.1, 90_000),
    (0.50, 950, 1000, 0.05, 47_500), (0.50, 8000, 10_000, 0.2, 16_000_000),
    (0.45, 9, 10, 0.210, 11), (0.45, 90, 100, 0.866, 765.6), (0.45, 99, 100, 0.182, 171.8),
    (0.40, 90, 100, 0.983, 441.3), (0.40, 99, 100, 0.333, 161.7),
]  # fmt: skip


@pytest.mark.parametrize(("p", "held", "forts", "ruin", "length"), FELLER)
def test_fellers_table(p: float, held: int, forts: int, ruin: float, length: float) -> None:
    assert float(1 - win_probability(held, forts, p)) == pytest.approx(ruin, abs=5e-4)
    assert float(expected_length(held, forts, p)) == pytest.approx(length, rel=2e-3)


def test_four_of_ten_forts_at_fifty_two_percent() -> None:
    assert round(float(win_probability(4, 10, 0.52)), 4) == 0.4974
    assert round(float(expected_length(4, 10, 0.52)), 1) == 24.3


def test_simulated_wars_end_as_often_and_as_late() -> None:
    rng = np.random.default_rng(11)
    held, battles = np.full(20_000, 4), np.zeros(20_000)
    while (going := (held > 0) & (held < 10)).any():
        held = held + going * np.where(rng.random(held.size) < 0.52, 1, -1)
        battles += going
    assert (held == 10).mean() == pytest.approx(0.4974, abs=0.011)  # three standard errors
    assert battles.mean() == pytest.approx(24.34, abs=0.45)


@given(st.integers(2, 40), st.floats(0.05, 0.95))
def test_the_closed_forms_solve_the_linear_equations(forts: int, p: float) -> None:
    inner = np.arange(1, forts)
    system = np.eye(forts - 1) - p * np.eye(forts - 1, k=1) - (1 - p) * np.eye(forts - 1, k=-1)
    ends = np.where(inner == forts - 1, p, 0.0)
    chance = np.linalg.solve(system, ends)
    length = np.linalg.solve(system, np.ones(forts - 1))
    assert win_probability(inner, forts, p) == pytest.approx(chance, rel=1e-9, abs=1e-12)
    assert expected_length(inner, forts, p) == pytest.approx(length, rel=1e-9)


@given(st.integers(2, 60), st.floats(-12.0, -1.0))
def test_nothing_jumps_where_the_series_takes_over(forts: int, exponent: float) -> None:
    p = 0.5 + 10.0**exponent / forts
    inner = np.arange(1, forts)
    assert expected_length(inner, forts, p) + expected_length(
        forts - inner, forts, 1 - p
    ) == pytest.approx(2 * expected_length(inner, forts, p), rel=1e-9)
    edge = 1 / (1 + np.exp(np.array([0.9999999, 1.0000001]) / forts))
    inside, outside = expected_length(forts / 2, forts, edge)
    assert float(inside) == pytest.approx(float(outside), rel=1e-6)


def test_the_length_distribution_is_fellers_explicit_formula() -> None:
    # Feller (1968), XIV.5, (5.7): ruin at the n-th trial
    held, forts, p = 4, 10, 0.52
    _, lost = length_distribution(held, forts, p, horizon=300)
    n = np.arange(1, 301)[:, None]
    angle = np.pi * np.arange(1, forts) / forts
    wave = np.cos(angle) ** (n - 1) * np.sin(angle) * np.sin(held * angle)
    n = n[:, 0]
    exact = 2.0**n * p ** ((n - held) / 2) * (1 - p) ** ((n + held) / 2) * wave.sum(axis=1) / forts
    assert lost[1:] == pytest.approx(exact, abs=1e-12)


def test_the_distribution_adds_up_to_chance_and_length() -> None:
    won, lost = length_distribution(4, 10, 0.52, horizon=2000)
    battles = np.arange(2001)
    assert won.sum() == pytest.approx(float(win_probability(4, 10, 0.52)), abs=1e-9)
    assert (battles * (won + lost)).sum() == pytest.approx(
        float(expected_length(4, 10, 0.52)), abs=1e-6
    )
    assert (0.97**battles * won).sum() == pytest.approx(
        float(discounted_win(4, 10, 0.52, 0.97)), abs=1e-12
    )


def test_long_rows_of_forts_do_not_overflow() -> None:
    assert float(win_probability(99_999, 100_000, 0.1)) == pytest.approx(1 / 9)
    assert float(win_probability(1, 100_000, 0.9)) == pytest.approx(8 / 9)


@pytest.mark.parametrize(
    ("held", "forts", "p", "words"),
    [(11, 10, 0.5, "held is 11"), (1, 0, 0.5, "forts is 0"), (1, 2, 1.0, "p should lie")],
)
def test_what_is_no_war_is_refused(held: int, forts: int, p: float, words: str) -> None:
    with pytest.raises(BadInput, match=words):
        win_probability(held, forts, p)
    with pytest.raises(BadInput, match="horizon is 0"):
        length_distribution(1, 2, 0.5, horizon=0)
    with pytest.raises(BadInput, match="discount should"):
        discounted_win(1, 2, 0.5, 1.0)

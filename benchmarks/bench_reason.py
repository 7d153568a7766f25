"""The strategic models against plain loops and an off-the-shelf solver of games.

A plain loop is timed on a few points and scaled up; the row says from how many.
"""

import importlib
from collections.abc import Iterator
from time import perf_counter

import numpy as np

from benchmarks.timing import Row, seconds
from truceline.reason.attrition_game import Attrition, Fighter, solve
from truceline.reason.bargaining import Terms, ultimatum

POINTS, FEW = 1_000_000, 20_000
WARS, FORTS = 1_000, 41
OFFERS, CUTOFFS = 41, 21
TREMBLE = 1e-3  # every offer is made now and then, so that B's threats must be kept


def rows() -> Iterator[Row]:
    """Yield the rows of this benchmark."""
    yield _static()
    yield _dynamic()
    yield _normal_form()


def _static() -> Row:
    rng = np.random.default_rng(1)
    power, cost, width, gain_a, gain_b = (
        rng.uniform(low, high, POINTS)
        for low, high in ((0.1, 0.9), (0, 0.4), (0.05, 0.6), (0, 0.4), (0, 0.4))
    )
    terms = Terms(power=power, cost_a=cost, cost_b_width=width, stake_a=gain_a, stake_b=gain_b)
    ours = seconds(lambda: ultimatum(terms))
    points = list(zip(*(each[:FEW].tolist() for each in (power, cost, width, gain_a, gain_b)),
                      strict=True))  # fmt: skip
    plain = seconds(lambda: [_plain_ultimatum(*point) for point in points], times=1) * POINTS / FEW
    looped = np.array([_plain_ultimatum(*point)[1] for point in points])
    gap = float(np.abs(looped - ultimatum(terms).pr_war[:FEW]).max())
    beside = f"Python loop, from {FEW:,} points; largest difference {gap:.0e}"
    return Row("the ultimatum at 1,000,000 points", ours, 0.2, plain, beside)


def _plain_ultimatum(
    power: float, cost: float, width: float, gain_a: float, gain_b: float
) -> tuple[float, float, float]:
    """Return offer, risk and A's payoff at one point."""
    net = cost - gain_a
    offer = max((width - net - gain_b) / 2, -gain_b)
    offer = max(min(offer, 1 - power), -power)
    risk = min(max((offer + gain_b) / width, 0.0), 1.0)
    gain = (1 - risk) * (offer + net)
    return (offer, risk, power - net + gain) if gain > 0 else (float("nan"), 1.0, power - net)


def _dynamic() -> Row:
    rng = np.random.default_rng(2)
    chance, discount, cost_a, cost_b, supply_a, supply_b = (
        rng.uniform(low, high, WARS)
        for low, high in ((0.4, 0.6), (0.9, 0.99), (0, 0.02), (0, 0.02), (0, 0.02), (0, 0.04))
    )
    game = Attrition(
        forts=FORTS, p=chance, discount=discount,
        a=Fighter(cost=cost_a, subsidy=supply_a), b=Fighter(cost=cost_b, subsidy=supply_b),
    )  # fmt: skip
    ours = seconds(lambda: solve(game), times=1)
    found = solve(game)
    nets = [float((c - s)[0]) for c, s in ((cost_a, supply_a), (cost_b, supply_b))]
    start = perf_counter()
    plain = _plain_game(float(chance[0]), float(discount[0]), (nets[0], nets[1]))
    slow = (perf_counter() - start) * WARS
    gap = float(np.abs(np.array(plain) - found.value_a[0]).max())
    beside = (
        f"Python loop, from 1 war; largest difference {gap:.0e}; "
        f"{found.solved.mean():.0%} proven solved in {found.sweeps} sweeps"
    )
    return Row(f"war over {FORTS} forts, 1,000 wars", ours, 10.0, slow, beside)


def _plain_game(p: float, d: float, nets: tuple[float, float]) -> list[float]:
    """Return A's values over the forts by plain value iteration."""
    a, b = [0.0] * FORTS + [1.0], [1.0] + [0.0] * FORTS
    change = 1.0
    while change * d / (1 - d) > 1e-8:
        change, new_a, new_b = 0.0, a[:], b[:]
        for i in range(1, FORTS):
            fight_a = d * (p * a[i + 1] + (1 - p) * a[i - 1]) - nets[0]
            fight_b = d * (p * b[i + 1] + (1 - p) * b[i - 1]) - nets[1]
            low, high = max(fight_a, 0.0), min(1 - fight_b, 1.0)
            share = (low + high) / 2
            new_a[i], new_b[i] = (share, 1 - share) if low <= high else (fight_a, fight_b)
            change = max(change, abs(new_a[i] - a[i]), abs(new_b[i] - b[i]))
        a, b = new_a, new_b
    return a


def _normal_form() -> Row:
    """Solve one discretised ultimatum as a bimatrix game: A's shares against B's cutoff rules."""
    name = f"ultimatum as a {OFFERS} by {CUTOFFS} normal form, one point"
    power, cost, width, gain = 0.5, 0.08, 0.4, 0.05
    terms = Terms(power=power, cost_a=cost, cost_b_width=width, stake_b=gain)
    ours = seconds(lambda: ultimatum(terms))
    try:
        nashpy = importlib.import_module("nashpy")
    except ModuleNotFoundError:
        return Row(name, ours, beside="nashpy is not installed")
    shares = np.linspace(0, 1, OFFERS)[:, None]
    claims = np.linspace(-0.2, 0.2, CUTOFFS)[None, :]  # B fights below k + claim; gain is credible
    risk = np.clip((shares - power + claims) / width, 0, 1)
    pay_a = (1 - risk) * shares + risk * (power - cost)
    pay_b = (1 - risk) * (1 - shares) + risk * (1 - power + gain) - width * risk**2 / 2
    trembled = [(1 - TREMBLE) * pay + TREMBLE * pay.mean(axis=0) for pay in (pay_a, pay_b)]
    game = nashpy.Game(*trembled)
    with np.errstate(divide="ignore", invalid="ignore"):  # nashpy divides by its tableau's zeros
        other = seconds(lambda: game.lemke_howson(initial_dropped_label=0))
        mine, _ = game.lemke_howson(initial_dropped_label=0)
    asked = float(mine @ shares[:, 0])
    exact = power + float(ultimatum(terms).offer)
    beside = f"nashpy {nashpy.__version__}, Lemke–Howson: asks {asked:.3f}, closed form {exact:.3f}"
    return Row(name, ours, None, other, beside)

"""The strategic models against plain loops and an off-the-shelf solver of games.

A row is (what, our seconds, the other's seconds, note). A plain loop is timed on a few points and
scaled up; the note says from how many.
"""

import importlib
from collections.abc import Callable
from time import perf_counter
from typing import Any

import numpy as np

from truceline.reason.attrition_game import Attrition, Fighter, solve
from truceline.reason.bargaining import Terms, ultimatum

Row = tuple[str, float, float | None, str]
POINTS, FEW = 1_000_000, 20_000
WARS, FORTS = 1_000, 41
OFFERS, CUTOFFS = 41, 21
TREMBLE = 1e-3  # every offer is made now and then, so that B's threats must be kept


def rows() -> list[Row]:
    """Return the rows of this benchmark."""
    return [_static(), _dynamic(), _normal_form()]


def best(work: Callable[[], Any], times: int = 3) -> float:
    """Return the shortest of a few runs, in seconds."""
    found = []
    for _ in range(times):
        start = perf_counter()
        work()
        found.append(perf_counter() - start)
    return min(found)


def _static() -> Row:
    rng = np.random.default_rng(1)
    power, cost, width, gain_a, gain_b = (
        rng.uniform(low, high, POINTS)
        for low, high in ((0.1, 0.9), (0, 0.4), (0.05, 0.6), (0, 0.4), (0, 0.4))
    )
    terms = Terms(power=power, cost_a=cost, cost_b_width=width, stake_a=gain_a, stake_b=gain_b)
    ours = best(lambda: ultimatum(terms))
    points = list(zip(*(each[:FEW].tolist() for each in (power, cost, width, gain_a, gain_b)),
                      strict=True))  # fmt: skip
    plain = best(lambda: [_plain_ultimatum(*point) for point in points], 1) * POINTS / FEW
    looped = np.array([_plain_ultimatum(*point)[1] for point in points])
    gap = float(np.abs(looped - ultimatum(terms).pr_war[:FEW]).max())
    note = f"plain Python loop, from {FEW:,} points; largest difference {gap:.0e}; at most 0.2 s"
    return "ultimatum, 1,000,000 points", ours, plain, note


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
    ours = best(lambda: solve(game), 1)
    found = solve(game)
    nets = [float((c - s)[0]) for c, s in ((cost_a, supply_a), (cost_b, supply_b))]
    start = perf_counter()
    plain = _plain_game(float(chance[0]), float(discount[0]), (nets[0], nets[1]))
    seconds = (perf_counter() - start) * WARS
    gap = float(np.abs(np.array(plain) - found.value_a[0]).max())
    note = (
        f"plain Python loop, from 1 war; largest difference {gap:.0e}; "
        f"{found.solved.mean():.0%} proven solved in {found.sweeps} sweeps; at most 10 s"
    )
    return f"war over {FORTS} forts, 1,000 wars", ours, seconds, note


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
    ours = best(lambda: ultimatum(terms))
    try:
        nashpy = importlib.import_module("nashpy")
    except ModuleNotFoundError:
        return name, ours, None, "nashpy is not installed"
    shares = np.linspace(0, 1, OFFERS)[:, None]
    claims = np.linspace(-0.2, 0.2, CUTOFFS)[None, :]  # B fights below k + claim; gain is credible
    risk = np.clip((shares - power + claims) / width, 0, 1)
    pay_a = (1 - risk) * shares + risk * (power - cost)
    pay_b = (1 - risk) * (1 - shares) + risk * (1 - power + gain) - width * risk**2 / 2
    trembled = [(1 - TREMBLE) * pay + TREMBLE * pay.mean(axis=0) for pay in (pay_a, pay_b)]
    game = nashpy.Game(*trembled)
    with np.errstate(divide="ignore", invalid="ignore"):  # nashpy divides by its tableau's zeros
        other = best(lambda: game.lemke_howson(initial_dropped_label=0), 1)
        mine, _ = game.lemke_howson(initial_dropped_label=0)
    asked = float(mine @ shares[:, 0])
    exact = power + float(ultimatum(terms).offer)
    note = f"nashpy {nashpy.__version__}, Lemke–Howson: asks {asked:.3f}, closed form {exact:.3f}"
    return name, ours, other, note


if __name__ == "__main__":
    for what, mine, others, said in rows():
        beside = "-" if others is None else f"{others:.3g} s"
        print(f"{what}: {mine:.3g} s beside {beside} ({said})")

"""Settle or fight on, battle by battle: the strategic game played over a row of forts.

Before each battle the sides may settle. They do if some division of the stake is better for both
leaders than one more battle and what follows it; the division splits what is saved. Otherwise a
battle is fought, each side pays its cost and draws its backer's supply, and the line moves by one
fort. The game is solved by value iteration, and how far from solved it is, is said.

The forts are Smith and Stam's (2004); subsidies and office terms are our reduced form. A model,
not a measurement: both sides know everything, battles are alike, and there is no third way out.
"""

from dataclasses import dataclass, fields

import numpy as np
from numpy.typing import NDArray

from truceline.reason.bargaining import Values
from truceline.reason.ruin import expected_length
from truceline.terms.errors import BadInput

Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]
EVERY = 25  # sweeps between looking which points are done: looking costs as much as a sweep
BLOCK = 128  # points swept together: 128 x 41 forts x 8 bytes stays in the nearest cache


@dataclass(frozen=True, slots=True, kw_only=True)
class Fighter:
    """What a battle costs and brings one side, in shares of the stake; numbers or arrays (points).

    `cost` and `subsidy` are for one battle. `office` is the worth of office to the leader, who
    loses it with probability `ouster_settle` after settling and `ouster_defeat` after losing all.
    """

    cost: Values
    subsidy: Values = 0.0
    office: Values = 0.0
    ouster_settle: Values = 0.0
    ouster_defeat: Values = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Attrition:
    """A war of attrition, or many at once: numbers or arrays of one length (points).

    `forts` is one whole number for all; `p` is A's chance in a battle; `discount` the worth of 1
    a battle later; `split` the part of what settling saves that goes to A.
    """

    forts: int
    p: Values
    discount: Values
    a: Fighter
    b: Fighter
    split: Values = 0.5

    def __post_init__(self) -> None:
        """Refuse a game that cannot be played.

        Raises
        ------
        BadInput
            If there are fewer than 2 forts, or a probability or weight is out of range.
        """
        if self.forts < 2:
            raise BadInput(f"forts is {self.forts}; a game needs 2 or more, such as 41")
        for name in ("p", "discount"):
            held = np.asarray(getattr(self, name))
            if not np.all((held > 0) & (held < 1)):
                raise BadInput(f"{name} should lie strictly between 0 and 1, such as 0.5")
        if not np.all((np.asarray(self.split) >= 0) & (np.asarray(self.split) <= 1)):
            raise BadInput("split should lie between 0 and 1, such as 0.5")


@dataclass(frozen=True, slots=True, kw_only=True)
class Solution:
    """What the sides do and expect with A holding 0 … N forts; arrays (points, forts + 1).

    `settle` is True where they settle; `share` is A's part then, NaN where they fight or all is
    decided. `value_a` and `value_b` are what each leader expects. `residual` (points) is the last
    sweep's largest change, `error` the largest distance to the solution that it proves:
    residual d / (1 - d). `solved` is False where that exceeds the tolerance: then the policy must
    not be used. `sweeps` counts the sweeps made.
    """

    settle: Bools
    share: Floats
    value_a: Floats
    value_b: Floats
    residual: Floats
    error: Floats
    solved: Bools
    sweeps: int


def solve(game: Attrition, *, tolerance: float = 1e-8, sweeps: int = 20_000) -> Solution:
    """The policy and the values of the game, by value iteration.

    Parameters
    ----------
    game : Attrition
        One war or many.
    tolerance : float, default 1e-8
        Largest error allowed in a value, in shares of the stake; more than 0.
    sweeps : int, default 20000
        Most sweeps made before giving up on a point.

    Returns
    -------
    Solution
        `solved` says for which points the error is proven to be within the tolerance.

    Raises
    ------
    BadInput
        If `tolerance` or `sweeps` is not positive.

    Notes
    -----
    A sweep is a contraction with factor d as long as no side would want more than the whole stake
    to settle; then the error is at most residual d / (1 - d). Where a side does, a settlement
    may vanish at a stroke and sweeps may go round in circles: such points are left unsolved.
    Started from fighting to the end, n sweeps are the game that must end after n battles.

    References
    ----------
    Smith & Stam (2004), as in `truceline.reason.ruin`; Bertsekas, D. (2012). *Dynamic Programming
    and Optimal Control* II, on contraction and residual.

    Examples
    --------
    Without supply the sides settle everywhere; with supply above cost nowhere:

    >>> supply = np.array([0.0, 0.05])
    >>> sides = [Fighter(cost=0.02, subsidy=supply), Fighter(cost=0.02, subsidy=supply)]
    >>> found = solve(Attrition(forts=4, p=0.5, discount=0.95, a=sides[0], b=sides[1]))
    >>> found.settle[:, 1:4].all(axis=1).tolist(), found.solved.tolist()
    ([True, False], [True, True])
    """
    if tolerance <= 0 or sweeps < 1:
        raise BadInput(f"tolerance is {tolerance} and sweeps {sweeps}; both should be positive")
    columns = _columns(game)
    points = columns["p"].shape[0]
    values = _start(columns, game.forts)
    residual = np.full(points, np.inf)
    most = 0
    for first in range(0, points, BLOCK):
        here = np.arange(first, min(first + BLOCK, points))
        most = max(most, _sweep_block(columns, values, residual, here, (tolerance, sweeps)))
    discount = columns["discount"][:, 0]
    error = residual * discount / (1 - discount)
    settle, share = _policy(columns, values)
    how = {"residual": residual, "error": error, "solved": error <= tolerance}
    return Solution(
        settle=settle, share=share, value_a=values[0], value_b=values[1], sweeps=most, **how
    )


def battles_ahead(game: Attrition, found: Solution) -> Floats:
    """Battles expected until a settlement or a victory; array (points, forts + 1).

    Parameters
    ----------
    game : Attrition
        The game that was solved.
    found : Solution
        From `solve`.

    Returns
    -------
    array
        0 where they settle; elsewhere gambler's ruin between the nearest forts at which they
        would settle. NaN for points that are not solved.

    Examples
    --------
    >>> side = Fighter(cost=0.02, subsidy=0.05)
    >>> game = Attrition(forts=4, p=0.5, discount=0.95, a=side, b=side)
    >>> battles_ahead(game, solve(game)).tolist()
    [[0.0, 3.0, 4.0, 3.0, 0.0]]
    """
    at = np.broadcast_to(np.arange(game.forts + 1), found.settle.shape)
    below = np.maximum.accumulate(np.where(found.settle, at, 0), axis=1)
    above = np.where(found.settle, at, game.forts)[:, ::-1]
    above = np.minimum.accumulate(above, axis=1)[:, ::-1]
    p = _columns(game)["p"]
    ahead = expected_length(at - below, np.maximum(above - below, 1), np.broadcast_to(p, at.shape))
    return np.where(found.solved[:, None], ahead, np.nan)


def battle_chance(power: Values, forts: int) -> Floats:
    """A's chance in one battle that makes it win the whole war from the middle with `power`.

    Parameters
    ----------
    power : float or array
        Probability of winning the war, strictly between 0 and 1.
    forts : int
        Forts in all, 2 or more.

    Returns
    -------
    array
        The solution p of P(win from N/2) = power: 1 / (1 + ((1 - power) / power)^(2/N)).

    Raises
    ------
    BadInput
        If a value is out of its range.

    Examples
    --------
    >>> from truceline.reason.ruin import win_probability
    >>> float(win_probability(5, 10, battle_chance(0.7, 10)).round(12))
    0.7
    """
    held = np.asarray(power, dtype=np.float64)
    if forts < 2 or not np.all((held > 0) & (held < 1)):
        raise BadInput("power should lie strictly between 0 and 1 and forts be 2 or more")
    return np.asarray(1 / (1 + ((1 - held) / held) ** (2 / forts)))


def _columns(game: Attrition) -> dict[str, Floats]:
    """Return every parameter as a column (points, 1), net costs and office losses worked out."""
    flat = {name: np.ravel(np.asarray(getattr(game, name))) for name in ("p", "discount", "split")}
    for side, held in (("a", game.a), ("b", game.b)):
        part = {each.name: np.asarray(getattr(held, each.name)) for each in fields(held)}
        flat[f"net_{side}"] = np.ravel(part["cost"] - part["subsidy"])
        flat[f"settle_{side}"] = np.ravel(part["office"] * part["ouster_settle"])
        flat[f"defeat_{side}"] = np.ravel(part["office"] * part["ouster_defeat"])
    points = np.broadcast_shapes(*(each.shape for each in flat.values()))
    return {
        name: np.broadcast_to(each, points).astype(np.float64)[:, None]
        for name, each in flat.items()
    }


def _start(columns: dict[str, Floats], forts: int) -> Floats:
    """Return values (2, points, forts + 1) of a war that must end now: only its ends count."""
    values = np.zeros((2, columns["p"].shape[0], forts + 1))
    values[0, :, -1] = 1.0
    values[1, :, 0] = 1.0
    values[0, :, 0] = -columns["defeat_a"][:, 0]
    values[1, :, -1] = -columns["defeat_b"][:, 0]
    return values


def _sweep_block(
    columns: dict[str, Floats],
    values: Floats,
    residual: Floats,
    here: NDArray[np.intp],
    limits: tuple[float, int],
) -> int:
    """Sweep the points `here` until proven solved or out of sweeps; return the sweeps made."""
    (tolerance, most), made = limits, 0
    while here.size and made < most:
        part = {name: each[here] for name, each in columns.items()}
        mine = values[:, here]
        for _ in range(min(EVERY, most - made)):
            before = mine[:, :, 1:-1].copy()
            mine[0, :, 1:-1], mine[1, :, 1:-1] = _step(part, mine)
            made += 1
        change = np.abs(mine[:, :, 1:-1] - before).max(axis=(0, 2))
        values[:, here] = mine
        residual[here] = change
        discount = part["discount"][:, 0]
        here = here[change * discount / (1 - discount) > tolerance]
    return made


def _step(part: dict[str, Floats], values: Floats) -> tuple[Floats, Floats]:
    """Return both sides' values one sweep on, for the forts between the ends."""
    fight_a, fight_b, low, high = _prospects(part, values)
    share = low + part["split"] * (high - low)
    settle_a, settle_b = share - part["settle_a"], 1.0 - share - part["settle_b"]
    return np.where(low <= high, settle_a, fight_a), np.where(low <= high, settle_b, fight_b)


def _prospects(part: dict[str, Floats], values: Floats) -> tuple[Floats, Floats, Floats, Floats]:
    """Return what fighting gives each side, and A's least and greatest acceptable share."""
    p, d = part["p"], part["discount"]
    up, down = d * p, d * (1.0 - p)
    fight_a = up * values[0, :, 2:] + down * values[0, :, :-2] - part["net_a"]
    fight_b = up * values[1, :, 2:] + down * values[1, :, :-2] - part["net_b"]
    low = np.maximum(fight_a + part["settle_a"], 0.0)
    high = np.minimum(1.0 - fight_b - part["settle_b"], 1.0)
    return fight_a, fight_b, low, high


def _policy(columns: dict[str, Floats], values: Floats) -> tuple[Bools, Floats]:
    """Return where the sides settle and on which share, over all forts, the ends included."""
    _, _, low, high = _prospects(columns, values)
    settle = np.zeros(values.shape[1:], dtype=np.bool_)
    settle[:, 1:-1] = low <= high
    share = np.full(values.shape[1:], np.nan)
    share[:, 1:-1] = np.where(low <= high, low + columns["split"] * (high - low), np.nan)
    return settle, share

"""The risk-return ultimatum: one side makes an offer without knowing the other's cost of war.

Fearon (1995) is the model; the backers' subsidies and the leaders' office terms are our reduced
form of it. It is a model, not a measurement: it gives signs and thresholds.

A and B divide a stake of size 1 which A would win by fighting with probability `power`. A knows
its own cost; B's cost lies evenly between `cost_b_min` and `cost_b_min + cost_b_width`. A asks for
the share `power + k`; B accepts or fights. Whoever leads a side gains `stake` by fighting on,
apart from the fighting's outcome: a backer's subsidy, and the office kept by not settling.
"""

from dataclasses import dataclass, fields

import numpy as np
from numpy.typing import NDArray

from truceline.terms.errors import BadInput

Floats = NDArray[np.float64]
Values = float | Floats

CHUNK = 16_384  # points worked on at once: the intermediate arrays then stay in the cache


@dataclass(frozen=True, slots=True, kw_only=True)
class Leader:
    """What the leader of a side gains or loses by fighting on, in shares of the stake.

    `subsidy` is what a backer supplies only while there is fighting; `office` the worth of staying
    in office; the two `ouster` fields the probability of losing it after settling and while
    fighting. Our reduced form. Arrays of like shape, or numbers.
    """

    subsidy: Values = 0.0
    office: Values = 0.0
    ouster_settle: Values = 0.0
    ouster_fight: Values = 0.0

    def stake(self) -> Values:
        """Return the gain from fighting on: s + R (P(ouster | settle) - P(ouster | fight))."""
        return self.subsidy + self.office * (self.ouster_settle - self.ouster_fight)


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """One war's terms, or many at once: numbers or arrays that broadcast together.

    `power` is A's probability of winning the stake; costs are shares of the stake;
    `stake_a` and `stake_b` are `Leader.stake` of the two sides.
    """

    power: Values
    cost_a: Values
    cost_b_width: Values
    cost_b_min: Values = 0.0
    stake_a: Values = 0.0
    stake_b: Values = 0.0

    def __post_init__(self) -> None:
        """Refuse terms that are no terms.

        Raises
        ------
        BadInput
            If power leaves [0, 1], the width of B's cost is not positive, or a value is not finite.
        """
        for each in fields(self):
            if not np.all(np.isfinite(getattr(self, each.name))):
                raise BadInput(f"{each.name} holds a value that is not a finite number")
        if np.any(np.less(self.power, 0) | np.greater(self.power, 1)):
            raise BadInput(f"power is {_worst(self.power)}; it is a probability between 0 and 1")
        if np.any(np.less_equal(self.cost_b_width, 0)):
            raise BadInput(
                f"cost_b_width is {float(np.min(self.cost_b_width)):g}; it should be more than 0 "
                "(with B's cost known, use bargaining_range)"
            )


@dataclass(frozen=True, slots=True, kw_only=True)
class Ultimatum:
    """What A asks and what follows; arrays in the terms' common shape.

    `offer` is k in the share `power + k` that A asks, NaN where A makes no offer and fights.
    `cutoff` is the cost below which B fights rather than accepts; `pr_war` its probability;
    `payoff_a` and `payoff_b` are expected shares of the stake, subsidies and office included.
    """

    offer: Floats
    cutoff: Floats
    pr_war: Floats
    payoff_a: Floats
    payoff_b: Floats


def ultimatum(terms: Terms) -> Ultimatum:
    """A's best offer, B's cutoff, the probability of war and the payoffs, in closed form.

    Parameters
    ----------
    terms : Terms
        Numbers, or arrays that broadcast together.

    Returns
    -------
    Ultimatum
        Arrays in the common shape of the terms.

    Notes
    -----
    With everything inside its limits k* = (C - c_A + S_A - S_B) / 2 and
    Pr(war) = (C - c_A + S_A + S_B) / (2 C), where C is the width of B's cost, S_i the stakes and
    B's known cost counts against S_B. The share asked must lie in [0, 1], the probability in
    [0, 1]; where no offer that might be accepted is worth more to A than fighting, A fights.
    Power does not move Pr(war) while the offer fits (neutrality). Assumes that A cannot learn
    B's cost, that nobody can be bound by an earlier word, and one offer.

    References
    ----------
    Fearon, J. D. (1995). Rationalist explanations for war. *International Organization* 49(3).
    Benson, B. V., Meirowitz, A. & Ramsay, K. W. (2016). Changing capabilities, uncertainty, and
    the risk of war in crisis bargaining. *Research & Politics* 3(3).

    Examples
    --------
    A backer's subsidy to A raises the risk:

    >>> subsidy = np.array([0.0, 0.04, 0.08, 0.16])
    >>> terms = Terms(power=0.5, cost_a=0.08, cost_b_width=0.4, stake_a=subsidy)
    >>> ultimatum(terms).pr_war.round(4).tolist()
    [0.4, 0.45, 0.5, 0.6]
    """
    parts, shape = _flat(terms)
    size = parts[0].size
    found = np.empty((5, size))
    for start in range(0, size, CHUNK):
        here = slice(start, start + CHUNK)
        _solve([part[here] for part in parts], found[:, here])
    offer, cutoff, pr_war, payoff_a, payoff_b = (row.reshape(shape) for row in found)
    return Ultimatum(
        offer=offer, cutoff=cutoff, pr_war=pr_war, payoff_a=payoff_a, payoff_b=payoff_b
    )


def ultimatum_by_grid(terms: Terms, *, steps: int = 2001) -> Ultimatum:
    """The same by trying every share on a grid: the slow twin of `ultimatum`.

    Parameters
    ----------
    terms : Terms
        Numbers, or arrays that broadcast together; a few hundred points at most.
    steps : int, default 2001
        Shares tried, evenly spaced on [0, 1]; 2 or more.

    Returns
    -------
    Ultimatum
        As `ultimatum`, exact to the grid's step.

    Raises
    ------
    BadInput
        If `steps` is below 2.

    Examples
    --------
    >>> terms = Terms(power=0.5, cost_a=0.08, cost_b_width=0.4)
    >>> float(ultimatum_by_grid(terms).pr_war.round(3))
    0.4
    """
    if steps < 2:
        raise BadInput(f"steps is {steps}; a grid needs 2 shares or more, such as 2001")
    (power, cost_a, width, floor, stake_a, stake_b), shape = _flat(terms)
    shares = np.linspace(0.0, 1.0, steps)
    offers = shares[None, :] - power[:, None]
    risk = np.clip((offers + (stake_b - floor)[:, None]) / width[:, None], 0.0, 1.0)
    fight = (power - cost_a + stake_a)[:, None]
    value = np.where(risk < 1, (1 - risk) * shares[None, :] + risk * fight, fight)
    best = value.argmax(axis=1)
    at = np.arange(best.size)
    refuse = value[at, best] <= fight[:, 0] + 1e-12
    offer = np.where(refuse, np.nan, offers[at, best])
    pr_war = np.where(refuse, 1.0, risk[at, best])
    cutoff = floor + pr_war * width
    given = np.where(refuse, 0.0, 1 - shares[best])
    payoff_b = (1 - pr_war) * given + pr_war * (1 - power + stake_b - (floor + cutoff) / 2)
    payoff_a = np.where(refuse, fight[:, 0], value[at, best])
    rows = (row.reshape(shape) for row in (offer, cutoff, pr_war, payoff_a, payoff_b))
    offer, cutoff, pr_war, payoff_a, payoff_b = rows
    return Ultimatum(
        offer=offer, cutoff=cutoff, pr_war=pr_war, payoff_a=payoff_a, payoff_b=payoff_b
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Range:
    """A's shares that both sides prefer to fighting, and how wide; negative width: none."""

    low: Floats
    high: Floats
    width: Floats


def bargaining_range(terms: Terms, cost_b: Values) -> Range:
    """The shares that both prefer to fighting when B's cost is known to all.

    Parameters
    ----------
    terms : Terms
        Its B's cost distribution is not used.
    cost_b : float or array
        B's cost, in shares of the stake.

    Returns
    -------
    Range
        `low` and `high` are A's least and greatest share, cut to the stake's [0, 1]; `width` is
        high - low and negative where there is no such share. Without the cut
        it is c_A + c_B - S_A - S_B: war if and only if that is negative.

    Examples
    --------
    >>> terms = Terms(power=0.6, cost_a=0.1, cost_b_width=0.4, stake_b=0.05)
    >>> found = bargaining_range(terms, 0.2)
    >>> float(found.low), float(found.high.round(2)), float(found.width.round(2))
    (0.5, 0.75, 0.25)
    """
    power = np.asarray(terms.power, dtype=np.float64)
    low = np.maximum(power - terms.cost_a + terms.stake_a, 0.0)
    high = np.minimum(power + cost_b - terms.stake_b, 1.0)
    low, high = np.broadcast_arrays(low, high)
    return Range(low=low, high=high, width=high - low)


def divisible(found: Range, step: Values) -> NDArray[np.bool_]:
    """Whether some share that both prefer can be had when the stake comes in lumps.

    Parameters
    ----------
    found : Range
        From `bargaining_range`.
    step : float or array
        Size of the smallest lump, 0 (freely divisible) to 1 (all or nothing).

    Returns
    -------
    array of bool
        True where a multiple of `step` lies in the range.

    References
    ----------
    Fearon (1995), on issue indivisibilities.

    Examples
    --------
    >>> terms = Terms(power=0.5, cost_a=0.1, cost_b_width=0.4)
    >>> divisible(bargaining_range(terms, 0.2), np.array([0.0, 0.25, 1.0])).tolist()
    [True, True, False]
    """
    lump = np.maximum(np.asarray(step, dtype=np.float64), 1e-9)
    least = np.ceil(found.low / lump - 1e-9) * lump
    freely = np.asarray(step) <= 0
    return np.asarray((found.width >= 0) & (freely | (least <= found.high + 1e-9)), dtype=np.bool_)


def _solve(parts: list[Floats], found: Floats) -> None:
    """Fill the five rows of `found` for flat parts of one length."""
    power, cost_a, width, floor, stake_a, stake_b = parts
    net_a = cost_a - stake_a
    net_b = stake_b - floor
    offer = 0.5 * (width - net_a - net_b)
    np.maximum(offer, -net_b, out=offer)  # below it everybody accepts: asking less is a gift
    np.minimum(offer, 1.0 - power, out=offer)
    np.maximum(offer, -power, out=offer)
    risk = np.clip((offer + net_b) / width, 0.0, 1.0)
    gain = (1.0 - risk) * (offer + net_a)
    refuse = gain <= 0.0
    if refuse.any():
        offer[refuse] = np.nan
        risk[refuse] = 1.0
        gain[refuse] = 0.0
    cutoff = floor + risk * width
    accepted = np.where(refuse, 0.0, (1.0 - risk) * (1.0 - power - offer))
    found[0], found[1], found[2] = offer, cutoff, risk
    found[3] = power - net_a + gain
    found[4] = accepted + risk * (1.0 - power + stake_b - 0.5 * (floor + cutoff))


def _flat(terms: Terms) -> tuple[list[Floats], tuple[int, ...]]:
    """Return the six terms as flat arrays of one length, in order, and their common shape."""
    named = [np.asarray(getattr(terms, each.name), dtype=np.float64) for each in fields(terms)]
    order = (0, 1, 2, 3, 4, 5)
    shape = np.broadcast_shapes(*(each.shape for each in named))
    return [np.broadcast_to(named[at], shape).reshape(-1) for at in order], shape


def _worst(power: Values) -> str:
    """Return the value of power that lies farthest outside [0, 1], as text."""
    flat = np.ravel(np.asarray(power, dtype=np.float64))
    return f"{flat[np.abs(flat - 0.5).argmax()]:g}"

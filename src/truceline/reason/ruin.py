"""Gambler's ruin over forts: who wins a war fought to the end, and how long it takes.

A war is a row of `forts`; each battle moves the line by one, towards B with probability `p`. It
ends when A holds all or none. The image of war is Smith and Stam's, the mathematics Feller's.
A model, not a measurement: battles are alike and independent.
"""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from truceline.terms.errors import BadInput

Floats = NDArray[np.float64]
Values = float | NDArray[np.floating[Any] | np.integer[Any]]
TERMS = 24  # of the series near p = 1/2; with |N log r| < 1 the 24th is below 1e-23


def win_probability(held: Values, forts: Values, p: Values) -> Floats:
    """A's probability of ending with all forts.

    Parameters
    ----------
    held : float or array
        Forts that A holds now, 0 to `forts`.
    forts : float or array
        Forts in all, 1 or more.
    p : float or array
        A's probability of winning a battle, strictly between 0 and 1.

    Returns
    -------
    array
        (1 - r^i) / (1 - r^N) with r = (1 - p) / p; i / N at p = 1/2.

    Raises
    ------
    BadInput
        If a value is out of its range.

    References
    ----------
    Feller, W. (1968). *An Introduction to Probability Theory and Its Applications* I, XIV.2.
    Smith, A. & Stam, A. C. (2004). Bargaining and the nature of war. *Journal of Conflict
    Resolution* 48(6).

    Examples
    --------
    >>> float(win_probability(4, 10, 0.52).round(4))
    0.4974
    """
    i, n, p = _checked(held, forts, p)
    log_r = np.log1p(-p) - np.log(p)
    # With r > 1 both powers may overflow: divide through by r^N, so that only small ones are left.
    up = log_r > 0
    grow = np.where(up, log_r, 0.0)
    safe = np.where(log_r == 0, -1.0, -np.abs(log_r))
    falling = np.expm1(i * safe) / np.expm1(n * safe)
    rising = np.exp((i - n) * grow) * np.expm1(-i * grow) / np.expm1(n * safe)
    return np.where(log_r == 0, i / n, np.where(up, rising, falling))


def expected_length(held: Values, forts: Values, p: Values) -> Floats:
    """Battles until the end, expected.

    Parameters
    ----------
    held, forts, p : float or array
        As in `win_probability`.

    Returns
    -------
    array
        i/(q-p) - N P(win)/(q-p); i (N - i) at p = 1/2. Near 1/2 a series takes over, for there the
        formula subtracts two large numbers.

    Raises
    ------
    BadInput
        If a value is out of its range.

    References
    ----------
    Feller (1968), XIV.3.

    Examples
    --------
    >>> float(expected_length(4, 10, 0.52).round(1)), float(expected_length(4, 10, 0.5))
    (24.3, 24.0)
    """
    i, n, p = _checked(held, forts, p)
    log_r = np.log1p(-p) - np.log(p)
    near = np.abs(n * log_r) < 1
    series = _length_near_half(i, n, np.where(near, log_r, 0.0))
    tilt = np.where(near, 1.0, 1 - 2 * p)
    far = (i - n * win_probability(i, n, p)) / tilt
    return np.where(near, series, far)


def length_distribution(held: int, forts: int, p: float, *, horizon: int) -> tuple[Floats, Floats]:
    """When the war ends and how: the probability of each battle being the last.

    Parameters
    ----------
    held, forts, p : int, int, float
        As in `win_probability`.
    horizon : int
        Battles to look ahead, 1 or more.

    Returns
    -------
    (array, array)
        For battles 0 … horizon: the probability that A's victory, and that A's defeat, comes with
        exactly that battle. What is missing to 1 lies beyond the horizon.

    Raises
    ------
    BadInput
        If a value is out of its range.

    Examples
    --------
    >>> won, lost = length_distribution(1, 2, 0.6, horizon=3)
    >>> won.tolist(), lost.tolist()
    ([0.0, 0.6, 0.0, 0.0], [0.0, 0.4, 0.0, 0.0])
    """
    if horizon < 1:
        raise BadInput(f"horizon is {horizon}; it should be 1 battle or more, such as 200")
    _checked(held, forts, p)
    won, lost = np.zeros(horizon + 1), np.zeros(horizon + 1)
    line = np.zeros(forts + 1)
    line[held] = 1.0
    for battle in range(horizon + 1):
        won[battle], lost[battle] = line[forts], line[0]
        line[0] = line[forts] = 0.0
        moved = np.zeros(forts + 1)
        moved[1:] += p * line[:-1]
        moved[:-1] += (1 - p) * line[1:]
        line = moved
    return won, lost


def discounted_win(held: Values, forts: Values, p: Values, discount: Values) -> Floats:
    """What 1 on the day of A's victory is worth today: E[discount^T, A wins].

    Parameters
    ----------
    held, forts, p : float or array
        As in `win_probability`.
    discount : float or array
        Worth of 1 a battle later, above 0, below 1.

    Returns
    -------
    array
        Between 0 and the win probability.

    Raises
    ------
    BadInput
        If a value is out of its range.

    References
    ----------
    Feller (1968), XIV.4, the generating function of the duration.

    Examples
    --------
    >>> float(discounted_win(1, 2, 0.6, 0.5))
    0.3
    """
    i, n, p = _checked(held, forts, p)
    d = np.asarray(discount, dtype=np.float64)
    if not np.all((d > 0) & (d < 1)):
        raise BadInput("discount should lie strictly between 0 and 1, such as 0.98")
    q = 1 - p
    root = np.sqrt(1 - 4 * p * q * d**2)
    large, small = (1 + root) / (2 * p * d), (1 - root) / (2 * p * d)
    ratio = small / large
    return large ** (i - n) * (1 - ratio**i) / (1 - ratio**n)


def _length_near_half(i: Floats, n: Floats, log_r: Floats) -> Floats:
    """Return the expected length by its Taylor series in log r, good for |N log r| < 1."""
    gap = np.zeros(np.broadcast_shapes(i.shape, n.shape, log_r.shape))
    below = np.zeros_like(gap)
    factor = np.ones_like(gap)  # log_r^(k-1) / (k+1)!
    for k in range(1, TERMS):
        factor = factor / (k + 1)
        gap = gap + factor * (n**k - i**k)
        below = below + factor * n**k * log_r
        factor = factor * log_r
    half = log_r / 2
    bend = np.where(half == 0, 1.0, half / np.tanh(np.where(half == 0, 1.0, half)))
    return np.asarray(2 * bend * i * gap / (1 + below))


def _checked(held: Values, forts: Values, p: Values) -> tuple[Floats, Floats, Floats]:
    """Return the three as float arrays, or say what is out of range."""
    i, n, chance = (np.asarray(each, dtype=np.float64) for each in (held, forts, p))
    if not np.all(n >= 1):
        raise BadInput(f"forts is {n.min():g}; a war needs 1 fort or more, such as 41")
    if not np.all((i >= 0) & (i <= n)):
        raise BadInput(f"held is {i.min():g} to {i.max():g}; it should lie between 0 and forts")
    if not np.all((chance > 0) & (chance < 1)):
        raise BadInput("p should lie strictly between 0 and 1, such as 0.52")
    return i, n, chance

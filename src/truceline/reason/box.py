"""A box of parameters, tried evenly: samples, corners, and how much each parameter matters.

A share of the box is a share of parameter combinations, all taken alike. It is not a probability
of anything in the world.
"""

from collections.abc import Callable
from itertools import product

import numpy as np
from numpy.typing import NDArray

from truceline.terms.errors import BadInput

Floats = NDArray[np.float64]
MOST_CORNERS = 16  # parameters; 2^16 corners take a tenth of a second


def spread(low: Floats, high: Floats, *, points: int, seed: int = 0) -> Floats:
    """Points that fill a box evenly: a Latin hypercube.

    Parameters
    ----------
    low, high : array (parameters)
        Ends of the ranges; low not above high.
    points : int
        Points wanted, 1 or more.
    seed : int, default 0
        Seed of the shuffling.

    Returns
    -------
    array (points, parameters)
        Every parameter's range is cut in `points` slices, and each slice is used once.

    Raises
    ------
    BadInput
        If a low end lies above its high end, or no point is wanted.

    References
    ----------
    McKay, M. D., Beckman, R. J. & Conover, W. J. (1979). A comparison of three methods for
    selecting values of input variables. *Technometrics* 21(2).

    Examples
    --------
    >>> found = spread(np.array([0.0]), np.array([4.0]), points=4)
    >>> np.sort(found[:, 0]).astype(int).tolist()
    [0, 1, 2, 3]
    """
    if points < 1:
        raise BadInput(f"points is {points}; a box is tried at 1 point or more, such as 4096")
    if np.any(low > high):
        raise BadInput("a range's low end lies above its high end; write low:high")
    rng = np.random.default_rng(seed)
    slices = np.argsort(rng.random((points, low.size)), axis=0)
    return np.asarray(low + (high - low) * (slices + rng.random((points, low.size))) / points)


def corners(low: Floats, high: Floats) -> Floats:
    """Every corner of a box; a range without width counts once.

    Parameters
    ----------
    low, high : array (parameters)
        Ends of the ranges, at most 16 of them with width.

    Returns
    -------
    array (corners, parameters)
        A function that only rises or only falls in each parameter alone has its extremes here.

    Raises
    ------
    BadInput
        If more than 16 ranges have width.

    Examples
    --------
    >>> corners(np.array([0.0, 5.0]), np.array([1.0, 5.0])).tolist()
    [[0.0, 5.0], [1.0, 5.0]]
    """
    ends = [(a,) if a == b else (a, b) for a, b in zip(low, high, strict=True)]
    wide = sum(len(each) == 2 for each in ends)
    if wide > MOST_CORNERS:
        raise BadInput(f"{wide} ranges have width; corners are tried for at most {MOST_CORNERS}")
    return np.array(list(product(*ends)), dtype=np.float64)


def total_indices(
    value: Callable[[Floats], Floats], low: Floats, high: Floats, *, points: int, seed: int = 0
) -> Floats:
    """The part of a function's variance over the box that each parameter has a hand in.

    Parameters
    ----------
    value : callable
        Takes points (n, parameters), gives values (n).
    low, high : array (parameters)
        Ends of the ranges.
    points : int
        Points tried for each parameter, 2 or more.
    seed : int, default 0
        Seed of the sampling.

    Returns
    -------
    array (parameters)
        Total Sobol indices by Jansen's estimator; 0 for all where the function does not vary.

    References
    ----------
    Jansen, M. J. W. (1999). Analysis of variance designs for model output. *Computer Physics
    Communications* 117; Saltelli, A. et al. (2010). *Computer Physics Communications* 181.

    Examples
    --------
    >>> ends = np.zeros(2), np.ones(2)
    >>> total_indices(lambda at: 3 * at[:, 0], *ends, points=500).round(1).tolist()
    [1.0, 0.0]
    """
    first = spread(low, high, points=points, seed=seed)
    second = spread(low, high, points=points, seed=seed + 1)
    base = value(first)
    variance = float(np.var(np.concatenate([base, value(second)])))
    found = np.zeros(low.size)
    for at in range(low.size):
        if high[at] > low[at] and variance > 0:
            mixed = first.copy()
            mixed[:, at] = second[:, at]
            found[at] = float(np.mean((base - value(mixed)) ** 2)) / (2 * variance)
    return found

"""A small maximiser: Newton's method with lower bounds, for smooth functions of a few numbers.

It needs gradient and Hessian and takes some ten evaluations where a quasi-Newton method takes
fifty, and it spares the core a dependence on scipy.
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from truceline.measure.laid import Bools, Floats

Judged = tuple[float, Floats, Floats]  # value, gradient, Hessian

_STEPS = 100
_HALVINGS = 40
_TOLERANCE = 1e-9  # of the value gained in a step, relative to its size
_UPHILL = 1e-4  # share of the promised gain that a step must bring (Armijo)


@dataclass(frozen=True, slots=True, eq=False)
class Top:
    """Where the search ended. `bound` marks numbers that stand on their lower bound."""

    at: Floats
    value: float
    hessian: Floats
    bound: Bools
    steps: int
    converged: bool


def maximum(
    judge: Callable[[Floats], Judged], start: Floats, lowest: Floats, *, steps: int = _STEPS
) -> Top:
    """Return a local maximum of a smooth function above lower bounds.

    Parameters
    ----------
    judge : callable
        Point to value, gradient and Hessian; a value of minus infinity is outside.
    start : array of float, shape (m,)
        Inside the bounds, where the value is finite.
    lowest : array of float, shape (m,)
        Lower bounds.
    steps : int, default 100
        At most so many.

    Returns
    -------
    Top
        With `converged` False where so many steps, or any step, did not do.

    Notes
    -----
    Numbers that stand on a bound and would go below it are held there; the others take a Newton
    step, with the Hessian's eigenvalues turned negative so that it leads uphill, cut back until
    the value rises. A local maximum is all that is promised: start in several places.

    References
    ----------
    Bertsekas, D. P. (1982). Projected Newton methods for optimization problems with simple
    constraints. *SIAM Journal on Control and Optimization* 20.

    Examples
    --------
    >>> def judge(x):
    ...     gap = x - np.array([2.0, -3.0])
    ...     return -float(gap @ gap), -2 * gap, -2 * np.eye(2)
    >>> found = maximum(judge, np.array([9.0, 9.0]), np.zeros(2))
    >>> found.at, found.bound, found.converged
    (array([2., 0.]), array([False,  True]), True)
    """
    at = np.maximum(start, lowest)
    value, slope, bend = judge(at)
    for step in range(1, steps + 1):
        bound = (at <= lowest) & (slope <= 0)
        way = _uphill(slope, bend, bound)
        moved = _moved(judge, (at, value, slope), way, lowest)
        gained = 0.0 if moved is None else moved[1][0] - value
        if moved is not None:
            at, (value, slope, bend) = moved
        if moved is None or gained <= _TOLERANCE * (1 + abs(value)) * 1e-3:
            free = ~bound
            flat = float(np.abs(way[free] * slope[free]).sum())
            done = flat <= _TOLERANCE * (1 + abs(value))
            if moved is None or done:
                return Top(at, value, bend, (at <= lowest) & (slope <= 0), step, done)
    return Top(at, value, bend, (at <= lowest) & (slope <= 0), steps, converged=False)


def _uphill(slope: Floats, bend: Floats, bound: Bools) -> Floats:
    """Newton's step of the free numbers, made to lead uphill."""
    way = np.zeros_like(slope)
    free = np.flatnonzero(~bound)
    if free.size:
        inner = bend[np.ix_(free, free)]
        bent = np.abs(np.diag(inner))
        # A number that nothing depends on has no curvature to be measured by, and keeps its own.
        scale = 1 / np.sqrt(np.where(bent > 1e-300, bent, 1.0))
        sizes, axes = np.linalg.eigh(inner * scale * scale[:, None])
        turned = np.maximum(np.abs(sizes), 1e-6)
        way[free] = scale * (axes @ ((axes.T @ (slope[free] * scale)) / turned))
    return way


def _moved(
    judge: Callable[[Floats], Judged], here: tuple[Floats, float, Floats], way: Floats,
    lowest: Floats,
) -> tuple[Floats, Judged] | None:  # fmt: skip
    """The first point along the way, cut back and kept above the bounds, that is high enough."""
    at, value, slope = here
    share = 1.0
    for _ in range(_HALVINGS):
        point = np.maximum(at + share * way, lowest)
        found = judge(point)
        if found[0] >= value + _UPHILL * float(slope @ (point - at)) and np.isfinite(found[0]):
            return point, found
        share /= 2
    return None

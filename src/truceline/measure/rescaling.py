"""Whether a Hawkes fit describes its events: waiting times rescaled by its own intensity."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import exp, sqrt

import numpy as np

from truceline.measure.hawkes_climb import Piece
from truceline.measure.hawkes_pass import compiled
from truceline.measure.laid import Floats, Ints

_TERMS = 101


@dataclass(frozen=True, slots=True)
class Fits:
    """Kolmogorov–Smirnov distance of rescaled waiting times from the exponential, and its p."""

    distance: float
    p: float


def waits(times: Floats, marks: Ints, receiver: int, theta: Floats) -> Floats:
    """Return a mark's waiting times in units of its own expected events (time rescaling).

    Parameters
    ----------
    times : array of float, shape (n,)
        Sorted.
    marks : array of int, shape (n,)
        0…k-1.
    receiver : int
        Whose waiting times.
    theta : array of float, shape (k + 2,)
        Base rate, branching ratios, decay rate.

    Returns
    -------
    array of float
        One number an event of the receiver; exponential with mean 1 if the model holds.

    Examples
    --------
    >>> waits(np.array([0.5, 1.5]), np.array([0, 0]), 0, np.array([2.0, 0.0, 1.0]))
    array([1., 2.])
    """
    _, _, rescaled = compiled()
    out = np.empty(int((marks == receiver).sum()))
    rescaled(times, marks, receiver, theta, out)
    return out


def waits_over(pieces: Sequence[Piece], receiver: int, theta: Floats) -> Floats:
    """Return a mark's rescaled waiting times in what is judged of several stretches.

    Parameters
    ----------
    pieces : sequence of (times, marks, begin, end)
        Stretches of one history, judged from `begin` on.
    receiver : int
        Whose waiting times.
    theta : array of float, shape (k + 2,)
        Base rate, branching ratios, decay rate.

    Returns
    -------
    array of float
        One number a judged event. A wait that a stretch cuts short goes on in the next: to count
        only those that end within their stretch would be to choose the short ones.

    Examples
    --------
    >>> piece = (np.array([0.5, 1.5]), np.array([0, 0]), 1.0, 2.0)
    >>> waits_over([piece, piece], 0, np.array([2.0, 0.0, 1.0]))
    array([1., 2.])
    """
    at, gone = [np.zeros(0)], 0.0
    for times, marks, begin, end in pieces:
        first = _expected(times, marks, begin, theta)
        own = times[marks == receiver]
        clock = np.cumsum(waits(times, marks, receiver, theta))
        at.append(clock[own >= begin] - first + gone)
        gone += _expected(times, marks, end, theta) - first
    return np.diff(np.concatenate(at), prepend=0.0)


def _expected(times: Floats, marks: Ints, moment: float, theta: Floats) -> float:
    """Events of the receiver that are expected up to a moment."""
    past = times < moment
    brought = theta[1 + marks[past]] * -np.expm1(-theta[-1] * (moment - times[past]))
    return float(theta[0] * moment + brought.sum())


def exponential_fit(rescaled: Sequence[float] | Floats) -> Fits:
    """Return how far waiting times lie from the exponential with mean 1.

    Parameters
    ----------
    rescaled : sequence of float
        0 or more, one at least.

    Returns
    -------
    Fits
        Distance 0…1, and the p of Kolmogorov's test.

    References
    ----------
    Stephens, M. A. (1970). Use of the Kolmogorov–Smirnov statistics without extensive tables.
    *JRSS B* 32. Brown, E. N. et al. (2002). The time-rescaling theorem. *Neural Computation* 14.

    Examples
    --------
    >>> places = (np.arange(100) + 0.5) / 100
    >>> found = exponential_fit(-np.log1p(-places))
    >>> round(found.distance, 3), round(found.p, 3)
    (0.005, 1.0)
    """
    places = np.sort(-np.expm1(-np.asarray(rescaled, dtype=np.float64)))
    n = places.size
    steps = np.arange(n)
    distance = float(max((places - steps / n).max(), ((steps + 1) / n - places).max()))
    wide = distance * (sqrt(n) + 0.12 + 0.11 / sqrt(n))
    if wide < 0.3:
        return Fits(distance, 1.0)
    tail = 2 * sum((-1) ** (j - 1) * exp(-2 * (j * wide) ** 2) for j in range(1, _TERMS))
    return Fits(distance, min(max(tail, 0.0), 1.0))

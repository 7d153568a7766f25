"""One pass over events for the Hawkes likelihood of one receiving mark: what numba compiles.

Plain Python that also runs uncompiled, slowly. numba is loaded when a fit is asked for, so that
nobody else waits for it.
"""

from collections.abc import Callable
from functools import cache
from math import exp, log
from typing import Any

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]


def likelihood(
    times: Floats, marks: Ints, end: float, receiver: int, theta: Floats, out: Floats
) -> float:
    """Return the log-likelihood of one receiver's events, and fill in gradient and Hessian.

    Parameters
    ----------
    times : array of float, shape (n,)
        Sorted, from 0; equal times do not excite each other.
    marks : array of int, shape (n,)
        0…k-1.
    end : float
        End of observation, not before the last event.
    receiver : int
        Whose intensity is judged.
    theta : array of float, shape (k + 2,)
        Base rate; branching ratios from each mark; decay rate.
    out : array of float, shape (k + 3, k + 2)
        Row 0 receives the gradient, the rest the Hessian.

    Returns
    -------
    float
        Minus infinity where an event has no intensity.

    Notes
    -----
    The rows of `past` are r, the decayed count of each mark's past events, and s and t, the same
    weighted by age and by age squared: dr/dβ = -s, ds/dβ = -t. The expected number of events needs
    them at the end alone.

    References
    ----------
    Ozaki, T. (1979). Maximum likelihood estimation of Hawkes' self-exciting point processes.
    *Annals of the Institute of Statistical Mathematics* 31.
    """
    k = theta.size - 2
    beta = theta[k + 1]
    past, fresh, count = np.zeros((3, k)), np.zeros(k), np.zeros(k)
    slope = np.zeros(k + 2)
    slope[0] = 1.0
    out[:] = 0.0
    total, last = 0.0, 0.0
    for each in range(times.size):
        gap = times[each] - last
        if gap > 0.0:
            _age(past, fresh, gap, beta)
            last = times[each]
        if marks[each] == receiver:
            rate, bend = _rate(past, theta, slope)
            if rate <= 0.0:
                return -np.inf
            total += log(rate)
            _score(past, slope, theta[k + 1], 1.0 / rate, out)
            out[2 + k, k + 1] += bend / rate
        fresh[marks[each]] += 1.0
        count[marks[each]] += 1.0
    _age(past, fresh, end - last, beta)
    return total - _expected(past, count, end, theta, out)


def _age(past: Floats, fresh: Floats, gap: float, beta: float) -> None:
    """Let the past decay over a gap, with what was new at its beginning."""
    fade = exp(-beta * gap)
    for j in range(fresh.size):
        here = past[0, j] + fresh[j]
        past[2, j] = fade * (past[2, j] + gap * (2.0 * past[1, j] + gap * here))
        past[1, j] = fade * (past[1, j] + gap * here)
        past[0, j] = fade * here
        fresh[j] = 0.0


def _rate(past: Floats, theta: Floats, slope: Floats) -> tuple[float, float]:
    """Intensity and its second derivative by the decay rate; fills in the first derivatives."""
    k = theta.size - 2
    beta, rate, steep, bend = theta[k + 1], theta[0], 0.0, 0.0
    for j in range(k):
        weight = theta[1 + j]
        slope[1 + j] = beta * past[0, j]
        rate += weight * slope[1 + j]
        steep += weight * (past[0, j] - beta * past[1, j])
        bend += weight * (beta * past[2, j] - 2.0 * past[1, j])
    slope[k + 1] = steep
    return rate, bend


def _score(past: Floats, slope: Floats, beta: float, part: float, out: Floats) -> None:
    """Add one event's part to the gradient and, below its diagonal, to the Hessian."""
    k = slope.size - 2
    for a in range(k + 2):
        scaled = slope[a] * part
        out[0, a] += scaled
        for b in range(a + 1):
            out[1 + a, b] -= scaled * slope[b] * part
    for j in range(k):
        out[2 + k, 1 + j] += (past[0, j] - beta * past[1, j]) * part


def _expected(past: Floats, count: Floats, end: float, theta: Floats, out: Floats) -> float:
    """Expected events of the receiver; takes its derivatives off and fills in the upper half."""
    k = theta.size - 2
    total = float(theta[0]) * end
    out[0, 0] -= end
    for j in range(k):
        weight = theta[1 + j]
        total += weight * (count[j] - past[0, j])
        out[0, 1 + j] -= count[j] - past[0, j]
        out[0, k + 1] -= weight * past[1, j]
        out[2 + k, 1 + j] -= past[1, j]
        out[2 + k, k + 1] += weight * past[2, j]
    for a in range(k + 2):
        for b in range(a):
            out[1 + b, a] = out[1 + a, b]
    return total


def value(times: Floats, marks: Ints, end: float, receiver: int, theta: Floats) -> float:
    """Return the log-likelihood of one receiver's events alone, faster than with derivatives.

    Parameters
    ----------
    times : array of float, shape (n,)
        Sorted, from 0.
    marks : array of int, shape (n,)
        0…k-1.
    end : float
        End of observation.
    receiver : int
        Whose intensity is judged.
    theta : array of float, shape (k + 2,)
        Base rate; branching ratios from each mark; decay rate.

    Returns
    -------
    float
        As `likelihood` gives it.
    """
    k = theta.size - 2
    base, beta = float(theta[0]), float(theta[k + 1])
    # One number holds what all marks' past adds to the rate, and one what waits at this instant.
    excited, fresh, ends = 0.0, 0.0, 0.0
    total, last = 0.0, 0.0
    for each in range(times.size):
        gap = times[each] - last
        if gap > 0.0:
            excited = exp(-beta * gap) * (excited + fresh)
            fresh = 0.0
            last = times[each]
        mark = marks[each]
        if mark == receiver:
            rate = base + excited
            if rate <= 0.0:
                return -np.inf
            total += log(rate)
        fresh += theta[1 + mark] * beta
        ends += theta[1 + mark]
    left = exp(-beta * (end - last)) * (excited + fresh) / beta
    return total - base * end - ends + left


def rescaled(times: Floats, marks: Ints, receiver: int, theta: Floats, out: Floats) -> int:
    """Fill in the receiver's waiting times in units of its own expected events; return how many.

    Parameters
    ----------
    times : array of float, shape (n,)
        Sorted, from 0.
    marks : array of int, shape (n,)
        0…k-1.
    receiver : int
        Whose intensity is integrated.
    theta : array of float, shape (k + 2,)
        As in `likelihood`.
    out : array of float
        Room for one number an event of the receiver.

    Returns
    -------
    int
        Numbers written. If the model holds they are exponential with mean 1.

    References
    ----------
    Papangelou, F. (1972). Integrability of expected increments of point processes. *Transactions
    of the American Mathematical Society* 165.
    """
    k = theta.size - 2
    base, beta = theta[0], theta[k + 1]
    excited, fresh = 0.0, 0.0  # what the past will still bring
    last, waited, made = 0.0, 0.0, 0
    for each in range(times.size):
        gap = times[each] - last
        if gap > 0.0:
            all_of_it = excited + fresh
            excited = exp(-beta * gap) * all_of_it
            waited += base * gap + all_of_it - excited
            fresh = 0.0
            last = times[each]
        if marks[each] == receiver:
            out[made] = waited
            made += 1
            waited = 0.0
        fresh += theta[1 + marks[each]]
    return made


@cache
def compiled() -> tuple[Callable[..., float], Callable[..., float], Callable[..., int]]:
    """Return `likelihood`, `value` and `rescaled` compiled by numba, once a process.

    Returns
    -------
    tuple of callable
        With the same arguments and results.

    Notes
    -----
    The compiled code is kept beside this file, or where numba can write; where it can write
    nowhere, it is compiled anew in every process, which takes some seconds.
    """
    from numba.extending import register_jitable  # noqa: PLC0415 - as numba

    for each in (_age, _rate, _score, _expected):
        register_jitable(each)

    return kept(likelihood), kept(value), kept(rescaled)


def kept(function: Callable[..., Any]) -> Any:
    """Return a function compiled, and kept on disk where numba finds a place for it.

    Parameters
    ----------
    function : callable
        Plain loops over arrays and numbers.

    Returns
    -------
    callable
        With the same arguments and result.
    """
    import numba  # noqa: PLC0415 - half a second that only a fit should cost

    try:
        return numba.njit(cache=True)(function)
    except RuntimeError:
        return numba.njit(function)

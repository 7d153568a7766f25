"""One pass over events for the Hawkes likelihood of all marks, where all have one decay rate."""

from collections.abc import Callable
from functools import cache
from math import exp, log

import numpy as np

from truceline.measure.hawkes_pass import kept
from truceline.measure.laid import Floats, Ints


def decays(times: Floats, beta: float) -> Floats:
    """Return what is left, at each event, of what an event just before it began.

    Parameters
    ----------
    times : array of float, shape (n,)
        Sorted, from 0.
    beta : float
        Decay rate, above 0.

    Returns
    -------
    array of float, shape (n,)
        From 0 to 1. All at once, because exponentials are cheaper by the row than one by one.

    Examples
    --------
    >>> decays(np.array([0.0, 0.0, np.log(2)]), 1.0)
    array([1. , 1. , 0.5])
    """
    made = np.empty_like(times)
    made[0] = -times[0]
    np.subtract(times[:-1], times[1:], out=made[1:])
    made *= beta
    return np.exp(made, out=made)


def together(times: Floats, marks: Ints, fades: Floats, end: float, theta: Floats) -> float:
    """Return the log-likelihood of all receivers, where all have one decay rate, in one pass.

    Parameters
    ----------
    times : array of float, shape (n,)
        Sorted, from 0.
    marks : array of int, shape (n,)
        0…k-1.
    fades : array of float, shape (n,)
        As `decays` gives them.
    end : float
        End of observation.
    theta : array of float, shape (k, k + 2)
        A row each receiver, with equal decay rates.

    Returns
    -------
    float
        The sum of `value` over receivers.
    """
    k, beta = theta.shape[0], theta[0, theta.shape[0] + 1]
    excited, fresh, count = np.zeros(k), np.zeros(k), np.zeros(k)
    boost, base = (theta[:, 1 : k + 1] * beta).T.copy(), theta[:, 0].copy()
    total, last, product = 0.0, 0.0, 1.0  # logs are dear: rates are multiplied while they fit
    for each in range(times.size):
        mark = marks[each]
        if times[each] > last:
            for i in range(k):
                excited[i] = fades[each] * (excited[i] + fresh[i])
                fresh[i] = 0.0
            last = times[each]
        rate = base[mark] + excited[mark]
        if rate <= 0.0:
            return -np.inf
        product *= rate
        if product > 1e100 or product < 1e-100:
            total += log(product)
            product = 1.0
        for i in range(k):
            fresh[i] += boost[mark, i]
        count[mark] += 1.0
    fade = exp(-beta * (end - last)) / beta
    for i in range(k):
        total -= theta[i, 0] * end - fade * (excited[i] + fresh[i])
        for j in range(k):
            total -= theta[i, 1 + j] * count[j]
    return total + log(product)


@cache
def compiled_together() -> Callable[..., float]:
    """Return `together` compiled by numba, once a process.

    Returns
    -------
    callable
        With the same arguments and result.
    """
    made: Callable[..., float] = kept(together)
    return made

"""One pass over events for the Hawkes likelihood of all marks, where all have one decay rate."""

from collections.abc import Callable
from functools import cache
from math import exp, log

import numpy as np

from truceline.measure.hawkes_pass import kept
from truceline.measure.laid import Floats, Ints


def together(times: Floats, marks: Ints, end: float, theta: Floats) -> float:
    """Return the log-likelihood of all receivers, where all have one decay rate, in one pass.

    Parameters
    ----------
    times : array of float, shape (n,)
        Sorted, from 0.
    marks : array of int, shape (n,)
        0…k-1.
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
    boost = theta[:, 1 : k + 1] * beta
    total, last, product = 0.0, 0.0, 1.0  # logs are dear: rates are multiplied while they fit
    for each in range(times.size):
        gap, mark = times[each] - last, marks[each]
        if gap > 0.0:
            fade = exp(-beta * gap)
            for i in range(k):
                excited[i] = fade * (excited[i] + fresh[i])
                fresh[i] = 0.0
            last = times[each]
        rate = theta[mark, 0] + excited[mark]
        if rate <= 0.0:
            return -np.inf
        product *= rate
        if product > 1e100 or product < 1e-100:
            total += log(product)
            product = 1.0
        for i in range(k):
            fresh[i] += boost[i, mark]
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

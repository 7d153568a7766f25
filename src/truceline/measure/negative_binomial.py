"""Counts that vary more than chance alone would have them: the negative binomial, in numpy."""

import numpy as np
from numpy.typing import ArrayLike

from truceline.measure.laid import Floats

LARGEST_SIZE = 1e4  # beyond this a negative binomial is a Poisson for any count of a war
_SHIFT = 8  # Stirling's series is exact to 1e-12 from here on
_STIRLING = (1 / 12, -1 / 360, 1 / 1260, -1 / 1680, 1 / 1188)


def log_gamma(x: ArrayLike) -> Floats:
    """Return the log of the gamma function.

    Parameters
    ----------
    x : array of float
        More than 0.

    Returns
    -------
    array of float
        Exact to about 1e-12.

    References
    ----------
    Abramowitz, M. & Stegun, I. (1964). *Handbook of Mathematical Functions*, 6.1.40.

    Examples
    --------
    >>> log_gamma([1.0, 5.0]).round(9) + 0.0
    array([0.        , 3.17805383])
    """
    given = np.atleast_1d(np.asarray(x, dtype=np.float64))
    small = given < _SHIFT
    z = np.where(small, given + _SHIFT, given)
    series = np.zeros_like(z)
    for coefficient in reversed(_STIRLING):
        series = series / z**2 + coefficient
    found = (z - 0.5) * np.log(z) - z + 0.5 * np.log(2 * np.pi) + series / z
    if small.any():
        low = given[small]
        product = np.ones_like(low)
        for step in range(_SHIFT):
            product *= low + step
        found[small] -= np.log(product)
    return np.asarray(found.reshape(np.shape(x)))


def log_likelihood(counts: ArrayLike, mean: ArrayLike, size: ArrayLike) -> Floats:
    """Return the log probability of counts, one by one.

    Parameters
    ----------
    counts : array of float
        0 or more.
    mean : array of float
        0 or more; broadcast against `counts`.
    size : array of float
        More than 0; the variance is mean + mean² / size. Infinite for a Poisson distribution.

    Returns
    -------
    array of float
        At a mean of 0, 0 for a count of 0 and minus infinity else.

    Notes
    -----
    Counts need not be whole: the gamma function stands for the factorial.

    References
    ----------
    Lawless, J. F. (1987). Negative binomial and mixed Poisson regression. *Canadian Journal of
    Statistics* 15.

    Examples
    --------
    >>> round(float(log_likelihood(3, 2.0, np.inf)), 4), round(float(log_likelihood(3, 2.0, 1)), 4)
    (-1.7123, -2.315)
    """
    x, mu, k = np.broadcast_arrays(
        *(np.asarray(each, dtype=np.float64) for each in (counts, mean, size))
    )
    with np.errstate(divide="ignore", invalid="ignore"):
        x_log_mu = np.where(x == 0, 0.0, x * np.log(mu))
        plain = x_log_mu - mu
        limit = np.where(np.isfinite(k), k, 1.0)
        mixed = (
            log_gamma(x + limit) - log_gamma(limit) - x * np.log(limit)
            + x_log_mu - (x + limit) * np.log1p(mu / limit)
        )  # fmt: skip
    found = np.where(np.isfinite(k), mixed, plain) - log_gamma(x + 1)
    return np.asarray(np.where((mu == 0) & (x == 0), 0.0, found))


def best_fit(total: ArrayLike, days: ArrayLike, size: float) -> Floats:
    """Return how well one level fits spans of days, up to what no level changes.

    Parameters
    ----------
    total : array of float
        Sum of the counts of each span, 0 or more.
    days : array of float
        Days with a report in each span, 0 or more.
    size : float
        The same for all spans, more than 0 and at most `LARGEST_SIZE`.

    Returns
    -------
    array of float
        Log likelihood at the best level, total / days, less a term that depends on the single
        counts alone, so that sums over two ways of cutting the same days can be compared.

    References
    ----------
    Lawless, J. F. (1987). Negative binomial and mixed Poisson regression. *Canadian Journal of
    Statistics* 15.

    Examples
    --------
    >>> gain = best_fit(2, 10, 5.0) + best_fit(20, 10, 5.0) - best_fit(22, 20, 5.0)
    >>> round(float(gain), 3)
    7.215
    """
    sums = np.asarray(total, dtype=np.float64)
    spans = np.asarray(days, dtype=np.float64)
    base = size * spans
    found = x_log_x(sums)
    found = found - x_log_x(sums + base)
    return np.asarray(found + x_log_x(base))


def x_log_x(x: ArrayLike) -> Floats:
    """Return x log x, 0 at 0, with no more arrays than the answer: they are long.

    Parameters
    ----------
    x : array of float
        0 or more.

    Returns
    -------
    array of float
        Of the same shape.

    Examples
    --------
    >>> x_log_x([0.0, 1.0]) + 0.0
    array([0., 0.])
    """
    given = np.asarray(x, dtype=np.float64)
    found = np.maximum(given, 1e-300)
    found = np.log(found, out=found) if found.ndim else np.log(found)
    found *= given
    return np.asarray(found)

"""How a series of counts swings where its level does not change: noise, memory, chance.

A break must be told from a tempo that rises and falls by itself. Both are read here from the
differences between days near each other, which a few breaks hardly touch.
"""

from collections.abc import Sequence

import numpy as np
from numpy.random import Generator

from truceline.measure.laid import Bools, Floats
from truceline.measure.swings import Tempo, autoregression, corrected, fitted
from truceline.terms.errors import TooFewData

LONGEST_LAG = 42  # days; a tempo slower than this cannot be told from a change of level
MANY = 20.0  # counts a step from which normal numbers stand for counts in made-up series
OUTLYING = 8.0  # median deviations above the median stretch
MILD = 0.3  # daily variance up to which a normal number is hardly ever below zero
THRICE = 3.0  # and this many times the median stretch
FEWEST = 24  # counts with a report
_LAGS = np.array([1, 2, 3, 4, 5, 6, 7, 8, 10, 12, 14, 17, 21, 25, 30, 35, 42])


def tempo(values: Floats) -> Tempo:
    """Return how a series of counts swings around its level, breaks left aside.

    Parameters
    ----------
    values : array of float, shape (steps,)
        Counts, 0 or more; missing steps are NaN.

    Returns
    -------
    Tempo
        All parts 0 or more.

    Raises
    ------
    TooFewData
        If fewer than 24 steps have a report, or all reports are zero.

    Notes
    -----
    Fits daily + slow (1 − persistenceʰ) to half the mean squared difference of counts h steps
    apart, Poisson chance taken off, relative to the level around. A break of the level enters only
    the pairs that span it. A trend enters all; over 42 days that is little.

    References
    ----------
    Matheron, G. (1963). Principles of geostatistics. *Economic Geology* 58 (the variogram).
    Chakar, S., Lebarbier, E., Lévy-Leduc, C. & Robin, S. (2017). A robust approach for estimating
    change-points in the mean of an AR(1) process. *Bernoulli* 23 (differences, not deviations).

    Examples
    --------
    >>> counts = np.random.default_rng(1).poisson(50, 900).astype(float)
    >>> tempo(counts).slow < 0.02
    True
    """
    reported = np.isfinite(values)
    if int(reported.sum()) < FEWEST:
        raise TooFewData(f"{int(reported.sum())} steps have a report; {FEWEST} are needed")
    if not (values[reported] > 0).any():
        raise TooFewData("every report is zero; a level of zero has no swings to measure")
    return _read(values[None, :])[0]


def drawn(rows: Sequence[Tempo], level: Floats, rng: Generator) -> Floats:
    """Return made-up counts that swing as told around a given level.

    Parameters
    ----------
    rows : sequence of Tempo
        How each series swings, one a row.
    level : array of float, shape (steps,)
        Mean count of each step, 0 or more.
    rng : numpy.random.Generator
        Chance, from the caller.

    Returns
    -------
    array of float, shape (rows, steps)
        Poisson counts around a gamma-noisy, log-autoregressive rate whose mean is `level`. Where
        every level is 20 or more and daily noise is mild, normal numbers with the same mean and
        variance stand for the counts: they are read in sums over weeks, and cost a tenth.

    References
    ----------
    Zeger, S. (1988). A regression model for time series of counts. *Biometrika* 75.

    Examples
    --------
    >>> made = drawn([Tempo(0.1, 0.0, 0.0)] * 4, np.full(500, 20.0), np.random.default_rng(1))
    >>> made.shape, bool(19 < made.mean() < 21)
    ((4, 500), True)
    """
    rate = np.broadcast_to(level, (len(rows), level.size)).copy()
    variance = np.log1p(np.array([each.slow for each in rows]))
    if variance.any():
        slow = autoregression(np.array([each.persistence for each in rows]), level.size, rng)
        rate *= np.exp(slow * np.sqrt(variance)[:, None] - variance[:, None] / 2)
    daily = np.array([each.daily for each in rows])[:, None]
    if level.min() >= MANY and daily.max() <= MILD:
        spread = np.sqrt(rate + daily * rate**2)
        return np.asarray(rate + spread * rng.standard_normal(rate.shape))
    # A shape of 1e6 is no noise: rows with and without a daily part are drawn in one call.
    shape = 1 / np.maximum(daily, 1e-6)
    noisy = rate * rng.standard_gamma(shape, rate.shape) / shape
    return np.asarray(rng.poisson(noisy), dtype=np.float64)


def as_uncertain(values: Floats, swings: Tempo, rng: Generator, times: int = 60) -> list[Tempo]:
    """Return tempos as far from the one found as that one may be from the truth.

    Parameters
    ----------
    values : array of float, shape (steps,)
        The counts that `swings` were read from.
    swings : Tempo
        As `tempo` returned it.
    rng : numpy.random.Generator
        Chance, from the caller.
    times : int, default 60
        How many.

    Returns
    -------
    list of Tempo
        Read anew from made-up series without a break, with the same days missing, and corrected
        for what such a reading loses.

    References
    ----------
    Efron, B. & Tibshirani, R. (1993). *An Introduction to the Bootstrap*, chapter 6.

    Examples
    --------
    >>> rng = np.random.default_rng(1)
    >>> counts = rng.poisson(50, 400).astype(float)
    >>> len(as_uncertain(counts, tempo(counts), rng, times=3))
    3
    """
    reported = np.isfinite(values)
    level = np.full(values.size, float(values[reported].mean()))
    made = drawn([swings] * times, level, rng)
    made[:, ~reported] = np.nan
    return corrected(_read(made), swings)


def _read(rows: Floats) -> list[Tempo]:
    """How each row swings; the same steps are missing in all."""
    longest = max(4, min(LONGEST_LAG, rows.shape[1] // 8))
    level = _around(rows, longest)
    lags = _LAGS[longest >= _LAGS]
    halves = np.stack([_halves(rows, level, int(lag), longest) for lag in lags], axis=1)
    found = []
    for row in halves:
        known = np.isfinite(row)
        # A row of zeros alone has nothing to be read.
        found.append(fitted(lags[known], row[known]) if known.any() else Tempo(0.0, 0.0, 0.3))
    return found


def _around(rows: Floats, reach: int) -> Floats:
    """Mean of the reports within `reach` steps of each step."""
    reported = np.isfinite(rows)
    start = np.zeros((len(rows), 1))
    sums = np.concatenate((start, np.cumsum(np.where(reported, rows, 0.0), axis=1)), axis=1)
    counts = np.concatenate((start, np.cumsum(reported, axis=1)), axis=1)
    steps = np.arange(rows.shape[1])
    first = np.maximum(steps - reach, 0)
    stop = np.minimum(steps + reach + 1, rows.shape[1])
    held = counts[:, stop] - counts[:, first]
    return np.asarray((sums[:, stop] - sums[:, first]) / np.maximum(held, 1))


def _halves(rows: Floats, level: Floats, lag: int, longest: int) -> Floats:
    """Half the mean squared relative difference at one lag, without Poisson chance, by row."""
    one, two = rows[:, :-lag], rows[:, lag:]
    below = level[:, :-lag] * level[:, lag:]
    fine = np.isfinite(one) & np.isfinite(two) & (below > 0)
    below = np.where(fine, below, 1.0)
    # A ratio of sums: weighting by the level keeps a few near-empty stretches from deciding.
    weight = fine / (1 + 1 / np.sqrt(below))
    above = np.where(fine, ((one - two) ** 2 - one - two) / below, 0.0)
    starts = np.arange(0, one.shape[1], 2 * longest)
    sums = np.add.reduceat(weight * above, starts, axis=1)
    held = np.add.reduceat(weight, starts, axis=1)
    empty = held <= 0
    parts = np.where(empty, 0.0, sums) / np.where(empty, 1.0, held)
    # A stretch that holds a break stands out from the others: it is left out.
    middle = _medians(parts, empty)
    spread = OUTLYING * _medians(np.abs(parts - middle), empty)
    usual = ~empty & (parts <= np.maximum(middle + spread, THRICE * middle) + 1e-9)
    total = (held * usual).sum(axis=1)
    right = (sums * usual).sum(axis=1) / np.where(total > 0, total, 1.0) / 2
    return np.asarray(np.where(total > 0, right, np.nan))


def _medians(parts: Floats, empty: Bools) -> Floats:
    """Median of each row's entries that are not empty, as a column."""
    ordered = np.sort(np.where(empty, np.inf, parts), axis=1)
    counts = np.maximum((~empty).sum(axis=1), 1)
    at = np.arange(len(parts))
    return np.asarray((ordered[at, (counts - 1) // 2] + ordered[at, counts // 2]) / 2)[:, None]

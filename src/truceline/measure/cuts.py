"""The best cuts of a series of counts into spans of one level each, and what they gain."""

from collections.abc import Sequence

import numpy as np

from truceline.measure.laid import Floats, Ints
from truceline.measure.negative_binomial import best_fit


def cuts(values: Floats, *, size: float, penalty: float, shortest: int) -> tuple[int, ...]:
    """Return the cuts with the highest likelihood less the penalty for each, exactly.

    Parameters
    ----------
    values : array of float, shape (steps,)
        Counts, 0 or more; missing steps are NaN.
    size : float
        Of the negative binomial, the same for all spans.
    penalty : float
        What a further cut must add to the log likelihood, 0 or more.
    shortest : int
        Fewest steps in a span, 1 or more.

    Returns
    -------
    tuple of int
        First steps of the new spans, in order.

    Notes
    -----
    Dynamic programming over all cuts. A start is dropped once a later one is at least as good
    without paying the penalty, but only from the step on at which that later one may be used, so
    that the shortest span does not make the answer inexact.

    References
    ----------
    Killick, R., Fearnhead, P. & Eckley, I. (2012). Optimal detection of changepoints with a linear
    computational cost. *JASA* 107.

    Examples
    --------
    >>> cuts(np.repeat([3.0, 30.0], 40), size=100.0, penalty=8.0, shortest=5)
    (40,)
    """
    sums, days = _running(values)
    steps = values.size
    best = np.full(steps + 1, -np.inf)
    best[0] = -0.0
    last = np.zeros(steps + 1, dtype=np.int64)
    starts = np.array([0], dtype=np.int64)
    leave = np.full(steps + 1, steps + 1, dtype=np.int64)
    # No span is shorter than `shortest`, so none begins and ends within as many stops: they are
    # judged together.
    for first in range(shortest, steps + 1, shortest):
        stops = np.arange(first, min(first + shortest, steps + 1))
        starts = np.append(starts, np.arange(max(first, 2 * shortest), stops[-1] + 1) - shortest)
        total = sums[stops, None] - sums[starts]
        fit = best[starts] + best_fit(total, days[stops, None] - days[starts], size)
        able = starts <= stops[:, None] - shortest
        fit[~able] = -np.inf
        which = np.argmax(fit, axis=1)
        best[stops], last[stops] = fit[np.arange(stops.size), which] - penalty, starts[which]
        worse = able & (fit < best[stops, None])
        dropped = np.where(worse.any(axis=0), stops[worse.argmax(axis=0)], steps + 1) + shortest
        leave[starts] = np.minimum(leave[starts], dropped)
        starts = starts[leave[starts] > stops[-1] + 1]
    found: list[int] = []
    at = int(last[steps])
    while at > 0:
        found.append(at)
        at = int(last[at])
    return tuple(reversed(found))


def single_gains(rows: Floats, size: float, shortest: int) -> tuple[Floats, Ints]:
    """Return what the best single cut of each series adds, and where it stands.

    Parameters
    ----------
    rows : array of float, shape (series, steps)
        Counts; missing steps are NaN.
    size : float
        Of the negative binomial.
    shortest : int
        Fewest steps on either side.

    Returns
    -------
    gains : array of float, shape (series,)
        In log likelihood, 0 or more.
    at : array of int, shape (series,)
        First steps of the second spans.

    Examples
    --------
    >>> single_gains(np.repeat([[3.0, 30.0]], 40, axis=1), 100.0, 5)[1]
    array([40])
    """
    reported = np.isfinite(rows)
    # The same days are missing in all made-up rows, as in the series they stand for.
    days = np.cumsum(reported[0], dtype=np.float64)
    sums = np.cumsum(np.where(reported, rows, 0.0), axis=1)
    places = np.arange(shortest - 1, rows.shape[1] - shortest)
    left, count = sums[:, places], days[places]
    gains = best_fit(left, count, size)
    gains += best_fit(sums[:, -1:] - left, days[-1] - count, size)
    gains -= best_fit(sums[:, -1:], days[-1], size)
    which = np.argmax(gains, axis=1)
    return gains[np.arange(len(rows)), which], places[which] + 1


def trend_gain(values: Floats, size: float) -> float:
    """Return what a straight trend of the log level adds to the log likelihood of one level.

    Parameters
    ----------
    values : array of float, shape (steps,)
        Counts; missing steps are NaN.
    size : float
        Of the negative binomial.

    Returns
    -------
    float
        0 or more.

    References
    ----------
    Lawless, J. F. (1987). Negative binomial and mixed Poisson regression. *Canadian Journal of
    Statistics* 15.

    Examples
    --------
    >>> round(trend_gain(np.array([5.0, 5.0, 5.0, 5.0]), 10.0), 6)
    0.0
    """
    at = np.flatnonzero(np.isfinite(values))
    counts = values[at]
    design = np.column_stack((np.ones(at.size), (at - at.mean()) / max(at.std(), 1.0)))
    beta = np.array([np.log(max(counts.mean(), 1e-9)), 0.0])
    first = fitted = _fit_at(counts, np.exp(design @ beta), size)
    for _ in range(30):
        mean = np.exp(design @ beta)
        weight = mean / (1 + mean / size)
        score = design.T @ ((counts - mean) / (1 + mean / size))
        step = np.linalg.solve(design.T @ (design * weight[:, None]), score)
        moved = beta + np.clip(step, -1, 1)
        now = _fit_at(counts, np.exp(design @ moved), size)
        if now <= fitted + 1e-9:
            break
        beta, fitted = moved, now
    return max(fitted - first, 0.0)


def total_gain(spans: Sequence[Floats], size: float) -> float:
    """Return what the cuts between spans add to the log likelihood of one level.

    Parameters
    ----------
    spans : sequence of arrays of float
        Counts of each span; missing steps are NaN.
    size : float
        Of the negative binomial.

    Returns
    -------
    float
        0 or more.

    Examples
    --------
    >>> round(total_gain([np.full(10, 0.2), np.full(10, 2.0)], 5.0), 3)
    7.215
    """
    sums = np.array([np.nansum(each) for each in spans])
    days = np.array([np.isfinite(each).sum() for each in spans])
    return float(best_fit(sums, days, size).sum() - best_fit(sums.sum(), days.sum(), size))


def _running(values: Floats) -> tuple[Floats, Floats]:
    """Running sums of counts and of days with a report, from 0."""
    reported = np.isfinite(values)
    sums = np.concatenate(([0.0], np.cumsum(np.where(reported, values, 0.0))))
    return sums, np.concatenate(([0.0], np.cumsum(reported, dtype=np.float64)))


def _fit_at(counts: Floats, mean: Floats, size: float) -> float:
    """Log likelihood at given means, up to what the counts alone decide."""
    return float((counts * np.log(mean) - (counts + size) * np.log1p(mean / size)).sum())

"""Days on which the level of a series of counts changes, each with its interval.

The cost of a span is its negative-binomial likelihood at the best level. What a further break must
gain is set by made-up series without a break that swing as this one does.
"""

from dataclasses import dataclass
from itertools import pairwise
from statistics import NormalDist

import numpy as np
from numpy.random import Generator

from truceline.measure.cuts import cuts, single_gains, total_gain, trend_gain
from truceline.measure.laid import Floats
from truceline.measure.swings import Tempo
from truceline.measure.tempo import as_uncertain, drawn, tempo
from truceline.terms.errors import BadInput, TooFewData

# A quantile of .95 let 8 or 9 % of series with a memory of days through, since swings are read with
# error; .97 brings them near 5 % and those without memory below it (phases_calibration.md).
QUANTILE = 0.97
LEVEL = 0.95
TRIALS = 199


@dataclass(frozen=True, slots=True)
class Break:
    """A change of level: `at` is the first step of the new level, within `low`…`high`.

    `before` and `after` are the levels, `least` and `most` the ends of the interval of their ratio;
    None where a level is zero.
    """

    at: int
    low: int
    high: int
    before: float
    after: float
    least: float | None = None
    most: float | None = None


@dataclass(frozen=True, slots=True)
class Breaks:
    """All breaks of one series, in order, and what stood behind them.

    `penalty` is what a break must add to the log likelihood; `gain` is what all breaks added, and
    `trend_gain` what a straight trend of the log level adds instead. `single` is what the best one
    break adds.
    """

    found: tuple[Break, ...]
    penalty: float
    gain: float
    single: float
    trend_gain: float
    tempo: Tempo


def change_points(
    values: Floats, *, shortest: int = 28, rng: Generator, trials: int = TRIALS
) -> Breaks:
    """Return where the level of counts changes, with intervals.

    Parameters
    ----------
    values : array of float, shape (steps,)
        Counts, 0 or more, day by day or coarser; missing steps are NaN.
    shortest : int, default 28
        Fewest steps between two breaks and at both ends; 2 or more.
    rng : numpy.random.Generator
        Chance, from the caller.
    trials : int, default 199
        Made-up series for the penalty, and for each interval.

    Returns
    -------
    Breaks
        With none where no cut gains more than the penalty.

    Raises
    ------
    BadInput
        If a count is negative or infinite, or `shortest` is below 2.
    TooFewData
        If the series is shorter than two spans, constant, or has fewer than 24 reports.

    Notes
    -----
    Assumes levels that jump. A trend is told as steps: compare `gain` with `trend_gain`. A tempo
    slower than six weeks cannot be told from a change of level. Intervals hold the break found and
    its two neighbours fixed.

    References
    ----------
    Killick, R., Fearnhead, P. & Eckley, I. (2012). Optimal detection of changepoints with a linear
    computational cost. *JASA* 107. Hušková, M. & Kirch, C. (2008). Bootstrapping confidence
    intervals for the change-point of time series. *Journal of Time Series Analysis* 29.

    Examples
    --------
    >>> rng = np.random.default_rng(1)
    >>> counts = np.concatenate([rng.poisson(20, 200), rng.poisson(40, 200)]).astype(float)
    >>> found = change_points(counts, rng=rng)
    >>> [abs(each.at - 200) < 5 for each in found.found]
    [True]
    """
    _refuse(values, shortest)
    swings = tempo(values)
    reported = np.isfinite(values)
    level = np.full(values.size, float(values[reported].mean()))
    perhaps = as_uncertain(values, swings, rng)
    blanks = drawn([perhaps[each % len(perhaps)] for each in range(trials)], level, rng)
    blanks[:, ~reported] = np.nan
    penalty = float(np.quantile(single_gains(blanks, swings.size, shortest)[0], QUANTILE))
    at = cuts(values, size=swings.size, penalty=penalty, shortest=shortest)
    edges = (0, *at, values.size)
    spans = [values[one:two] for one, two in pairwise(edges)]
    means = [float(np.nanmean(each)) if np.isfinite(each).any() else 0.0 for each in spans]
    found = tuple(
        _with_interval(
            values[edges[each] : edges[each + 2]], edges[each], at[each], means[each : each + 2],
            _How(swings, shortest, trials, rng),
        )
        for each in range(len(at))
    )  # fmt: skip
    single = float(single_gains(values[None, :], swings.size, shortest)[0][0])
    return Breaks(
        found, penalty, total_gain(spans, swings.size), single,
        trend_gain(values, swings.size), swings,
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class _How:
    """How an interval is drawn."""

    tempo: Tempo
    shortest: int
    trials: int
    rng: Generator


def _with_interval(values: Floats, start: int, at: int, means: list[float], how: _How) -> Break:
    """The interval of one break, from made-up spans with the same two levels."""
    here = at - start
    level = np.where(np.arange(values.size) < here, means[0], means[1])
    made = drawn([how.tempo] * how.trials, level, how.rng)
    made[:, ~np.isfinite(values)] = np.nan
    off = single_gains(made, how.tempo.size, how.shortest)[1] - here
    below, above = np.quantile(off, [(1 - LEVEL) / 2, (1 + LEVEL) / 2], method="inverted_cdf")
    low = max(at - int(max(above, 0)), start + 1)
    high = min(at - int(min(below, 0)), start + values.size - 1)
    least, most = _ratio_ends(values[:here], values[here:], how.tempo)
    return Break(at, low, high, means[0], means[1], least, most)


def _ratio_ends(one: Floats, two: Floats, swings: Tempo) -> tuple[float | None, float | None]:
    """Ends of the interval of the ratio of two levels, by their long-run variances."""
    total, lasting = 0.0, (1 + swings.persistence) / (1 - swings.persistence)
    means = [float(np.nanmean(part)) for part in (one, two)]
    if min(means) <= 0:
        return None, None
    for part, mean in zip((one, two), means, strict=True):
        days = int(np.isfinite(part).sum())
        # A slow swing averages out no better than over the whole span.
        slow = swings.slow * min(lasting / days, 1.0)
        total += (1 / mean + swings.daily) / days + slow
    half = float(NormalDist().inv_cdf((1 + LEVEL) / 2) * np.sqrt(total))
    ratio = means[1] / means[0]
    return float(ratio * np.exp(-half)), float(ratio * np.exp(half))


def _refuse(values: Floats, shortest: int) -> None:
    """Say what cannot be cut."""
    known = values[np.isfinite(values)]
    if np.isinf(values).any() or (known < 0).any():
        raise BadInput("a count is negative or infinite; give counts of 0 or more")
    if shortest < 2:
        raise BadInput(f"shortest is {shortest}; give 2 or more steps")
    if values.size < 2 * shortest:
        raise TooFewData(f"{values.size} steps; two spans of {shortest} are needed for one break")
    if known.size and known.min() == known.max():
        raise TooFewData("the series is constant; there is nothing to cut")

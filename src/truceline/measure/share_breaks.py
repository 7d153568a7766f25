"""Weeks at which a share of counts changes, each with its interval.

The likelihood is that of counts out of counts; what a cut must gain is set by made-up shares
without a break, of the same counts, that swing as this one does.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import numpy as np
from numpy.random import Generator

from truceline.measure.laid import Floats
from truceline.measure.negative_binomial import x_log_x
from truceline.measure.share_swings import as_uncertain, share_swings, shares_drawn
from truceline.measure.swings import Tempo
from truceline.terms.errors import BadInput, TooFewData

QUANTILE = 0.90  # swings are spread by their error: .90 gives about .05 (phases_calibration.md)
SHORTEST = 8  # weeks between two cuts and at both ends
FEWEST_WEEKS = 26  # weeks with a count; half a year
FEWEST = 60  # counts in all
FEWEST_EACH = 5  # of either kind
LEVEL = 0.95
LEAST_SIDE = 10  # counts on either side of a cut
MARGIN = 2.0  # log likelihood: a cut chooses its week beside what a line chooses
TRIALS = 199


@dataclass(frozen=True, slots=True)
class ShareBreak:
    """A change of the share: `at` is the first week of the new level, within `low`…`high`.

    `least` and `most` are the ends of the interval of the ratio of shares, `down` and `up` those of
    their difference; the ratio's are None where a share may be zero.
    """

    at: int
    low: int
    high: int
    before: float
    after: float
    least: float | None
    most: float | None
    down: float
    up: float


@dataclass(frozen=True, slots=True)
class ShareBreaks:
    """All breaks of one share, and what stood behind them.

    `penalty` is what a break must gain, `gain` what all of them gain, `single` what the best alone
    does, `trend_gain` what a straight line of the log odds does. `power` is how often a rise to
    `rise` times the share half way would be found.
    """

    found: tuple[ShareBreak, ...]
    penalty: float
    gain: float
    single: float
    trend_gain: float
    power: float
    swings: Tempo

    @property
    def is_a_trend(self) -> bool:
        """Whether a straight trend fits about as well as the best cut alone."""
        return self.trend_gain > self.single - MARGIN


def share_breaks(part: Floats, whole: Floats, *, rng: Generator, rise: float = 1.5) -> ShareBreaks:
    """Return where the share of a part in a whole changes, with intervals.

    Parameters
    ----------
    part, whole : array of float, shape (weeks,)
        Counts a week, the part at most the whole; a week with a whole of 0 says nothing.
    rng : numpy.random.Generator
        Chance, from the caller.
    rise : float, default 1.5
        The rise of the share whose detection is asked for; above 1.

    Returns
    -------
    ShareBreaks
        With none where no cut gains more than the penalty. Spans on both sides of a cut are cut
        again by the same penalty.

    Raises
    ------
    BadInput
        If a part is larger than its whole, a count negative or infinite, or `rise` not above 1.
    TooFewData
        If fewer than 26 weeks have a count, or there are fewer than 60 counts or 5 of either kind.

    Notes
    -----
    Assumes a share that jumps. A trend is told as steps: compare `gain` with `trend_gain`. A swing
    slower than twelve weeks cannot be told from a change of level.

    References
    ----------
    Vostrikova, L. (1981). Detecting "disorder" in multidimensional random processes. *Soviet
    Mathematics Doklady* 24. Hušková, M. & Kirch, C. (2008). Bootstrapping confidence intervals for
    the change-point of time series. *Journal of Time Series Analysis* 29.

    Examples
    --------
    >>> rng = np.random.default_rng(1)
    >>> whole = rng.poisson(20, 80).astype(float)
    >>> part = rng.binomial(whole.astype(int), np.where(np.arange(80) < 50, 0.2, 0.5)).astype(float)
    >>> made = share_breaks(part, whole, rng=rng)
    >>> [abs(each.at - 50) <= 2 for each in made.found]
    [True]
    """
    _refuse(part, whole, rise)
    swings = share_swings(part, whole)
    perhaps = as_uncertain(part, whole, swings, rng)
    rows = [perhaps[each % len(perhaps)] for each in range(TRIALS)]
    share = float(part.sum() / whole.sum())
    blanks = shares_drawn(rows, np.full(part.size, share), whole, rng)
    penalty = float(np.quantile(gains(blanks, whole).max(axis=1), QUANTILE))
    edges = [0, *_split(part, whole, 0, penalty), part.size]
    found = tuple(
        _dated(part[one:two], whole[one:two], _Here(middle - one, one, swings, rng))
        for one, middle, two in zip(edges, edges[1:], edges[2:], strict=False)
    )
    fits = sum(_fit(part[one:two].sum(), whole[one:two].sum()) for one, two in pairwise(edges))
    return ShareBreaks(
        found, penalty, float(fits - _fit(part.sum(), whole.sum())),
        float(gains(part[None, :], whole).max()), trend_gain(part, whole),
        _power(rows, share * _halves(part.size, rise), whole, penalty, rng), swings,
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Here:
    """Where a break stands in its span, where the span begins, and how the share swings."""

    at: int
    start: int
    swings: Tempo
    rng: Generator


def _split(part: Floats, whole: Floats, start: int, penalty: float) -> list[int]:
    """Cuts of a span and of the spans on both their sides, best first, in order."""
    if part.size < 2 * SHORTEST:
        return []
    gain = gains(part[None, :], whole)[0]
    at = int(gain.argmax())
    if not gain[at] > penalty:
        return []
    early = _split(part[:at], whole[:at], start, penalty)
    return [*early, start + at, *_split(part[at:], whole[at:], start + at, penalty)]


def gains(parts: Floats, whole: Floats) -> Floats:
    """Return what a cut before each week gains in log likelihood, row by row.

    Parameters
    ----------
    parts : array of float, shape (rows, weeks)
        Counts of the part.
    whole : array of float, shape (weeks,)
        Counts of which they are a part.

    Returns
    -------
    array of float, shape (rows, weeks)
        Minus infinity where a side would be shorter than 8 weeks or hold fewer than 10 counts.
    """
    k, n = parts.cumsum(axis=1), whole.cumsum()
    before_k, before_n = k[:, :-1], n[:-1]
    after_k, after_n = k[:, -1:] - before_k, n[-1] - before_n
    week = np.arange(1, whole.size)
    able = (week >= SHORTEST) & (week <= whole.size - SHORTEST)
    able &= (before_n >= LEAST_SIDE) & (after_n >= LEAST_SIDE)
    gain = _fit(before_k, before_n) + _fit(after_k, after_n) - _fit(k[:, -1:], n[-1])
    found = np.full(parts.shape, -np.inf)
    found[:, 1:] = np.where(able, gain, -np.inf)
    return found


def trend_gain(part: Floats, whole: Floats) -> float:
    """Return what a straight line of the log odds over the weeks gains in log likelihood.

    Parameters
    ----------
    part, whole : array of float, shape (weeks,)
        Counts.

    Returns
    -------
    float
        0 or more.
    """
    week = np.linspace(-1, 1, part.size)
    share = part.sum() / whole.sum()
    odds, slope = float(np.log(share / (1 - share))), 0.0
    for _ in range(25):
        chance = 1 / (1 + np.exp(-(odds + slope * week)))
        weight = whole * chance * (1 - chance)
        off = part - whole * chance
        one, two, three = weight.sum(), (weight * week).sum(), (weight * week**2).sum()
        below = max(one * three - two**2, 1e-12)
        right, left = off.sum(), (off * week).sum()
        odds += float(np.clip((three * right - two * left) / below, -2, 2))
        slope += float(np.clip((one * left - two * right) / below, -2, 2))
    line = odds + slope * week
    fit = float((part * line - whole * np.logaddexp(0, line)).sum())
    return max(fit - float(_fit(part.sum(), whole.sum())), 0.0)


def _fit(part: Any, whole: Any) -> Any:
    """Log likelihood of a part at its own share, up to what the counts alone decide."""
    rest = whole - part
    return x_log_x(part) + x_log_x(rest) - x_log_x(whole)


def _dated(part: Floats, whole: Floats, here: _Here) -> ShareBreak:
    """Intervals of one break, from made-up spans with the same two levels and swings."""
    at, tails = here.at, [(1 - LEVEL) / 2, (1 + LEVEL) / 2]
    sides = (slice(0, at), slice(at, None))
    before, after = (float(part[each].sum() / whole[each].sum()) for each in sides)
    # A level of nought or one would never vary: half a count stands for what was not seen.
    held = [(part[each].sum() + 0.5) / (whole[each].sum() + 1) for each in sides]
    level = np.where(np.arange(part.size) < at, *held)
    made = shares_drawn([here.swings] * TRIALS, level, whole, here.rng)
    off = gains(made, whole).argmax(axis=1) - at
    below, above = np.quantile(off, tails, method="inverted_cdf")
    one, two = ((made[:, each].sum(axis=1) + 0.5) / (whole[each].sum() + 1) for each in sides)
    # Basic bootstrap: what the draws miss their own levels by, turned round.
    down, up = (held[1] - held[0]) * 2 - np.quantile(two - one, tails[::-1])
    least = most = None
    if before > 0:
        ends = np.log(held[1] / held[0]) * 2 - np.quantile(np.log(two / one), tails[::-1])
        least, most = (float(each) for each in np.exp(ends))
    return ShareBreak(
        here.start + at, here.start + max(at - max(int(above), 0), 1),
        here.start + min(at - min(int(below), 0), part.size - 1), before, after, least, most,
        float(down), float(up),
    )  # fmt: skip


def _halves(weeks: int, rise: float) -> Floats:
    """Factors of a rise half way that leaves the mean as it is."""
    half = np.arange(weeks) < weeks // 2
    return np.where(half, 2 / (1 + rise), 2 * rise / (1 + rise))


def _power(
    rows: Sequence[Tempo], share: Floats, whole: Floats, penalty: float, rng: Generator
) -> float:
    """How often a planted change of the share gains more than the penalty."""
    made = shares_drawn(rows, np.minimum(share, 0.99), whole, rng)
    return float((gains(made, whole).max(axis=1) > penalty).mean())


def _refuse(part: Floats, whole: Floats, rise: float) -> None:
    """Say what is no share, or too little of one."""
    both = np.concatenate((part, whole))
    if part.shape != whole.shape or not np.isfinite(both).all() or (both < 0).any():
        raise BadInput("counts are negative, infinite or not of one length; give 0 or more a week")
    if (part > whole).any():
        raise BadInput("a part is larger than its whole; give counts out of counts")
    if rise <= 1:
        raise BadInput(f"rise is {rise}; give more than 1, such as 1.5")
    weeks, total, some = int((whole > 0).sum()), whole.sum(), part.sum()
    if weeks < FEWEST_WEEKS:
        told = f"{weeks} week{'s' if weeks != 1 else ''} with a placed attack"
        raise TooFewData(f"{told}; {FEWEST_WEEKS} are needed")
    if total < FEWEST:
        raise TooFewData(f"{total:.0f} attacks are placed; {FEWEST} are needed")
    if min(some, total - some) < FEWEST_EACH:
        raise TooFewData(
            f"{some:.0f} of {total:.0f} placed attacks are deep; {FEWEST_EACH} of either kind are "
            "needed"
        )

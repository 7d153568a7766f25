"""How a share of counts swings from week to week where its level does not change."""

from collections.abc import Sequence

import numpy as np
from numpy.random import Generator

from truceline.measure.laid import Floats
from truceline.measure.swings import Tempo, autoregression, corrected, fitted

LONGEST = 12  # weeks; a swing slower than this cannot be told from a change of level
READINGS = 40  # of made-up shares, by which a reading is spread and corrected


def share_swings(part: Floats, whole: Floats) -> Tempo:
    """Return how a share swings, by weeks, on the scale of log odds; breaks left aside.

    Parameters
    ----------
    part, whole : array of float, shape (weeks,)
        Counts a week, the part at most the whole; neither all nor none of the whole in total.

    Returns
    -------
    Tempo
        Variances of log odds and the correlation of the lasting part from week to week.

    Notes
    -----
    Read from half the squared differences of the shares of weeks up to twelve apart, what chance
    alone gives to so few counts taken off. A break enters only the pairs that span it.

    References
    ----------
    Matheron, G. (1963). Principles of geostatistics. *Economic Geology* 58.

    Examples
    --------
    >>> rng = np.random.default_rng(1)
    >>> whole = np.full(300, 40.0)
    >>> found = share_swings(rng.binomial(40, 0.3, 300).astype(float), whole)
    >>> found.slow < 0.02
    True
    """
    return _read(part[None, :], whole)[0]


def shares_drawn(rows: Sequence[Tempo], share: Floats, whole: Floats, rng: Generator) -> Floats:
    """Return made-up parts whose share swings as told around a given level.

    Parameters
    ----------
    rows : sequence of Tempo
        How each swings, one a row.
    share : array of float, shape (weeks,)
        Level of each week, above 0 and below 1.
    whole : array of float, shape (weeks,)
        Counts of which the part is a part; the same in every row.
    rng : numpy.random.Generator
        Chance, from the caller.

    Returns
    -------
    array of float, shape (rows, weeks)
        Whole numbers from 0 to `whole`.

    Examples
    --------
    >>> made = shares_drawn([Tempo(0.0, 0.0, 0.3)] * 3, np.full(90, 0.2), np.full(90, 50.0),
    ...                     np.random.default_rng(1))
    >>> made.shape, bool(0.18 < made.mean() / 50 < 0.22)
    ((3, 90), True)
    """
    odds = np.broadcast_to(np.log(share / (1 - share)), (len(rows), share.size))
    slow = np.sqrt(np.array([each.slow for each in rows]))[:, None]
    daily = np.sqrt(np.array([each.daily for each in rows]))[:, None]
    persistence = np.array([each.persistence for each in rows])
    moved = odds + slow * autoregression(persistence, share.size, rng)
    moved = moved + daily * rng.standard_normal(moved.shape)
    counts = np.broadcast_to(whole.astype(np.int64), moved.shape)
    return np.asarray(rng.binomial(counts, 1 / (1 + np.exp(-moved))), dtype=np.float64)


def as_uncertain(part: Floats, whole: Floats, swings: Tempo, rng: Generator) -> list[Tempo]:
    """Return swings as far from those read as these may be from the truth.

    Parameters
    ----------
    part, whole : array of float, shape (weeks,)
        What they were read from.
    swings : Tempo
        As `share_swings` returned them.
    rng : numpy.random.Generator
        Chance, from the caller.

    Returns
    -------
    list of Tempo
        Read anew from made-up shares without a break, corrected for what a reading loses.
    """
    level = np.full(part.size, part.sum() / whole.sum())
    return corrected(_read(shares_drawn([swings] * READINGS, level, whole, rng), whole), swings)


def _read(parts: Floats, whole: Floats) -> list[Tempo]:
    """How the share of each row swings."""
    lags = np.arange(1, min(LONGEST, max(part_weeks(whole) // 4, 4)) + 1)
    share = parts.sum(axis=1) / whole.sum()
    spread = np.maximum(share * (1 - share), 1e-9)  # of one count; also from odds to share
    here = parts / np.maximum(whole, 1)
    halves = np.empty((len(parts), lags.size))
    for at, lag in enumerate(lags):
        one, two = whole[:-lag], whole[lag:]
        fine = (one > 0) & (two > 0)
        chance = 1 / one[fine] + 1 / two[fine]
        # Weeks with many counts say more; the constant keeps a few of them from deciding.
        weight = 1 / (chance + 0.1)
        apart = (here[:, :-lag] - here[:, lag:])[:, fine] ** 2
        extra = (apart - spread[:, None] * chance) / 2
        halves[:, at] = (weight * extra).sum(axis=1) / max(float(weight.sum()), 1e-12)
    return [fitted(lags, row / width**2) for row, width in zip(halves, spread, strict=True)]


def part_weeks(whole: Floats) -> int:
    """Return how many weeks have a count.

    Examples
    --------
    >>> part_weeks(np.array([0.0, 3.0, 1.0]))
    2
    """
    return int((whole > 0).sum())

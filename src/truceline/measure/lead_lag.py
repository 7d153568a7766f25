"""Which of two daily series moves first: lead–lag asymmetry with a block sign-flip. Descriptive.

A tempo that both sides share makes each correlate with the other's past and future alike; only a
lead of one over the other makes the two differ. The test holds its size only where both series are
dated alike, and cannot see replies that go both ways with equal strength.
"""

from dataclasses import dataclass
from math import sqrt

import numpy as np
from numpy.random import Generator

from truceline.measure.laid import Bools, Floats, zero_guard
from truceline.terms.errors import BadInput

REACH = 7  # lags of 1 to 7 days
BLOCK = 28  # METHODS, section 3
LEVEL_DAYS = 57  # the local level: four weeks to either side, so that it looks both ways alike
FEWEST_BLOCKS = 8
_FLIPS = 4_999
_SPREAD = 1.96


@dataclass(frozen=True, slots=True)
class LeadLag:
    """Mean correlation of the second with the first's past, less that the other way round.

    Above 0 the second series follows the first. `low` and `high` are the .95 ends from the spread
    of block means; `p` is the two-sided sign-flip over blocks.
    """

    value: float
    low: float
    high: float
    p: float
    blocks: int


def lead_lag(
    first: Floats, second: Floats, *, rng: Generator, reach: int = REACH, block: int = BLOCK
) -> LeadLag | None:
    """Return whether the second series follows the first more than the first the second.

    Parameters
    ----------
    first, second : array of float, shape (days,)
        Daily series of the two sides on the same days; missing days are NaN.
    rng : numpy.random.Generator
        Chance of the sign-flips, from the caller.
    reach : int, default 7
        Lags of 1 to `reach` days are averaged.
    block : int, default 28
        Days of a block; blocks are taken as independent.

    Returns
    -------
    LeadLag or None
        None where fewer than eight blocks have pairs of days, or a series does not vary.

    Raises
    ------
    BadInput
        If the series differ in length.

    Notes
    -----
    Series are taken as logs less the mean of the 57 days around each day, which looks both ways
    alike and so favours no direction. Where one side is dated a day later, or smoothed, the test
    finds a lead that is not there; see the method page for how often.

    Examples
    --------
    >>> rng = np.random.default_rng(1)
    >>> one = rng.poisson(30, 600).astype(float)
    >>> two = np.concatenate([[30.0], one[:-1]]) + rng.poisson(5, 600)
    >>> found = lead_lag(one, two, rng=rng)
    >>> found.value > 0, found.p < 0.01, found.blocks
    (True, True, 22)
    """
    if len(first) != len(second):
        raise BadInput(
            f"the series have {len(first)} and {len(second)} days; cut both to the same days"
        )
    one, two = _around_level(first), _around_level(second)
    if one is None or two is None or len(one) <= reach:
        return None
    size = -(-len(one) // block)
    sums, pairs = np.zeros(size), np.zeros(size)
    for lag in range(1, reach + 1):
        gain = one[:-lag] * two[lag:] - two[:-lag] * one[lag:]
        known = np.isfinite(gain)
        places = np.arange(len(gain))[known] // block
        sums += np.bincount(places, gain[known], size)
        pairs += np.bincount(places, minlength=size)
    used = pairs > 0
    if used.sum() < FEWEST_BLOCKS:
        return None
    parts = sums[used] / pairs.sum()
    value = float(parts.sum())
    half = _SPREAD * sqrt(
        float(((parts - parts.mean()) ** 2).sum()) * used.sum() / (used.sum() - 1)
    )
    return LeadLag(value, value - half, value + half, _flipped(parts, rng), int(used.sum()))


def _around_level(values: Floats) -> Floats | None:
    """Logs less their mean of the days around, in units of their own spread."""
    known: Bools = np.isfinite(values)
    if not (values[known] > 0).any():
        return None
    logs = np.log(np.where(known, values, 1.0) + zero_guard(values))
    kernel = np.ones(LEVEL_DAYS)
    count = np.convolve(known, kernel, mode="full")
    total = np.convolve(np.where(known, logs, 0.0), kernel, mode="full")
    inner = slice(LEVEL_DAYS // 2, LEVEL_DAYS // 2 + len(values))
    apart = np.where(known, logs - total[inner] / np.maximum(count[inner], 1), np.nan)
    spread = float(np.nanstd(apart))
    return apart / spread if spread > 1e-9 else None


def _flipped(parts: Floats, rng: Generator) -> float:
    """Two-sided p: the share of sign-flips whose sum lies as far from 0."""
    signs = rng.integers(0, 2, (_FLIPS, parts.size)) * 2 - 1
    far = np.abs(signs @ parts) >= abs(float(parts.sum())) - 1e-12
    return (1 + int(far.sum())) / (_FLIPS + 1)

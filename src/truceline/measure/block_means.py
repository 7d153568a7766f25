"""Means and ratios of weekly numbers, with intervals that keep weeks in their order."""

import numpy as np
from numpy.random import Generator

from truceline.measure.laid import Floats
from truceline.terms.errors import TooFewData
from truceline.terms.results import Estimate

BLOCK = 4  # weeks kept together
FEWEST = 12  # weeks
DRAWS = 1000
LEVEL = 0.95
METHOD = "moving blocks of four weeks, 1,000 draws, percentile interval; fixed seed"


def block_ratio(above: Floats, below: Floats, *, name: str, unit: str, rng: Generator) -> Estimate:
    """Return the ratio of two weekly sums with a block-bootstrap interval.

    Parameters
    ----------
    above, below : array of float, shape (weeks,)
        Weeks in which either is NaN are left out. Ones below give a mean.
    name, unit : str
        Of the estimate.
    rng : numpy.random.Generator
        Chance, from the caller.

    Returns
    -------
    Estimate
        With no numbers where the sum below may be zero or less: a ratio then means nothing.

    Raises
    ------
    TooFewData
        If fewer than 12 weeks have both.

    References
    ----------
    Künsch, H. (1989). The jackknife and the bootstrap for general stationary observations.
    *Annals of Statistics* 17.

    Examples
    --------
    >>> weeks = np.arange(1.0, 41.0)
    >>> found = block_ratio(2 * weeks, weeks, name="x", unit="a week", rng=np.random.default_rng(1))
    >>> found.value, found.low, found.high, found.n
    (2.0, 2.0, 2.0, 40)
    """
    known = np.isfinite(above) & np.isfinite(below)
    one, two = above[known], below[known]
    if one.size < FEWEST:
        raise TooFewData(f"{one.size} weeks have a report; {FEWEST} are needed for an interval")
    count = -(-one.size // BLOCK)
    starts = rng.integers(0, one.size - BLOCK + 1, (DRAWS, count))
    weeks = (starts[:, :, None] + np.arange(BLOCK)).reshape(DRAWS, -1)[:, : one.size]
    ups, downs = one[weeks].sum(axis=1), two[weeks].sum(axis=1)
    if float(np.quantile(downs, (1 - LEVEL) / 2)) <= 0:
        return Estimate(
            name=name, value=None, measured_in=unit, n=one.size,
            method="cannot be estimated: what it is divided by may be zero or less",
        )  # fmt: skip
    fine = downs > 0
    ends = np.quantile(ups[fine] / downs[fine], [(1 - LEVEL) / 2, (1 + LEVEL) / 2])
    return Estimate(
        name=name, value=float(one.sum() / two.sum()), low=float(ends[0]), high=float(ends[1]),
        level=LEVEL, measured_in=unit, n=one.size, method=METHOD,
    )  # fmt: skip

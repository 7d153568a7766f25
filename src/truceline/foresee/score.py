"""Scores of forecasts, with intervals by war: Brier, logarithm, CRPS, reliability.

The lower the better, all of them. The scores themselves are those of the library scoringrules;
the intervals are ours.
"""

from collections.abc import Callable
from typing import Any

import numpy as np
import scoringrules
from numpy.random import Generator
from numpy.typing import ArrayLike

from truceline.measure.laid import Floats, Ints
from truceline.measure.placebo import wilson
from truceline.terms.backtests import Bin, Gap
from truceline.terms.errors import BadInput

CLIP = 0.001  # no forecast is surer than this: else one surprise costs without end
LEVEL = 0.95
DRAWS = 2000


def brier(probability: ArrayLike, came: ArrayLike) -> Floats:
    """Return the Brier score of each forecast of an event that came or did not.

    Parameters
    ----------
    probability : array
        Between 0 and 1.
    came : array
        0 or 1, of the same shape; NaN where not known yet, which is not scored.

    Returns
    -------
    array of float
        Squared errors.

    References
    ----------
    Brier, G. W. (1950). Verification of forecasts expressed in terms of probability. *Monthly
    Weather Review* 78.

    Examples
    --------
    >>> brier([0.72, 0.47, 0.60], [1, 1, 1]).round(3)
    array([0.078, 0.281, 0.16 ])
    """
    return _known(scoringrules.brier_score, probability, came)


def log(probability: ArrayLike, came: ArrayLike) -> Floats:
    """Return the logarithmic score of each forecast, in nats.

    Parameters
    ----------
    probability : array
        Between 0 and 1; taken as at least CLIP from either.
    came : array
        0 or 1, of the same shape; NaN where not known yet, which is not scored.

    Returns
    -------
    array of float
        −log of the probability that was given to what happened.

    References
    ----------
    Good, I. J. (1952). Rational decisions. *Journal of the Royal Statistical Society B* 14.

    Examples
    --------
    >>> log([0.5, 0.0], [1, 1]).round(3)
    array([0.693, 6.908])
    """
    given = np.clip(np.asarray(probability, dtype=np.float64), CLIP, 1 - CLIP)
    return _known(scoringrules.log_score, given, came)


def crps(samples: ArrayLike, observed: ArrayLike) -> Floats:
    """Return the continuous ranked probability score of forecasts given as samples.

    Parameters
    ----------
    samples : array, shape (..., draws)
        Draws of each forecast.
    observed : array, shape (...)
        What came.

    Returns
    -------
    array of float
        In the unit of what was observed.

    References
    ----------
    Gneiting, T. & Raftery, A. E. (2007). Strictly proper scoring rules, prediction, and
    estimation. *JASA* 102.

    Examples
    --------
    >>> float(crps([0.0, 2.0], 1.0))
    0.5
    """
    found = scoringrules.crps_ensemble(
        np.asarray(observed, dtype=np.float64), np.asarray(samples, dtype=np.float64)
    )
    return np.asarray(found, dtype=np.float64)


def difference(
    ours: Floats, theirs: Floats, cluster: Ints, *, rng: Generator, draws: int = DRAWS,
    weight: Floats | None = None,
) -> Gap:  # fmt: skip
    """Return how much better our scores are than theirs, by a paired bootstrap of clusters.

    Parameters
    ----------
    ours, theirs : array of float, shape (n,)
        Scores of the same forecasts; NaN where the outcome is not known.
    cluster : array of int, shape (n,)
        Which forecasts are not independent: the war that each is about.
    rng : numpy.random.Generator
        Chance, from the caller.
    draws : int, default 2000
        Bootstrap samples of clusters.
    weight : array of float, optional
        Of each forecast; it may depend on what was known when it was made, on nothing else.

    Returns
    -------
    Gap
        Mean of ours less theirs.

    Raises
    ------
    BadInput
        If no forecast can be scored.

    Examples
    --------
    >>> ours, theirs = np.array([0.1, 0.2, 0.1]), np.array([0.3, 0.2, 0.4])
    >>> found = difference(ours, theirs, np.array([0, 0, 1]), rng=np.random.default_rng(1))
    >>> round(found.value, 3), found.clusters, found.better
    (-0.167, 2, True)
    """
    fine = np.isfinite(ours) & np.isfinite(theirs)
    if not fine.any():
        raise BadInput("no forecast has an outcome that is known; there is nothing to score")
    heavy = np.ones(len(ours)) if weight is None else weight
    _, member = np.unique(cluster[fine], return_inverse=True)
    gap = np.bincount(member, heavy[fine] * (ours[fine] - theirs[fine]))
    size = np.bincount(member, heavy[fine])
    times = rng.multinomial(len(gap), np.full(len(gap), 1 / len(gap)), size=draws)
    made = (times @ gap) / np.maximum(times @ size, 1e-12)
    low, high = np.quantile(made, [(1 - LEVEL) / 2, (1 + LEVEL) / 2])
    return Gap(float(gap.sum() / size.sum()), float(low), float(high), len(gap))


def reliability(
    probability: Floats, came: Floats, cluster: Ints, *, edges: ArrayLike
) -> tuple[Bin, ...]:
    """Return how often events came that were given about the same probability.

    Parameters
    ----------
    probability, came : array of float, shape (n,)
        Forecasts and outcomes, NaN where not known.
    cluster : array of int, shape (n,)
        The war that each is about.
    edges : array
        Ends of the bins, from 0 to 1.

    Returns
    -------
    tuple of Bin
        Bins without a forecast are left out. The interval is Wilson's with as many trials as
        there are wars in the bin, because forecasts about one war stand or fall together.

    Examples
    --------
    >>> p, y = np.array([0.1, 0.2, 0.9]), np.array([0.0, 0.0, 1.0])
    >>> [(each.n, each.came) for each in reliability(p, y, np.arange(3), edges=[0, 0.5, 1])]
    [(2, 0.0), (1, 1.0)]
    """
    fine = np.isfinite(came)
    ends = np.asarray(edges, dtype=np.float64)
    place = np.clip(np.searchsorted(ends, probability, side="right") - 1, 0, len(ends) - 2)
    found = []
    for each in range(len(ends) - 1):
        here = fine & (place == each)
        if not here.any():
            continue
        wars = len(np.unique(cluster[here]))
        share = float(came[here].mean())
        hits = wilson(round(share * wars), wars)
        found.append(
            Bin(int(here.sum()), float(probability[here].mean()), share, hits.low, hits.high, wars)
        )
    return tuple(found)


def _known(score: Callable[[Floats, Floats], Any], probability: Any, came: Any) -> Floats:
    """Score the forecasts whose outcome is known; NaN for the others."""
    p, y = np.broadcast_arrays(
        np.asarray(probability, dtype=np.float64), np.asarray(came, dtype=np.float64)
    )
    found = np.full(p.shape, np.nan)
    fine = np.isfinite(y)
    found[fine] = score(y[fine], p[fine])
    return found

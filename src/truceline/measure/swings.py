"""What swings are: a part that differs from step to step, a part that lasts, and how long."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.random import Generator

from truceline.measure.laid import Floats, Ints
from truceline.measure.negative_binomial import LARGEST_SIZE

MOST_LOST = 1.5  # correction of a reading by made-up ones, at most
UNSEEN = 0.45  # share of a slow swing that may be left at the longest lag
_PERSISTENCE = np.array([*np.linspace(0.3, 0.9, 7), 0.93, 0.95, 0.97, 0.98, 0.985])


@dataclass(frozen=True, slots=True)
class Tempo:
    """Relative swings of the rate behind counts.

    `daily` is the variance of what differs from day to day, `slow` that of what lasts, both
    relative to the squared level; `persistence` is the correlation of the slow part from one day
    to the next.
    """

    daily: float
    slow: float
    persistence: float

    @property
    def size(self) -> float:
        """Size of the negative binomial that varies as much as single counts do."""
        spread = self.daily + self.slow
        return LARGEST_SIZE if spread <= 1 / LARGEST_SIZE else 1 / spread


def autoregression(persistence: Floats, steps: int, rng: Generator) -> Floats:
    """Return stationary first-order autoregressions of variance 1, one a row.

    Parameters
    ----------
    persistence : array of float, shape (rows,)
        Correlation from one step to the next, from 0 to below 1.
    steps : int
        How many.
    rng : numpy.random.Generator
        Chance, from the caller.

    Returns
    -------
    array of float, shape (rows, steps)

    Examples
    --------
    >>> made = autoregression(np.array([0.9]), 5000, np.random.default_rng(1))[0]
    >>> bool(0.85 < np.corrcoef(made[1:], made[:-1])[0, 1] < 0.95)
    True
    """
    noise = rng.standard_normal((steps, persistence.size))
    noise[1:] *= np.sqrt(1 - persistence**2)
    for step in range(1, steps):
        noise[step] += persistence * noise[step - 1]
    return np.asarray(noise.T)


def fitted(lags: Ints, halves: Floats) -> Tempo:
    """Return the swings whose half squared differences at some lags come nearest to those read.

    Parameters
    ----------
    lags : array of int, shape (lags,)
        Steps apart, rising.
    halves : array of float, shape (lags,)
        Half the mean squared difference of steps so far apart.

    Returns
    -------
    Tempo
        Least squares over both variances, neither below 0, for the best persistence.

    Examples
    --------
    >>> lags = np.arange(1, 13)
    >>> made = fitted(lags, 0.1 + 0.2 * (1 - 0.8**lags))
    >>> round(made.daily, 3), round(made.slow, 3), round(made.persistence, 3)
    (0.1, 0.2, 0.8)
    """
    weight = 1 / lags
    # A memory that the longest lag hardly sees the end of would be guessed, not read.
    able = _PERSISTENCE[_PERSISTENCE ** lags[-1] <= UNSEEN]
    grown = 1 - able[:, None] ** lags
    one, two = weight.sum(), (weight * grown**2).sum(axis=1)
    cross, right = (weight * grown).sum(axis=1), (weight * halves).sum()
    rights = (weight * grown * halves).sum(axis=1)
    below = np.maximum(one * two - cross**2, 1e-12)
    daily, slow = (two * right - cross * rights) / below, (one * rights - cross * right) / below
    slow = np.where(daily < 0, rights / two, slow)
    daily = np.where(slow < 0, right / one, np.maximum(daily, 0))
    daily, slow = np.maximum(daily, 0), np.maximum(slow, 0)
    error = (weight * (daily[:, None] + slow[:, None] * grown - halves) ** 2).sum(axis=1)
    best = int(np.argmin(error))
    return Tempo(float(daily[best]), float(slow[best]), float(able[best]))


def corrected(read: Sequence[Tempo], swings: Tempo) -> list[Tempo]:
    """Return readings of made-up series, corrected for what such a reading loses.

    Parameters
    ----------
    read : sequence of Tempo
        Read from series that were made to swing as `swings` says.
    swings : Tempo
        As read from the series itself.

    Returns
    -------
    list of Tempo
        Variances scaled up, at most by 2.25; `read` unchanged where nothing was lost.

    Examples
    --------
    >>> [found] = corrected([Tempo(0.1, 0.0, 0.3)], Tempo(0.12, 0.0, 0.3))
    >>> round(found.daily, 3)
    0.144
    """
    # Levels taken from the swinging series itself hide part of its swings: what is lost on the way
    # from `swings` to a reading was lost on the way from the truth to `swings` as well.
    lost = lasting(swings) / max(float(np.median([lasting(each) for each in read])), 1e-12)
    scale = min(max(lost, 1.0), MOST_LOST) ** 2
    return [replace(each, daily=each.daily * scale, slow=each.slow * scale) for each in read]


def lasting(swings: Tempo) -> float:
    """Return how much swings spread the mean of many steps, relative to the squared level.

    Parameters
    ----------
    swings : Tempo
        Any.

    Returns
    -------
    float
        Variance of the mean times the number of steps, without Poisson chance.

    Examples
    --------
    >>> round(lasting(Tempo(0.1, 0.2, 0.5)), 6)
    0.7
    """
    memory = (1 + swings.persistence) / (1 - swings.persistence)
    return swings.daily + swings.slow * memory

"""Aalen–Johansen curves of competing endings, the closed form beside them, and the naive way."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from truceline.measure.laid import Floats, Ints
from truceline.terms.errors import BadInput


@dataclass(frozen=True, slots=True, eq=False)
class Incidence:
    """At each time at which something ended: survival, incidence of each cause, number at risk."""

    times: Floats
    survival: Floats
    incidence: Floats
    naive: Floats
    at_risk: Ints

    def at(self, time: float) -> Floats:
        """Return the cumulative incidence of each cause by a time."""
        place = int(np.searchsorted(self.times, time, side="right"))
        return self.incidence[place - 1] if place else np.zeros(self.incidence.shape[1])

    def naive_at(self, time: float) -> Floats:
        """Return what 1 − Kaplan–Meier says of each cause by a time, others taken as censored."""
        place = int(np.searchsorted(self.times, time, side="right"))
        return self.naive[place - 1] if place else np.zeros(self.naive.shape[1])

    def left(self, time: float, durations: Floats) -> int:
        """Return how many durations last beyond a time."""
        return int((durations > time).sum())


def aalen_johansen(durations: ArrayLike, causes: ArrayLike, *, kinds: int) -> Incidence:
    """Return the Aalen–Johansen estimate of cumulative incidence.

    Parameters
    ----------
    durations : array, shape (n,)
        Above 0, in any unit.
    causes : array of int, shape (n,)
        0 … kinds − 1; −1 where the end was not seen (censored).
    kinds : int
        How many causes compete.

    Returns
    -------
    Incidence
        Ends before censorings at one time. `naive` is 1 − Kaplan–Meier of each cause, which
        counts on every war ending so in the end and is too high.

    Raises
    ------
    BadInput
        If the two differ in length, or a duration is not above 0.

    References
    ----------
    Aalen, O. O. & Johansen, S. (1978). An empirical transition matrix for non-homogeneous Markov
    chains based on censored observations. *Scandinavian Journal of Statistics* 5.

    Examples
    --------
    >>> found = aalen_johansen([1, 2, 3, 4], [0, 1, 0, -1], kinds=2)
    >>> found.at(3).tolist(), round(float(found.naive_at(3)[0]), 3)
    ([0.5, 0.25], 0.625)
    """
    long, how = np.asarray(durations, dtype=np.float64), np.asarray(causes, dtype=np.int64)
    if long.shape != how.shape or not (long > 0).all():
        raise BadInput("give as many causes as durations, and durations above 0")
    times, place = np.unique(long[how >= 0], return_inverse=True)
    at_risk = len(long) - np.searchsorted(np.sort(long), times, side="left")
    ended = np.zeros((len(times), kinds))
    np.add.at(ended, (place, how[how >= 0]), 1.0)
    hazard = ended / np.maximum(at_risk, 1)[:, None]
    survival = np.cumprod(1 - hazard.sum(axis=1))
    before = np.concatenate([[1.0], survival[:-1]])
    return Incidence(
        times, survival, np.cumsum(before[:, None] * hazard, axis=0),
        np.asarray(1 - np.cumprod(1 - hazard, axis=0)), at_risk,
    )  # fmt: skip


def closed_form(rate: float, others: float, time: float) -> tuple[float, float]:
    """Return incidence and naive 1 − survival of one cause when all rates are constant.

    Parameters
    ----------
    rate : float
        Ends of this cause a month, above 0.
    others : float
        Ends of all other causes a month, 0 or more.
    time : float
        Months.

    Returns
    -------
    incidence : float
        rate / (rate + others) × (1 − exp(−(rate + others) × time)).
    naive : float
        1 − exp(−rate × time): what would come if no other cause could.

    Examples
    --------
    >>> [round(each, 3) for each in closed_form(0.03, 0.05, 24)]
    [0.32, 0.513]
    """
    total = rate + others
    return float(rate / total * -np.expm1(-total * time)), float(-np.expm1(-rate * time))

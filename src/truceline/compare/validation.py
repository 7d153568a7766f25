"""Do near wars end alike? Each past war is forecast from its nearest, itself left out."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from truceline.compare.fates import NO_WINNER, Fate, ended_by, share
from truceline.compare.gower import Parts

YEAR = 365
FEWEST = 20
"""Wars left out in turn below which nothing is said of the method."""


@dataclass(frozen=True, slots=True)
class Scored:
    """Mean squared error of a forecast from the nearest, from all, and their difference."""

    what: str
    nearest: float
    everyone: float
    low: float
    high: float
    n: int

    @property
    def better(self) -> bool:
        """Tell whether the nearest forecast better, beyond its .95 interval."""
        return self.high < 0


def left_out(
    found: Parts, fates: Mapping[str, Fate], nearest: int, *, timed: bool = True
) -> tuple[Scored, ...]:
    """Return how well the nearest wars forecast each war's fate, beside all other wars.

    Parameters
    ----------
    found : Parts
        Of wars at one moment of one clock.
    fates : mapping
        War to its fate after that moment.
    nearest : int
        How many are asked.
    timed : bool, default True
        Whether the days after the moment mean something; by capped age they do not.

    Returns
    -------
    tuple of Scored
        Two Brier scores: whether it ended within a year, and, of those whose ending is known,
        whether without a winner. Empty where fewer than 20 wars can be left out. A difference
        below 0 says that the nearest did better; its interval is that of a mean of paired
        differences, as if wars were independent.
    """
    distances = found.distance()
    year, winner = [], []
    for here, war in enumerate(found.wars):
        own = fates.get(war)
        row = distances[here].copy()
        row[here] = np.nan
        others = [
            found.wars[each]
            for each in np.argsort(row, kind="stable")
            if not math.isnan(row[each]) and found.wars[each] in fates
        ]
        if own is None or len(others) <= nearest:
            continue
        close = [fates[each] for each in others[:nearest]]
        every = [fates[each] for each in others]
        if timed and (own.over or own.days >= YEAR):
            happened = float(own.over and own.days <= YEAR)
            year.append(_errors(happened, ended_by(close, YEAR), ended_by(every, YEAR)))
        if own.over and own.outcome is not None:
            happened = float(own.outcome in NO_WINNER)
            near, base = share(close, NO_WINNER).value, share(every, NO_WINNER).value
            winner.append(_errors(happened, near, base))
    scored = (_scored("ended within a year", year), _scored("ended without a winner", winner))
    return tuple(each for each in scored if each is not None)


def _errors(happened: float, near: float | None, base: float | None) -> tuple[float, float] | None:
    """Return both squared errors; None where one of the forecasts cannot be made."""
    if near is None or base is None:
        return None
    return (near - happened) ** 2, (base - happened) ** 2


def _scored(what: str, errors: Sequence[tuple[float, float] | None]) -> Scored | None:
    """Put squared errors together."""
    pairs = np.array([each for each in errors if each is not None])
    if len(pairs) < FEWEST:
        return None
    apart = pairs[:, 0] - pairs[:, 1]
    half = 1.96 * float(apart.std(ddof=1)) / math.sqrt(len(apart))
    near, base = pairs.mean(axis=0)
    middle = float(apart.mean())
    return Scored(what, float(near), float(base), middle - half, middle + half, len(apart))

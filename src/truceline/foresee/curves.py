"""Survival and cumulative incidence by month of age, and what they say of a war of some age."""

from dataclasses import dataclass

import numpy as np

from truceline.measure.laid import Floats, Ints


@dataclass(frozen=True, slots=True, eq=False)
class Curves:
    """Monthly chances of ending, by pattern: `hazard` (pattern, month), `share` of each ending.

    `log_survival` and `incidence` are at whole months from 0; both are running sums.
    """

    hazard: Floats
    share: Floats
    log_survival: Floats
    incidence: Floats

    def by(self, pattern: Ints, age: Floats, span: Floats) -> Floats:
        """Return the chance of each ending within a span, for wars that still run at an age.

        Parameters
        ----------
        pattern : array of int, shape (n,)
            Rows of the curves.
        age, span : array of float, shape (n,)
            In months; the span may be a part of one.

        Returns
        -------
        array of float, shape (n, endings)
            Cumulative incidence: endings compete, so that each is less than if it were alone.
            Within a month, and beyond the last one, the monthly chance stays as it is.
        """
        start, stop = self._at(pattern, age), self._at(pattern, age + span)
        alive = np.exp(start[0])[:, None]
        return np.asarray((stop[1] - start[1]) / np.maximum(alive, 1e-300))

    def _at(self, pattern: Ints, age: Floats) -> tuple[Floats, Floats]:
        """Log survival and incidence at an age."""
        month = np.minimum(age.astype(np.int64), self.hazard.shape[1] - 1)
        part = age - month
        step = np.log1p(-self.hazard[pattern, month]) * part
        log_alive = self.log_survival[pattern, month]
        gone = np.exp(log_alive) * -np.expm1(step)
        share = self.share[pattern, month]
        return log_alive + step, self.incidence[pattern, month] + gone[:, None] * share


def curves(hazard: Floats, share: Floats) -> Curves:
    """Return the curves of monthly chances.

    Parameters
    ----------
    hazard : array of float, shape (patterns, months)
        Chance that a war that runs at the start of a month ends in it, below 1.
    share : array of float, shape (patterns, months, endings)
        Of those that end, how; rows add up to 1.

    Returns
    -------
    Curves
        Survival 1 at month 0.

    Examples
    --------
    A war that ends with chance .1 a month, half of them by a ceasefire, within two months:

    >>> flat = curves(np.full((1, 9), 0.1), np.full((1, 9, 2), 0.5))
    >>> flat.by(np.array([0]), np.array([3.0]), np.array([2.0])).round(4)
    array([[0.095, 0.095]])
    """
    capped = np.clip(hazard, 0.0, 1 - 1e-9)
    log_alive = np.zeros((capped.shape[0], capped.shape[1] + 1))
    log_alive[:, 1:] = np.log1p(-capped).cumsum(axis=1)
    gone = np.exp(log_alive[:, :-1]) * capped
    incidence = np.zeros((capped.shape[0], capped.shape[1] + 1, share.shape[2]))
    incidence[:, 1:] = (gone[..., None] * share).cumsum(axis=1)
    return Curves(capped, share, log_alive, incidence)

"""The naive rules that a forecast must beat, each as chances of ending by age.

Lindy: what has run T months ends within t with chance t / (t + T). Base rate: wars of a kind end at
one steady rate. Own history: a war's rate is drawn from those of all wars and corrected by how long
this one has run without an end. Own last 12 months: the same, with no longer memory than a year.
"""

from functools import partial

import numpy as np

from truceline.foresee.curves import Curves, curves
from truceline.foresee.past import UNKNOWN
from truceline.foresee.risk import OLDEST, Risk, shares
from truceline.measure.laid import Floats, Ints
from truceline.measure.newton import Judged, maximum

YEAR = 12.0
_LOWEST = np.array([-3.0, -5.0])  # logs of shape, and of scale in years
_HIGHEST = 6.0
_PRIOR = 1.0  # weight of the belief that shape and scale are near 1 and a year


def lindy(age: Floats, span: Floats) -> Floats:
    """Return the chance of an end within a span by Lindy's rule.

    Parameters
    ----------
    age, span : array of float
        In one unit, above 0.

    Returns
    -------
    array of float
        span / (span + age).

    References
    ----------
    Gott, J. R. (1993). Implications of the Copernican principle for our future prospects. *Nature*
    363.

    Examples
    --------
    A war of 1,169 days on 2025-05-08, by the end of the year:

    >>> round(float(1 - lindy(np.array(1169.0), np.array(237.0))), 2)
    0.83
    """
    return np.asarray(span / (span + age))


def base_rate(risk: Risk, *, months: int = OLDEST) -> Curves:
    """Return a steady chance of ending for each kind of war, with the kind's shares of endings.

    Parameters
    ----------
    risk : Risk
        The table.
    months : int
        Up to what age.

    Returns
    -------
    Curves
        Ends over months at risk, with half an end added, so that none is impossible.
    """
    at_risk, ended = risk.by_kind
    rate = (ended.sum(axis=(-1, -2)) + 0.5) / (at_risk.sum(axis=-1) + 1.0)
    long = np.repeat(shares(risk)[..., None, :], months, axis=-2)
    return _spread(np.repeat(rate[..., None], months, axis=-1), long, risk)


def life_table(risk: Risk, *, months: int = OLDEST, strength: float = 5.0) -> Curves:
    """Return the Aalen–Johansen chances of each kind, drawn toward its base rate.

    Parameters
    ----------
    risk : Risk
        The table.
    months : int
        Up to what age.
    strength : float, default 5.0
        Wars that the base rate counts for in every month: at ages that few wars reach it rules.

    Returns
    -------
    Curves
        By month of age.
    """
    at_risk, ended = risk.by_kind
    rate = (ended.sum(axis=(-1, -2)) + 0.5) / (at_risk.sum(axis=-1) + 1.0)
    at_risk, ended = at_risk[..., :months], ended[..., :months, :]
    seen = at_risk.shape[-1]
    hazard = np.repeat(rate[..., None], months, axis=-1)
    hazard[..., :seen] = (ended.sum(axis=-1) + strength * rate[..., None]) / (at_risk + strength)
    overall = np.repeat(shares(risk)[..., None, :], months, axis=-2)
    mixed = ended[..., :UNKNOWN] + strength * overall[..., :seen, :]
    overall[..., :seen, :] = mixed / mixed.sum(axis=-1, keepdims=True)
    return _spread(hazard, overall, risk)


def naive(risk: Risk, ending: tuple[int, ...], *, months: int = OLDEST) -> Curves:
    """Return 1 − Kaplan–Meier of some endings by kind: wars that ended otherwise are censored.

    Parameters
    ----------
    risk : Risk
        The table.
    ending : tuple of int
        Which endings count, as one.
    months : int
        Up to what age.

    Returns
    -------
    Curves
        Of a single ending; raw, so that it says 0 where no war ended at that age.
    """
    at_risk, ended = risk.by_kind
    counted = ended[..., :months, list(ending)].sum(axis=-1)
    hazard = np.zeros((*counted.shape[:-1], months))
    seen = counted.shape[-1]
    hazard[..., :seen] = counted / np.maximum(at_risk[..., :months], 1e-12)
    return _spread(np.clip(hazard, 0.0, 1.0), np.ones((*hazard.shape, 1)), risk)


def own_history(risk: Risk, *, start: Floats | None = None, steps: int = 100) -> Floats:
    """Return shape and scale of the rates of wars, kind by kind: a gamma, from how long they ran.

    Parameters
    ----------
    risk : Risk
        The table.
    start : array of float, shape (kinds, 2), optional
        Where to begin.
    steps : int
        At most so many steps of the search.

    Returns
    -------
    array of float, shape (kinds, 2)
        A war that has run T months ends within t with chance 1 − ((scale + T) / (scale + T +
        t)) ** shape; with shape 1 and scale 0 that is Lindy's rule. The kinds of several draws
        follow one another.

    References
    ----------
    Lomax, K. S. (1954). Business failures: another example of the analysis of failure data. *JASA*
    49.
    """
    at_risk, ended = risk.by_kind
    months, every = np.arange(at_risk.shape[-1]), ended.sum(axis=-1).reshape(-1, at_risk.shape[-1])
    at_risk = at_risk.reshape(every.shape)
    unit = np.array([1.0, YEAR])
    found = np.zeros((len(every), 2))
    for row in range(len(every)):
        here = at_risk[row] > 0
        first = np.zeros(2) if start is None else np.log(start[row % len(start)] / unit)
        judge = partial(
            _lomax, months=months[here], at_risk=at_risk[row, here], ended=every[row, here]
        )
        found[row] = np.exp(maximum(judge, first, _LOWEST, steps=steps).at) * unit
    return found


def own_history_ends(numbers: Floats, kind: Ints, age: Floats, span: Floats) -> Floats:
    """Return the chance of an end within a span, by `own_history` numbers of each war's kind.

    Parameters
    ----------
    numbers : array of float, shape (kinds, 2)
        Shape and scale.
    kind : array of int, shape (n,)
        Of each war.
    age, span : array of float, shape (n,)
        Months; for "own last 12 months" the age is cut at 12.

    Returns
    -------
    array of float, shape (n,)
        Between 0 and 1.

    Examples
    --------
    >>> same_as_lindy = np.array([[1.0, 0.0]])
    >>> own_history_ends(same_as_lindy, np.array([0]), np.array([12.0]), np.array([12.0]))
    array([0.5])
    """
    shape, scale = numbers[kind, 0], numbers[kind, 1]
    return np.asarray(1 - ((scale + age) / (scale + age + span)) ** shape)


def _lomax(at: Floats, *, months: Floats, at_risk: Floats, ended: Floats) -> Judged:
    """Log likelihood of monthly counts with a weak belief, its slope and its bend.

    A month is survived with chance ((scale + m) / (scale + m + 1)) ** shape.
    """
    if float(at.max()) > _HIGHEST:
        return -np.inf, np.zeros(2), -np.eye(2)
    shape, scale = float(np.exp(at[0])), float(np.exp(at[1]) * YEAR)
    here, after = 1 / (scale + months), 1 / (scale + months + 1)
    log_alive = shape * (np.log(after) - np.log(here))
    chance = np.maximum(-np.expm1(log_alive), 1e-12)
    alive = np.exp(log_alive)
    by_scale = shape * scale * (here - after)
    again = by_scale - shape * scale**2 * (here**2 - after**2)
    pull = (at_risk - ended) - ended * alive / chance
    turn = -ended * alive / chance**2
    slope = np.array([pull @ log_alive, pull @ by_scale])
    corner = turn @ (log_alive * by_scale) + pull @ by_scale
    bend = np.array(
        [
            [turn @ log_alive**2 + pull @ log_alive, corner],
            [corner, turn @ by_scale**2 + pull @ again],
        ]
    )
    value = ended @ np.log(chance) + (at_risk - ended) @ log_alive - _PRIOR * (at @ at) / 2
    return float(value), slope - _PRIOR * at, bend - _PRIOR * np.eye(2)


def _spread(hazard: Floats, share: Floats, risk: Risk) -> Curves:
    """Curves by pattern, of one draw after the other, from chances and shares by kind and month."""
    kind = risk.patterns[:, 0]
    return curves(*flat(hazard[..., kind, :], share[..., kind, :, :]))


def flat(hazard: Floats, share: Floats) -> tuple[Floats, Floats]:
    """Chances (..., pattern, month) and shares (..., pattern, month, ending) of draws in a row.

    Examples
    --------
    >>> hazard, share = flat(np.zeros((5, 8, 12)), np.ones((5, 8, 12, 1)))
    >>> hazard.shape, share.shape
    ((40, 12), (40, 12, 1))
    """
    return hazard.reshape(-1, hazard.shape[-1]), share.reshape(-1, *share.shape[-2:])

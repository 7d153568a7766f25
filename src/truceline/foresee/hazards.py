"""The hazard model: a few numbers for how the chance of an end falls with age, held small.

A war that runs ends in the next month with chance logistic(b·x); one that ends does so in each way
with shares softmax(c·x). Together that is a discrete-time model of competing risks, and a war that
ended nobody knows how still tells when wars end.
"""

from dataclasses import dataclass

import numpy as np

from truceline.foresee.past import ENDINGS, UNKNOWN
from truceline.foresee.risk import OLDEST, TRAITS, Risk
from truceline.measure.laid import Floats, Ints

RIDGE = 1.0  # a number of size 1 costs as much as one war at odds of e
SHARE_RIDGE = 2.0
_STEPS = 25
_CLOSE = 1e-8


@dataclass(frozen=True, slots=True, eq=False)
class Hazards:
    """`end` (numbers,) of the chance of an end, `how` (endings, numbers) of the shares."""

    end: Floats
    how: Floats


def names(kinds: tuple[str, ...]) -> tuple[str, ...]:
    """Return what each number of the chance of an end stands for."""
    return (
        "level", "log of age in months + 1", "first month",
        *(f"kind: {each}" for each in kinds[1:]), *(f"age in {each}" for each in kinds[1:]),
        *TRAITS,
    )  # fmt: skip


def design(patterns: Ints, kinds: tuple[str, ...], ages: Ints) -> Floats:
    """Return what the chance of an end depends on, for every pattern and age.

    Parameters
    ----------
    patterns : array of int, shape (patterns, 1 + traits)
        Kind and traits.
    kinds : tuple of str
        Names of the kinds; the first is what the others are compared with.
    ages : array of int, shape (ages,)
        Whole months.

    Returns
    -------
    array of float, shape (patterns, ages, numbers)
        In the order of `names`.
    """
    log_age = np.log1p(ages)[None, :]
    ones = np.ones((len(patterns), 1))
    kind = [(patterns[:, :1] == each).astype(np.float64) for each in range(1, len(kinds))]
    traits = [patterns[:, [1 + each]].astype(np.float64) for each in range(len(TRAITS))]
    columns = [
        ones, log_age * ones, (ages == 0)[None, :] * ones, *kind,
        *(each * log_age for each in kind), *traits,
    ]  # fmt: skip
    return np.stack([np.broadcast_to(each, (len(patterns), len(ages))) for each in columns], axis=2)


def fit(risk: Risk, *, start: Hazards | None = None, steps: int = _STEPS) -> Hazards:
    """Return the numbers that fit the table best, each drawn toward 0 but the first two.

    Parameters
    ----------
    risk : Risk
        The table.
    start : Hazards, optional
        Where to begin; with `steps` small, a bootstrap by single Newton steps.
    steps : int
        At most so many Newton steps.

    Returns
    -------
    Hazards
        A ridge penalty keeps numbers small that few wars speak for.

    References
    ----------
    Allison, P. D. (1982). Discrete-time methods for the analysis of event histories. *Sociological
    Methodology* 13. Le Cessie, S. & Van Houwelingen, J. C. (1992). Ridge estimators in logistic
    regression. *Applied Statistics* 41.
    """
    x = design(risk.patterns, risk.kinds, np.arange(risk.at_risk.shape[-1]))
    draws = tuple(range(risk.at_risk.ndim - 2))
    here = (risk.at_risk > 0).any(axis=draws)
    penalty = np.full(x.shape[2], RIDGE)
    penalty[:2] = 1e-6
    first = np.zeros(x.shape[2]) if start is None else start.end
    if start is None:
        total = max(float(risk.any_end.sum()), 0.5)
        first[0] = np.log(total / max(float(risk.at_risk.sum()) - total, 0.5))
    ended, at_risk = risk.any_end[..., here], risk.at_risk[..., here]
    end = _logistic(x[here], ended, at_risk, (first, penalty, steps))
    told = risk.ended[..., :UNKNOWN]
    some = (told.sum(axis=-1) > 0).any(axis=draws)
    how = np.zeros((len(ENDINGS), x.shape[2])) if start is None else start.how
    return Hazards(end, _softmax(x[some], told[..., some, :], how, steps))


def monthly(found: Hazards, risk: Risk, months: int = OLDEST) -> tuple[Floats, Floats]:
    """Return chance of an end (pattern, month) and shares of endings (pattern, month, ending).

    Parameters
    ----------
    found : Hazards
        The numbers.
    risk : Risk
        For its patterns.
    months : int
        How many months of age.

    Returns
    -------
    tuple of array
        Ages beyond those seen follow the same line.
    """
    x = design(risk.patterns, risk.kinds, np.arange(months))
    rows = x.reshape(-1, x.shape[2])
    shape = (*found.end.shape[:-1], *x.shape[:2])
    share = _shares(rows, found.how)
    return 1 / (1 + np.exp(-(found.end @ rows.T).reshape(shape))), share.reshape(*shape, -1)


def _logistic(x: Floats, ended: Floats, at_risk: Floats, how: tuple[Floats, Floats, int]) -> Floats:
    """Newton's method for counted yes-or-no data with a ridge."""
    at, penalty, steps = how
    pairs = _pairs(x)
    for _ in range(steps):
        chance = 1 / (1 + np.exp(-(at @ x.T)))
        slope = (ended - at_risk * chance) @ x - penalty * at
        bend = (at_risk * chance * (1 - chance)) @ pairs
        at, done = _moved(at, slope, bend.reshape(*slope.shape, -1) + np.diag(penalty))
        if done:
            break
    return at


def _softmax(x: Floats, counts: Floats, start: Floats, steps: int) -> Floats:
    """Newton's method for counted shares with a ridge on every number."""
    kinds, numbers = start.shape
    draws, size, pairs = counts.shape[:-2], kinds * numbers, _pairs(x)
    at = np.broadcast_to(start.ravel(), (*draws, size))
    total = counts.sum(axis=-1, keepdims=True)
    penalty = np.tile(np.r_[0.1, np.full(numbers - 1, SHARE_RIDGE)], kinds)
    for _ in range(steps):
        share = _shares(x, at.reshape(*draws, kinds, numbers))
        slope = np.swapaxes(counts - total * share, -1, -2) @ x
        mixed = -share[..., :, None] * share[..., None, :]
        mixed[..., np.arange(kinds), np.arange(kinds)] += share
        heavy = np.moveaxis(total[..., None] * mixed, -3, -1)
        bend = (heavy @ pairs).reshape(*draws, kinds, kinds, numbers, numbers)
        square = np.swapaxes(bend, -3, -2).reshape(*draws, size, size) + np.diag(penalty)
        at, done = _moved(at, slope.reshape(*draws, size) - penalty * at, square)
        if done:
            break
    return at.reshape(*draws, kinds, numbers)


def _pairs(x: Floats) -> Floats:
    """Products of every two columns, row by row: what a bend is a weighted sum of."""
    return (x[:, :, None] * x[:, None, :]).reshape(len(x), -1)


def _shares(x: Floats, how: Floats) -> Floats:
    """Shares of endings (..., row, ending) by the numbers `how` (..., ending, number)."""
    tilt = x @ np.swapaxes(how, -1, -2)
    odds = np.exp(tilt - tilt.max(axis=-1, keepdims=True))
    return np.asarray(odds / odds.sum(axis=-1, keepdims=True))


def _moved(at: Floats, slope: Floats, bend: Floats) -> tuple[Floats, bool]:
    """A Newton step of every draw, none longer than 3, and whether all have come to rest."""
    step = np.linalg.solve(bend, slope[..., None])[..., 0]
    longest = np.abs(step).max(axis=-1, keepdims=True)
    return at + step / np.maximum(1.0, longest / 3), bool(longest.max() < _CLOSE)

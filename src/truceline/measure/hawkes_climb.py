"""The climb to the highest Hawkes likelihood of one receiver, over one or several stretches."""

from collections.abc import Sequence
from math import log

import numpy as np

from truceline.measure.hawkes_pass import compiled
from truceline.measure.laid import Floats, Ints
from truceline.measure.newton import Judged, Top, maximum

Piece = tuple[Floats, Ints, float, float]  # sorted times, marks; judged from then, and to its end

_FIRST_LOOK = 20_000  # events on which starting points are tried
_DECAYS = (0.1, 1.0, 10.0)  # starting decay rates, in events of the receiver


def top(pieces: Sequence[Piece], marks: int, receiver: int) -> Top:
    """Return the highest likelihood of one receiver's events, from several decay rates.

    Parameters
    ----------
    pieces : sequence of (times, marks, begin, end)
        Stretches of one history, checked; one event at least. Events before `begin` are the past
        of those after it and are not judged themselves.
    marks : int
        How many marks there are.
    receiver : int
        Whose intensity is judged.

    Returns
    -------
    Top
        At base rate, branching ratios and decay rate. A local maximum, from three decay rates, on
        the first 20,000 events where there are more.

    Examples
    --------
    >>> times = np.sort(np.random.default_rng(1).uniform(0, 200, 400))
    >>> found = top([(times, np.zeros(400, dtype=np.int64), 0.0, 200.0)], 1, 0)
    >>> found.converged, found.at.shape
    (True, (3,))
    """
    few = _first_look(pieces)
    own = max(sum(int((whose == receiver).sum()) for _, whose, *_ in few), 1)
    own_rate = own / max(sum(end for *_, end in few), 1e-300)
    starts = [
        np.concatenate([[own_rate / 2], np.full(marks, 0.5 / marks), [own_rate * speed]])
        for speed in _DECAYS
    ]
    best = max((_climbed(few, receiver, each) for each in starts), key=lambda each: each.value)
    if few is pieces:
        return best
    start = np.where(best.bound, np.maximum(best.at, 1e-3), best.at)
    return _climbed(pieces, receiver, start)


def _first_look(pieces: Sequence[Piece]) -> Sequence[Piece]:
    """The first events, or all where there are no more."""
    left = _FIRST_LOOK
    few = []
    for times, marks, begin, end in pieces:
        if times.size > left:
            stop = float(times[left - 1]) if left else 0.0
            few.append((times[:left], marks[:left], min(begin, stop), stop))
            return few
        few.append((times, marks, begin, end))
        left -= times.size
    return pieces


def _climbed(pieces: Sequence[Piece], receiver: int, start: Floats) -> Top:
    """A local maximum; base and decay are searched on the log scale, where it is rounder."""
    out = np.empty((start.size + 1, start.size))
    ends = np.array([0, start.size - 1])

    def natural(point: Floats) -> Floats:
        theta = point.copy()
        theta[ends] = np.exp(np.minimum(point[ends], 200.0))
        return theta

    def judge(point: Floats) -> Judged:
        theta = natural(point)
        value = _summed(pieces, receiver, theta, out)
        scale = np.ones_like(theta)
        scale[ends] = theta[ends]
        slope = out[0] * scale
        bend = out[1:] * scale * scale[:, None]
        bend[ends, ends] += slope[ends]
        return (value if np.isfinite(value) else -np.inf), slope, bend

    first = start.copy()
    first[ends] = np.log(start[ends])
    lowest = np.zeros_like(start)
    lowest[ends] = log(1e-9 / max(sum(end for *_, end in pieces), 1e-300))
    found = maximum(judge, first, lowest)
    theta = natural(found.at)
    value = _summed(pieces, receiver, theta, out)
    return Top(theta, value, out[1:].copy(), found.bound, found.steps, found.converged)


def _summed(pieces: Sequence[Piece], receiver: int, theta: Floats, out: Floats) -> float:
    """Log-likelihood of what is judged of all pieces; fills in its gradient and Hessian."""
    likelihood, _, _ = compiled()
    whole, value = np.zeros_like(out), 0.0
    for times, marks, begin, end in pieces:
        value += likelihood(times, marks, end, receiver, theta, out)
        whole += out
        if begin > 0:  # what the whole piece says, less what its beginning says by itself
            past = int(np.searchsorted(times, begin))
            value -= likelihood(times[:past], marks[:past], begin, receiver, theta, out)
            whole -= out
    out[:] = whole
    return value


def errors(found: Top) -> Floats:
    """Return standard errors of the numbers that stand on no bound.

    Parameters
    ----------
    found : Top
        Where the search ended.

    Returns
    -------
    array of float
        From the observed information; NaN on a bound, or where the likelihood is flat.

    Examples
    --------
    >>> bound = np.array([False, True])
    >>> errors(Top(np.array([1.0, 0.0]), 0.0, np.diag([-4.0, -1.0]), bound, 1, True))
    array([0.5, nan])
    """
    free = np.flatnonzero(~found.bound)
    made = np.full(found.at.size, np.nan)
    information = -found.hessian[np.ix_(free, free)]
    scale = 1 / np.sqrt(np.maximum(np.abs(np.diag(information)), 1e-300))
    scaled = information * scale * scale[:, None]
    if free.size and np.linalg.eigvalsh(scaled).min() > 1e-10:
        made[free] = scale * np.sqrt(np.diag(np.linalg.inv(scaled)))
    return made

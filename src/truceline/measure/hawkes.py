"""Events that excite each other: a k-variate Hawkes process with exponential kernels. Descriptive.

Each mark, as receiver, has a base rate, a branching ratio from every mark (how many of its events
one event of that mark brings about) and a decay rate of its own, all estimated. Cost is linear in
the number of events. A tempo that both sides share looks to this model like replies: it says how
two histories run together, never why.
"""

from dataclasses import dataclass
from math import log

import numpy as np
from numpy.typing import NDArray

from truceline.measure.hawkes_pass import compiled
from truceline.measure.hawkes_together import compiled_together
from truceline.measure.laid import Bools, Floats, Ints
from truceline.measure.newton import Judged, Top, maximum
from truceline.measure.rescaling import Fits, exponential_fit, waits
from truceline.terms.errors import BadInput, TooFewData

FEWEST_EVENTS = 20  # of every mark
_FIRST_LOOK = 20_000  # events on which starting points are tried
_DECAYS = (0.1, 1.0, 10.0)  # starting decay rates, in events of the receiver


@dataclass(frozen=True, slots=True, eq=False)
class Hawkes:
    """A fit. Row i of `ratios` is the receiver, column j the mark that excites it.

    Standard errors are NaN where a number stands on its lower bound (`bound`: base, ratios,
    decay, a row each receiver) or the likelihood is flat. `fits` has one entry a mark.
    """

    base: Floats
    ratios: Floats
    decay: Floats
    base_se: Floats
    ratios_se: Floats
    decay_se: Floats
    log_likelihood: float
    events: tuple[int, ...]
    end: float
    bound: Bools
    converged: bool
    fits: tuple[Fits, ...]


def fit(times: NDArray[np.float64], marks: NDArray[np.int64], *, end: float) -> Hawkes:
    """Return the fit of highest likelihood.

    Parameters
    ----------
    times : array of float, shape (n,)
        Sorted, 0 or more, in days. Equal times do not excite each other.
    marks : array of int, shape (n,)
        0…k-1, every one with twenty events or more.
    end : float
        End of observation, in days, not before the last event.

    Returns
    -------
    Hawkes
        Standard errors are from the observed information.

    Raises
    ------
    BadInput
        If times are not sorted, not finite, outside 0…end, or marks do not match them.
    TooFewData
        If a mark has fewer than twenty events.

    Notes
    -----
    The likelihood falls apart by receiver; each part is climbed by Newton's method from three
    decay rates, on the first 20,000 events where there are more. Assumes steady base rates: a
    trend or a shared tempo inflates the branching ratios. The p of the fit takes the parameters
    as known, so that it is a little too kind.

    References
    ----------
    Hawkes, A. G. (1971). Spectra of some self-exciting and mutually exciting point processes.
    *Biometrika* 58. Ogata, Y. (1988). Statistical models for earthquake occurrences. *JASA* 83.

    Examples
    --------
    >>> rng = np.random.default_rng(1)
    >>> found = fit(np.sort(rng.uniform(0, 100, 400)), rng.integers(0, 2, 400), end=100.0)
    >>> found.converged, found.ratios.shape, bool(found.ratios.max() < 0.4)
    (True, (2, 2), True)
    """
    times, marks = _checked(times, marks, end)
    k = int(marks.max()) + 1
    counts = np.bincount(marks, minlength=k)
    if counts.min() < FEWEST_EVENTS:
        raise TooFewData(
            f"mark {int(counts.argmin())} has {int(counts.min())} events; a fit needs "
            f"{FEWEST_EVENTS} of every mark"
        )
    tops = [_top(times, marks, end, receiver) for receiver in range(k)]
    theta = np.stack([top.at for top in tops])
    errors = np.stack([_errors(top) for top in tops])
    return Hawkes(
        theta[:, 0], theta[:, 1:-1], theta[:, -1], errors[:, 0], errors[:, 1:-1], errors[:, -1],
        sum(top.value for top in tops), tuple(int(each) for each in counts), end,
        np.stack([top.bound for top in tops]), all(top.converged for top in tops),
        tuple(
            exponential_fit(waits(times, marks, each, theta[each])) for each in range(k)
        ),
    )  # fmt: skip


def log_likelihood(
    times: NDArray[np.float64], marks: NDArray[np.int64], theta: NDArray[np.float64], *, end: float
) -> float:
    """Return the log-likelihood of events under given numbers.

    Parameters
    ----------
    times : array of float, shape (n,)
        Sorted, in days.
    marks : array of int, shape (n,)
        0…k-1.
    theta : array of float, shape (k, k + 2)
        A row each receiver: base rate, branching ratio from each mark, decay rate.
    end : float
        End of observation.

    Returns
    -------
    float
        Minus infinity where an event has no intensity.

    Raises
    ------
    BadInput
        As `fit`; also if `theta` has another shape or a negative number.

    Examples
    --------
    One mark that nothing excites is a Poisson process:

    >>> theta = np.array([[2.0, 0.0, 1.0]])
    >>> found = log_likelihood(np.array([0.5, 1.0]), np.array([0, 0]), theta, end=3.0)
    >>> bool(np.isclose(found, 2 * np.log(2.0) - 6.0))
    True
    """
    times, marks = _checked(times, marks, end)
    if theta.ndim != 2 or theta.shape[1] != theta.shape[0] + 2 or int(marks.max()) >= len(theta):
        raise BadInput(
            f"theta has shape {theta.shape}; give a row of k + 2 numbers for each of the k marks"
        )
    if not (theta >= 0).all() or not (theta[:, -1] > 0).all():
        raise BadInput("theta holds a negative number or a decay rate of 0; give rates above 0")
    rows = np.ascontiguousarray(theta, dtype=np.float64)
    if (rows[:, -1] == rows[0, -1]).all():
        return float(compiled_together()(times, marks, end, rows))
    _, value, _ = compiled()
    return sum(value(times, marks, end, each, rows[each]) for each in range(len(rows)))


def _checked(times: Floats, marks: Ints, end: float) -> tuple[Floats, Ints]:
    """Arrays as the passes need them, or what is wrong."""
    made = np.ascontiguousarray(times, dtype=np.float64)
    whose = np.ascontiguousarray(marks, dtype=np.int64)
    if made.ndim != 1 or made.shape != whose.shape or not made.size:
        raise BadInput(
            f"there are {made.size} times and {whose.size} marks; give one mark a time, one at "
            "least"
        )
    # Sorted and within two finite ends they are all finite: a comparison with NaN is never true.
    if not (made[1:] >= made[:-1]).all() or np.isnan(made[0]) or whose.min() < 0:
        raise BadInput("times are not sorted or not finite, or a mark is negative; sort them first")
    if made[0] < 0 or not made[-1] <= end < np.inf:
        raise BadInput(f"times reach from {made[0]} to {made[-1]}; they should lie in 0 to {end}")
    return made, whose


def _top(times: Floats, marks: Ints, end: float, receiver: int) -> Top:
    """The highest likelihood of one receiver, from several decay rates."""
    k = int(marks.max()) + 1
    few = min(times.size, _FIRST_LOOK)
    stop = end if few == times.size else float(times[few - 1])
    best = None
    for speed in _DECAYS:
        own = max(int((marks[:few] == receiver).sum()), 1) / stop
        start = np.concatenate([[own / 2], np.full(k, 0.5 / k), [own * speed]])
        found = _climbed((times[:few], marks[:few], stop, receiver), start)
        best = found if best is None or found.value > best.value else best
    if best is None or few == times.size:
        return best or _climbed((times, marks, end, receiver), np.ones(k + 2))
    start = np.where(best.bound, np.maximum(best.at, 1e-3), best.at)
    return _climbed((times, marks, end, receiver), start)


def _climbed(given: tuple[Floats, Ints, float, int], start: Floats) -> Top:
    """A local maximum; base and decay are searched on the log scale, where it is rounder."""
    likelihood, _, _ = compiled()
    times, marks, end, receiver = given
    out = np.empty((start.size + 1, start.size))
    ends = np.array([0, start.size - 1])

    def natural(point: Floats) -> Floats:
        theta = point.copy()
        theta[ends] = np.exp(np.minimum(point[ends], 200.0))
        return theta

    def judge(point: Floats) -> Judged:
        theta = natural(point)
        value = likelihood(times, marks, end, receiver, theta, out)
        scale = np.ones_like(theta)
        scale[ends] = theta[ends]
        slope = out[0] * scale
        bend = out[1:] * scale * scale[:, None]
        bend[ends, ends] += slope[ends]
        return (value if np.isfinite(value) else -np.inf), slope, bend

    first = start.copy()
    first[ends] = np.log(start[ends])
    lowest = np.zeros_like(start)
    lowest[ends] = log(1e-9 / end)
    top = maximum(judge, first, lowest)
    theta = natural(top.at)
    value = likelihood(times, marks, end, receiver, theta, out)
    return Top(theta, value, out[1:].copy(), top.bound, top.steps, top.converged)


def _errors(top: Top) -> Floats:
    """Standard errors of the numbers that stand on no bound."""
    free = np.flatnonzero(~top.bound)
    found = np.full(top.at.size, np.nan)
    information = -top.hessian[np.ix_(free, free)]
    scale = 1 / np.sqrt(np.maximum(np.abs(np.diag(information)), 1e-300))
    scaled = information * scale * scale[:, None]
    if free.size and np.linalg.eigvalsh(scaled).min() > 1e-10:
        found[free] = scale * np.sqrt(np.diag(np.linalg.inv(scaled)))
    return found

"""Events that excite each other: a k-variate Hawkes process with exponential kernels. Descriptive.

Each mark, as receiver, has a base rate, a branching ratio from every mark (how many of its events
one event of that mark brings about) and a decay rate of its own, all estimated. Cost is linear in
the number of events. A tempo that both sides share looks to this model like replies: it says how
two histories run together, never why.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from truceline.measure.hawkes_climb import Piece, errors, top
from truceline.measure.hawkes_pass import compiled
from truceline.measure.hawkes_together import compiled_together
from truceline.measure.laid import Bools, Floats, Ints
from truceline.measure.rescaling import Fits, exponential_fit, waits_over
from truceline.terms.errors import BadInput, TooFewData

FEWEST_EVENTS = 20  # of every mark


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
    return fit_pieces([(times, marks, 0.0, end)])


def fit_pieces(pieces: Sequence[Piece]) -> Hawkes:
    """Return the fit of several stretches of one history, with gaps between them.

    Parameters
    ----------
    pieces : sequence of (times, marks, begin, end)
        As `fit` takes them, each counted from its own beginning; a piece may hold no event. Events
        before `begin` are the past of those after it and are not judged themselves.

    Returns
    -------
    Hawkes
        One set of numbers; the pieces' log-likelihoods add. `events` and `end` count what is judged
        in all pieces together.

    Raises
    ------
    BadInput
        As `fit`, for any piece; also if there is no event at all.
    TooFewData
        If a mark has fewer than twenty events that are judged.

    Notes
    -----
    What is judged of a piece is the likelihood of the whole piece less that of its beginning. A
    piece judged from its first moment is judged as if nothing had gone before, and where something
    had, the excitation comes out too small: a rate that stands high at once looks like a base rate.

    Examples
    --------
    >>> rng = np.random.default_rng(1)
    >>> times, marks = np.sort(rng.uniform(0, 50, (2, 200))), rng.integers(0, 2, (2, 200))
    >>> found = fit_pieces([(times[each], marks[each], 9.0, 50.0) for each in (0, 1)])
    >>> found.end, sum(found.events), found.converged
    (82.0, 325, True)
    """
    if not any(len(times) for times, *_ in pieces):
        raise BadInput("there are 0 times; give one mark a time, one at least")
    made = [_piece(each) for each in pieces]
    k = max(int(marks.max()) + 1 for _, marks, *_ in made if marks.size)
    judged = [marks[times >= begin] for times, marks, begin, _ in made]
    counts = np.bincount(np.concatenate(judged), minlength=k)
    if counts.min() < FEWEST_EVENTS:
        raise TooFewData(
            f"mark {int(counts.argmin())} has {int(counts.min())} events; a fit needs "
            f"{FEWEST_EVENTS} of every mark"
        )
    tops = [top(made, k, receiver) for receiver in range(k)]
    theta = np.stack([each.at for each in tops])
    doubt = np.stack([errors(each) for each in tops])
    waited = [waits_over(made, receiver, theta[receiver]) for receiver in range(k)]
    return Hawkes(
        theta[:, 0], theta[:, 1:-1], theta[:, -1], doubt[:, 0], doubt[:, 1:-1], doubt[:, -1],
        sum(each.value for each in tops), tuple(int(each) for each in counts),
        sum(end - begin for _, _, begin, end in made), np.stack([each.bound for each in tops]),
        all(each.converged for each in tops), tuple(exponential_fit(each) for each in waited),
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


def _piece(piece: Piece) -> Piece:
    """A piece as the climb needs it, or what is wrong."""
    times, marks, begin, end = piece
    if not 0 <= begin <= end < np.inf:
        raise BadInput(f"a piece is judged from {begin} to {end}; begin should lie in 0 to its end")
    return (*_checked(times, marks, end), begin, end) if len(times) else piece


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

"""Made-up events in continuous time that excite each other: a Hawkes process by its branches."""

import numpy as np
from numpy.random import Generator
from numpy.typing import NDArray

from truceline.terms.errors import BadInput

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]


def branching(
    base: Floats, ratios: Floats, decay: Floats, end: float, rng: Generator
) -> tuple[Floats, Ints]:
    """Return times and marks of a k-variate Hawkes process with exponential kernels.

    Parameters
    ----------
    base : array of float, shape (k,)
        Events a day that answer nothing, 0 or more.
    ratios : array of float, shape (k, k)
        Row i, column j: mean number of events of mark i that one of mark j brings about.
    decay : array of float, shape (k,)
        Of each mark as receiver, a day; the mean delay is its inverse.
    end : float
        Days.
    rng : numpy.random.Generator
        Chance, from the caller.

    Returns
    -------
    (array of float, array of int)
        Sorted times in 0…end, and their marks.

    Raises
    ------
    BadInput
        If the ratios would make the process grow for ever.

    Notes
    -----
    Generation after generation, each event brings a Poisson number of children at exponential
    delays. Nothing happens before time 0, so that the first days run a little low, as the
    likelihood assumes too.

    References
    ----------
    Hawkes, A. G. and Oakes, D. (1974). A cluster process representation of a self-exciting
    process. *Journal of Applied Probability* 11.

    Examples
    --------
    >>> times, marks = branching(np.array([1.0, 1.0]), np.full((2, 2), 0.2), np.ones(2), 1000.0,
    ...                          np.random.default_rng(1))
    >>> 3000 < times.size < 3700
    True
    """
    radius = float(np.abs(np.linalg.eigvals(ratios)).max())
    if radius >= 1:
        raise BadInput(
            f"the branching ratios have a spectral radius of {radius:.2f}; give less than 1, else "
            "events never stop"
        )
    k = base.size
    born = rng.poisson(base * end)
    marks = np.repeat(np.arange(k), born)
    times = rng.uniform(0, end, int(born.sum()))
    all_times, all_marks = [times], [marks]
    while times.size:
        children, whose = [], []
        for i in range(k):
            count = rng.poisson(ratios[i, marks])
            made = np.repeat(times, count) + rng.exponential(1 / decay[i], int(count.sum()))
            made = made[made < end]
            children.append(made)
            whose.append(np.full(made.size, i))
        times, marks = np.concatenate(children), np.concatenate(whose)
        all_times.append(times)
        all_marks.append(marks)
    times, marks = np.concatenate(all_times), np.concatenate(all_marks)
    order = np.argsort(times, kind="stable")
    return times[order], marks[order].astype(np.int64)

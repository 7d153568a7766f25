"""Futures of matched windows put into groups: what may come, how often it came, how far apart."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy.cluster.hierarchy import fcluster, linkage

from truceline.compare.fates import Share, wilson
from truceline.terms.errors import BadInput

FloatArray = npt.NDArray[np.float64]
CUT = 1 / 3
"""Ward's tree is cut at a third of the months ahead, in ranges of the window (as ShapeFinder's)."""


@dataclass(frozen=True, slots=True)
class Scenario:
    """A group of futures: members, share of all with its interval, middle and outer paths."""

    members: tuple[int, ...]
    share: Share
    middle: tuple[float, ...]
    low: tuple[float, ...]
    high: tuple[float, ...]


def scenarios(futures: FloatArray, span: float) -> tuple[Scenario, ...]:
    """Return groups of futures that go alike, the largest first.

    Parameters
    ----------
    futures : numpy.ndarray
        Matches by months, as `shapes.futures` gives them.
    span : float
        Range of the window that was looked for; futures are grouped in its terms, so that the
        groups of a small war are no finer than those of a large one.

    Returns
    -------
    tuple of Scenario
        `middle` is the mean path of a group; `low` and `high` the smallest and largest of its
        members by month, which are no interval of confidence. Shares with Wilson's .95 interval.

    Raises
    ------
    BadInput
        If there is no future, or `span` is not above 0.

    References
    ----------
    Ward, J. H. (1963). Hierarchical grouping to optimize an objective function. *JASA* 58.

    Examples
    --------
    >>> made = np.array([[0.0, 0.0, 0.0]] * 3 + [[9.0, 9.0, 9.0]] * 2)
    >>> [(each.members, each.middle[0]) for each in scenarios(made, span=1.0)]
    [((0, 1, 2), 0.0), ((3, 4), 9.0)]
    """
    if futures.ndim != 2 or futures.size == 0 or not span > 0:
        raise BadInput(
            f"futures are {futures.shape} and the range is {span}; give matches by months, and a "
            "range above 0"
        )
    groups = np.ones(len(futures), dtype=int)
    if len(futures) > 1:
        tree = linkage(futures / span, method="ward")
        groups = fcluster(tree, futures.shape[1] * CUT, criterion="distance")
    found = []
    for group in np.unique(groups):
        members = np.flatnonzero(groups == group)
        paths = futures[members]
        found.append(
            Scenario(
                tuple(int(each) for each in members),
                wilson(len(members), len(futures)),
                tuple(float(each) for each in paths.mean(axis=0)),
                tuple(float(each) for each in paths.min(axis=0)),
                tuple(float(each) for each in paths.max(axis=0)),
            )
        )
    return tuple(sorted(found, key=lambda each: (-len(each.members), each.members)))

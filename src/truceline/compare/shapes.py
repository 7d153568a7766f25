"""Past windows of intensity that look like a recent one: warped, by a threshold, level kept.

In the manner of ShapeFinder (Schincariol, Frank & Chadefaux 2025), with two changes: the scan is
exhaustive and compiled, and a match must be of a like level, which stretching between 0 and 1
would discard.
"""

import math
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from truceline.compare.dtw import scan
from truceline.terms.errors import BadInput, TooFewData

FloatArray = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Rule:
    """What counts as a match.

    Windows within `first` match; while there are fewer than `fewest`, the threshold rises by
    `step`, to `last` at most. Lengths differ by up to `stretch` months; the highest months of both
    windows lie within a factor of `level`.
    """

    first: float = 0.1
    step: float = 0.05
    last: float = 1.0
    fewest: int = 5
    stretch: int = 2
    level: float = 4.0


@dataclass(frozen=True, slots=True)
class Match:
    """A past window: its series' row, first month, length, distance, and lowest and highest."""

    series: int
    begin: int
    length: int
    distance: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Found:
    """Matches, the nearest first, and the threshold at which there were enough."""

    matches: tuple[Match, ...]
    threshold: float


NEAR = 0.4
"""Most searches end below it, and abandon most windows early; only the others look further."""
DEFAULT = Rule()
SHAPE_ALONE = Rule(level=math.inf)


def search(
    panel: FloatArray, query: FloatArray, *, after: int, own: int | None = None,
    rule: Rule = DEFAULT,
) -> Found:  # fmt: skip
    """Return the past windows that look like a recent one.

    Parameters
    ----------
    panel : numpy.ndarray
        Series by months, up to the month that is now; NaN where a month is missing.
    query : numpy.ndarray
        The recent window, at least four months.
    after : int
        Months that must have been seen after a window for it to count.
    own : int or None
        Row of the panel that the query ends; its windows and their months after may not reach into
        the query.
    rule : Rule
        What counts as a match.

    Returns
    -------
    Found
        Of windows of one series that overlap by more than half, the nearest only.

    Raises
    ------
    BadInput
        If the query is too short or has a gap, or is longer than the panel.
    TooFewData
        If the query is flat, and so has no shape, or too few windows match at the last threshold.

    Notes
    -----
    A likeness of shape is no likeness of wars: set the futures of matches beside the query's own
    history and a plain baseline before leaning on them.

    References
    ----------
    Schincariol, T., Frank, H. & Chadefaux, T. (2025). Accounting for variability in conflict
    dynamics: a pattern-based predictive model. *Journal of Peace Research*.

    Examples
    --------
    >>> rng = np.random.default_rng(1)
    >>> panel = rng.poisson(20, (6, 120)).astype(float)
    >>> found = search(panel[:, :-1], panel[2, 40:50], after=3)
    >>> (found.matches[0].series, found.matches[0].begin, found.matches[0].distance)
    (2, 40, 0.0)
    """
    _checked(panel, query, after)
    lengths = tuple(
        size
        for size in range(len(query) - rule.stretch, len(query) + rule.stretch + 1)
        if size >= 2
    )
    # A window whose months after lie ahead is not looked at: they are not there to be seen.
    seen = panel[:, : panel.shape[1] - after]
    short = None
    for limit in sorted({min(NEAR, rule.last), rule.last}):
        distances = scan(seen, query, lengths, level=rule.level, limit=limit)
        if own is not None:
            for place, size in enumerate(lengths):
                reach = panel.shape[1] - len(query) - after - size + 1
                distances[own, max(reach, 0) :, place] = np.inf
        try:
            return _by_threshold(distances, lengths, panel, replace(rule, last=limit))
        except TooFewData as error:
            short = error
    raise short or TooFewData("nothing was searched; give a rule whose last threshold is above 0")


def futures(panel: FloatArray, query: FloatArray, found: Found, *, after: int) -> FloatArray:
    """Return what came after each match, carried over to the query's level.

    Parameters
    ----------
    panel : numpy.ndarray
        As it was searched.
    query : numpy.ndarray
        The window that was looked for.
    found : Found
        The matches.
    after : int
        Months ahead.

    Returns
    -------
    numpy.ndarray
        Matches by months: the months after a match, by the match's range, in the query's; never
        below 0.
    """
    low, span = query.min(), query.max() - query.min()
    rows = []
    for each in found.matches:
        end = each.begin + each.length
        part = (panel[each.series, end : end + after] - each.low) / (each.high - each.low)
        rows.append(np.maximum(low + part * span, 0.0))
    return np.array(rows)


def _checked(panel: FloatArray, query: FloatArray, after: int) -> None:
    """Refuse what cannot be searched."""
    if len(query) < 4 or np.isnan(query).any():
        raise BadInput(
            f"the window has {len(query)} months, {int(np.isnan(query).sum())} of them missing; "
            "give at least four months without a gap"
        )
    if after < 0 or panel.ndim != 2 or panel.shape[1] < len(query) + after:
        raise BadInput(
            f"a panel of {panel.shape} cannot hold a window of {len(query)} months and {after} "
            "after it; give series by months, and more of them"
        )
    if query.max() <= query.min():
        raise TooFewData(
            f"the last {len(query)} months are all {query[0]:g}: a flat line has no shape"
        )


def _by_threshold(
    distances: FloatArray, lengths: tuple[int, ...], panel: FloatArray, rule: Rule
) -> Found:
    """Raise the threshold until there are enough matches."""
    steps = round((rule.last - rule.first) / rule.step)
    kept: list[Match] = []
    for step in range(steps + 1):
        threshold = round(rule.first + step * rule.step, 10)
        inside = np.nonzero(distances <= threshold)
        if len(inside[0]) < rule.fewest:
            continue
        kept = _apart(distances, inside, lengths, panel)
        if len(kept) >= rule.fewest:
            return Found(tuple(kept), threshold)
    raise TooFewData(
        f"{len(kept)} past windows look like this one within {rule.last:g}; {rule.fewest} are "
        "needed. A longer panel, or a wider level, would give more"
    )


def _apart(
    distances: FloatArray,
    inside: tuple[npt.NDArray[np.int64], ...],
    lengths: tuple[int, ...],
    panel: FloatArray,
) -> list[Match]:
    """Return windows, the nearest first; of those that overlap by more than half, the nearest."""
    series, begins, places = inside
    values = distances[inside]
    taken: dict[int, list[tuple[int, int]]] = {}
    kept = []
    for order in np.lexsort((places, begins, series, values)):
        row, begin, size = int(series[order]), int(begins[order]), lengths[places[order]]
        near = taken.setdefault(row, [])
        if any(
            min(begin + size, there + long) - max(begin, there) > min(size, long) / 2
            for there, long in near
        ):
            continue
        near.append((begin, size))
        window = panel[row, begin : begin + size]
        kept.append(
            Match(row, begin, size, float(values[order]), float(window.min()), float(window.max()))
        )
    return kept

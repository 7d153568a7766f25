"""Dynamic time warping of short windows, and a scan of every window of a panel, compiled.

Plain Python that also runs uncompiled, slowly; numba is loaded when a search is asked for.
"""

import math
from collections.abc import Callable
from functools import cache
from typing import Any

import numpy as np
import numpy.typing as npt

from truceline.measure.hawkes_pass import kept

FloatArray = npt.NDArray[np.float64]


def distance(one: FloatArray, other: FloatArray) -> float:
    """Return the distance of two series after the warping of time that brings them nearest.

    Parameters
    ----------
    one, other : numpy.ndarray
        Of one dimension, not empty, without gaps.

    Returns
    -------
    float
        Root of the least sum of squared differences along a path from first to last of both.

    References
    ----------
    Sakoe, H. & Chiba, S. (1978). Dynamic programming algorithm optimization for spoken word
    recognition. *IEEE Transactions on Acoustics, Speech, and Signal Processing* 26.

    Examples
    --------
    >>> round(distance(np.array([0.0, 1.0, 2.0]), np.array([0.0, 2.0])), 6)
    1.0
    """
    rows = np.empty((2, len(other)))
    squared, _ = _compiled()
    return math.sqrt(squared(one.astype(float), other.astype(float), math.inf, rows))


def scan(
    panel: FloatArray, query: FloatArray, lengths: tuple[int, ...], *, level: float, limit: float
) -> FloatArray:
    """Return the distance of a window's shape from that of every window of a panel.

    Parameters
    ----------
    panel : numpy.ndarray
        Series by months; NaN where a month is missing.
    query : numpy.ndarray
        The window that is looked for; not flat.
    lengths : tuple of int
        Lengths of windows to compare it with.
    level : float
        A window counts only if its highest month lies within this factor of the query's; infinite
        for shape alone.
    limit : float
        Distances above it are not needed and may be left out.

    Returns
    -------
    numpy.ndarray
        Series by first months by lengths, both windows stretched between 0 and 1; infinite where a
        window has a gap, is flat, is of another level, runs over the panel's end, or is further
        than `limit`.
    """
    shape = scaled(query)
    _, scanned = _compiled()
    sizes, highest = np.array(lengths), float(query.max())
    return np.asarray(scanned(panel, shape, sizes, highest, (level, limit**2)))


def scaled(window: FloatArray) -> FloatArray:
    """Return a window stretched between 0 and 1.

    Parameters
    ----------
    window : numpy.ndarray
        Not flat.

    Returns
    -------
    numpy.ndarray
        Its shape; the level is gone, so keep it beside.

    Examples
    --------
    >>> scaled(np.array([2.0, 4.0, 3.0])).tolist()
    [0.0, 1.0, 0.5]
    """
    low, high = window.min(), window.max()
    return np.asarray((window - low) / (high - low), dtype=np.float64)


def _squared(one: FloatArray, other: FloatArray, most: float, rows: FloatArray) -> float:
    """Return the least sum of squares, or infinity once every path is above `most`."""
    here, size = 0, len(other)
    for place in range(len(one)):
        before = 1 - here
        least = np.inf
        for step in range(size):
            gap = (one[place] - other[step]) ** 2
            if place == 0 and step == 0:
                best = 0.0
            elif place == 0:
                best = rows[here, step - 1]
            elif step == 0:
                best = rows[before, 0]
            else:
                best = min(rows[before, step - 1], rows[before, step], rows[here, step - 1])
            rows[here, step] = gap + best
            least = min(least, gap + best)
        if least > most:
            return np.inf
        here = before
    return float(rows[1 - here, size - 1])


def _scan(
    panel: FloatArray,
    shape: FloatArray,
    lengths: npt.NDArray[np.int64],
    highest: float,
    bounds: tuple[float, float],
) -> FloatArray:
    """Walk through every window; what the first and last month already exclude is not warped."""
    level, most = bounds
    series, months = panel.shape
    found = np.full((series, months, len(lengths)), np.inf)
    rows = np.empty((2, lengths.max()))
    window = np.empty(lengths.max())
    for each in range(series):
        for begin in range(months):
            for place in range(len(lengths)):
                size = lengths[place]
                if begin + size > months:
                    continue
                low, high = _ends(panel[each, begin : begin + size])
                # Compares false where the window has a gap.
                if not (high > low and high <= level * highest and highest <= level * high):
                    continue
                for step in range(size):
                    window[step] = (panel[each, begin + step] - low) / (high - low)
                first = (window[0] - shape[0]) ** 2
                if first + (window[size - 1] - shape[-1]) ** 2 > most:
                    continue
                total = _squared(shape, window[:size], most, rows)
                if total <= most:
                    found[each, begin, place] = math.sqrt(total)
    return found


def _ends(window: FloatArray) -> tuple[float, float]:
    """Return the lowest and highest month, NaN where one is missing."""
    low, high = np.inf, -np.inf
    for value in window:
        if np.isnan(value):
            return np.nan, np.nan
        low, high = min(low, value), max(high, value)
    return low, high


@cache
def _compiled() -> tuple[Callable[..., Any], Callable[..., Any]]:
    """Compile once a process."""
    from numba.extending import register_jitable  # noqa: PLC0415 - as in `kept`

    for each in (_squared, _ends):
        register_jitable(each)
    return kept(_squared), kept(_scan)

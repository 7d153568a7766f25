"""Daily means of window and baseline, for every round and every day it could begin on."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view
from numpy.typing import NDArray

from truceline.measure.calendar import Calendar, Window, offsets

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]
Regimes = Sequence[tuple[int, int]]
Days = tuple[tuple[int, ...], tuple[int, ...]]

PRESENT = 0.5  # a round counts where at least this share of its days is reported


@dataclass(frozen=True, slots=True, eq=False)
class Laid:
    """Daily means for every round (rows) and every day it could begin on (columns).

    `window_in` and `baseline_in` hold what lies inside true windows, `…_out` the rest; they add up
    to the daily mean. For a peak, `window_…` hold the highest day instead. `fine` says where
    enough days are reported.
    """

    window_out: Floats
    window_in: Floats
    baseline_out: Floats
    baseline_in: Floats
    fine: Bools


def zero_guard(values: Floats) -> float:
    """What is added to a window's total, so that the log of an empty window is finite.

    Parameters
    ----------
    values : array of float
        A daily series; missing days are NaN.

    Returns
    -------
    float
        0 where no reported day is zero; else half of the smallest positive value, in the series'
        own unit, so that rescaling the series changes no ratio; 1 where no day is positive.

    Examples
    --------
    >>> zero_guard(np.array([0.0, np.nan, 6.0, 2.0])), zero_guard(np.array([6.0, 2.0]))
    (1.0, 0.0)
    """
    reported = values[np.isfinite(values)]
    positive = reported[reported > 0]
    if not positive.size:
        return 1.0
    return float(positive.min()) / 2 if positive.size < reported.size else 0.0


def clip(regimes: Regimes, length: int) -> tuple[tuple[int, int], ...]:
    """Return the regimes cut to the days of a series, or the whole series where there are none.

    Parameters
    ----------
    regimes : sequence of (int, int)
        First and last days, counted from the series' first day; may reach outside it.
    length : int
        Days of the series.

    Returns
    -------
    tuple of (int, int)
        Spans inside 0…length-1.

    Examples
    --------
    >>> clip([(-5, 20), (90, 95)], 30), clip([], 30)
    (((0, 20),), ((0, 29),))
    """
    if not regimes:
        return ((0, length - 1),)
    cut = [(max(first, 0), min(last, length - 1)) for first, last in regimes]
    return tuple((first, last) for first, last in cut if first <= last)


def true_days(length: int, rounds: Calendar, window: Window) -> Bools:
    """Return which days of a series lie in the window of any round of the calendar.

    Parameters
    ----------
    length : int
        Days of the series.
    rounds : Calendar
        Rounds as days of the series; they may lie outside it.
    window : Window
        Side and length of the window.

    Returns
    -------
    array of bool, shape (length,)
        A day in two windows is one day.

    Examples
    --------
    >>> true_days(6, Calendar((3, 4), (3, 4)), Window("before", 2)).nonzero()[0]
    array([1, 2, 3])
    """
    inside = np.zeros(length, dtype=np.bool_)
    for which, start in enumerate(rounds.starts):
        for day in offsets(rounds, which, window)[0]:
            if 0 <= start + day < length:
                inside[start + day] = True
    return inside


def lay(values: Floats, days: Sequence[Days], inside: Bools, window: Window) -> Laid:
    """Return daily means of window and baseline for every day a round could begin on.

    Parameters
    ----------
    values : array of float, shape (days,)
        Daily series, 0 or more; missing days are NaN.
    days : sequence of (days of the window, days of the baseline)
        One pair a round, relative to the round's first day, as `offsets` gives them.
    inside : array of bool, shape (days,)
        Days that lie in a true window.
    window : Window
        Its kind says whether the window's mean or its highest day counts.

    Returns
    -------
    Laid
        Arrays of shape (rounds, days + 1).
    """
    present = np.isfinite(values)
    plain = np.where(present, values, 0.0)
    first = min((min(each[1]) for each in days), default=-1)
    last = max((max(*each[0], *each[1]) for each in days), default=0)
    views = [
        _spread(each, first, last)
        for each in (plain * ~inside, plain * inside, present.astype(np.float64))
    ]
    near = _kernels([each[0] for each in days], first, last)
    far = _kernels([each[1] for each in days], first, last)
    near_days, far_days = near @ views[2], far @ views[2]
    fine = (near_days >= PRESENT * near.sum(axis=1, keepdims=True) - 1e-9) & (
        far_days >= PRESENT * far.sum(axis=1, keepdims=True) - 1e-9
    )
    near_days, far_days = np.maximum(near_days, 1.0), np.maximum(far_days, 1.0)
    if window.kind == "peak":
        highs = [
            np.stack([view[kernel > 0].max(axis=0) for kernel in near]) if days else near_days
            for view in views[:2]
        ]
        near_means = (highs[0], highs[1])
    else:
        near_means = ((near @ views[0]) / near_days, (near @ views[1]) / near_days)
    return Laid(*near_means, (far @ views[0]) / far_days, (far @ views[1]) / far_days, fine)


def _spread(values: Floats, first: int, last: int) -> Floats:
    """Row k, column t: the value `first + k` days after day t, 0 outside the series."""
    padded = np.concatenate([np.zeros(-first), values, np.zeros(max(last, 0) + 1)])
    view = sliding_window_view(padded, last - first + 1)[: len(values) + 1]
    return np.ascontiguousarray(view.T)


def _kernels(days: Sequence[tuple[int, ...]], first: int, last: int) -> Floats:
    """One row a round: 1 on its days, 0 elsewhere."""
    rows = np.zeros((len(days), last - first + 1))
    for row, each in zip(rows, days, strict=True):
        row[np.array(each, dtype=np.int64) - first] = 1.0
    return rows

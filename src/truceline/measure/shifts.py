"""The shift test: a window beside rounds of talks, against the three weeks before it.

The null distribution is the same statistic with the whole calendar of rounds moved by every
number of days that keeps it inside its regime. It keeps the series' trend, its clustering and its
persistence, and the calendar's own clustering. Intervals come from inverting the test: a ratio is
inside if, after dividing it out of the true windows, the test no longer rejects.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import exp, log
from typing import Protocol

import numpy as np

from truceline.measure.calendar import PRIMARY, Calendar, Window
from truceline.measure.cells import Chosen, Left, cells, why_left
from truceline.measure.laid import Floats, Ints, Regimes

LEVEL = 0.95
FEWEST_SHIFTS = 40  # with fewer, a two-sided p below .05 cannot be reached
WIDEST = 16.0  # ratios are searched from 1/16 to 16
_GRID = 33
_BISECTIONS = 14  # to 1 part in 100,000 of a ratio
TIE = 1e-9  # equal log ratios may differ by so much in the last digits


class Moved(Protocol):
    """A statistic at every shift of the calendar, under any supposed effect."""

    @property
    def chosen(self) -> Chosen:
        """Rounds that are used."""
        ...

    @property
    def shifts(self) -> Ints:
        """Shifts that count, in order, 0 among them."""
        ...

    @property
    def here(self) -> int:
        """Where shift 0 stands among them."""
        ...

    def statistic(self, effect: float = 1.0) -> Floats:
        """Return the statistic at every shift, `effect` divided out of the true windows."""
        ...


@dataclass(frozen=True, slots=True, eq=False)
class ShiftTest:
    """One window of one series, tested.

    `ratio` is the ratio at which the true calendar stands in the middle of its shifts; `raw` is
    the plain ratio, which a trend moves. `low` and `high` are None where the interval is not
    bounded between 1/16 and 16, `ratio`, `p` too where there are too few shifts. `null` is the
    statistic (mean log ratio) at each of `shifts`; `rest` is the same after dividing `ratio` out
    of the true windows: how the series runs where nothing happens.
    """

    window: Window
    ratio: float | None
    low: float | None
    high: float | None
    p: float | None
    raw: float | None
    chosen: Chosen
    shifts: Ints
    null: Floats
    rest: Floats

    @property
    def estimable(self) -> bool:
        """Whether there were rounds and shifts enough for a test."""
        return self.p is not None


def p_value(null: Floats, here: int) -> float:
    """Two-sided share of shifts at least as far out as the true calendar.

    Parameters
    ----------
    null : array of float, shape (shifts,)
        Statistic at every shift, the true calendar among them.
    here : int
        Where the true calendar stands.

    Returns
    -------
    float
        Twice the smaller tail, at most 1; the true calendar counts in both tails.

    Examples
    --------
    >>> p_value(np.array([0.0, 1.0, 2.0, 9.0]), 3)
    0.5
    """
    above = int((null >= null[here] - TIE).sum())
    below = int((null <= null[here] + TIE).sum())
    return min(1.0, 2.0 * min(above, below) / null.size)


def shift_test(
    values: Floats, rounds: Calendar, window: Window = PRIMARY, regimes: Regimes = ()
) -> ShiftTest:
    """Test one window of one series against all shifts of the calendar.

    Parameters
    ----------
    values : array of float, shape (days,)
        Daily series, 0 or more; missing days are NaN.
    rounds : Calendar
        Rounds as days of the series; they may lie outside it.
    window : Window, default the 7 days before
        What is set against the local baseline.
    regimes : sequence of (int, int), default ()
        Spans in which the series' level means one thing; none means the whole series.

    Returns
    -------
    ShiftTest
        With None where nothing honest can be said.

    Notes
    -----
    Assumes that inside a regime the calendar could as well have stood some days earlier or later.
    It says nothing of what causes a rise: rounds may be set because of attacks.

    References
    ----------
    Harris, K. D. (2020). Nonsense correlations in neuroscience. bioRxiv 2020.11.29.402719; on
    shifts without wrapping, which hold their level where one of the two series is stationary: the
    local baseline is there to make the ratio so.

    Examples
    --------
    >>> days = np.full(400, 10.0) + np.arange(400) % 3
    >>> for start in (150, 190, 230, 270):
    ...     days[start - 7 : start] *= 2
    >>> found = shift_test(days, Calendar((150, 190, 230, 270), (150, 190, 230, 270)))
    >>> round(found.ratio, 1), found.low > 1, found.chosen.n_clusters
    (2.0, True, 4)
    """
    if not np.isfinite(values).any():
        return _nothing(window, Left(outside=tuple(range(len(rounds.starts)))))
    made = cells(values, rounds, window, regimes)
    if made is None:
        return _nothing(window, why_left(values, rounds, window, regimes))
    return shift_test_of(made, window, varies=bool((values > 0).any()))


def shift_test_of(made: Moved, window: Window, *, varies: bool) -> ShiftTest:
    """Return the test of a statistic whose values at all shifts are at hand.

    Parameters
    ----------
    made : Moved
        `Cells`, or another statistic of the same kind.
    window : Window
        What is set against the local baseline.
    varies : bool
        False where every day is zero, so that a ratio means nothing.

    Returns
    -------
    ShiftTest
        With None where there are too few shifts, all of them give the same, or no ratio from 1/16
        to 16 can be ruled out.

    Examples
    --------
    >>> days = np.exp(np.random.default_rng(3).normal(4, 0.3, 500))
    >>> rounds = Calendar((200, 300), (200, 300))
    >>> made = cells(days, rounds, PRIMARY)
    >>> shift_test_of(made, PRIMARY, varies=True).p == shift_test(days, rounds).p
    True
    """
    null = made.statistic()
    enough = made.shifts.size >= FEWEST_SHIFTS and float(np.ptp(null)) > TIE
    ratio, low, high = interval(made) if enough else (None, None, None)
    if low is None and high is None:  # every ratio fits: such a series has nothing to say
        enough, ratio = False, None
    return ShiftTest(
        window, ratio, low, high, p_value(null, made.here) if enough else None,
        exp(null[made.here]) if varies else None, made.chosen, made.shifts, null,
        null if ratio is None else made.statistic(ratio),
    )  # fmt: skip


def interval(
    made: Moved, *, level: float = LEVEL
) -> tuple[float | None, float | None, float | None]:
    """Return the ratio and the ends of its interval, by inverting the shift test.

    Parameters
    ----------
    made : Moved
        Cells of one window of one series.
    level : float, default 0.95
        Coverage, between 0 and 1.

    Returns
    -------
    (float or None, float or None, float or None)
        Ratio; lower end; upper end. An end that lies outside 1/16…16 is None.

    Notes
    -----
    A scan over 33 log ratios finds between which of them the test begins to reject, going out
    from the ratio; bisection does the rest. Two rejections in a row with acceptance beyond are a
    hole and are bridged, three end the interval: where rounds stand close together, absurd ratios
    far out are accepted again, because they blow up one round's baseline with another's window.
    A ratio of 1 that is accepted is always inside.
    """
    grid = np.linspace(-log(WIDEST), log(WIDEST), _GRID).tolist()
    seen = {each: _judge(made, each) for each in grid}
    centre = _centre(made, grid, seen)
    if centre is not None:
        seen[centre] = _judge(made, centre)
    points = sorted(seen)
    accepted = [seen[each][0] > 1 - level for each in points]
    if centre is None or not any(accepted):
        return (None if centre is None else exp(centre)), None, None
    ends: list[float | None] = []
    for step in (-1, 1):
        place = _outermost(points, accepted, points.index(centre), step)
        beyond = place + step
        inside = 0 <= beyond < len(points)
        edge = _edge(made, points[place], points[beyond], 1 - level) if inside else None
        ends.append(None if edge is None else exp(edge))
    return exp(centre), ends[0], ends[1]


def _nothing(window: Window, left: Left) -> ShiftTest:
    """No round could be used."""
    empty = np.zeros(0)
    none_left = Chosen((), 0, left)
    return ShiftTest(
        window, None, None, None, None, None, none_left, np.zeros(0, dtype=np.int64), empty, empty
    )


def _judge(made: Moved, effect: float) -> tuple[float, float]:
    """P-value under a log effect, and how far the true calendar stands above the median."""
    null = made.statistic(exp(effect))
    return p_value(null, made.here), _height(null, made.here)


def _height(null: Floats, here: int) -> float:
    """How far the true calendar stands above the median; `np.median` takes four times as long."""
    half = null.size // 2
    low = half - 1 + null.size % 2
    middle = np.partition(null, (low, half))
    return float(null[here] - (middle[low] + middle[half]) / 2)


def _centre(
    made: Moved, grid: Sequence[float], seen: dict[float, tuple[float, float]]
) -> float | None:
    """Log ratio at which the true calendar stands at the median of its shifts."""
    for below, above in pairwise(grid):
        if seen[below][1] >= 0 >= seen[above][1]:
            low, high = below, above
            for _ in range(_BISECTIONS):
                middle = (low + high) / 2
                if _height(made.statistic(exp(middle)), made.here) >= 0:
                    low = middle
                else:
                    high = middle
            return (low + high) / 2
    return None


def _outermost(points: Sequence[float], accepted: Sequence[bool], start: int, step: int) -> int:
    """The last accepted point, going out, before three rejected ones; at least to a ratio of 1."""
    last, place, holes = start, start, 0
    while 0 <= place < len(points) and holes < 3:
        last, holes = (place, 0) if accepted[place] else (last, holes + 1)
        place += step
    one = points.index(0.0)
    return one if accepted[one] and (one - last) * step > 0 else last


def _edge(made: Moved, inside: float, outside: float, alpha: float) -> float:
    """Where, between an accepted and a rejected log ratio, the test begins to reject."""
    for _ in range(_BISECTIONS):
        middle = (inside + outside) / 2
        if p_value(made.statistic(exp(middle)), made.here) > alpha:
            inside = middle
        else:
            outside = middle
    return outside

"""The event-time profile: each day around rounds of talks, as a ratio to the local baseline.

It is drawn, not tested: with 29 days, one or two lie outside a 95 % band by chance alone.
"""

from dataclasses import dataclass

import numpy as np

from truceline.measure.calendar import BASELINE_DAYS, Calendar, Window, offsets
from truceline.measure.laid import Floats, Ints, Regimes, clip, lay

REACH = 14
BAND = 0.95
FEWEST_SHIFTS = 40


@dataclass(frozen=True, slots=True)
class Shape:
    """Ratios for days -14…+14; None where no round has that day or too few shifts have it.

    Day 0 is a round's first day; positive days count from its last day.
    """

    days: tuple[int, ...]
    ratio: tuple[float | None, ...]
    low: tuple[float | None, ...]
    high: tuple[float | None, ...]
    rounds: tuple[int, ...]


def shape(values: Floats, rounds: Calendar, regimes: Regimes = ()) -> Shape:
    """Return the profile of a series around rounds of talks, with the band of all shifts.

    Parameters
    ----------
    values : array of float, shape (days,)
        Daily series, 0 or more; missing days are NaN.
    rounds : Calendar
        Rounds as days of the series; they may lie outside it.
    regimes : sequence of (int, int), default ()
        Spans in which the series' level means one thing; none means the whole series.

    Returns
    -------
    Shape
        The mean over rounds of the day's value divided by the mean of days -35…-15, without those
        within 3 days of another round. The band holds the middle 95 % of the same mean at all
        shifts of the calendar, day by day: it is where the line would run by chance.

    Notes
    -----
    Means of ratios and not of logs, so that a day without attacks is a ratio of 0. A single large
    day can carry a mean; the tests of `shifts` use logs.

    Examples
    --------
    >>> steady = np.full(300, 4.0)
    >>> found = shape(steady, Calendar((150, 200), (150, 201)))
    >>> found.days[0], found.ratio[0], found.low[-1], found.rounds
    (-14, 1.0, 1.0, (0, 1))
    """
    days = tuple(range(-REACH, REACH + 1))
    empty: tuple[float | None, ...] = tuple(None for _ in days)
    spans = clip(regimes, len(values))
    window = Window("before", REACH)
    pairs = [offsets(rounds, each, window) for each in range(len(rounds.starts))]
    kept = [each for each, pair in enumerate(pairs) if _home(rounds, each, spans) and pair[1]]
    if not kept or not (values > 0).any():
        return Shape(days, empty, empty, empty, ())
    laid = lay(
        values, [pairs[each] for each in kept], np.zeros(len(values), dtype=np.bool_), window
    )
    starts = np.array([rounds.starts[each] for each in kept], dtype=np.int64)
    rows = np.arange(len(kept))
    fine = laid.fine[rows, starts] & (laid.baseline_out[rows, starts] > 0)
    kept = [each for each, whole in zip(kept, fine, strict=True) if whole]
    if not kept:
        return Shape(days, empty, empty, empty, ())
    base = np.where(laid.fine & (laid.baseline_out > 0), laid.baseline_out, np.nan)[rows[fine]]
    found = [_day(values, rounds, kept, base, day, spans) for day in days]
    return Shape(
        days,
        tuple(each[0] for each in found), tuple(each[1] for each in found),
        tuple(each[2] for each in found), tuple(kept),
    )  # fmt: skip


def _home(rounds: Calendar, which: int, spans: Regimes) -> tuple[int, int] | None:
    """The regime that holds a round's baseline and the 14 days before it."""
    first = rounds.starts[which] - REACH - BASELINE_DAYS
    for begins, stops in spans:
        if begins <= first and rounds.starts[which] - 1 <= stops:
            return begins, stops
    return None


def _day(
    values: Floats, rounds: Calendar, kept: list[int], base: Floats, day: int, spans: Regimes
) -> tuple[float | None, float | None, float | None]:
    """Mean ratio of one day, and its band over the shifts."""
    lags, lows, highs, rows = [], [], [], []
    for row, which in enumerate(kept):
        home = _home(rounds, which, spans)
        lag = day + (rounds.ends[which] - rounds.starts[which] if day > 0 else 0)
        here = rounds.starts[which]
        if home is None or not home[0] <= here + lag <= home[1] or np.isnan(values[here + lag]):
            continue
        rows.append(row)
        lags.append(lag)
        lows.append(home[0] - (here - REACH - BASELINE_DAYS))
        highs.append(home[1] - max(here - 1, here + lag))
    if not rows:
        return None, None, None
    moves = np.arange(max(lows), min(highs) + 1, dtype=np.int64)
    at: Ints = np.array([rounds.starts[kept[row]] for row in rows])[:, None] + moves[None, :]
    ratios = values[at + np.array(lags)[:, None]] / base[np.array(rows)[:, None], at]
    means = ratios.mean(axis=0)
    line = float(means[np.searchsorted(moves, 0)])
    known = means[np.isfinite(means)]
    if known.size < FEWEST_SHIFTS:
        return line, None, None
    low, high = np.quantile(known, [(1 - BAND) / 2, (1 + BAND) / 2])
    return line, float(low), float(high)

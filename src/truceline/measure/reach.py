"""What the shift test can see on this very series: the smallest rise, and the ratio it needs."""

from dataclasses import replace
from math import exp, log

import numpy as np

from truceline.measure.calendar import Calendar
from truceline.measure.cells import Cells, cells
from truceline.measure.shifts import LEVEL, WIDEST, ShiftTest
from truceline.terms.errors import TooFewData

POWER = 0.80
_PLACES = 60  # shifts that play the true calendar
_BISECTIONS = 12


def smallest_found(tested: ShiftTest, rounds: Calendar, *, power: float = POWER) -> float | None:
    """Return the smallest ratio that the test would find with the given power on this series.

    Parameters
    ----------
    tested : ShiftTest
        One window of the series, tested.
    rounds : Calendar
        Rounds as days of the series.
    power : float, default 0.80
        Share of calendars on which it would be found.

    Returns
    -------
    float or None
        Between 1 and 16; None where there was no test, or where a ratio of 16 would be missed.

    Raises
    ------
    TooFewData
        If the calendar is not the one that was tested.

    Notes
    -----
    A fast approximation. How the statistic runs by chance is taken from this series' shifts, with
    the estimated ratio divided out; each of some sixty shifts in turn plays the true calendar. How
    a rise spreads over the shifts beside it, whose windows and baselines hold part of it, is taken
    from a flat series with the same calendar. The two are added. The tests plant rises on shifted
    calendars and count.

    Examples
    --------
    >>> from truceline.measure.shifts import shift_test
    >>> days = np.exp(np.random.default_rng(3).normal(4, 0.3, 500))
    >>> rounds = Calendar((200, 240, 280, 320), (200, 240, 280, 320))
    >>> 1.1 < smallest_found(shift_test(days, rounds), rounds) < 1.6
    True
    """
    if not tested.estimable:
        return None
    flat = _flat(tested, rounds)
    low, high = 0.0, log(WIDEST)
    if _power(tested, flat, high) < power:
        return None
    for _ in range(_BISECTIONS):
        middle = (low + high) / 2
        if _power(tested, flat, middle) < power:
            low = middle
        else:
            high = middle
    return exp(high)


def needed(tested: ShiftTest, *, level: float = LEVEL) -> float | None:
    """Return the raw ratio above which the test would reject on this series.

    Parameters
    ----------
    tested : ShiftTest
        One window of one series, tested.
    level : float, default 0.95
        Level of the two-sided test.

    Returns
    -------
    float or None
        The upper critical value of the shifts, as a raw ratio; None where there was no test.

    Examples
    --------
    >>> from truceline.measure.shifts import shift_test
    >>> days = np.exp(np.random.default_rng(3).normal(4, 0.3, 500))
    >>> needed(shift_test(days, Calendar((9,), (9,)))) is None
    True
    """
    if not tested.estimable:
        return None
    return exp(float(np.quantile(tested.null, (1 + level) / 2)))


def _flat(tested: ShiftTest, rounds: Calendar) -> Cells:
    """The same calendar on a flat series, long enough for every distance between two shifts."""
    used = [rounds.starts[each] for each in tested.chosen.used]
    stops = [rounds.ends[each] for each in tested.chosen.used]
    reach = int(np.ptp(tested.shifts)) + 120
    zero = min(used) - reach
    moved = Calendar(tuple(each - zero for each in used), tuple(each - zero for each in stops))
    made = cells(np.ones(max(stops) - zero + reach), moved, tested.window)
    if made is None:
        raise TooFewData("no round has a baseline free of the others; test another calendar")
    return replace(made, small=0.0)


def _power(tested: ShiftTest, flat: Cells, effect: float) -> float:
    """Share of shifts that, raised by a log effect, would be found above all but a few others."""
    spread = flat.statistic(exp(-effect))
    some = slice(None, None, max(tested.shifts.size // _PLACES, 1))
    apart = tested.shifts[None, :] - tested.shifts[some, None]
    raised = tested.rest[None, :] + spread[flat.here + apart]
    own = tested.rest[some] + spread[flat.here]
    above = (raised >= own[:, None] - 1e-9).sum(axis=1)
    return float((2 * above <= (1 - LEVEL) * tested.shifts.size).mean())

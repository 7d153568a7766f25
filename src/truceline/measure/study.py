"""One event study: a window of one series beside dated events, with all that must stand by it.

The numbers are those of `talks`; here they are put together for any window and any dated events.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from numpy.random import default_rng

from truceline.measure.adjust import holm, max_t
from truceline.measure.calendar import Calendar, Window, calendar, clusters, without
from truceline.measure.cells import cells
from truceline.measure.daily import Daily
from truceline.measure.known import Known
from truceline.measure.laid import Floats, Regimes
from truceline.measure.placebo import Share, placebo_rate
from truceline.measure.shifts import FEWEST_SHIFTS, ShiftTest, interval, shift_test
from truceline.measure.why import silent

SEED = 20250602  # of the placebo calendars; any number would do, but always the same one


@dataclass(frozen=True, slots=True)
class Without:
    """The primary interval without one cluster, named by its first day."""

    cluster: date
    low: float | None
    high: float | None


@dataclass(frozen=True, slots=True, eq=False)
class Study:
    """A primary window, its secondary ones with adjusted p, and what holds it up."""

    known: Known
    primary: ShiftTest
    secondary: tuple[tuple[ShiftTest, float | None], ...] = ()
    omitted: tuple[Without, ...] = ()
    placebo: Share | None = None
    adjusted_by: str = "max-T over the secondary windows"


def on_days(days: Sequence[date], series: Daily) -> Known:
    """Return dated events as a calendar of days of a series, each day once.

    Parameters
    ----------
    days : sequence of date
        In any order.
    series : Daily
        Its first day is day 0.

    Returns
    -------
    Known
        In order.

    Examples
    --------
    >>> import numpy as np
    >>> series = Daily("x", date(2025, 1, 1), np.ones(9), 9)
    >>> on_days([date(2025, 1, 5), date(2025, 1, 2), date(2025, 1, 5)], series).calendar.starts
    (1, 4)
    """
    made = calendar((series.day(each), series.day(each)) for each in days)
    return Known(made, tuple(sorted(set(days))))


def study(
    values: Floats, known: Known, windows: Sequence[Window], regimes: Regimes = (), *,
    seed: int = SEED,
) -> Study:  # fmt: skip
    """Return the event study of one series around dated events.

    Parameters
    ----------
    values : array of float, shape (days,)
        Daily series, 0 or more; missing days are NaN.
    known : Known
        The events as days of the series.
    windows : sequence of Window
        The primary window first; the others are secondary and adjusted together.
    regimes : sequence of (int, int), default ()
        Spans in which the series' level means one thing; none means the whole series.
    seed : int
        Of the placebo calendars.

    Returns
    -------
    Study
        With None where nothing honest can be said.

    Examples
    --------
    >>> import numpy as np
    >>> days = np.full(400, 10.0) + np.arange(400) % 3
    >>> spoken = (150, 190, 230, 270)
    >>> for start in spoken:
    ...     days[start + 1 : start + 8] /= 2
    >>> known = Known(Calendar(spoken, spoken), tuple(date(2025, 1, each) for each in range(1, 5)))
    >>> found = study(days, known, [Window("after", 7), Window("after", 14)])
    >>> round(found.primary.ratio, 1), found.primary.high < 1, len(found.omitted)
    (0.5, True, 4)
    """
    primary, *tests = (shift_test(values, known.calendar, each, regimes) for each in windows)
    adjusted, by = max_t(tests), "max-T over the secondary windows"
    if not any(each is not None for each in adjusted):
        adjusted, by = holm([each.p for each in tests]), "Holm's rule (too few shifts for max-T)"
    if not primary.estimable:
        return Study(known, primary, tuple(zip(tests, adjusted, strict=True)), adjusted_by=by)
    used = primary.chosen.used
    kept = Calendar(
        tuple(known.calendar.starts[each] for each in used),
        tuple(known.calendar.ends[each] for each in used),
    )
    return Study(
        known, primary, tuple(zip(tests, adjusted, strict=True)),
        omitted=_omitted(values, known, primary, regimes), adjusted_by=by,
        placebo=placebo_rate(values, kept, primary.window, regimes, rng=default_rng(seed)),
    )  # fmt: skip


def why_not(tested: ShiftTest, event: str) -> str:
    """Return in words why a window beside events could not be tested.

    Parameters
    ----------
    tested : ShiftTest
        A test that is not estimable.
    event : str
        What an event is called, such as "word of its own".

    Returns
    -------
    str
        A clause for a sentence; empty if it could be tested.
    """
    if tested.estimable:
        return ""
    if tested.chosen.used and tested.shifts.size < FEWEST_SHIFTS:
        return (
            f"the calendar can be moved to only {tested.shifts.size} places inside the series' "
            f"regime, and {FEWEST_SHIFTS} are needed"
        )
    if tested.chosen.used:
        return silent(tested)
    left = tested.chosen.left
    parts = [
        f"{len(which)} {words}"
        for which, words in (
            (left.outside, "outside the series or its regime"),
            (left.crowded, "with no baseline free of others"),
            (left.unreported, "with too few reported days"),
        )
        if which
    ]
    if not parts:
        return f"no {event} lies within the series"
    return f"no {event} can be used: {', '.join(parts)}"


def _omitted(
    values: Floats, known: Known, primary: ShiftTest, regimes: Regimes
) -> tuple[Without, ...]:
    """The interval without each cluster in turn."""
    numbers = clusters(known.calendar)
    found = []
    for number in dict.fromkeys(numbers[each] for each in primary.chosen.used):
        rest = without(known.calendar, number)
        inner = cells(values, rest, primary.window, regimes) if rest.starts else None
        low = high = None
        if inner is not None and inner.shifts.size >= FEWEST_SHIFTS:
            _, low, high = interval(inner)
        found.append(Without(known.dates[numbers.index(number)], low, high))
    return tuple(found)

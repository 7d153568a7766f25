"""What attacks consist of before talks: a part of a series as a share of the whole.

The same shift test as for the level, on the difference of two log ratios: that of the part and
that of the whole. A share that stays as it is gives a ratio of 1, whatever the level does.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
import polars as pl

from truceline.measure.calendar import PRIMARY, Calendar, Window
from truceline.measure.cells import Cells, Chosen, cells
from truceline.measure.daily import Daily, daily
from truceline.measure.laid import Floats, Ints, Regimes
from truceline.measure.shifts import ShiftTest, shift_test, shift_test_of
from truceline.terms.wars import Series

_CITIES = re.compile(r"\b(cit(y|ies)|towns?|residential|urban)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True, eq=False)
class ShareCells:
    """Cells of a part and of its whole on the same days, judged as one."""

    part: Cells
    whole: Cells

    @property
    def chosen(self) -> Chosen:
        """Rounds that are used."""
        return self.part.chosen

    @property
    def shifts(self) -> Ints:
        """Shifts that count, the same for both."""
        return self.part.shifts

    @property
    def here(self) -> int:
        """Where the true calendar stands among the shifts."""
        return self.part.here

    def statistic(self, effect: float = 1.0) -> Floats:
        """Return the mean log ratio of shares at every shift, `effect` divided out of the part."""
        return self.part.statistic(effect) - self.whole.statistic()


def share_test(
    part: Floats, whole: Floats, rounds: Calendar, window: Window = PRIMARY, regimes: Regimes = ()
) -> ShiftTest:
    """Test the share of a part in a whole beside rounds, against all shifts of the calendar.

    Parameters
    ----------
    part, whole : array of float, shape (days,)
        Daily series, 0 or more; missing days are NaN. A day missing in one is left out of both.
    rounds : Calendar
        Rounds as days of the series.
    window : Window, default the 7 days before
        What is set against the local baseline.
    regimes : sequence of (int, int), default ()
        Spans in which both levels mean one thing.

    Returns
    -------
    ShiftTest
        Ratio of the share in the window to the share in the baseline.

    Notes
    -----
    Assumes that a day's part and whole come from the same reports. The shares are of totals, so
    that a day with many attacks weighs more than one with few.

    References
    ----------
    docs/methods/talks.md.

    Examples
    --------
    >>> rng = np.random.default_rng(1)
    >>> whole = rng.poisson(60, 500).astype(float)
    >>> part = rng.binomial(whole.astype(int), 0.2).astype(float)
    >>> found = share_test(part, whole, Calendar((150, 250, 350), (150, 250, 350)))
    >>> found.low < 1 < found.high
    True
    """
    both = np.isfinite(part) & np.isfinite(whole)
    piece, total = (np.where(both, each, np.nan) for each in (part, whole))
    if not both.any():
        return shift_test(piece, rounds, window, regimes)
    one = cells(piece, rounds, window, regimes)
    two = cells(total, rounds, window, regimes)
    if one is None or two is None:
        return shift_test(piece, rounds, window, regimes)
    return shift_test_of(ShareCells(one, two), window, varies=bool((piece > 0).any()))


def aligned(part: Daily, whole: Daily) -> Floats:
    """Return a part's values on the days of its whole; NaN where it has none.

    Parameters
    ----------
    part, whole : Daily
        Two series that may begin and end on different days.

    Returns
    -------
    array of float
        As long as the whole.

    Examples
    --------
    >>> from datetime import date
    >>> whole = Daily("x", date(2025, 1, 1), np.ones(4), 4)
    >>> aligned(Daily("y", date(2025, 1, 3), np.ones(9), 9), whole)
    array([nan, nan,  1.,  1.])
    """
    made = np.full(len(whole.values), np.nan)
    shift = whole.day(part.first)
    first, last = max(shift, 0), min(shift + len(part.values), len(made))
    if first < last:
        made[first:last] = part.values[first - shift : last - shift]
    return made


def parts_of(
    frame: pl.DataFrame, described: Sequence[Series], whole: Series, *, as_of: date
) -> tuple[tuple[Series, Daily], ...]:
    """Return the parts of a series that are daily series themselves.

    Parameters
    ----------
    frame : polars.DataFrame
        Rows date, series, value.
    described : sequence of Series
        All series of the war.
    whole : Series
        One of them.
    as_of : date
        Nothing later is used.

    Returns
    -------
    tuple of (Series, Daily)
        Such as the missiles and the drones of all launches.
    """
    found = [
        (each, daily(frame, each.name, as_of=as_of)) for each in described if part_of(each, whole)
    ]
    return tuple((each, made) for each, made in found if isinstance(made, Daily))


def share_tests(
    whole: Daily, rounds: Calendar, parts: Sequence[tuple[Series, Daily]],
    windows: Sequence[Window], regimes: Regimes = (),
) -> list[ShiftTest]:  # fmt: skip
    """Return each part's share of a whole in each window.

    Parameters
    ----------
    whole : Daily
        The series that the parts add up to.
    rounds : Calendar
        Rounds or strikes as days of the whole.
    parts : sequence of (Series, Daily)
        As `parts_of` gives them.
    windows : sequence of Window
        What is set against the local baseline.
    regimes : sequence of (int, int), default ()
        Spans in which the levels mean one thing.

    Returns
    -------
    list of ShiftTest
        Part by part, window by window.
    """
    return [
        share_test(aligned(part, whole), whole.values, rounds, window, regimes)
        for _, part in parts
        for window in windows
    ]


def part_of(series: Series, whole: Series) -> bool:
    """Return whether a series is a part of another: its name goes on from it, its side is the same.

    Parameters
    ----------
    series, whole : Series
        Of one war.

    Returns
    -------
    bool
        True for `launched_missiles` and `launched`.

    Examples
    --------
    >>> whole = Series(name="raids", file="", unit="", side="A", holds="attacks")
    >>> part_of(Series(name="raids_on_cities", file="", unit="", side="A"), whole)
    True
    """
    goes_on = series.name.startswith(f"{whole.name}_") and series.name != whole.name
    return goes_on and series.side == whole.side and series.holds == "other"


def on_cities(series: Series) -> bool:
    """Return whether a part holds attacks on cities, by its words.

    Parameters
    ----------
    series : Series
        A part.

    Returns
    -------
    bool
        True where its name, its unit or its description speaks of cities or towns.

    Examples
    --------
    >>> on_cities(Series(name="raids_on_cities", file="", unit=""))
    True
    """
    words = " ".join((series.name.replace("_", " "), series.unit, series.what or ""))
    return bool(_CITIES.search(words))

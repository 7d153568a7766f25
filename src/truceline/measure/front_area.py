"""How a front moves on one map: steps between published maps, and which only redraw."""

from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np

from truceline.measure.daily import Daily
from truceline.measure.laid import Bools, Floats, clip
from truceline.measure.one_series import regime_days
from truceline.terms.wars import Series

LARGE = 8  # times the median step: a step that is looked at
NEAR = 14  # days either side that say which way the front was moving
BACK = 3  # days within which a large step is taken back


@dataclass(frozen=True, slots=True, eq=False)
class Movement:
    """Change of the area held, day by day: km², NaN without a map; `redrawn` marks the suspects."""

    first: date
    steps: Floats
    redrawn: Bools

    def day(self, at: int) -> date:
        """The date of a step."""
        return self.first + timedelta(days=at)

    def gross(self, *, flagged: bool = False) -> Floats:
        """Absolute change of each day, flagged steps as zero unless asked for."""
        return np.asarray(np.abs(self.net(flagged=flagged)))

    def net(self, *, flagged: bool = False) -> Floats:
        """Change of each day, flagged steps as zero unless asked for."""
        return self.steps if flagged else np.where(self.redrawn, 0.0, self.steps)


@dataclass(frozen=True, slots=True)
class Month:
    """A month of one map: change without and with flagged steps, and days with a map."""

    first: date
    net: float
    gross: float
    net_flagged: float
    gross_flagged: float
    days: int


def movement(area: Daily, series: Series) -> Movement:
    """Return the steps of one map inside its regimes.

    Parameters
    ----------
    area : Daily
        Area held, km², one row a published map.
    series : Series
        For its regimes; with none, the whole series.

    Returns
    -------
    Movement
        A change over days without a map stands on the day of the next one. A step is flagged if
        it is 8 times the median step or more and is taken back within 3 days, or goes against all
        other steps of the 14 days either side and outweighs them: maps are corrected so.

    Notes
    -----
    A flag is a suspicion read from numbers alone: a withdrawal in one day looks the same. Both
    counts are given. Gains and losses of one day cancel in an area, so that gross change is a
    lower bound.

    Examples
    --------
    >>> held = np.array([9.0, 10, 11, 12, 13, 14, 15, 16, 90, 17, 18, 19, 20])
    >>> area = Daily("map", date(2025, 1, 1), 100 + held, 13)
    >>> moved = movement(area, Series(name="map", file="", unit="km2"))
    >>> np.flatnonzero(moved.redrawn).tolist(), float(np.nansum(moved.net()))
    ([8, 9], 10.0)
    """
    steps = np.full(area.values.size, np.nan)
    at = np.flatnonzero(np.isfinite(area.values))
    for first, last in clip(regime_days(series, area), area.values.size):
        inside = at[(at >= first) & (at <= last)]
        steps[inside[1:]] = np.diff(area.values[inside])
    return Movement(area.first, steps, _redrawn(steps))


def months(moved: Movement) -> tuple[Month, ...]:
    """Return net and gross change by calendar month.

    Parameters
    ----------
    moved : Movement
        As `movement` returns it.

    Returns
    -------
    tuple of Month
        Months with at least one step, in order.

    Examples
    --------
    >>> flat = Movement(date(2025, 1, 30), np.array([1.0, -2, 3]), np.zeros(3, dtype=bool))
    >>> [(each.net, each.gross) for each in months(flat)]
    [(-1.0, 3.0), (3.0, 3.0)]
    """
    days = [moved.day(at).replace(day=1) for at in range(moved.steps.size)]
    found = []
    for first in sorted(set(days)):
        inside = np.array([each == first for each in days]) & np.isfinite(moved.steps)
        if inside.any():
            net, gross, net_flagged, gross_flagged = (
                float(part[inside].sum())
                for part in (
                    moved.net(), moved.gross(), moved.net(flagged=True), moved.gross(flagged=True)
                )
            )  # fmt: skip
            days_with = int(inside.sum())
            found.append(Month(first, net, gross, net_flagged, gross_flagged, days_with))
    return tuple(found)


def _redrawn(steps: Floats) -> Bools:
    """Mark large steps that are taken back or stand against all others around."""
    known = np.where(np.isfinite(steps), steps, 0.0)
    moving = np.abs(known[known != 0])
    found = np.zeros(steps.size, dtype=np.bool_)
    if not moving.size:
        return found
    large = np.flatnonzero(np.abs(known) >= LARGE * np.median(moving))
    for one in large:
        for two in large:
            back = one < two <= one + BACK and known[one] * known[two] < 0
            if back and abs(known[one] + known[two]) <= max(abs(known[one]), abs(known[two])) / 2:
                found[[one, two]] = True
    for one in large:
        around = known[max(one - NEAR, 0) : one + NEAR + 1]
        others = float(around.sum() - known[one])
        if others * known[one] < 0 and abs(known[one]) > abs(others):
            # One step against the run; several in a row are a retreat, not a pen.
            same = (around * known[one] > 0) & (np.abs(around) >= abs(known[one]) / 4)
            found[one] = found[one] or int(same.sum()) == 1
    return found

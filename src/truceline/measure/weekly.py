"""A daily series by weeks that begin on Monday."""

from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np

from truceline.measure.laid import Floats

ENOUGH = 4  # days of a week that must have a report


@dataclass(frozen=True, slots=True, eq=False)
class Weeks:
    """Weekly totals from the Monday `first` on; a week with too few reports is NaN."""

    first: date
    totals: Floats

    def monday(self, week: int) -> date:
        """First day of a week, counted from 0."""
        return self.first + timedelta(days=7 * week)

    def within(self, first: date, weeks: int) -> Floats:
        """Totals of `weeks` weeks from a Monday on; NaN outside the series."""
        found = np.full(weeks, np.nan)
        shift = (first - self.first).days // 7
        for week in range(weeks):
            if 0 <= week + shift < self.totals.size:
                found[week] = self.totals[week + shift]
        return found


def weekly(values: Floats, first: date) -> Weeks:
    """Return a daily series added up by weeks.

    Parameters
    ----------
    values : array of float, shape (days,)
        Missing days are NaN.
    first : date
        Of the first value.

    Returns
    -------
    Weeks
        A week's total is its daily mean over reported days times seven, so that a missing day is
        not read as zero; NaN where fewer than four of its days are reported.

    Examples
    --------
    >>> weekly(np.arange(7.0), date(2025, 6, 2)).totals
    array([21.])
    """
    before = first.weekday()
    after = -(before + values.size) % 7
    whole = np.concatenate((np.full(before, np.nan), values, np.full(after, np.nan)))
    table = whole.reshape(-1, 7)
    known = np.isfinite(table)
    counts = known.sum(axis=1)
    sums = np.where(known, table, 0.0).sum(axis=1)
    totals = np.where(counts >= ENOUGH, 7 * sums / np.maximum(counts, 1), np.nan)
    return Weeks(first - timedelta(days=before), totals)

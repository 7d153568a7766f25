"""The gap between words and deeds week by week: a picture, never a test.

Both sides of the gap are standardised over the same weeks, so that it averages zero whatever
happened. It shows when words ran ahead of deeds by this side's own habit, and nothing else.
"""

import numpy as np
import polars as pl

from truceline.measure.event_rows import DEEDS, WORDS
from truceline.measure.laid import Floats
from truceline.terms.errors import BadFrame

FEWEST_WEEKS = 8


def gap(weeks: pl.DataFrame) -> pl.DataFrame:
    """Return the standardised gap z(log words) − z(log deeds) by week.

    Parameters
    ----------
    weeks : polars.DataFrame
        As `event_rows.weekly` gives it: `week` and a count of each quad class.

    Returns
    -------
    polars.DataFrame
        `week`, `words`, `deeds` (standardised logs of count + ½) and `gap`; no rows where there
        are fewer than eight weeks or one of the two never varies.

    Raises
    ------
    BadFrame
        If a column is missing.

    Examples
    --------
    >>> from datetime import date, timedelta
    >>> days = [date(2025, 1, 6) + timedelta(weeks=each) for each in range(10)]
    >>> frame = pl.DataFrame({"week": days, WORDS: range(10), DEEDS: [3, 1] * 5})
    >>> abs(round(gap(frame)["gap"].mean(), 9))
    0.0
    """
    absent = [name for name in ("week", WORDS, DEEDS) if name not in weeks.columns]
    if absent:
        raise BadFrame(f"the weeks lack {', '.join(absent)}; give them as `weekly` makes them")
    words, deeds = (_standard(weeks[name].to_numpy()) for name in (WORDS, DEEDS))
    if weeks.height < FEWEST_WEEKS or words is None or deeds is None:
        empty = {"week": pl.Date, "words": pl.Float64, "deeds": pl.Float64, "gap": pl.Float64}
        return pl.DataFrame(schema=empty)
    return pl.DataFrame(
        {"week": weeks["week"], "words": words, "deeds": deeds, "gap": words - deeds}
    )


def _standard(counts: Floats) -> Floats | None:
    """Standardised logs, or None where they do not vary."""
    logs = np.log(counts.astype(np.float64) + 0.5)
    spread = float(logs.std()) if logs.size else 0.0
    return np.asarray((logs - logs.mean()) / spread, dtype=np.float64) if spread > 0 else None

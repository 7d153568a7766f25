"""A frame at the door of a measure: one daily series of it, as numbers with missing days."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import numpy as np
import polars as pl

from truceline.measure.laid import Floats
from truceline.terms.errors import BadFrame

_NEEDED = ("date", "value")


@dataclass(frozen=True, slots=True, eq=False)
class Daily:
    """One daily series from its first day to its last; a day without a report is NaN."""

    name: str
    first: date
    values: Floats
    rows: int

    @property
    def last(self) -> date:
        """Last day of the series."""
        return self.first + timedelta(days=len(self.values) - 1)

    def day(self, when: date) -> int:
        """Days from the first day of the series; negative before it."""
        return (when - self.first).days


@dataclass(frozen=True, slots=True)
class Refused:
    """Why a series cannot be used."""

    name: str
    reason: str


def opened(panel: Any) -> pl.DataFrame:
    """Return a polars frame with `date`, `series` and `value`, from polars or pandas.

    Parameters
    ----------
    panel : polars.DataFrame or pandas.DataFrame
        Rows in PANEL shape; `series` may be absent where there is one series, and all other
        columns may be absent. It is not changed.

    Returns
    -------
    polars.DataFrame
        With at least `date` (dates), `series` (text) and `value` (numbers).

    Raises
    ------
    BadFrame
        If it is no frame, lacks `date` or `value`, or one of them cannot be read.

    Examples
    --------
    >>> frame = pl.DataFrame({"date": ["2025-01-01"], "value": [3]})
    >>> opened(frame).row(0)
    (datetime.date(2025, 1, 1), 3.0, 'series')
    """
    frame = panel if isinstance(panel, pl.DataFrame) else _from_pandas(panel)
    absent = [name for name in _NEEDED if name not in frame.columns]
    if absent:
        raise BadFrame(
            f"the frame lacks {' and '.join(absent)}; it has {', '.join(frame.columns)}; give one "
            "row a day with date and value"
        )
    if "series" not in frame.columns:
        frame = frame.with_columns(pl.lit("series").alias("series"))
    try:
        days = pl.col("date")
        text = frame.schema["date"] == pl.String
        return frame.with_columns(
            days.str.to_date() if text else days.cast(pl.Date),
            pl.col("value").cast(pl.Float64).fill_nan(None),
            pl.col("series").cast(pl.String),
        )
    except pl.exceptions.PolarsError as error:
        first_line = str(error).splitlines()[0]
        raise BadFrame(
            f"date or value cannot be read: {first_line}; give dates such as 2025-06-02 and numbers"
        ) from error


def daily(frame: pl.DataFrame, name: str, *, as_of: date | None = None) -> Daily | Refused:
    """Return one series of a frame as a daily array, or why it cannot be one.

    Parameters
    ----------
    frame : polars.DataFrame
        As `opened` returns it.
    name : str
        Name of the series.
    as_of : date, optional
        Later rows are not used.

    Returns
    -------
    Daily or Refused
        Refused where there are no rows, where it is coarser than daily, or where a value is
        negative, so that a ratio means nothing.

    Raises
    ------
    BadFrame
        If the series has two rows of one day: which of them holds cannot be guessed.

    Examples
    --------
    >>> frame = opened(pl.DataFrame({"date": ["2025-01-01", "2025-02-01"], "value": [3, 4]}))
    >>> daily(frame, "series").reason
    'it is coarser than daily: its rows lie 31 days apart'
    """
    rows = frame.filter((pl.col("series") == name) & pl.col("value").is_not_null())
    if as_of is not None:
        rows = rows.filter(pl.col("date") <= as_of)
    rows = rows.sort("date")
    if rows.height < 2:
        return Refused(name, f"it has {rows.height} rows with a value up to then; two are needed")
    if rows["date"].n_unique() < rows.height:
        twice = rows.filter(pl.col("date").is_duplicated())["date"][0]
        raise BadFrame(f"series {name} has two rows of {twice}; keep one row a day")
    first = rows["date"][0]
    places = (rows["date"] - first).dt.total_days().to_numpy()
    gap = int(np.median(np.diff(places)))
    if gap > 1:
        return Refused(name, f"it is coarser than daily: its rows lie {gap} days apart")
    numbers = rows["value"].to_numpy()
    if not np.isfinite(numbers).all() or numbers.min() < 0:
        return Refused(name, "it holds negative or infinite values, of which ratios mean nothing")
    values = np.full(int(places[-1]) + 1, np.nan)
    values[places] = numbers
    return Daily(name, first, values, rows.height)


def _from_pandas(panel: Any) -> pl.DataFrame:
    """Copy a pandas frame column by column, with no need of pyarrow."""
    if not (hasattr(panel, "columns") and hasattr(panel, "itertuples")):
        raise BadFrame(
            f"the panel is a {type(panel).__name__}; give a polars or a pandas frame in PANEL shape"
        )
    columns: dict[str, list[Any]] = {}
    for name in panel.columns:
        cells = panel[name].tolist()
        columns[str(name)] = [None if _is_missing(each) else each for each in cells]
    try:
        return pl.DataFrame(columns, strict=False)
    except (pl.exceptions.PolarsError, TypeError) as error:
        raise BadFrame(f"the pandas frame cannot be read: {error}") from error


def _is_missing(cell: Any) -> bool:
    """Whether a pandas cell is NaN, NaT or None: only these differ from themselves."""
    return cell is None or bool(cell != cell)  # noqa: PLR0124

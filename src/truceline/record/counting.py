"""How events are counted into cells of a panel."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

import numpy as np
import polars as pl
import pyarrow as pa  # type: ignore[import-untyped]
import pyarrow.compute as pc  # type: ignore[import-untyped]

What = Literal["deaths", "events"]
Period = Literal["day", "month", "year"]


@dataclass(frozen=True, slots=True)
class Counting:
    """What is counted, by which period.

    An event that lasts longer than a period belongs to none; with `lumps` it is counted in the
    period of its first day, as UCDP's own monthly sums have it: that piles months of deaths up on
    single days.
    """

    what: What = "deaths"
    period: Period = "day"
    lumps: bool = False

    def values(self) -> dict[str, object]:
        """Return the values that the queries take.

        Examples
        --------
        >>> Counting("events").values()
        {'period': 'day', 'lumps': False}
        """
        return {"period": self.period, "lumps": self.lumps}


@dataclass(frozen=True, slots=True)
class Cell:
    """One number of a panel: the war, the dataset, and the first day of the period."""

    war: str
    dataset: str
    date: date


_KEY = ("war", "source_dataset", "source_version", "code")
_BOUNDS = ("low", "high")
HELD = 1 << 21
"""Rows held as they are before they are summed up."""


def counted(batches: Iterable[pa.Table], how: Counting) -> pl.DataFrame:
    """Return events as PANEL, counted by war, dataset and period.

    Parameters
    ----------
    batches : iterable of pyarrow.Table
        At least one, of rows of `events_by_period.sql`, in any order, one an event. Beyond two
        million rows they are summed up as they come: they are never all in memory.
    how : Counting
        What is counted, by which period.

    Returns
    -------
    polars.DataFrame
        By war, dataset and date, with zeros between a war's first and last. A sum of deaths that no
        event states is null, and so is the sum of a bound that some event with a figure lacks.

    Examples
    --------
    >>> key = {"war": ["x"], "source_dataset": ["u"], "source_version": ["1"], "code": [7]}
    >>> key |= {"date": [date(2024, 1, 1)]}
    >>> event = pa.table(key | {"best": [2.0], "low": [1.0], "high": pa.array([None], "double")})
    >>> counted([event, event], Counting()).select("value", "low", "high").row(0)
    (4.0, 2.0, None)
    """
    sums: list[pa.Table] = []
    held: list[pa.Table] = []
    for batch in batches:
        held.append(_told(batch))
        if sum(each.num_rows for each in held) > HELD:
            sums.append(_summed(pa.concat_tables(held)))
            held = []
    return _laid_out(pa.concat_tables([*sums, *held]), how)


def _told(rows: pa.Table) -> pa.Table:
    """Return rows with what else is summed: events, those with a figure, those without a bound."""
    none = rows["best"].is_null()
    count = {"events": pa.repeat(1.0, rows.num_rows), "stated": pc.invert(none)}
    count |= {f"no_{name}": pc.xor(none, rows[name].is_null()) for name in _BOUNDS}
    for name, column in count.items():
        rows = rows.append_column(name, column.cast(pa.float64()))
    return rows


def _summed(rows: pa.Table) -> pa.Table:
    """Return one row a war, dataset, version and period."""
    sums = [name for name in rows.column_names if name not in {*_KEY, "date"}]
    found = rows.group_by([*_KEY, "date"]).aggregate([(name, "sum") for name in sums])
    names = [name.removesuffix("_sum") for name in found.column_names]
    return found.rename_columns(names).select(rows.column_names)


def _laid_out(rows: pa.Table, how: Counting) -> pl.DataFrame:
    """Lay sums out by place: the periods of the first series, then those of the second."""
    series, of = _series(rows)
    series = series.with_columns(
        (pl.col("source_dataset") + f" {how.what}").alias("series"),
        unit=pl.lit(how.what),
        side=pl.lit(None, pl.String),
    )
    days = pl.DataFrame({"day": pl.Series(values=rows["date"])})
    number = days.select(_number(pl.col("day"), how.period)).to_series().to_numpy()
    first = np.full(series.height, np.iinfo(np.int64).max)
    last = np.full(series.height, np.iinfo(np.int64).min)
    np.minimum.at(first, of, number)
    np.maximum.at(last, of, number)
    length = last - first + 1
    shift = np.cumsum(length) - length - first
    each = np.repeat(np.arange(series.height), length)
    figures = _figures(rows, shift[of] + number, len(each), how.what)
    return pl.DataFrame(figures).with_columns(
        _day(pl.lit(pl.Series(np.arange(len(each)) - shift[each])), how.period).alias("date"),
        *(_repeated(column, each) for column in series),
    )


def _repeated(names: pl.Series, at: Any) -> pl.Expr:
    """Return a column of the names at these places; the same one all through is written once."""
    if names.n_unique() == 1:
        return pl.lit(names[0], names.dtype).alias(names.name)
    return pl.lit(names.gather(at))


def _series(rows: pa.Table) -> tuple[pl.DataFrame, Any]:
    """Return each war and dataset, in order, with its versions; and of every row which it is."""
    met = rows["code"].combine_chunks().dictionary_encode()
    code = met.indices.to_numpy()
    first = np.empty(len(met.dictionary), dtype=np.int64)
    first[code[::-1]] = np.arange(len(code) - 1, -1, -1)
    named = pl.DataFrame(rows.select(_KEY[:3]).take(first)).with_row_index("code")
    series = (
        named.group_by("war", "source_dataset")
        .agg(pl.col("source_version").unique().sort().str.join(";"), "code")
        .sort("war", "source_dataset")
        .with_row_index("place")
    )
    places = series.select("place", "code").explode("code").sort("code")["place"].to_numpy()
    return series.drop("place", "code"), places[code]


def _figures(rows: pa.Table, at: Any, size: int, what: What) -> dict[str, pl.Series]:
    """Return the sums by place: zero where there is no event, null where not every event says."""

    def summed(name: str) -> Any:
        return np.bincount(at, weights=rows[name].fill_null(0.0).to_numpy(), minlength=size)

    if what == "events":
        none = pl.repeat(None, size, dtype=pl.Float64, eager=True)
        return {"value": pl.Series(summed("events")), "low": none, "high": none}
    sums = {name: summed(name) for name in ("best", *_BOUNDS)}
    if pc.min(rows["stated"]).as_py() == 0:
        unsaid = (summed("events") > 0) & (summed("stated") == 0)
        for each in sums.values():
            each[unsaid] = np.nan
    for name in _BOUNDS:
        if pc.max(rows[f"no_{name}"]).as_py():
            sums[name][summed(f"no_{name}") > 0] = np.nan
    found = {name: pl.Series(each).fill_nan(None) for name, each in sums.items()}
    return {"value": found["best"], "low": found["low"], "high": found["high"]}


def _number(day: pl.Expr, period: Period) -> pl.Expr:
    """Return the number of a day's period, such that the next period's is one more."""
    if period == "day":
        return day.to_physical().cast(pl.Int64)
    year = day.dt.year().cast(pl.Int64)
    return year if period == "year" else year * 12 + day.dt.month().cast(pl.Int64) - 1


def _day(number: pl.Expr, period: Period) -> pl.Expr:
    """Return the first day of the period of that number."""
    if period == "day":
        return number.cast(pl.Int32).cast(pl.Date)
    return pl.date(number, 1, 1) if period == "year" else pl.date(number // 12, number % 12 + 1, 1)

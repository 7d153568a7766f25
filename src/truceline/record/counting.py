"""How events are counted into cells of a panel."""

from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

import numpy as np
import polars as pl

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


def filled(counted: pl.DataFrame, how: Counting) -> pl.DataFrame:
    """Return counted periods as PANEL, with zeros between a war's first and last.

    Parameters
    ----------
    counted : polars.DataFrame
        Rows of `events_by_period.sql`, in any order: one for each war, dataset, version and period.
    how : Counting
        What was counted, by which period.

    Returns
    -------
    polars.DataFrame
        PANEL, by war, dataset and date. A sum of deaths that no event states is null.
    """
    key = ["war", "source_dataset"]
    rows = counted.with_columns(_number(pl.col("date"), how.period).alias("number"))
    spans = (
        rows.group_by(key)
        .agg(
            pl.col("number").min().alias("first"),
            (pl.col("number").max() - pl.col("number").min() + 1).alias("length"),
            pl.col("source_version").unique().sort().str.join(";"),
        )
        .sort(key)
        .with_row_index("span")
        .with_columns((pl.col("length").cum_sum() - pl.col("length")).alias("offset"))
    )
    placed = rows.join(spans.select(*key, "offset", "first"), on=key)
    at = (placed["offset"] + placed["number"] - placed["first"]).to_numpy()
    each = spans.select(pl.col("span").repeat_by("length").explode())["span"]
    inside = np.arange(each.len()) - spans["offset"].gather(each).to_numpy()
    number = pl.Series("number", spans["first"].gather(each).to_numpy() + inside)
    named = spans.select(
        "war",
        (pl.col("source_dataset") + f" {how.what}").alias("series"),
        "source_dataset",
        "source_version",
    )
    columns = {name: named[name].gather(each) for name in named.columns}
    numbers = {"value": "events"} if how.what == "events" else _DEATHS
    for name, source in numbers.items():
        columns[name] = _laid(placed[source].cast(pl.Float64), at, each.len())
    made = pl.DataFrame(columns).with_columns(number, unit=pl.lit(how.what), side=None)
    bounds = [name for name in ("low", "high") if name not in columns]
    return made.with_columns(
        _day(pl.col("number"), how.period).alias("date"),
        *(pl.lit(None, pl.Float64).alias(name) for name in bounds),
    )


_DEATHS = {"value": "best", "low": "low", "high": "high"}


def _laid(values: pl.Series, at: Any, length: int) -> pl.Series:
    """Return sums of `values` by place, zero where there is none; a missing value stays missing."""
    weights = values.fill_null(float("nan")).to_numpy()
    return pl.Series(np.bincount(at, weights=weights, minlength=length)).fill_nan(None)


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

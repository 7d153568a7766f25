"""The share of deep strikes among placed attacks, by span of days, each with its interval."""

from datetime import date, timedelta

import numpy as np
import polars as pl

from truceline.measure.laid import Floats
from truceline.measure.placebo import wilson_ends
from truceline.terms.results import Estimate

LEVEL = 0.95
FEWEST = 10  # placed attacks of a month for which a share is given
_METHOD = "Wilson's interval at the number of attacks that days, taken whole, are worth"


def by_day(rows: pl.DataFrame) -> pl.DataFrame:
    """Return how many attacks of each day are placed, and how many of them are deep.

    Parameters
    ----------
    rows : polars.DataFrame
        As `attacks_by_depth` gives them.

    Returns
    -------
    polars.DataFrame
        `date`, `deep`, `placed`; days without a placed attack are absent.

    Examples
    --------
    >>> rows = pl.DataFrame({"date": [date(2025, 1, 1)] * 3, "depth": ["deep", "near", "unknown"]})
    >>> by_day(rows).row(0)[1:]
    (1, 2)
    """
    return (
        rows.filter(pl.col("depth") != "unknown")
        .group_by("date")
        .agg((pl.col("depth") == "deep").sum().cast(pl.Int64).alias("deep"),
             pl.len().cast(pl.Int64).alias("placed"))
        .sort("date")
    )  # fmt: skip


def share(part: Floats, whole: Floats, *, name: str) -> Estimate:
    """Return a share of counts that come in days, with its interval.

    Parameters
    ----------
    part, whole : array of float, shape (days,)
        Counts of days; the part is at most the whole.
    name : str
        Of the estimate.

    Returns
    -------
    Estimate
        With no numbers where there is no count at all.

    Notes
    -----
    Attacks of one night are one decision: days are drawn, not attacks. Days are taken as
    independent of each other.

    References
    ----------
    Wilson, E. B. (1927). Probable inference, the law of succession, and statistical inference.
    *JASA* 22. Kish, L. (1965). *Survey Sampling* (the design effect).

    Examples
    --------
    >>> found = share(np.array([1.0, 0, 1, 0]), np.ones(4), name="x")
    >>> found.value, round(found.low, 2), round(found.high, 2)
    (0.5, 0.15, 0.85)
    """
    total = float(whole.sum())
    if total <= 0:
        why = "cannot be estimated: no attack is placed"
        return Estimate(name=name, value=None, n=0, method=why)
    value, days = float(part.sum() / total), whole.size
    chance = value * (1 - value) / max(total - 1, 1)  # as unbiased as what it is set against
    apart = ((part - value * whole) ** 2).sum() / total**2 * days / max(days - 1, 1)
    worth = total / max(float(apart / chance), 1.0) if chance > 0 else total
    low, high = wilson_ends(value, worth, level=LEVEL)
    return Estimate(
        name=name, value=value, low=low, high=high, level=LEVEL,
        measured_in="share of placed attacks", n=int(total), method=_METHOD,
    )  # fmt: skip


def weekly(days: pl.DataFrame) -> tuple[date, Floats, Floats]:
    """Return deep and placed attacks by week from the first Monday on.

    Parameters
    ----------
    days : polars.DataFrame
        As `by_day` gives them, not empty.

    Returns
    -------
    date, array of float, array of float
        The Monday of the first week, and both counts of each week; a week without a placed attack
        holds noughts in both and says nothing.
    """
    first = days["date"][0] - timedelta(days=days["date"][0].weekday())
    week = (days["date"] - first).dt.total_days().to_numpy() // 7
    size = int(week[-1]) + 1
    deep, placed = np.zeros(size), np.zeros(size)
    np.add.at(deep, week, days["deep"].to_numpy())
    np.add.at(placed, week, days["placed"].to_numpy())
    return first, deep, placed


def monthly(days: pl.DataFrame, *, least: int = FEWEST) -> tuple[Estimate, ...]:
    """Return the share of each month that holds enough placed attacks.

    Parameters
    ----------
    days : polars.DataFrame
        As `by_day` gives them.
    least : int, default 10
        Placed attacks that a month needs.

    Returns
    -------
    tuple of Estimate
        In order; months with fewer are left out.
    """
    made = []
    for (month,), rows in days.group_by(pl.col("date").dt.strftime("%Y-%m"), maintain_order=True):
        if rows["placed"].sum() >= least:
            deep, placed = (rows[each].to_numpy().astype(np.float64) for each in ("deep", "placed"))
            made.append(share(deep, placed, name=f"deep strikes: share in {month}"))
    return tuple(made)

"""Coded attacks of one side by day: those whose place is known, and those on towns among them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

import numpy as np
import polars as pl

from truceline.measure.daily import Daily
from truceline.terms.wars import Side

FEWEST = 60  # days with any report; with fewer a daily series says nothing
NAME = "coded attacks on towns of 15,000 people or more"
_TOWN = (
    1  # UCDP's where_prec of an exact place; the coder's gazetteer knows towns of 15,000 or more
)
_HAPPENED = ("happened", "ongoing")
_NEEDED = {"type", "status", "date_start", "side_a", "where_prec"}


@dataclass(frozen=True, slots=True, eq=False)
class TownAttacks:
    """One side's coded attacks with a known place, by day, and those on towns among them."""

    side: str
    placed: Daily
    on_towns: Daily


def town_attacks(
    events: pl.DataFrame | None, sides: Iterable[Side], *, as_of: date
) -> tuple[TownAttacks, ...]:
    """Return each side's attacks by day, from coded reports that say where.

    Parameters
    ----------
    events : polars.DataFrame or None
        In EVENTS shape; only coded reports are used, since other datasets' places mean other
        things.
    sides : iterable of Side
        Matched by code, name or an alias.
    as_of : date
        Later events are not used.

    Returns
    -------
    tuple of TownAttacks
        For sides with attacks at known places, where sixty days or more have any report. A day
        without a report is missing, never zero.

    Notes
    -----
    A report that names only a province says nothing of towns and still counts among all attacks:
    the share is a lower bound, and means something only against itself at another time.

    References
    ----------
    docs/methods/talks.md.

    Examples
    --------
    >>> town_attacks(None, (), as_of=date(2025, 6, 5))
    ()
    """
    if events is None or not set(events.columns) >= _NEEDED:
        return ()
    rows = events.filter(pl.col("date_start") <= as_of)
    if "source_dataset" in rows.columns:
        rows = rows.filter(pl.col("source_dataset") == "reports")
    days = rows["date_start"].unique().sort()
    if days.len() < FEWEST:
        return ()
    attacks = rows.filter(
        (pl.col("type") == "ASSAULT") & pl.col("status").is_in(_HAPPENED)
        & pl.col("where_prec").is_not_null()
    )  # fmt: skip
    found = []
    for side in sides:
        mine = attacks.filter(_by(side))
        if mine.height:
            town = mine.filter(pl.col("where_prec") == _TOWN)
            found.append(
                TownAttacks(
                    side.code, _daily(f"placed_{side.code}", mine, days),
                    _daily(f"placed_{side.code}_on_towns", town, days),
                )
            )  # fmt: skip
    return tuple(found)


def _by(side: Side) -> pl.Expr:
    """Whether a side is among those who acted."""
    names = [each.casefold() for each in (side.code, side.name, *side.aliases)]
    actors = pl.col("side_a").cast(pl.String).fill_null("").str.to_lowercase().str.split(";")
    return actors.list.eval(pl.element().str.strip_chars().is_in(names)).list.any()


def _daily(name: str, rows: pl.DataFrame, days: pl.Series) -> Daily:
    """Rows by day; zero on days with reports of other things alone."""
    first = days[0]
    values = np.full((days[-1] - first).days + 1, np.nan)
    values[(days - first).dt.total_days().to_numpy()] = 0.0
    counted = rows.group_by("date_start").agg(pl.len())
    values[(counted["date_start"] - first).dt.total_days().to_numpy()] = counted["len"].to_numpy()
    return Daily(name, first, values, days.len())

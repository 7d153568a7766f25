"""Rows of coded events, ours or others', as words and deeds of a side by day.

Which column of which dataset holds what is data: `quads.toml`. A dataset that does not say who
acted (ACLED's actor1 and actor2, say) is refused: a measure of own deeds needs a direction.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib import resources
from typing import Any

import numpy as np
import polars as pl

from truceline.measure.daily import Daily
from truceline.terms.errors import BadFrame
from truceline.terms.ontology import QUAD_OF
from truceline.terms.wars import Side

WORDS = "verbal cooperation"
DEEDS = "material conflict"
FEWEST_REPORTED = 60  # days with any report at all; with fewer a daily series says nothing


@dataclass(frozen=True, slots=True, eq=False)
class Coded:
    """Events with `id`, `date`, `source`, `target` (lists of text), `quad`, `report` and `again`.

    `again` marks a row that tells of an event for which another row stands: it counts as a report
    and not as an event.
    `accuracy` is how often a machine's code is right, and `accuracy_source` who says so. `dropped`
    counts rows without a date, a source or a class that is known.
    """

    dataset: str
    frame: pl.DataFrame
    accuracy: float
    accuracy_source: str
    dropped: int


@cache
def mapping() -> Mapping[str, Mapping[str, Any]]:
    """Return how rows of each dataset are read, as `quads.toml` has it.

    Returns
    -------
    mapping
        By name of the dataset.

    Examples
    --------
    >>> sorted(mapping())
    ['gdelt', 'polecat', 'truceline']
    """
    text = resources.files("truceline.measure").joinpath("quads.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


def coded(events: pl.DataFrame, *, as_of: date | None = None) -> Coded:
    """Return rows of coded events in one shape, whichever known dataset they come from.

    Parameters
    ----------
    events : polars.DataFrame
        In EVENTS shape, or rows of POLECAT or GDELT 2 with their own column names.
    as_of : date, optional
        Later rows are not used.

    Returns
    -------
    Coded
        Rows that happened, by day of their first date.

    Raises
    ------
    BadFrame
        If it is none of the known datasets, or its dates cannot be read.

    Notes
    -----
    A row of ours that is planned, threatened, demanded or denied is no deed and no word that was
    spoken; it is left out. Rows whose column `again` is true tell of an event that another row
    stands for; without that column, an event stands as often as it was coded.

    Examples
    --------
    >>> rows = pl.DataFrame({"SQLDATE": [20250602], "Actor1CountryCode": ["RUS"],
    ...     "Actor2CountryCode": ["UKR"], "QuadClass": [4], "GLOBALEVENTID": [1],
    ...     "SOURCEURL": ["made-up"]})
    >>> coded(rows).frame.select("date", "quad").row(0)
    (datetime.date(2025, 6, 2), 'material conflict')
    """
    for name, columns in mapping().items():
        if set(columns["known_by"]) <= set(events.columns):
            return _read(events, name, columns, as_of)
    known = "; ".join(f"{name}: {', '.join(each['known_by'])}" for name, each in mapping().items())
    raise BadFrame(
        f"the events have the columns {', '.join(events.columns)}, which is no dataset that says "
        f"who acted; give one with the columns of {known}"
    )


def words(found: Coded, side: Side) -> pl.DataFrame:
    """Return the days on which a side cooperated in words, with the ids of the events.

    Parameters
    ----------
    found : Coded
        Events of one dataset.
    side : Side
        Matched by its code, name or an alias.

    Returns
    -------
    polars.DataFrame
        Columns `date` and `id`, in order of date; several rows a day are possible.
    """
    return _of(found, side).filter(pl.col("quad") == WORDS).select("date", "id").sort("date", "id")


def deeds(found: Coded, side: Side, *, by_volume: bool = True) -> Daily | str:
    """Return a side's coded material conflict by day, or why there is no such series.

    Parameters
    ----------
    found : Coded
        Events of one dataset.
    side : Side
        Matched by its code, name or an alias.
    by_volume : bool, default True
        Whether each day's count is divided by that day's reports and multiplied by their mean.

    Returns
    -------
    Daily or str
        A day with no report of anything is missing, never zero; a day with reports and no deed of
        this side is zero.

    Notes
    -----
    Reporting swells around talks, and with it all counts of events. Dividing by the day's reports
    of everything takes that out where deeds and the rest are reported alike.
    """
    kept = found.frame
    if kept.is_empty():
        return "no coded event has a date, a source and a class"
    volume = kept.group_by("date").agg(pl.col("report").n_unique().alias("reports"))
    mine = _of(found, side).filter(pl.col("quad") == DEEDS).group_by("date").agg(pl.len())
    joined = volume.join(mine, on="date", how="left").sort("date")
    if joined.height < FEWEST_REPORTED:
        return f"{joined.height} days have any coded event, and {FEWEST_REPORTED} are needed"
    if mine.is_empty():
        return f"no coded event is a deed of {side.name}"
    first = joined["date"][0]
    places = (joined["date"] - first).dt.total_days().to_numpy()
    counts = joined["len"].fill_null(0).to_numpy().astype(np.float64)
    if by_volume:
        reports = joined["reports"].to_numpy().astype(np.float64)
        counts = counts / reports * reports.mean()
    values = np.full(int(places[-1]) + 1, np.nan)
    values[places] = counts
    return Daily(f"coded_{side.code}", first, values, joined.height)


def weekly(found: Coded, side: Side) -> pl.DataFrame:
    """Return a side's coded events of each quad class by week.

    Parameters
    ----------
    found : Coded
        Events of one dataset.
    side : Side
        Matched by its code, name or an alias.

    Returns
    -------
    polars.DataFrame
        Columns `week` (its Monday) and one a class; weeks with no report of anything are absent.
    """
    monday = pl.col("date").dt.truncate("1w").alias("week")
    weeks = found.frame.select(monday).unique().sort("week")  # of all reports
    mine = _of(found, side).with_columns(monday)
    for quad in dict.fromkeys(QUAD_OF.values()):
        counted = mine.filter(pl.col("quad") == quad).group_by("week").agg(pl.len().alias(quad))
        weeks = weeks.join(counted, on="week", how="left")
    return weeks.fill_null(0).sort("week")


def span(found: Coded) -> tuple[date, date] | None:
    """Return the first and last day of the events, or None where there are none.

    Parameters
    ----------
    found : Coded
        Events of one dataset.

    Returns
    -------
    (date, date) or None
        Both inside.
    """
    first, last = found.frame["date"].min(), found.frame["date"].max()
    return (first, last) if isinstance(first, date) and isinstance(last, date) else None


def _of(found: Coded, side: Side) -> pl.DataFrame:
    """Events whose source is the side."""
    names = [each.casefold() for each in (side.code, side.name, *side.aliases)]
    by = pl.col("source").list.eval(pl.element().is_in(names)).list.any()
    return found.frame.filter(by & ~pl.col("again"))


def _read(events: pl.DataFrame, name: str, columns: Mapping[str, Any], as_of: date | None) -> Coded:
    """Rows of one known dataset in our shape."""
    classes = columns.get("class") or dict(QUAD_OF)
    kind = pl.col(columns["kind"]).cast(pl.String).str.strip_chars()
    rows = events
    if "happened" in columns:
        status = pl.col("status")
        rows = rows.filter(status.is_null() | status.is_in(columns["happened"]))
    number = pl.int_range(pl.len()).cast(pl.String)
    report = columns.get("report", "")
    try:
        shaped = rows.select(
            _text(rows, columns["id"], number).alias("id"),
            _days(rows, columns["date"]).alias("date"),
            _actors(columns["source"]).alias("source"),
            _actors(columns["target"]).alias("target"),
            kind.replace_strict(classes, default=None, return_dtype=pl.String).alias("quad"),
            _text(rows, report, number).alias("report"),
            (pl.col("again") if "again" in rows.columns else pl.lit(False)).alias("again"),  # noqa: FBT003
        )
    except pl.exceptions.PolarsError as error:
        first_line = str(error).splitlines()[0]
        raise BadFrame(
            f"rows of {name} cannot be read: {first_line}; give them as published"
        ) from (error)
    whole = shaped.filter(
        pl.col("date").is_not_null() & pl.col("quad").is_not_null()
        & (pl.col("source").list.len() > 0)
    )  # fmt: skip
    dropped = shaped.height - whole.height
    if as_of is not None:
        whole = whole.filter(pl.col("date") <= as_of)
    return Coded(name, whole, columns["accuracy"], columns["accuracy_source"], dropped)


def _text(rows: pl.DataFrame, name: str, otherwise: pl.Expr) -> pl.Expr:
    """A column as text; where it is absent or empty, the row's own number."""
    if name not in rows.columns:
        return otherwise
    return pl.coalesce(pl.col(name).cast(pl.String), otherwise)


def _days(rows: pl.DataFrame, name: str) -> pl.Expr:
    """A column of dates, or of texts or numbers such as 2025-06-02 or 20250602."""
    if rows.schema[name] in (pl.Date, pl.Datetime):
        return pl.col(name).cast(pl.Date)
    text = pl.col(name).cast(pl.String).str.replace_all("-", "").str.slice(0, 8)
    return text.str.to_date("%Y%m%d", strict=False)


def _actors(name: str) -> pl.Expr:
    """Codes or names of actors, parted at semicolons, in small letters."""
    parts = pl.col(name).cast(pl.String).fill_null("").str.to_lowercase().str.split(";")
    known = ~pl.element().str.strip_chars().is_in(["", "none"])  # POLECAT writes None for unknown
    return parts.list.eval(pl.element().str.strip_chars().filter(known))

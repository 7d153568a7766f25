"""UCDP/PRIO Armed Conflict Dataset: a row a conflict and year."""

import polars as pl

from truceline.read.datasets.adapter import Adapter, Built, take
from truceline.read.datasets.fields import calendar_day, days, whole
from truceline.read.datasets.table import Table

COLUMNS = (
    "conflict_id", "location", "side_a", "side_a_id", "side_a_2nd", "side_b", "side_b_id",
    "side_b_2nd", "incompatibility", "territory_name", "year", "intensity_level",
    "cumulative_intensity", "type_of_conflict", "start_date", "start_prec", "start_date2",
    "start_prec2", "ep_end", "ep_end_date", "ep_end_prec", "gwno_a", "gwno_a_2nd", "gwno_b",
    "gwno_b_2nd", "gwno_loc", "region", "version",
)  # fmt: skip


def build(table: Table) -> Built:
    """Return conflict-years as EVENTS: the part of the year in which the conflict was active.

    A year begins on 1 January, or on the day the episode began (`start_date2`); it ends on 31
    December, or on the day the episode ended. No deaths: the dataset gives a level, not a number.
    """
    frame = table.frame
    blank = pl.Series([None] * frame.height, dtype=pl.String)
    episode = days(frame["start_date2"] if "start_date2" in table.columns else blank)
    over = days(frame["ep_end_date"] if "ep_end_date" in table.columns else blank)
    year = whole("year")
    first, last = calendar_day(year, 1, 1), calendar_day(year, 12, 31)
    began = pl.when(pl.lit(episode).dt.year() == year).then(pl.lit(episode)).otherwise(first)
    ended = pl.when(pl.lit(over).dt.year() == year).then(pl.lit(over)).otherwise(last)
    fields = {
        "id": pl.concat_str(whole("conflict_id").cast(pl.String), year.cast(pl.String),
                            separator="-"),
        "date_start": began,
        "date_end": pl.max_horizontal(began, ended),
        "date_prec": pl.lit("year"),
        "side_a": pl.coalesce(take(table, "side_a"), _gw(table, "gwno_a")),
        "side_b": pl.coalesce(take(table, "side_b"), _gw(table, "gwno_b")),
        "type_of_violence": pl.lit(1),
        "type": pl.lit("ASSAULT"),
        "status": pl.lit("happened"),
        "hedge": pl.lit("reported"),
    }  # fmt: skip
    refuse = [
        ("no conflict_id", whole("conflict_id").is_null()),
        ("year is no year", year.is_null() | ~year.is_between(1900, 2100)),
    ]
    return Built(frame, fields, refuse)


def _gw(table: Table, name: str) -> pl.Expr:
    """Return a Gleditsch and Ward number as text, for files that leave the sides' names out."""
    return pl.concat_str(pl.lit("GW "), take(table, name).str.strip_suffix(".0"))


ACD = Adapter(
    name="ucdp-prio-acd",
    title="UCDP/PRIO Armed Conflict",
    required=("conflict_id", "year", "intensity_level", "type_of_conflict"),
    known=COLUMNS,
    build=build,
    war_key=("conflict_id", "ucdp_conflict"),
)

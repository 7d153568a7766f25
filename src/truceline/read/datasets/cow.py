"""Correlates of War, inter-state wars: a row a belligerent, from 1823."""

import polars as pl

from truceline.read.datasets.adapter import Adapter, Built, not_a_number, take
from truceline.read.datasets.fields import calendar_day, number, whole
from truceline.read.datasets.table import Table

COLUMNS = (
    "WarNum", "WarName", "WarType", "ccode", "StateName", "Side", "StartMonth1", "StartDay1",
    "StartYear1", "EndMonth1", "EndDay1", "EndYear1", "StartMonth2", "StartDay2", "StartYear2",
    "EndMonth2", "EndDay2", "EndYear2", "TransFrom", "WhereFought", "Initiator", "Outcome",
    "TransTo", "BatDeath", "Version",
)  # fmt: skip


def build(table: Table) -> Built:
    """Return belligerents as EVENTS: their time in the war, their battle deaths, who began.

    -9 (unknown) and -8 (does not apply) are null. A war fought in two spells spans both. One
    number of deaths is given: it is `best`; `low` and `high` stay null.
    """
    start, exact = _day("Start", "1", first=True)
    end = pl.coalesce(_day("End", "2", first=False)[0], _day("End", "1", first=False)[0])
    began = take(table, "Initiator") == "1"
    dead = number("BatDeath")
    fields = {
        "id": pl.concat_str(take(table, "WarNum"), take(table, "ccode"), separator="-"),
        "date_start": start,
        "date_end": end,
        "date_prec": pl.when(exact).then(pl.lit("day")).otherwise(pl.lit("month")),
        "side_a": take(table, "StateName"),
        "best": pl.when(dead >= 0).then(dead),
        "type": pl.lit("ASSAULT"),
        "status": pl.lit("happened"),
        "hedge": pl.lit("reported"),
        "initiator": pl.when(began).then(take(table, "StateName")),
        "initiator_basis": pl.when(began).then(pl.lit("COW's Initiator: began the war")),
    }
    refuse = [
        ("no WarNum or ccode", take(table, "WarNum").is_null() | take(table, "ccode").is_null()),
        ("no date of its start or end", start.is_null() | end.is_null()),
        ("it ends before it starts", end < start),
        *not_a_number(table, "BatDeath"),
    ]
    return Built(table.frame, fields, refuse)


def _day(what: str, spell: str, *, first: bool) -> tuple[pl.Expr, pl.Expr]:
    """Return a date of a spell, or its month's first or last, and whether the day is known."""
    year, month, day = (whole(f"{what}{part}{spell}") for part in ("Year", "Month", "Day"))
    exact = day >= 1
    known = (year > 0) & (month >= 1)
    begin = pl.when(known).then(calendar_day(year, month, 1))
    whole_month = begin if first else begin.dt.month_end()
    return pl.when(exact & known).then(calendar_day(year, month, day)).otherwise(whole_month), exact


COW = Adapter(
    name="cow-inter-state",
    title="COW inter-state wars",
    required=("WarNum", "ccode", "StateName", "StartYear1", "EndYear1", "BatDeath"),
    known=COLUMNS,
    build=build,
    war_key=("WarNum", "cow"),
)

"""GDELT 2.0 events: 61 columns without a header, tabs between; or as exported with one."""

import polars as pl

from truceline.read.datasets.adapter import Adapter, Built, figures, off_the_map, take
from truceline.read.datasets.cameo import plover
from truceline.read.datasets.fields import days, number
from truceline.read.datasets.table import Table


def _geo(who: str) -> tuple[str, ...]:
    parts = ("Type", "FullName", "CountryCode", "ADM1Code", "ADM2Code", "Lat", "Long", "FeatureID")
    return tuple(f"{who}Geo_{part}" for part in parts)


def _actor(who: str) -> tuple[str, ...]:
    parts = ("Code", "Name", "CountryCode", "KnownGroupCode", "EthnicCode", "Religion1Code",
             "Religion2Code", "Type1Code", "Type2Code", "Type3Code")  # fmt: skip
    return tuple(f"{who}{part}" for part in parts)


COLUMNS = (
    "GLOBALEVENTID", "SQLDATE", "MonthYear", "Year", "FractionDate", *_actor("Actor1"),
    *_actor("Actor2"), "IsRootEvent", "EventCode", "EventBaseCode", "EventRootCode", "QuadClass",
    "GoldsteinScale", "NumMentions", "NumSources", "NumArticles", "AvgTone", *_geo("Actor1"),
    *_geo("Actor2"), *_geo("Action"), "DATEADDED", "SOURCEURL",
)  # fmt: skip
"""The 61 columns of the 2.0 codebook."""


def build(table: Table) -> Built:
    """Return GDELT's rows as EVENTS. A row is a report: it must not be counted as an event.

    `initiator` is the acting party of material conflict as GDELT's machine read it.
    """
    date = days(table.frame["SQLDATE"])
    acting = pl.coalesce(take(table, "Actor1Code"), take(table, "Actor1Name"))
    fight = take(table, "QuadClass") == "4"
    fields = figures(table, latitude="ActionGeo_Lat", longitude="ActionGeo_Long") | {
        "id": take(table, "GLOBALEVENTID"),
        "date_start": pl.lit(date),
        "date_end": pl.lit(date),
        "date_prec": pl.lit("day"),
        "side_a": acting,
        "side_b": pl.coalesce(take(table, "Actor2Code"), take(table, "Actor2Name")),
        "type": plover(take(table, "EventCode")),
        "hedge": pl.lit("reported"),
        "initiator": pl.when(fight).then(acting),
        "initiator_basis": pl.when(fight & acting.is_not_null()).then(
            pl.lit("GDELT's Actor1, read by machine")
        ),
    }
    refuse = [
        ("no GLOBALEVENTID", take(table, "GLOBALEVENTID").is_null()),
        ("SQLDATE cannot be read as a date", pl.lit(date).is_null()),
        off_the_map(number("ActionGeo_Lat"), number("ActionGeo_Long")),
    ]
    told = table.frame["SOURCEURL"].n_unique() if "SOURCEURL" in table.columns else 0
    remarks = (
        f"GDELT counts reports, not events: {table.frame.height} rows stand on {told} pages",
    )
    return Built(table.frame, fields, refuse, remarks)


GDELT = Adapter(
    name="gdelt",
    title="GDELT 2.0 events",
    required=("GLOBALEVENTID", "SQLDATE", "EventCode", "QuadClass"),
    known=COLUMNS,
    others=("CAMEOCodeDescription",),
    build=build,
    headerless=True,
)

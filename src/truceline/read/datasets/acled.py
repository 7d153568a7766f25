"""ACLED's export as CSV, of any year's columns."""

import polars as pl

from truceline.read.datasets.adapter import (
    Adapter,
    Built,
    figures,
    not_a_number,
    off_the_map,
    take,
)
from truceline.read.datasets.fields import days, number
from truceline.read.datasets.table import Table

COLUMNS = (
    "event_id_cnty", "event_date", "year", "time_precision", "disorder_type", "event_type",
    "sub_event_type", "actor1", "assoc_actor_1", "inter1", "actor2", "assoc_actor_2", "inter2",
    "interaction", "civilian_targeting", "iso", "region", "country", "admin1", "admin2", "admin3",
    "location", "latitude", "longitude", "geo_precision", "source", "source_scale", "notes",
    "fatalities", "tags", "timestamp",
)  # fmt: skip
OLDER = ("data_id", "iso3", "event_id_no_cnty", "gwno", "population_best", "population_1km")
_TYPES = {
    "battles": "ASSAULT",
    "explosions/remote violence": "ASSAULT",
    "violence against civilians": "ASSAULT",
    "protests": "PROTEST",
    "riots": "PROTEST",
}
_PRECISION = {"1": "day", "2": "week", "3": "month"}


def build(table: Table) -> Built:
    """Return ACLED's rows as EVENTS.

    Its one number of deaths becomes `best`; `low` and `high` stay null, because the source gives
    no range. `initiator` is null: the order of ACLED's actors does not say who attacked. Its
    `geo_precision` is another scale than UCDP's `where_prec`, which stays null.
    """
    date = days(table.frame["event_date"])
    kind = take(table, "event_type").str.to_lowercase()
    fields = figures(table, best="fatalities", latitude="latitude", longitude="longitude") | {
        "id": take(table, "event_id_cnty"),
        "date_start": pl.lit(date),
        "date_end": pl.lit(date),
        "date_prec": take(table, "time_precision").replace_strict(_PRECISION, default="unknown"),
        "side_a": take(table, "actor1"),
        "side_b": take(table, "actor2"),
        "type": kind.replace_strict(_TYPES, default=None, return_dtype=pl.String),
        "status": pl.lit("happened"),
        "hedge": pl.lit("reported"),
        "initiator_basis": pl.lit("ACLED: the order of the actors does not say who attacked"),
    }
    refuse = [
        ("no event_id_cnty", take(table, "event_id_cnty").is_null()),
        ("event_date cannot be read as a date", pl.lit(date).is_null()),
        *not_a_number(table, "fatalities", "latitude", "longitude"),
        off_the_map(number("latitude"), number("longitude")),
    ]
    remarks = (
        "ACLED gives one number of deaths: it is the best figure, and low and high are unknown",
        "ACLED's actor1 and actor2 do not say who attacked: no initiator is given",
    )
    return Built(table.frame, fields, refuse, remarks)


ACLED = Adapter(
    name="acled",
    title="ACLED",
    required=("event_id_cnty", "event_date", "event_type", "actor1", "fatalities"),
    known=COLUMNS,
    others=OLDER,
    build=build,
)

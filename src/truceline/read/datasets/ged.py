"""UCDP GED and Candidate: all 49 columns, with and without a header; and extracts of them."""

import polars as pl

from truceline.read.datasets.adapter import (
    Adapter,
    Built,
    figures,
    not_a_number,
    off_the_map,
    take,
)
from truceline.read.datasets.fields import days, number, whole
from truceline.read.datasets.table import ROW, Table

COLUMNS = (
    "id", "relid", "year", "active_year", "code_status", "type_of_violence", "conflict_dset_id",
    "conflict_new_id", "conflict_name", "dyad_dset_id", "dyad_new_id", "dyad_name",
    "side_a_dset_id", "side_a_new_id", "side_a", "side_b_dset_id", "side_b_new_id", "side_b",
    "number_of_sources", "source_article", "source_office", "source_date", "source_headline",
    "source_original", "where_prec", "where_coordinates", "where_description", "adm_1", "adm_2",
    "latitude", "longitude", "geom_wkt", "priogrid_gid", "country", "country_id", "region",
    "event_clarity", "date_prec", "date_start", "date_end", "deaths_a", "deaths_b",
    "deaths_civilians", "deaths_unknown", "best", "high", "low", "gwnoa", "gwnob",
)  # fmt: skip
OLDER = ("gwnoloc", "isocc", "ccode", "where_prec_name", "deaths_civ", "gwab")
_NUMBERS = ("best", "low", "high", "latitude", "longitude", "where_prec", "type_of_violence")


def build(table: Table) -> Built:
    """Return GED's rows as EVENTS.

    UCDP's side A is the perpetrator of one-sided violence by definition; in the other two types
    the order of the sides says nothing of who attacked, so `initiator` stays null.
    """
    start, end = days(table.frame["date_start"]), days(table.frame["date_end"])
    one_sided = whole("type_of_violence") == 3
    fields = figures(
        table,
        best="best",
        low="low",
        high="high",
        latitude="latitude",
        longitude="longitude",
        where_prec="where_prec",
        type_of_violence="type_of_violence",
    ) | {
        "id": take(table, "id"),
        "date_start": pl.lit(start),
        "date_end": pl.lit(end),
        "date_prec": take(table, "date_prec"),
        "side_a": take(table, "side_a"),
        "side_b": take(table, "side_b"),
        "type": pl.lit("ASSAULT"),
        "status": pl.lit("happened"),
        "hedge": pl.lit("reported"),
        "initiator": pl.when(one_sided).then(take(table, "side_a")),
        "initiator_basis": pl.when(one_sided).then(
            pl.lit("UCDP: side A is the perpetrator of one-sided violence")
        ),
    }
    refuse = [
        ("no id", take(table, "id").is_null()),
        ("date_start cannot be read as a date", pl.lit(start).is_null()),
        ("date_end cannot be read as a date", pl.lit(end).is_null()),
        ("it ends before it starts", pl.lit(end) < pl.lit(start)),
        *not_a_number(table, *_NUMBERS),
        off_the_map(number("latitude"), number("longitude")),
    ]
    return Built(table.frame, fields, refuse)


def dataset(table: Table, version: str) -> str:
    """Return which of the two UCDP datasets a file is: candidate versions have three parts."""
    del table
    return "ucdp-candidate" if version.count(".") == 2 else "ucdp-ged"


def build_extract(table: Table) -> Built:
    """Return rows of a date and a number of deaths as EVENTS; a row's id is its place."""
    start = days(table.frame["date_start"])
    fields = figures(table, best="best", low="low", high="high") | {
        "id": pl.concat_str(pl.lit("row "), pl.col(ROW).cast(pl.String)),
        "date_start": pl.lit(start),
        "date_end": pl.lit(days(table.frame["date_end"]) if "date_end" in table.columns else start),
        "date_prec": take(table, "date_prec").fill_null("unknown"),
        "type": pl.lit("ASSAULT"),
        "status": pl.lit("happened"),
        "hedge": pl.lit("reported"),
    }
    refuse = [
        ("date_start cannot be read as a date", pl.lit(start).is_null()),
        *not_a_number(table, "best", "low", "high"),
    ]
    remarks = []
    if "date_end" not in table.columns:
        remarks.append(
            "only first days are given: events of many days stand on their first one; "
            "use months, or leave the lumps out"
        )
    return Built(table.frame, fields, refuse, tuple(remarks))


GED = Adapter(
    name="ucdp-ged",
    title="UCDP GED",
    required=("id", "date_start", "date_end", "best", "low", "high", "type_of_violence"),
    known=COLUMNS,
    others=OLDER,
    build=build,
    headerless=True,
    war_key=("conflict_new_id", "ucdp_conflict"),
    dataset=dataset,
)
EXTRACT = Adapter(
    name="ucdp-ged-extract",
    title="extract of UCDP GED",
    required=("date_start", "best"),
    known=("country", "date_start", "best"),
    others=COLUMNS,
    build=build_extract,
)

"""VIINA: news reports of violence in Ukraine, coded by machine, one row a place and day."""

import polars as pl

from truceline.read.datasets.adapter import Adapter, Built, figures, off_the_map, take
from truceline.read.datasets.fields import days, number
from truceline.read.datasets.table import Table

_KINDS = (
    "loc", "san", "aad", "airstrike", "airalert", "uav", "armor", "arrest", "artillery", "control",
    "firefight", "ied", "raid", "occupy", "property", "cyber", "hospital", "milcas", "civcas",
    "retreat",
)  # fmt: skip
_ACTORS = ("a_rus", "a_ukr", "a_rus_init", "a_ukr_init", "a_civ", "a_other")
COLUMNS = (
    "viina_version", "event_id_1pd", "date", "n_reports", "event_ids", "sources", "geonameid",
    "feature_code", "asciiname", "ADM1_NAME", "ADM1_CODE", "ADM2_NAME", "ADM2_CODE", "longitude",
    "latitude", "GEO_PRECISION", "t_mil_b", *(f"{each}_b" for each in _ACTORS),
    *(f"t_{each}_b" for each in _KINDS),
)  # fmt: skip
OTHERS = (
    "event_id", "time", "source", "url", "text_ru", "text_ua", "location", "address", "GEO_API",
    "report_id", "t_mil", *_ACTORS, *(f"t_{each}" for each in _KINDS),
)  # fmt: skip


def build(table: Table) -> Built:
    """Return VIINA's rows as EVENTS. A row may stand on one report or on many.

    `a_rus` and `a_ukr` name the parties; only `a_rus_init` and `a_ukr_init` say who began, so
    where they are lacking, or both or none are set, `initiator` is null.
    """
    date = days(table.frame["date"])
    russia, ukraine = _flag(table, "a_rus"), _flag(table, "a_ukr")
    first, second = _flag(table, "a_rus_init"), _flag(table, "a_ukr_init")
    began = pl.when(first & ~second).then(pl.lit("RUS")).when(second & ~first).then(pl.lit("UKR"))
    # Each year's file counts its events anew, so the number alone would name two of them.
    number_in_year = take(table, "event_id_1pd", "event_id")
    year = pl.lit(date).dt.year().cast(pl.String)
    fields = figures(table, latitude="latitude", longitude="longitude") | {
        "id": pl.concat_str(year, number_in_year, separator="-"),
        "date_start": pl.lit(date),
        "date_end": pl.lit(date),
        "date_prec": pl.lit("day"),
        "side_a": pl.when(russia).then(pl.lit("RUS")),
        "side_b": pl.when(ukraine).then(pl.lit("UKR")),
        "hedge": pl.lit("reported"),
        "initiator": began,
        "initiator_basis": pl.when(began.is_not_null()).then(
            pl.lit("VIINA's a_rus_init and a_ukr_init, coded by machine")
        ),
    }
    refuse = [
        ("no event id", number_in_year.is_null()),
        ("date cannot be read as a date", pl.lit(date).is_null()),
        off_the_map(number("latitude"), number("longitude")),
    ]
    remarks = ("VIINA's kinds and parties are coded by machine, from reports that may overlap",)
    return Built(table.frame, fields, refuse, remarks)


def _flag(table: Table, name: str) -> pl.Expr:
    """Return a 0 or 1 of VIINA as a yes or no; a missing one is a no."""
    told = take(table, f"{name}_b", name)
    return (told.cast(pl.Float64, strict=False) >= 0.5).fill_null(value=False)


VIINA = Adapter(
    name="viina",
    title="VIINA",
    required=("date", "n_reports", "geonameid", "longitude", "latitude"),
    known=COLUMNS,
    others=OTHERS,
    build=build,
)

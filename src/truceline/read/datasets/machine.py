"""POLECAT and ICEWS, machine-coded events between tabs."""

import polars as pl

from truceline.read.datasets.adapter import Adapter, Built, figures, off_the_map, take
from truceline.read.datasets.cameo import plover
from truceline.read.datasets.fields import days, number
from truceline.read.datasets.table import Table
from truceline.terms.ontology import TYPES

# The header of the yearly files ngecEvents.DV.*.txt, as four public programs that read them print
# it; some years write "Event Intensity" for "Intensity".
POLECAT_COLUMNS = (
    "Event ID", "Event Date", "Event Type", "Event Mode", "Intensity", "Quad Code", "Contexts",
    "Actor Name", "Actor Country", "Actor COW", "Primary Actor Sector", "Actor Sectors",
    "Actor Title", "Actor Name Raw", "Wikipedia Actor ID", "Recipient Name", "Recipient Country",
    "Recipient COW", "Primary Recipient Sector", "Recipient Sectors", "Recipient Title",
    "Recipient Name Raw", "Wikipedia Recipient ID", "Placename", "City", "District", "Province",
    "Country", "Latitude", "Longitude", "GeoNames ID", "Raw Placename", "Feature Type", "Source",
    "Publication Date", "Story People", "Story Organizations", "Story Locations", "Language",
    "Version",
)  # fmt: skip
ICEWS_COLUMNS = (
    "Event ID", "Event Date", "Source Name", "Source Sectors", "Source Country", "Event Text",
    "CAMEO Code", "Intensity", "Target Name", "Target Sectors", "Target Country", "Story ID",
    "Sentence Number", "Publisher", "City", "District", "Province", "Country", "Latitude",
    "Longitude",
)  # fmt: skip
_FIGHT = ("COERCE", "ASSAULT")


def _rows(table: Table, kind: pl.Expr, acting: pl.Expr, facing: pl.Expr, who: str) -> Built:
    """Return what the two have in common: an id, a day, a place, who acts towards whom."""
    date = days(table.frame["Event Date"])
    fight = kind.is_in(_FIGHT)
    fields = figures(table, latitude="Latitude", longitude="Longitude") | {
        "id": take(table, "Event ID"),
        "date_start": pl.lit(date),
        "date_end": pl.lit(date),
        "date_prec": pl.lit("day"),
        "side_a": acting,
        "side_b": facing,
        "type": kind,
        "hedge": pl.lit("reported"),
        "initiator": pl.when(fight).then(acting),
        "initiator_basis": pl.when(fight & acting.is_not_null()).then(pl.lit(who)),
    }
    refuse = [
        ("no Event ID", take(table, "Event ID").is_null()),
        ("Event Date cannot be read as a date", pl.lit(date).is_null()),
    ]
    if {"Latitude", "Longitude"} <= set(table.columns):
        refuse.append(off_the_map(number("Latitude"), number("Longitude")))
    return Built(table.frame, fields, refuse)


def build_polecat(table: Table) -> Built:
    """Return POLECAT's rows as EVENTS; its types are PLOVER's own, its modes ours in small."""

    def told(name: str) -> pl.Expr:
        return take(table, name).replace("None", None)  # as its files write what is not known

    said = take(table, "Event Type").str.to_uppercase()
    kind = pl.when(said.is_in(TYPES)).then(said)
    built = _rows(
        table,
        kind,
        pl.coalesce(told("Actor Country"), told("Actor Name")),
        pl.coalesce(told("Recipient Country"), told("Recipient Name")),
        "POLECAT's actor, read by machine",
    )
    fields = {**built.fields, "mode": told("Event Mode").str.to_lowercase()}
    return Built(built.frame, fields, built.refuse, ("POLECAT counts reports, not events",))


def build_icews(table: Table) -> Built:
    """Return ICEWS' rows as EVENTS; its event id stands more than once, as its makers warn."""
    built = _rows(
        table,
        plover(take(table, "CAMEO Code")),
        pl.coalesce(take(table, "Source Country"), take(table, "Source Name")),
        pl.coalesce(take(table, "Target Country"), take(table, "Target Name")),
        "ICEWS' source, read by machine",
    )
    return Built(built.frame, built.fields, built.refuse, ("ICEWS counts reports, not events",))


POLECAT = Adapter(
    name="polecat",
    title="POLECAT",
    required=("Event ID", "Event Date", "Event Type", "Actor Name", "Recipient Name"),
    known=POLECAT_COLUMNS,
    others=("Headline", "Event Intensity"),
    build=build_polecat,
)
ICEWS = Adapter(
    name="icews",
    title="ICEWS",
    required=("Event ID", "Event Date", "CAMEO Code", "Source Name", "Target Name"),
    known=ICEWS_COLUMNS,
    build=build_icews,
)

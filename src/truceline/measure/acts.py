"""Acts of third parties: as the war lists them or as coded, by month, and as a network."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import polars as pl

from truceline.measure.event_rows import DEEDS, WORDS, Coded
from truceline.terms.wars import War

_QUADS = {"material cooperation": "aid", DEEDS: "sanction", WORDS: "mediation"}


@dataclass(frozen=True, slots=True)
class Act:
    """One act of a third party; `side` is None where it met or addressed both."""

    day: date
    backer: str
    side: str | None
    kind: str
    evidence: str


def listed_acts(war: War, *, as_of: date) -> tuple[Act, ...]:
    """Return the acts of third parties on the war's own list.

    Parameters
    ----------
    war : War
        Its `[[support]]` entries.
    as_of : date
        Nothing later is used.

    Returns
    -------
    tuple of Act
        In order of day.
    """
    return tuple(
        Act(
            each.date, each.backer, each.side, each.kind,
            f"{war.folder}:support:{each.backer}:{each.date}",
        )
        for each in sorted(war.support, key=lambda each: (each.date, each.backer))
        if each.date <= as_of
    )  # fmt: skip


def coded_acts(found: Coded, war: War) -> tuple[Act, ...]:
    """Return acts of third parties among coded events, each pair and kind once a day.

    Parameters
    ----------
    found : Coded
        Events of one dataset.
    war : War
        Its sides: an act's source is none of them, its target one.

    Returns
    -------
    tuple of Act
        In order of day. Verbal conflict is no act.
    """
    names = {
        name.casefold(): side.code
        for side in war.sides
        for name in (side.code, side.name, *side.aliases)
    }
    acts: dict[tuple[date, str, str, str], Act] = {}
    for row in found.frame.filter(~pl.col("again")).sort("date", "id").iter_rows(named=True):
        kind = _QUADS.get(row["quad"])
        if kind is None or any(each in names for each in row["source"]):
            continue
        for side in {names[each] for each in row["target"] if each in names}:
            for backer in row["source"]:
                key = (row["date"], backer.upper(), side, kind)
                acts.setdefault(key, Act(*key, row["id"]))
    return tuple(acts[key] for key in sorted(acts))


def months(acts: Sequence[Act]) -> pl.DataFrame:
    """Return how many acts of each kind fell into each month.

    Parameters
    ----------
    acts : sequence of Act
        In any order.

    Returns
    -------
    polars.DataFrame
        `month` (its first day), `side`, `kind`, `acts`; months without any are absent.
    """
    return (
        _frame(acts)
        .group_by(pl.col("day").dt.truncate("1mo").alias("month"), "side", "kind")
        .agg(pl.len().alias("acts"))
        .sort("month", "side", "kind", nulls_last=True)
    )


def network(acts: Sequence[Act]) -> pl.DataFrame:
    """Return who acted toward which side, in what way, how often and when.

    Parameters
    ----------
    acts : sequence of Act
        In any order.

    Returns
    -------
    polars.DataFrame
        `backer`, `side`, `kind`, `acts`, `first`, `last`.
    """
    return (
        _frame(acts)
        .group_by("backer", "side", "kind")
        .agg(
            pl.len().alias("acts"), pl.col("day").min().alias("first"),
            pl.col("day").max().alias("last"),
        )
        .sort("backer", "side", "kind", nulls_last=True)
    )  # fmt: skip


def _frame(acts: Sequence[Act]) -> pl.DataFrame:
    """Acts as a frame."""
    return pl.DataFrame(
        {
            "day": [each.day for each in acts],
            "backer": [each.backer for each in acts],
            "side": [each.side for each in acts],
            "kind": [each.kind for each in acts],
        },
        schema={"day": pl.Date, "backer": pl.String, "side": pl.String, "kind": pl.String},
    )

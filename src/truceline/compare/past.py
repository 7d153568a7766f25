"""Past wars as they were known on a day: nothing dated later is left."""

from dataclasses import dataclass
from datetime import date

import polars as pl

from truceline.terms.results import DataUsed


@dataclass(frozen=True, slots=True, eq=False)
class Pasts:
    """The table of wars, the states that joined them, what was read by hand, and the datasets."""

    wars: pl.DataFrame
    joined: pl.DataFrame
    read: pl.DataFrame
    datasets: tuple[DataUsed, ...] = ()


HIDDEN = ("end", "war_level_from", "internationalised_from", "talks_from", "mediated_from")
DEATHS = ("deaths_low", "deaths_best", "deaths_high")


def known(pasts: Pasts, as_of: date) -> Pasts:
    """Return past wars as they could be known on a day.

    Parameters
    ----------
    pasts : Pasts
        As the pipeline reads them.
    as_of : date
        Nothing dated later is left.

    Returns
    -------
    Pasts
        Wars that had begun; an end, a first talk or a first mediation that lay ahead is empty, a
        war that went on is ongoing, deaths are empty until they could be known, and a civil war
        counts as internationalised only once it was. `sources` is left out: it names later rows.
    """
    day = pl.lit(as_of)
    over = pl.col("end") <= day
    counted = pl.col("deaths_known_from") <= day
    abroad = pl.col("internationalised_from") <= day
    within = pl.col("kind") != "interstate"
    wars = pasts.wars.filter(pl.col("start") <= day).with_columns(
        *(pl.when(pl.col(name) <= day).then(pl.col(name)).alias(name) for name in HIDDEN),
        *(pl.when(counted).then(pl.col(name)).alias(name) for name in DEATHS),
        pl.when(counted).then(pl.col("deaths_known_from")).alias("deaths_known_from"),
        pl.when(over).then(pl.col("outcome")).otherwise(pl.lit("ongoing")).alias("outcome"),
        pl.when(over).then(pl.col("end_prec")).alias("end_prec"),
        pl.min_horizontal("observed_to", day).alias("observed_to"),
        pl.when(within & abroad).then(pl.lit("internationalised"))
        .when(within).then(pl.lit("civil"))
        .otherwise(pl.col("kind")).alias("kind"),
    )  # fmt: skip
    wars = _talked(wars, pasts.read, as_of)
    return Pasts(
        wars.drop("sources", strict=False).sort("start", "war_id"),
        pasts.joined.filter(pl.col("known_from") <= day).sort("war_id", "known_from", "state"),
        pasts.read.filter(pl.col("known_from") <= day).sort("war_id", "attribute", "known_from"),
        pasts.datasets,
    )


def _talked(wars: pl.DataFrame, read: pl.DataFrame, as_of: date) -> pl.DataFrame:
    """Put in the days on which talks opened that were read by hand, where they are the earlier."""
    told = (
        read.filter((pl.col("attribute") == "talks_from") & (pl.col("known_from") <= as_of))
        .group_by("war_id")
        .agg(pl.col("known_from").min().alias("talked"))
    )
    both = wars.join(told, on="war_id", how="left", maintain_order="left")
    return both.with_columns(pl.min_horizontal("talks_from", "talked").alias("talks_from")).drop(
        "talked"
    )

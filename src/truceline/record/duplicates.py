"""Rows of two datasets that may tell of one event: found and counted, never merged or added."""

from dataclasses import dataclass

import numpy as np
import polars as pl
from rapidfuzz import fuzz

from truceline.terms.errors import BadInput
from truceline.terms.tables import EVENTS

PAIR = pl.Schema(
    {"left": pl.String, "right": pl.String, "days": pl.Int64, "km": pl.Float64,
     "actors": pl.Float64, "deaths": pl.Boolean, "verdict": pl.String}
)  # fmt: skip
_EARTH = 6371.0088  # mean radius of the earth in km (IUGG)


@dataclass(frozen=True, slots=True, kw_only=True)
class Nearness:
    """How near two rows must be to be candidates, and how alike to be matched.

    `days` and `km` bound a candidate: UCDP and ACLED date and place one event up to a day and some
    tens of kilometres apart. `alike` is the least likeness of the sides' names, 0 to 1, that
    counts as the same; `ratio` how far two counts of deaths may lie apart where ranges do not meet.
    """

    days: int = 1
    km: float = 25.0
    alike: float = 0.6
    ratio: float = 2.0


@dataclass(frozen=True, slots=True)
class Matches:
    """Candidate pairs of two datasets, with how many rows of each are matched, doubtful, alone.

    `pairs` has the columns of `PAIR`, one row a candidate. `counts` maps each dataset to its
    matched, doubtful, unmatched and incomparable rows, the last being those without day or place.
    """

    left: str
    right: str
    pairs: pl.DataFrame
    counts: dict[str, dict[str, int]]


def candidates(
    events: pl.DataFrame, left: str, right: str, *, near: Nearness | None = None
) -> Matches:
    """Return which rows of two datasets may tell of one event.

    Parameters
    ----------
    events : polars.DataFrame
        EVENTS that hold both datasets.
    left, right : str
        The datasets' names.
    near : Nearness, optional
        What counts as near.

    Returns
    -------
    Matches
        A pair is "matched" where the rows are each other's only candidate, their sides' names are
        alike (in either order) and their deaths agree; any other candidate is "doubtful". Nothing
        is merged: both rows stay in the record.

    Raises
    ------
    BadInput
        If the events hold no row of a dataset, or both names are one.

    Notes
    -----
    Assumes that days and places are those of the event. A dataset that lumps a battle into one row
    and one that splits it by day give doubtful pairs, not matched ones. Rows without a day or a
    place, or with coarser ones than the windows, cannot be compared, and are counted so.

    References
    ----------
    Donnay, K., Dunford, E. T., McGrath, E. C., Backer, D. & Cunningham, D. E. (2019). Integrating
    Conflict Event Data. *Journal of Conflict Resolution* 63(5): windows in time and space, then
    agreement of what the rows say.
    """
    near = near or Nearness()
    if left == right:
        raise BadInput(f"{left} stands on both sides; name two datasets")
    sides = {}
    for name in (left, right):
        rows = events.filter(pl.col("source_dataset") == name)
        if not rows.height:
            there = ", ".join(sorted(events["source_dataset"].unique()))
            raise BadInput(f"the record holds no rows of {name}; it holds {there or 'none'}")
        sides[name] = rows
    usable = {name: _comparable(rows, near) for name, rows in sides.items()}
    pairs = _judged(_close(usable[left], usable[right], near), near)
    counts = {
        name: _counted(sides[name].height, usable[name]["id"], pairs, column)
        for name, column in ((left, "left"), (right, "right"))
    }
    return Matches(left, right, pairs.select(PAIR.names()).cast(PAIR), counts)


def total(events: pl.DataFrame, column: str = "best") -> float | None:
    """Return the sum of a figure over the rows of one dataset, and refuse to add up several.

    Parameters
    ----------
    events : polars.DataFrame
        EVENTS.
    column : str, default "best"
        best, low or high.

    Returns
    -------
    float or None
        The sum; None where no row states the figure.

    Raises
    ------
    BadInput
        If the rows are of more than one dataset or version: one event may stand in each of them.

    Examples
    --------
    >>> rows = {"source_dataset": ["a", "b"], "source_version": ["1", "1"], "best": [1.0, 2.0]}
    >>> total(pl.DataFrame(rows))
    Traceback (most recent call last):
    ...
    truceline.terms.errors.BadInput: sources are never added up: ...
    """
    sources = events.select("source_dataset", "source_version").unique().sort(pl.all()).rows()
    if len(sources) > 1:
        said = ", ".join(f"{dataset} {version}" for dataset, version in sources)
        raise BadInput(f"sources are never added up: the rows are of {said}; choose one")
    stated = events[column].drop_nulls()
    return float(stated.sum()) if stated.len() else None


def _comparable(rows: pl.DataFrame, near: Nearness) -> pl.DataFrame:
    """Return the rows dated and placed finely enough to be compared."""
    short = (pl.col("date_end") - pl.col("date_start")).dt.total_days() <= near.days
    coarse = pl.col("date_prec").is_in(["week", "month", "year", "3", "4", "5"])
    return rows.filter(
        pl.col("latitude").is_not_null() & pl.col("longitude").is_not_null()
        & short.fill_null(value=False) & ~coarse.fill_null(value=False)
        & (pl.col("where_prec").fill_null(1) <= 3)
    ).select(name for name in EVENTS if name not in {"story_id", "sentence"})  # fmt: skip


def _close(left: pl.DataFrame, right: pl.DataFrame, near: Nearness) -> pl.DataFrame:
    """Return all pairs within the windows. Cells are a window high; a pair lies in neighbours."""
    step = max(near.km / 111.0, 0.01)
    cell = (pl.col("latitude") / step).floor().cast(pl.Int64)
    around = left.with_columns(
        pl.col("date_start").map_batches(
            lambda days: pl.Series(
                [[day + np.timedelta64(n, "D").item() for n in range(-near.days, near.days + 1)]
                 for day in days], dtype=pl.List(pl.Date))
        ).alias("day"),
        pl.concat_list(cell - 1, cell, cell + 1).alias("cell"),
    ).explode("day").explode("cell")  # fmt: skip
    joined = around.join(
        right.with_columns(pl.col("date_start").alias("day"), cell.alias("cell")),
        on=["day", "cell"],
        suffix="_right",
    )
    apart = (pl.col("date_start_right") - pl.col("date_start")).dt.total_days().abs()
    found = joined.with_columns(apart.alias("days"), _distance().alias("km"))
    return found.filter(pl.col("km") <= near.km).sort("id", "id_right")


def _distance() -> pl.Expr:
    """Return the great-circle distance in km between two rows' places."""
    one, two = pl.col("latitude").radians(), pl.col("latitude_right").radians()
    wide = (pl.col("longitude_right") - pl.col("longitude")).radians()
    half = ((two - one) / 2).sin() ** 2 + one.cos() * two.cos() * (wide / 2).sin() ** 2
    return 2 * _EARTH * half.clip(0, 1).sqrt().arcsin()


def _judged(pairs: pl.DataFrame, near: Nearness) -> pl.DataFrame:
    """Say of every candidate how alike its sides are, whether deaths agree, and what it is."""
    alike = [_alike(row) for row in
             pairs.select("side_a", "side_b", "side_a_right", "side_b_right").rows()]  # fmt: skip
    low, high = pl.coalesce("low", "best"), pl.coalesce("high", "best")
    low_2, high_2 = pl.coalesce("low_right", "best_right"), pl.coalesce("high_right", "best_right")
    meet = (low <= high_2) & (low_2 <= high)
    most = pl.max_horizontal("best", "best_right")
    least = pl.min_horizontal("best", "best_right")
    stated = pl.col("best").is_not_null() & pl.col("best_right").is_not_null()
    single = pl.struct("id").is_unique() & pl.struct("id_right").is_unique()
    found = pairs.with_columns(
        pl.Series("actors", alike, dtype=pl.Float64),
        pl.when(stated).then(meet | (most <= near.ratio * least)).alias("deaths"),
        single.alias("single"),
    )
    agrees = pl.col("single") & (pl.col("actors") >= near.alike) & pl.col("deaths")
    return found.with_columns(
        pl.when(agrees.fill_null(value=False)).then(pl.lit("matched"))
        .otherwise(pl.lit("doubtful")).alias("verdict")
    ).rename({"id": "left", "id_right": "right"})  # fmt: skip


def _alike(row: tuple[str | None, ...]) -> float | None:
    """Return how alike two rows' sides are, in the better of the two orders; None if unknown."""
    one, two, three, four = (text or "" for text in row)
    if not (one or two) or not (three or four):
        return None
    straight = fuzz.token_set_ratio(one, three) + fuzz.token_set_ratio(two, four)
    crossed = fuzz.token_set_ratio(one, four) + fuzz.token_set_ratio(two, three)
    return float(max(straight, crossed)) / 200


def _counted(rows: int, usable: pl.Series, pairs: pl.DataFrame, side: str) -> dict[str, int]:
    """Count the rows of one dataset by what became of them."""
    matched = set(pairs.filter(pl.col("verdict") == "matched")[side])
    doubtful = set(pairs[side]) - matched
    return {
        "rows": rows,
        "matched": len(matched),
        "doubtful": len(doubtful),
        "unmatched": usable.len() - len(matched) - len(doubtful),
        "incomparable": rows - usable.len(),
    }

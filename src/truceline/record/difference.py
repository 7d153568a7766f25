"""What changed between two states of the record."""

import polars as pl

from truceline.terms.tables import EVENTS

KEY = ("source_dataset", "id")
_SILENT = ("retrieved_at", "source_version")
"""Columns whose change is no change of what is said."""


def difference(old: pl.DataFrame, new: pl.DataFrame) -> pl.DataFrame:
    """Return what `new` has, lacks or says otherwise than `old`.

    Parameters
    ----------
    old, new : polars.DataFrame
        EVENTS.

    Returns
    -------
    polars.DataFrame
        Columns `change` ("added", "removed", "changed"), `source_dataset`, `id`, `field`, `before`,
        `after` (as text): one row for an event that came or went, one for each field that changed.
        Version and time of retrieval are not compared.
    """
    shape = dict.fromkeys(("change", *KEY, "field", "before", "after"), pl.String)
    whole = [
        frame.join(other, on=KEY, how="anti").select(
            pl.lit(change).alias("change"), *KEY,
            *(pl.lit(None, pl.String).alias(name) for name in ("field", "before", "after")),
        )
        for change, frame, other in (("added", new, old), ("removed", old, new))
    ]  # fmt: skip
    both = old.join(new, on=KEY, how="inner", suffix="_new")
    fields = [
        both.filter(pl.col(name).ne_missing(pl.col(f"{name}_new"))).select(
            pl.lit("changed").alias("change"), *KEY, pl.lit(name).alias("field"),
            pl.col(name).cast(pl.String).alias("before"),
            pl.col(f"{name}_new").cast(pl.String).alias("after"),
        )
        for name in EVENTS
        if name not in {*KEY, *_SILENT}
    ]  # fmt: skip
    found = pl.concat([*whole, *fields])
    return found.select(pl.col(name).cast(kind) for name, kind in shape.items()).sort(
        "source_dataset", "id", "change", "field"
    )

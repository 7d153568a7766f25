"""What a record stands on, to be cited; and rows of two datasets that may be one event."""

from dataclasses import dataclass
from pathlib import Path

import polars as pl

from truceline.read.datasets.rights import rights
from truceline.record.duplicates import Matches, candidates, total
from truceline.record.store import Store
from truceline.terms.results import DataUsed


@dataclass(frozen=True, slots=True, kw_only=True)
class Cited:
    """One dataset of a record, with what a reader must be told of it.

    `data` is what the ANSWER contract has; `counts` says what a row is one of, `redistribute` and
    `sentence` what may be done with it and why.
    """

    data: DataUsed
    title: str
    counts: str
    redistribute: str
    sentence: str
    home: str

    def text(self) -> str:
        """Return the citation as a line: makers, version, what was taken, when, on what terms."""
        used = self.data
        span = f", {used.first} to {used.last}" if used.first else ""
        fetched = f", fetched {used.retrieved_at[:10]}" if used.retrieved_at else ""
        home = f" {self.home}." if self.home else ""
        return (
            f"{used.citation}. {self.title}, version {used.version}: {used.rows} rows{span}"
            f"{fetched}.{home} Licence: {used.licence}. Rows here: {self.redistribute}."
        )


def cite(store: Path, *, war: str | None = None) -> tuple[Cited, ...]:
    """Return every dataset of a record, or of one war in it, with version, dates and terms.

    Parameters
    ----------
    store : Path
        The record.
    war : str or None
        Folder name of a war: then only its rows.

    Returns
    -------
    tuple of Cited
        By dataset and version. Coded reports stand as `reports`, with the coder as version.

    Raises
    ------
    StoreError
        If the record cannot be read.
    """
    kept = Store(store)
    events, panel = kept.events(), kept.panel()
    parts = [
        events.select(
            "source_dataset", "source_version", "war", "retrieved_at", "redistribute",
            pl.col("date_start").alias("date"),
        ),
        panel.select(
            "source_dataset", "source_version", "war",
            pl.lit(None, dtype=pl.String).alias("retrieved_at"),
            pl.lit("as its war says").alias("redistribute"),
            "date",
        ),
    ]  # fmt: skip
    rows = pl.concat(parts)
    if war is not None:
        rows = rows.filter(pl.col("war") == war)
    groups = (
        rows.group_by("source_dataset", "source_version")
        .agg(
            pl.len().alias("rows"),
            pl.col("date").min().cast(pl.String).alias("first"),
            pl.col("date").max().cast(pl.String).alias("last"),
            pl.col("retrieved_at").max(),
            pl.col("redistribute").unique().sort().str.join(", "),
        )
        .sort("source_dataset", "source_version")
    )
    return tuple(_cited(row) for row in groups.iter_rows(named=True))


def duplicates(store: Path, left: str, right: str) -> tuple[Matches, dict[str, float | None]]:
    """Return rows of two datasets that may be one event, and each dataset's own sum of deaths.

    Raises
    ------
    BadInput
        If the record holds no rows of one of them.
    """
    events = Store(store).events()
    found = candidates(events, left, right)
    # A dataset kept in two versions has no sum either: one event may stand in both.
    sums = {}
    for name in (left, right):
        own = events.filter(pl.col("source_dataset") == name)
        sums[name] = total(own) if own["source_version"].n_unique() == 1 else None
    return found, sums


def _cited(row: dict[str, str | int | None]) -> Cited:
    name = str(row["source_dataset"])
    terms = rights().get(name)
    data = DataUsed(
        dataset=name,
        version=str(row["source_version"]),
        retrieved_at=None if row["retrieved_at"] is None else str(row["retrieved_at"]),
        rows=int(row["rows"] or 0),
        first=None if row["first"] is None else str(row["first"]),
        last=None if row["last"] is None else str(row["last"]),
        licence=terms.licence if terms else "your own material",
        citation=terms.citation if terms else name,
    )
    return Cited(
        data=data,
        title=terms.title if terms else name,
        counts=terms.counts if terms else "rows",
        redistribute=str(row["redistribute"]),
        sentence=terms.sentence if terms else "Not a dataset of the table: it is as you mark it.",
        home=terms.home if terms else "",
    )

"""A war's record with what a store holds of it: coded events, series, counts of datasets."""

import json
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import polars as pl

from truceline.pipeline.ask import Record
from truceline.pipeline.same import once
from truceline.read.datasets.rights import rights
from truceline.record.counting import Counting
from truceline.record.same.kept import same
from truceline.record.store import Store
from truceline.terms.results import Answer
from truceline.terms.wars import Series, War

COUNTED = frozenset({"balance", "phases"})
"""Questions that count coded events, for which events told by several reports are linked."""

PLACED = frozenset({"phases"})
"""Questions that ask where events happened, by name, region and country."""


def with_store(
    record: Record, path: Path, *, as_of: date | None = None, question: str = "balance"
) -> Record:
    """Return a war's record with the store's rows of that war.

    Parameters
    ----------
    record : Record
        The war, as `ask.load` gives it.
    path : Path
        The store.
    as_of : date, optional
        Nothing that was reported, or ended, later is taken.
    question : str, default "balance"
        What will be asked; for one that counts no coded events they are not linked.

    Returns
    -------
    Record
        Its `events` are the coded reports of the war, corrections obeyed; rows of machine-coded
        datasets are not mixed with them. An event that several reports tell of has one row that
        stands for it; the others are marked `again`, reprints among them. A series of the store
        takes the place of the war's own of the same name, and each dataset's deaths by day are one
        more series: datasets are never added up.

    Raises
    ------
    BadInput
        If there is no store.
    StoreError
        If it cannot be read.
    """
    store, folder = Store(path), record.war.folder
    events = store.events(as_of=as_of)
    if question in PLACED and record.war.depth:
        events = placed(events, store.events_json(as_of=as_of))
    told = events.filter((pl.col("war") == folder) & (pl.col("source_dataset") == "reports"))
    if told.height and question in COUNTED and (question not in PLACED or record.war.depth):
        told = once(told, same(store, war=folder, as_of=as_of))
    series = store.panel(as_of=as_of).filter(pl.col("war") == folder)
    counts = store.events_by_period(Counting(), as_of=as_of).filter(pl.col("war") == folder)
    own = record.panel.filter(~pl.col("series").is_in(series["series"].unique().implode()))
    rows = pl.concat([frame.select(own.columns) for frame in (own, series, counts)])
    other = record.other
    if other is not None:
        other = other.filter(~pl.col("series").is_in(series["series"].unique().implode()))
    return replace(
        record,
        war=replace(record.war, series=(*record.war.series, *_described(record.war, counts))),
        panel=rows.sort("series", "date"),
        other=other,
        events=told if told.height else None,
    )


def placed(events: pl.DataFrame, texts: Sequence[str | None]) -> pl.DataFrame:
    """Return coded events with the name, region and country of their place.

    Parameters
    ----------
    events : polars.DataFrame
        EVENTS.
    texts : sequence of str or None
        The whole EVENT of each row as JSON; those of datasets are not looked into.

    Returns
    -------
    polars.DataFrame
        With `place`, `admin1` and `country`, null where a row has no place.
    """
    coded = (events["source_dataset"] == "reports").to_list()
    spots = [
        (json.loads(text).get("place") or {}) if text and ours else {}
        for text, ours in zip(texts, coded, strict=True)
    ]
    keys = {"place": "name", "admin1": "admin1", "country": "country"}
    return events.with_columns(
        pl.Series(name, [spot.get(key) for spot in spots], dtype=pl.String)
        for name, key in keys.items()
    )


def says_so(answer: Answer, record: Record, path: Path) -> Answer:
    """Return an answer with a limit that names what it took from a store."""
    datasets = [each.name for each in record.war.series if not each.file]
    said = [_told(record.events), *datasets]
    line = f"Of the store {path.name} it was given: {', '.join(said)}; they are not added up."
    return replace(answer, limits=(*answer.limits, line))


def _told(events: pl.DataFrame | None) -> str:
    """Say how many events were coded, and how often they are told."""
    if events is None or not events.height:
        return "no coded events"
    again = int(events["again"].sum()) if "again" in events.columns else 0
    count = events.height - again
    more = f", told {events.height} times and counted once" if count < events.height else ""
    return f"{count} coded events{more}"


def _described(war: War, counts: pl.DataFrame) -> tuple[Series, ...]:
    """Return what the counts of the store's datasets are, as a war describes its series."""
    known = {each.name for each in war.series}
    found = counts.select("series", "source_dataset", "source_version").unique().sort("series")
    made = []
    for name, dataset, version in found.rows():
        terms = rights().get(dataset)
        made.append(
            Series(
                name=name,
                file="",
                unit="deaths a day",
                what="deaths of events no longer than a day, best figure",
                holds="deaths",
                reported_by=dataset,
                version=version,
                licence=terms.licence if terms else None,
                citation=terms.citation if terms else None,
                redistribute=terms.redistribute if terms else "private",
            )
        )
    return tuple(each for each in made if each.name not in known)

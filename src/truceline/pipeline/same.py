"""Events that several reports tell of, out of a store: linked, counted once, nothing merged."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import polars as pl

from truceline.pipeline.reports import called
from truceline.record.same import kept
from truceline.record.same.kept import Same
from truceline.record.same.tolls import tolls
from truceline.record.store import Store
from truceline.terms.briefs import SameEvent
from truceline.terms.events import Coding
from truceline.terms.stories import Story

_FIGURES = ("low", "best", "high")


def same(store: Path, *, war: str | None = None, as_of: date | None = None) -> dict[str, Any]:
    """Return a store's reprints, its events told more than once, and doubtful pairs.

    Parameters
    ----------
    store : Path
        The store.
    war : str, optional
        Folder name of a war: only events that were coded for it.
    as_of : date, optional
        Nothing that was reported, or ended, later is taken.

    Returns
    -------
    dict
        `counts`, `reprints`, `events`, `doubtful`, as `record same --json` prints them.
    """
    folder = Path(war).name if war else None
    return kept.same(Store(store), war=folder, as_of=as_of).as_dict()


def lines(found: dict[str, Any]) -> Iterator[str]:
    """Yield what was found to read, a line each.

    Examples
    --------
    >>> counts = {"reports": 3, "reprints": 0, "tellings": 5, "events": 5, "told_again": 0,
    ...           "doubtful": 0}
    >>> list(lines({"counts": counts, "reprints": [], "events": [], "doubtful": []}))
    ['3 reports, 0 of them reprints; 5 coded events tell of 5, 0 of them told more than once']
    """
    counts = found["counts"]
    yield (
        f"{counts['reports']} reports, {counts['reprints']} of them reprints; "
        f"{counts['tellings']} coded events tell of {counts['events']}, "
        f"{counts['told_again']} of them told more than once"
    )
    for each in found["reprints"]:
        verb = "is a reprint of" if each["share"] >= each["carries"] else "carries"
        yield (
            f"{each['report']} {verb} {each['of_report']}: {each['share']:.0%} of it stands there, "
            f"{each['carries']:.0%} of that stands here"
        )
    several = [each for each in found["events"] if each["reports"] > 1]
    for each in several:
        yield from _event(each)
    if len(found["events"]) > len(several):
        more = len(found["events"]) - len(several)
        yield f"{more} more are told in several sentences of one report; --json lists them"
    for each in found["doubtful"]:
        yield f"doubtful: {each['left']} ({each['left_report']})"
        yield f"    and {each['right']} ({each['right_report']}): {each['reason']}"


def _event(event: dict[str, Any]) -> Iterator[str]:
    when = event["date_start"] or "no day"
    where = f", {event['place']}" if event["place"] else ""
    yield (
        f"{event['same_event']}: {event['type']}, {when}{where}: told by {event['reports']} "
        f"{'reports' if event['reports'] != 1 else 'report'}, "
        f"{event['independent']} of them with a text of their own"
    )
    for each in event["told"]:
        yield f"    {each['how']}: {each['id']} ({each['report']}): {_short(each['sentence_text'])}"
    for each in event["counts"]:
        most = "open" if each["high"] is None else f"{each['high']:g}"
        by = ", ".join(f"{said['quote'] or format(said['low'], 'g')}" for said in each["said"])
        yield f"    {each['what']}: low {each['low']:g}, best {each['best']:g}, high {most} ({by})"
    for each in event["why"]:
        yield f"    why: {each['left']} and {each['right']}: {each['reason']}"


def _short(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= 90 else f"{text[:89]}…"


@dataclass(frozen=True, slots=True)
class Told:
    """What several reports tell together: events told more than once, remarks on reprints."""

    events: tuple[SameEvent, ...]
    remarks: tuple[str, ...]


def among(stories: Sequence[Story], codings: Sequence[Coding]) -> Told:
    """Return which events of some reports are one event, and which of the reports are reprints.

    Parameters
    ----------
    stories, codings : sequence
        In the same order.

    Returns
    -------
    Told
        Each event that is told more than once, and a line for each reprint.
    """
    found = kept.linked(stories, codings)
    names = {each.story_id: called(each) for each in stories}
    events = []
    for group in found.told_again():
        order = found.linked.in_order(group)
        ids = [found.linked.mentions[each].id for each in order]
        copies = [found.linked.mentions[each].id for each in order if each in found.linked.copies]
        counts = [
            (each.what, each.low, each.best, each.high) for each in tolls(found.linked, group)
        ]
        events.append(SameEvent(event_ids=tuple(ids), copies=tuple(copies), counts=tuple(counts)))
    remarks = tuple(
        f"{names[each.story_id]} prints {names[each.of]} again ({each.share:.0%} of it stands "
        "there); what it copies is no second source"
        for each in found.reprints
    )
    return Told(tuple(events), remarks)


def once(events: pl.DataFrame, found: Same) -> pl.DataFrame:
    """Return coded events with those marked that tell again what another row stands for.

    Parameters
    ----------
    events : polars.DataFrame
        EVENTS, coded from reports.
    found : Same
        The events of the record, linked.

    Returns
    -------
    polars.DataFrame
        The same rows with `same_event`, the id of the first telling, and `again`, false for one
        row of each event: the one that says most of who and when, among these the earliest told.
        That row has the deaths of all reports as low, best and high.
    """
    ids = found.ids()
    told = events.with_columns(
        pl.col("id").replace_strict(ids, default=pl.col("id")).alias("same_event")
    )
    said = pl.sum_horizontal(
        pl.col("side_a").is_not_null(), pl.col("side_b").is_not_null(),
        pl.col("date_start").is_not_null(), pl.col("status") != "background",
    )  # fmt: skip
    first = (pl.col("id") == pl.col("same_event")).cast(pl.Int8)
    stands = (
        told.with_columns(said.alias("says"), first.alias("is_first"))
        .sort(["says", "is_first", "id"], descending=[True, True, False])
        .unique("same_event", keep="first", maintain_order=True)["id"]
    )
    marked = told.with_columns((~pl.col("id").is_in(stands.implode())).alias("again"))
    return _with_deaths(marked, found)


def _with_deaths(events: pl.DataFrame, found: Same) -> pl.DataFrame:
    """Put the deaths of all its reports on the row that stands for an event."""
    rows: list[tuple[str, float, float, float | None]] = []
    for group in found.told_again():
        name = found.linked.mentions[found.linked.first(group)].id
        killed = [each for each in tolls(found.linked, group) if each.what == "killed"]
        rows += [(name, each.low, each.best, each.high) for each in killed]
    schema = {"same_event": pl.String, **{f"{each}_all": pl.Float64 for each in _FIGURES}}
    joined = events.join(
        pl.DataFrame(rows, schema=schema, orient="row"), on="same_event", how="left",
        maintain_order="left",
    )  # fmt: skip
    stands = ~pl.col("again") & pl.col("low_all").is_not_null()
    return joined.with_columns(
        pl.when(stands).then(pl.col(f"{each}_all")).otherwise(pl.col(each)).alias(each)
        for each in _FIGURES
    ).drop(f"{each}_all" for each in _FIGURES)

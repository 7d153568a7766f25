"""Which series `balance` asks: each side's attacks, or its coded deeds where there are none."""

from datetime import date

import polars as pl

from truceline.measure.daily import Daily, Refused, daily
from truceline.measure.event_rows import Coded, deeds, weekly
from truceline.measure.miscoding import corrected
from truceline.measure.own_deeds import Asked
from truceline.measure.spoken import spoken
from truceline.terms.ontology import QUAD_OF
from truceline.terms.results import Estimate
from truceline.terms.wars import Series, Side, War


def series_of(
    frame: pl.DataFrame, war: War, rows: Coded | None, dated: pl.DataFrame | None, last: date
) -> tuple[list[Asked], list[Refused]]:
    """Return every series of one side's own deeds, with that side's words.

    Parameters
    ----------
    frame : polars.DataFrame
        As `daily.opened` returns it.
    war : War
        What each series holds, and whose words are listed.
    rows : Coded or None
        Coded events: deeds of a side without a series of attacks.
    dated : polars.DataFrame or None
        The same series with overnight attacks dated the other way.
    last : date
        Nothing later is used.

    Returns
    -------
    (list of Asked, list of Refused)
        What can be asked, and what cannot and why.

    Raises
    ------
    BadFrame
        If a series holds a day twice.
    """
    here = set(frame["series"].to_list())
    asked: list[Asked] = []
    refused: list[Refused] = []
    for each in war.series:
        if each.name not in here or each.holds != "attacks":
            continue
        made = daily(frame, each.name, as_of=last)
        if isinstance(made, Daily) and each.side is None:
            made = Refused(each.name, "it does not say whose attacks it holds")
        if isinstance(made, Refused):
            refused.append(made)
            continue
        twin = None if dated is None else daily(dated, each.name, as_of=last)
        words = spoken(war, each.side or "", rows, as_of=last)
        whole = twin if isinstance(twin, Daily) else None
        asked.append(Asked(each, made, words, other=whole, coded=rows))
    held = {each.series.side for each in asked}
    for side in war.sides:
        if rows is None or side.code in held:
            continue
        found, series = deeds(rows, side), _coded(side)
        if isinstance(found, str):
            refused.append(Refused(series.name, found))
        else:
            words = spoken(war, side.code, rows, as_of=last)
            plain = deeds(rows, side, by_volume=False)
            other = plain if isinstance(plain, Daily) else None
            asked.append(Asked(series, found, words, other=other, coded=rows, by_volume=True))
    return asked, refused


def confused(rows: Coded | None, war: War) -> tuple[Estimate, ...]:
    """Return each side's coded events by quad class, with the coder's average confusion undone.

    Parameters
    ----------
    rows : Coded or None
        Coded events.
    war : War
        Its sides.

    Returns
    -------
    tuple of Estimate
        Four a side; none without events.
    """
    if rows is None:
        return ()
    made = []
    quads = list(dict.fromkeys(QUAD_OF.values()))
    for side in war.sides:
        weeks = weekly(rows, side)
        counts = [float(weeks[quad].sum()) for quad in quads]
        made += [
            Estimate(
                name=f"coded events, {side.name}: {quad}", value=value,
                measured_in="coded events, confusion undone", n=int(count),
                method=f"n as coded; accuracy {rows.accuracy}, errors spread evenly over the "
                "other classes (Rogan and Gladen 1978)",
            )
            for quad, count, value in zip(
                quads, counts, corrected(counts, rows.accuracy), strict=True
            )
        ]  # fmt: skip
    return tuple(made)


def _coded(side: Side) -> Series:
    """What coded deeds of a side hold."""
    return Series(
        name=f"coded_{side.code}", file="", side=side.code, holds="attacks",
        unit="coded material conflict a day, at the mean number of reports",
        reported_by="the coder",
    )  # fmt: skip

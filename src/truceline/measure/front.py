"""The answer to `front`: whether the front is still and costly, on one map at a time."""

from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np
import polars as pl

from truceline.measure.attrition import attrition, is_running_total, used
from truceline.measure.daily import Daily, Refused, daily, opened
from truceline.measure.front_area import Movement, movement
from truceline.measure.front_estimates import LIMITS, Front, checks, estimates
from truceline.measure.front_index import Index, index
from truceline.measure.weekly import weekly
from truceline.terms.errors import TooFewData
from truceline.terms.results import Answer, Verdict
from truceline.terms.wars import Series, War

METHOD = "docs/methods/front.md"
SEED = 20250605
STALE = 60  # days: an older map says nothing of the front now
HALF = 0.5
CLAIM = (
    "The front is still and costly: in most of the last 13 weeks movement was low and losses high, "
    "by this war's own measure (conditions for a stalemate, not a stalemate that anyone feels)"
)


def front(panel: Any, war: War, *, as_of: date | None = None) -> Answer:
    """Whether the front is still and costly, from one map and the losses of the side that holds it.

    Parameters
    ----------
    panel : polars.DataFrame or pandas.DataFrame
        Rows in PANEL shape.
    war : War
        Which series hold area and losses.
    as_of : date, optional
        Nothing later is used; the panel's last date by default.

    Returns
    -------
    Answer
        "cannot say" where there is no map, no losses, too few weeks or a map that ended long ago.

    Raises
    ------
    BadFrame
        If the frame cannot be read or holds a day twice.

    Notes
    -----
    Where there are several maps, the one that reaches furthest is read; maps are never joined.
    A static front is not good news by itself: in Min's wars stagnation undermines settlement.

    References
    ----------
    Min, E. (2022). Painful words. *Journal of Conflict Resolution* 66. Zartman (2000).
    docs/methods/front.md.

    Examples
    --------
    >>> from truceline.terms.wars import Side
    >>> war = War(folder="x", name="X", start=date(2025, 1, 1),
    ...           sides=(Side(code="A", name="A"), Side(code="B", name="B")))
    >>> frame = pl.DataFrame({"date": [date(2025, 1, 1)], "series": ["s"], "value": [1.0]})
    >>> front(frame, war).verdict
    'cannot say'
    """
    frame = opened(panel)
    last = frame.filter(pl.col("value").is_not_null())["date"].max()
    until = as_of if as_of is not None else last
    if not isinstance(until, date):
        return _silent(war, None, "the panel has no rows")
    maps, refused = _read(frame, war, "area", until)
    if not maps:
        return _silent(war, until, "; ".join(refused) or "no daily series holds an area")
    maps.sort(key=lambda each: each[1].last, reverse=True)
    series, area = maps[0]
    costs, lost = _read(frame, war, "losses", until)
    # The area is held by a side; what it pays for it is that side's losses.
    costs.sort(key=lambda each: each[0].side != series.side)
    moved = movement(area, series)
    cost = costs[0] if costs else None
    beside = tuple(other.name for other, _ in maps[1:])
    if not np.isfinite(moved.steps).any():
        return _silent(war, until, f"{series.name} has no two maps inside its regime")
    found = Front(war, until, (series, area), cost, moved, beside)
    return _answer(found, panel, (*refused, *lost))


@dataclass(frozen=True, slots=True, eq=False)
class _Judged:
    """The index with and without flagged steps, and what it comes to."""

    index: Index | None
    flagged: Index | None
    reason: str
    verdict: Verdict


def _read(
    frame: pl.DataFrame, war: War, holds: str, until: date
) -> tuple[list[tuple[Series, Daily]], list[str]]:
    """Daily series of one kind, and why others are none."""
    found, refused = [], []
    for series in (each for each in war.series if each.holds == holds):
        read = daily(frame, series.name, as_of=until)
        if isinstance(read, Refused):
            refused.append(f"{read.name}: {read.reason}")
        else:
            found.append((series, read))
    return found, refused


def _judge(found: Front) -> _Judged:
    """The verdict on the last 13 weeks, or why there is none."""
    if found.cost is None:
        return _Judged(None, None, "no daily series of losses is at hand", "cannot say")
    moved = found.moved
    read = found.cost[1]
    if is_running_total(read.values):
        why = f"{read.name} looks like a running total; give what each day adds"
        return _Judged(None, None, why, "cannot say")
    try:
        one, two = (
            _index(moved, read, flagged=flagged) for flagged in (False, True)
        )  # fmt: skip
    except TooFewData as error:
        return _Judged(None, None, str(error), "cannot say")
    behind = (found.until - found.area[1].last).days
    verdict = said_by(one)
    if one.single:
        reason = f"one regime fits {' and '.join(one.single)} as well as two"
    elif behind > STALE:
        reason = f"the map ends {behind} days before {found.until}"
    elif verdict != said_by(two):
        reason = "the verdict changes with the steps that may only redraw the map"
    else:
        return _Judged(one, two, "" if verdict != "cannot say" else "the interval is wide", verdict)
    return _Judged(one, two, reason, "cannot say")


def _index(moved: Movement, losses: Daily, *, flagged: bool) -> Index:
    """Conditions for a stalemate from one way of counting steps."""
    gross = weekly(moved.gross(flagged=flagged), moved.first)
    rng = np.random.default_rng(SEED)
    return index(gross, weekly(losses.values, losses.first), rng)


def said_by(made: Index) -> Verdict:
    """Return the verdict of an index by itself.

    Parameters
    ----------
    made : Index
        Of the last 13 weeks.

    Returns
    -------
    Verdict
        supported if the interval of the share lies above one half, contradicted if below.
    """
    if made.low > HALF:
        return "supported"
    return "contradicted" if made.high < HALF else "cannot say"


def _answer(found: Front, panel: Any, refused: tuple[str, ...]) -> Answer:
    """Put the index, the pace, the costs and the losses together."""
    judged = _judge(found)
    losses = attrition(panel, found.war, as_of=found.until)
    series = [found.area, *([found.cost] if found.cost else [])]
    beside = tuple(
        f"{name} is another map and was not joined to {found.area[0].name}."
        for name in found.beside
    )
    names = {each.name for each, _ in series}
    return Answer(
        question="front", war=found.war.folder, as_of=found.until.isoformat(),
        statement=_statement(found, judged), claim=CLAIM, verdict=judged.verdict,
        estimates=(*estimates(found, judged.index), *losses.estimates),
        checks=(*checks(found, judged.index, judged.flagged, judged.reason), *losses.checks),
        data=(
            *(used(*each) for each in series),
            *(each for each in losses.data if each.dataset not in names),
        ),
        limits=(*LIMITS, *beside, *(f"{each}." for each in refused), *losses.limits),
        method=METHOD,
    )  # fmt: skip


def _statement(found: Front, judged: _Judged) -> str:
    """One sentence with range and unit."""
    made, last = judged.index, found.area[1].last.isoformat()
    if made is None:
        return f"Whether the front is still and costly cannot be said: {judged.reason}."
    said = (
        f"In {made.share:.0%} ({made.low:.0%} to {made.high:.0%}) of the last 13 weeks to {last}, "
        f"movement on {found.area[0].reported_by or found.area[0].name}'s map was low and losses "
        f"were high, by this war's own measure: {judged.verdict}"
    )
    return f"{said} ({judged.reason})." if judged.reason else f"{said}."


def _silent(war: War, as_of: date | None, reason: str) -> Answer:
    """Say that nothing can be said, and why."""
    return Answer(
        question="front", war=war.folder, as_of=None if as_of is None else as_of.isoformat(),
        statement=f"Whether the front is still and costly cannot be said: {reason}.", claim=CLAIM,
        verdict="cannot say", limits=(f"{reason[:1].upper()}{reason[1:]}.",), method=METHOD,
    )  # fmt: skip

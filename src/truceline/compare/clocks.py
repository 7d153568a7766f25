"""The moment of a past war that is set beside a war's today, by one of two clocks.

By age alone a long war has few to stand beside: Korea had ended by the age that Ukraine's war
reached in 2025. Time since talks opened compares wars that talk; age capped at each war's end
compares a war with the last day of those that were shorter.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

import polars as pl

from truceline.terms.wars import Round

Clock = Literal["talks", "age"]
WORDS: dict[Clock, str] = {
    "talks": "days since talks opened",
    "age": "days since the war began, capped at each war's end",
}
FIRST_EVER = "days since talks first opened"
SPELL = timedelta(days=365)
"""After a year without a round that was held, the next one opens talks anew."""


@dataclass(frozen=True, slots=True)
class Moment:
    """A day of a past war that is compared; at risk: the war went on beyond it uncapped."""

    war_id: str
    day: date
    at_risk: bool


def opened(rounds: Iterable[Round], as_of: date) -> date | None:
    """Return the day on which the present spell of talks opened.

    Parameters
    ----------
    rounds : iterable of Round
        A war's rounds; only those held count.
    as_of : date
        Later rounds are not looked at.

    Returns
    -------
    date or None
        The first round held after the last stretch of a year without any; None if none was held,
        or none in the year before `as_of`.

    Examples
    --------
    >>> first, second = date(2022, 2, 28), date(2025, 3, 23)
    >>> opened([Round(start=first, end=first), Round(start=second, end=second)], date(2025, 6, 5))
    datetime.date(2025, 3, 23)
    """
    held = sorted(
        (each.start, min(each.end, as_of))
        for each in rounds
        if each.status == "held" and each.start <= as_of
    )
    found, last = None, None
    for start, end in held:
        if last is None or start - last > SPELL:
            found = start
        last = end if last is None else max(last, end)
    return found if last is not None and as_of - last <= SPELL else None


def moments(wars: pl.DataFrame, clock: Clock, days: int, as_of: date) -> list[Moment]:
    """Return the moment of each past war that stands at `days` on a clock.

    Parameters
    ----------
    wars : polars.DataFrame
        As `past.known` gives them for `as_of`.
    clock : {"talks", "age"}
        Days since talks opened: wars whose talks have no known day, or that ended or were not yet
        so far, have no moment. Days since the war began: a shorter war stands at the day before
        its end, and is not at risk.
    days : int
        How far the clock has run.
    as_of : date
        No moment lies after it.

    Returns
    -------
    list of Moment
        In the order of the table.
    """
    found = []
    for row in wars.select("war_id", "start", "end", "talks_from", "observed_to").iter_rows():
        war_id, start, end, talks, seen = row
        begun = talks if clock == "talks" else start
        if begun is None:
            continue
        last = end - timedelta(days=1) if end else min(seen, as_of)
        day = begun + timedelta(days=days)
        if day <= last:
            found.append(Moment(war_id, day, at_risk=True))
        elif clock == "age" and end and start <= last:
            found.append(Moment(war_id, last, at_risk=False))
    return found

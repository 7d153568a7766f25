"""Which rounds of talks an analyst could have known of by a date, by four declared calendars."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal

from truceline.measure.calendar import Calendar, calendar
from truceline.measure.daily import Daily
from truceline.terms.wars import Round

Which = Literal["announced", "held", "direct", "announcements"]
WORDS: dict[Which, str] = {
    "announced": "every round announced",
    "held": "rounds held only",
    "direct": "direct rounds only",
    "announcements": "days of announcement instead of rounds",
}


@dataclass(frozen=True, slots=True)
class Known:
    """Rounds by day of one series, each with the date by which the record names it."""

    calendar: Calendar
    dates: tuple[date, ...]


def known(
    rounds: Iterable[Round], series: Daily, *, as_of: date, which: Which = "announced"
) -> Known:
    """Return the calendar of rounds known by a date, as days of a series.

    Parameters
    ----------
    rounds : iterable of Round
        All rounds of the record, in any order.
    series : Daily
        Its first day is day 0.
    as_of : date
        A round counts if it was to begin by then; an announcement if it was made by then.
    which : {"announced", "held", "direct", "announcements"}, default "announced"
        Every round whatever became of it; rounds held; rounds whose format is "direct"; the days
        on which rounds were announced.

    Returns
    -------
    Known
        Rounds in order; those that begin on the same day are one.

    Notes
    -----
    A round's status is taken as known on its first day; a last day after `as_of` is cut to it.

    Examples
    --------
    >>> import numpy as np
    >>> series = Daily("x", date(2025, 1, 1), np.ones(99), 99)
    >>> rounds = [Round(start=date(2025, 2, day), end=date(2025, 2, day)) for day in (1, 9)]
    >>> known(rounds, series, as_of=date(2025, 2, 5)).calendar.starts
    (31,)
    """
    spans: list[tuple[date, date]] = []
    for each in rounds:
        if which == "announcements":
            if each.announced_on is not None and each.announced_on <= as_of:
                spans.append((each.announced_on, each.announced_on))
        elif each.start <= as_of and _counts(each, which):
            spans.append((each.start, max(each.start, min(each.end, as_of))))
    made = calendar((series.day(start), series.day(end)) for start, end in spans)
    return Known(made, tuple(sorted({start for start, _ in spans})))


def _counts(each: Round, which: Which) -> bool:
    """Whether a round belongs to a calendar of rounds."""
    return which == "announced" or (
        each.status == "held" if which == "held" else each.format == "direct"
    )

"""Which rounds of talks an analyst could have known of by a date, by declared calendars."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal

from truceline.measure.calendar import Calendar, calendar, clusters
from truceline.measure.daily import Daily
from truceline.terms.wars import Round, Truce

Which = Literal["announced", "held", "direct", "announcements", "first", "truces"]
WORDS: dict[Which, str] = {
    "announced": "every round announced",
    "held": "rounds held only",
    "direct": "direct rounds only",
    "announcements": "days of announcement instead of rounds",
    "first": "the first round of each cluster only",
    "truces": "truces instead of rounds",
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
    which : {"announced", "held", "direct", "announcements", "first", "truces"}
        Every round whatever became of it (the default); rounds held; rounds whose format is
        "direct"; the days on which rounds were announced; the first announced round of each
        cluster; everything given, where truces are given as rounds.

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
    dates = tuple(sorted({start for start, _ in spans}))
    if which != "first":
        return Known(made, dates)
    numbers = clusters(made)
    kept = [each for each, number in enumerate(numbers) if number not in numbers[:each]]
    first = Calendar(
        tuple(made.starts[each] for each in kept), tuple(made.ends[each] for each in kept)
    )
    return Known(first, tuple(dates[each] for each in kept))


def as_rounds(truces: Iterable[Truce]) -> tuple[Round, ...]:
    """Return truces as rounds, by their first days, so that they can be asked about alike.

    Parameters
    ----------
    truces : iterable of Truce
        General and limited ones, whoever declared them.

    Returns
    -------
    tuple of Round
        Each of one day: what is asked is what runs before a truce begins.

    Examples
    --------
    >>> as_rounds([Truce(start=date(2025, 3, 1), end=date(2025, 4, 1))])[0].end
    datetime.date(2025, 3, 1)
    """
    return tuple(Round(start=each.start, end=each.start) for each in truces)


def _counts(each: Round, which: Which) -> bool:
    """Whether a round belongs to a calendar of rounds."""
    if which == "held":
        return each.status == "held"
    return which != "direct" or each.format == "direct"

"""Which salient strikes an analyst could have known of by a date, by three declared calendars."""

from collections.abc import Iterable
from datetime import date
from typing import Literal

from truceline.measure.calendar import calendar
from truceline.measure.daily import Daily
from truceline.measure.known import Known
from truceline.terms.wars import Round, Strike

Which = Literal["symbolic", "all", "apart"]
WORDS: dict[Which, str] = {
    "symbolic": "symbolic strikes",
    "all": "every strike listed",
    "apart": "symbolic strikes far from talks",
}
TALKS_BEFORE, TALKS_AFTER = 7, 14  # days around a strike in which no round may begin, for "apart"


def struck(
    strikes: Iterable[Strike], series: Daily, *,
    side: str, as_of: date, which: Which = "symbolic", rounds: Iterable[Round] = (),
) -> Known:  # fmt: skip
    """Return the strikes on `side`, known by a date, as days of that side's series.

    Parameters
    ----------
    strikes : iterable of Strike
        All strikes of the record, in any order; those of `side` itself are left out.
    series : Daily
        Attacks of `side`; its first day is day 0.
    side : str
        Code of the side that would reply.
    as_of : date
        Later strikes are not used.
    which : {"symbolic", "all", "apart"}, default "symbolic"
        Symbolic strikes; every strike listed; symbolic strikes with no round of talks from 7 days
        before to 14 days after, whose replies cannot be taken for attacks around talks.
    rounds : iterable of Round, default ()
        Rounds of talks, for "apart".

    Returns
    -------
    Known
        Strikes in order; those of one day are one.

    Notes
    -----
    A list of salient strikes is chosen for how widely they were reported, perhaps for what
    followed them. That cannot be mended here; the limits of the answer say so.

    Examples
    --------
    >>> import numpy as np
    >>> series = Daily("x", date(2025, 1, 1), np.ones(99), 99)
    >>> strikes = [Strike(date=date(2025, 1, 9), side="B", what="bridge", symbolic=True),
    ...            Strike(date=date(2025, 1, 20), side="A", what="port", symbolic=True)]
    >>> struck(strikes, series, side="A", as_of=date(2025, 2, 1)).calendar.starts
    (8,)
    """
    starts = [each.start for each in rounds if each.start <= as_of]
    days = sorted({
        each.date
        for each in strikes
        if each.side != side and each.date <= as_of and _counts(each, which, starts)
    })  # fmt: skip
    return Known(calendar((series.day(day), series.day(day)) for day in days), tuple(days))


def _counts(strike: Strike, which: Which, starts: list[date]) -> bool:
    """Whether a strike belongs to a calendar of strikes."""
    if which == "all":
        return True
    near = which == "apart" and any(
        -TALKS_BEFORE <= (each - strike.date).days <= TALKS_AFTER for each in starts
    )
    return strike.symbolic and not near

"""How soon, and in what form, a listed strike follows a listed strike of the other side.

Descriptive: both lists hold what was widely reported, so a lag between them is one between reports
that many carried, not between attacks.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from math import comb, inf, isfinite
from statistics import median

from truceline.measure.calendar import calendar, clusters
from truceline.measure.placebo import Share, wilson
from truceline.terms.wars import Strike

FEWEST = 5  # clusters of strikes; fewer give no median worth a number


@dataclass(frozen=True, slots=True)
class Lags:
    """Days from a symbolic strike on `side` to the next listed strike by it.

    `n` counts clusters of strikes. `middle` is the median; `low` and `high` are None where the .95
    interval is not bounded, `middle` where half or more were not followed by any. `chance` is the
    median from any day of the span to the next listed strike. `symbolic` is the share of first
    replies that were symbolic themselves, `listed` that share in the side's whole list.
    """

    side: str
    n: int
    middle: float | None = None
    low: float | None = None
    high: float | None = None
    chance: float | None = None
    symbolic: Share | None = None
    listed: float | None = None


def lags(strikes: Iterable[Strike], side: str, *, as_of: date) -> Lags:
    """Return how soon `side`'s listed strikes follow symbolic strikes on it.

    Parameters
    ----------
    strikes : iterable of Strike
        Both sides' list, in any order.
    side : str
        Code of the side that would reply.
    as_of : date
        Later strikes are not used; a strike with no reply by then counts as not yet followed.

    Returns
    -------
    Lags
        With None throughout where fewer than five clusters of strikes, or no listed strike of
        `side`, are at hand.

    Notes
    -----
    Each cluster of strikes (within 21 days of each other) counts once, from its first day; a
    strike of the same day is no reply. The interval of the median is the exact one of order
    statistics and takes clusters as independent.

    Examples
    --------
    >>> hits = [Strike(date=date(2025, month, 1), side="B", what="x", symbolic=True)
    ...         for month in range(1, 8)]
    >>> answers = [Strike(date=date(2025, month, 5), side="A", what="y", symbolic=month < 4)
    ...            for month in range(1, 8)]
    >>> found = lags(hits + answers, "A", as_of=date(2025, 8, 1))
    >>> found.n, found.middle, found.low, found.symbolic.hits
    (7, 4.0, 4.0, 3)
    """
    known = [each for each in strikes if each.date <= as_of]
    hits = sorted({each.date for each in known if each.side != side and each.symbolic})
    answers = sorted({each.date for each in known if each.side == side})
    firsts = _firsts(hits)
    if len(firsts) < FEWEST or not answers:
        return Lags(side, len(firsts))
    waits = [_wait(day, answers) for day in firsts]
    low, high = middle_ends(waits)
    days = range(min(hits).toordinal(), max(answers).toordinal())
    anywhere = median(_wait(date.fromordinal(day), answers) for day in days) if days else inf
    symbolic = {each.date for each in known if each.side == side and each.symbolic}
    replies = [next(each for each in answers if each > day) for day in firsts if day < answers[-1]]
    return Lags(
        side, len(firsts), _whole(median(waits)), low, high, _whole(anywhere),
        wilson(sum(each in symbolic for each in replies), len(replies)) if replies else None,
        len(symbolic) / len(answers),
    )  # fmt: skip


def middle_ends(
    values: Sequence[float], *, level: float = 0.95
) -> tuple[float | None, float | None]:
    """Return the exact interval of a median from order statistics.

    Parameters
    ----------
    values : sequence of float
        Independent values; infinite where nothing came.
    level : float, default 0.95
        Coverage, at least.

    Returns
    -------
    (float or None, float or None)
        None where an end is infinite or where no two values reach the level: below six values at
        .95.

    References
    ----------
    Thompson, W. R. (1936). On confidence ranges for the median. *Annals of Mathematical
    Statistics* 7.

    Examples
    --------
    >>> middle_ends([1, 2, 3, 4, 5, 6]), middle_ends([1, 2, 3, 4, 5])
    ((1.0, 6.0), (None, None))
    """
    ordered = sorted(values)
    size = len(ordered)
    below, rank = 0.0, 0
    while rank < size // 2 and 2 * (below + comb(size, rank) / 2**size) <= 1 - level:
        below += comb(size, rank) / 2**size
        rank += 1
    if rank == 0:
        return None, None
    return _whole(ordered[rank - 1]), _whole(ordered[size - rank])


def _firsts(days: Sequence[date]) -> list[date]:
    """First day of each cluster."""
    if not days:
        return []
    numbers = clusters(calendar((each.toordinal(),) * 2 for each in days))
    return [days[numbers.index(number)] for number in dict.fromkeys(numbers)]


def _wait(day: date, answers: Sequence[date]) -> float:
    """Days to the next answer, infinite where none came."""
    return next((float((each - day).days) for each in answers if each > day), inf)


def _whole(value: float) -> float | None:
    """A finite number, or None."""
    return float(value) if isfinite(value) else None

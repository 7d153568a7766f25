"""A calendar of rounds of talks as day numbers: clusters, windows, local baselines.

Days are counted from the first day of a series, from 0; a round is a first and a last day. Nothing
here knows dates, wars or values.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from truceline.terms.errors import BadInput

BASELINE_DAYS = 21  # docs/methods/talks.md: the three weeks before the window
GUARD_DAYS = 3  # a baseline leaves out days this near to another round
CLUSTER_DAYS = 21  # rounds this near to each other are one cluster
AFTER_BASELINE = (-22, -2)  # a window after a round is set against these days before it

Side = Literal["before", "after", "across"]
Kind = Literal["mean", "peak"]


@dataclass(frozen=True, slots=True)
class Calendar:
    """First and last days of rounds, sorted, no first day twice.

    `blocks` limits which rounds crowd which: days near a round of another block are not left out
    of a baseline. Empty means that all rounds are one block.
    """

    starts: tuple[int, ...]
    ends: tuple[int, ...]
    blocks: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Window:
    """A span of `days` days before or after a round; `kind` is the daily mean or the highest day.

    A window "across" a round is the days after it, set against as many days before it.

    Raises
    ------
    BadInput
        If `days` is less than 1.
    """

    side: Side
    days: int
    kind: Kind = "mean"

    def __post_init__(self) -> None:
        """Refuse a window without days."""
        if self.days < 1:
            raise BadInput(f"a window has {self.days} days; it needs at least 1, such as 7")


PRIMARY = Window("before", 7)


def calendar(spans: Iterable[tuple[int, int]]) -> Calendar:
    """Return a calendar of the spans given, sorted, with equal first days joined.

    Parameters
    ----------
    spans : iterable of (int, int)
        First and last day of each round, as day numbers.

    Returns
    -------
    Calendar
        Two rounds that begin on the same day are one, with the later last day.

    Raises
    ------
    BadInput
        If a round ends before it begins.

    Examples
    --------
    >>> calendar([(40, 41), (10, 10), (40, 40)])
    Calendar(starts=(10, 40), ends=(10, 41), blocks=())
    """
    last: dict[int, int] = {}
    for start, end in spans:
        if end < start:
            raise BadInput(f"a round ends on day {end}, before it begins on day {start}; swap them")
        last[start] = max(end, last.get(start, end))
    starts = tuple(sorted(last))
    return Calendar(starts, tuple(last[each] for each in starts))


def clusters(rounds: Calendar, *, gap: int = CLUSTER_DAYS) -> tuple[int, ...]:
    """Return the number of the cluster that each round belongs to, from 0.

    Parameters
    ----------
    rounds : Calendar
        Rounds in order.
    gap : int, default 21
        A round that begins at most this many days after the last day of an earlier one belongs to
        its cluster; clusters chain.

    Returns
    -------
    tuple of int
        One number a round, never falling.

    Examples
    --------
    >>> clusters(calendar([(0, 0), (20, 22), (43, 43), (65, 65)]))
    (0, 0, 0, 1)
    """
    numbers: list[int] = []
    latest = 0
    for start, end in zip(rounds.starts, rounds.ends, strict=True):
        if not numbers:
            numbers.append(0)
        else:
            numbers.append(numbers[-1] + (start - latest > gap))
        latest = max(latest, end) if len(numbers) > 1 else end
    return tuple(numbers)


def span(rounds: Calendar, which: int, window: Window) -> tuple[int, int]:
    """Return the first and last day, relative to a round's first, that window and baseline need.

    Parameters
    ----------
    rounds : Calendar
        Rounds in order.
    which : int
        Number of the round.
    window : Window
        Side and length of the window.

    Returns
    -------
    (int, int)
        Relative days, the first always negative.

    Examples
    --------
    >>> span(calendar([(100, 101)]), 0, Window("before", 7))
    (-28, -1)
    >>> span(calendar([(100, 101)]), 0, Window("after", 7))
    (-22, 8)
    >>> span(calendar([(100, 101)]), 0, Window("across", 7))
    (-7, 8)
    """
    if window.side == "before":
        return -(window.days + BASELINE_DAYS), -1
    first = -window.days if window.side == "across" else AFTER_BASELINE[0]
    return first, rounds.ends[which] - rounds.starts[which] + window.days


@lru_cache(maxsize=4096)  # one answer lays the same few rounds out hundreds of times
def offsets(
    rounds: Calendar, which: int, window: Window
) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Return the days of a round's window and of its local baseline, relative to its first day.

    Parameters
    ----------
    rounds : Calendar
        Rounds in order.
    which : int
        Number of the round.
    window : Window
        Side and length of the window.

    Returns
    -------
    (tuple of int, tuple of int)
        Days of the window; days of the baseline, without those within 3 days of another round.

    Notes
    -----
    Before a round, the window of w days is -w…-1 and the baseline -(w+21)…-(w+1). After it, the
    window begins on the day after the round's last day and the baseline is -22…-2. The 3-day rule
    holds for the baseline alone: a window keeps all its days. Across a round both spans are
    windows, of w days each: the days after it, and -w…-1.

    Examples
    --------
    >>> window, baseline = offsets(calendar([(80, 80), (100, 100)]), 1, Window("before", 7))
    >>> window[0], window[-1], baseline[0], baseline[-1], len(baseline)
    (-7, -1, -28, -8, 14)
    """
    first, last = span(rounds, which, window)
    if window.side == "before":
        inside = range(-window.days, 0)
        reference = range(first, -window.days)
    else:
        inside = range(last - window.days + 1, last + 1)
        reference = range(AFTER_BASELINE[0], AFTER_BASELINE[1] + 1)
    if window.side == "across":
        return tuple(inside), tuple(range(-window.days, 0))
    here = rounds.starts[which]
    others = _crowding(rounds, which, here + reference[0], here + reference[-1])
    kept = (
        day for day in reference
        if not any(begins <= here + day <= stops for begins, stops in others)
    )  # fmt: skip
    return tuple(inside), tuple(kept)


def _crowding(rounds: Calendar, which: int, first: int, last: int) -> list[tuple[int, int]]:
    """Spans of days near other rounds of the same block, those alone that reach first…last."""
    found = []
    for other, (start, end) in enumerate(zip(rounds.starts, rounds.ends, strict=True)):
        begins, stops = start - GUARD_DAYS, end + GUARD_DAYS
        apart = rounds.blocks and rounds.blocks[other] != rounds.blocks[which]
        if other != which and not apart and begins <= last and first <= stops:
            found.append((begins, stops))
    return found


def without(rounds: Calendar, dropped: int) -> Calendar:
    """Return the calendar without one cluster of rounds.

    Parameters
    ----------
    rounds : Calendar
        Rounds in order.
    dropped : int
        Number of the cluster, as `clusters` counts.

    Returns
    -------
    Calendar
        The other rounds.

    Examples
    --------
    >>> without(calendar([(0, 0), (10, 10), (90, 90)]), 0).starts
    (90,)
    """
    numbers = clusters(rounds)
    kept = [which for which, number in enumerate(numbers) if number != dropped]
    return Calendar(
        tuple(rounds.starts[each] for each in kept), tuple(rounds.ends[each] for each in kept)
    )

"""A Hawkes fit of daily counts, whose times within the day are not known. Descriptive.

Each event is laid at a random instant of its day, several times over; what the draws differ by is
added to the standard errors. Day bins inflate replies quicker than some days: the method page has
the table.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from math import sqrt

import numpy as np
from numpy.random import Generator

from truceline.measure.daily import Daily
from truceline.measure.hawkes import FEWEST_EVENTS, Hawkes, fit_pieces
from truceline.measure.laid import Bools, Floats

DRAWS = 5
LEAST_DAYS = 90  # judged in all runs together
WARM = 21  # first days of a run, which are the past of the others and are not judged themselves
LEAST_RUN = 2 * WARM
MOST_EVENTS = 200_000  # beyond, five draws would take longer than anyone waits
_SPREAD = 1.96


@dataclass(frozen=True, slots=True)
class Number:
    """A number of the model with its .95 ends; None where there is no standard error."""

    value: float
    low: float | None
    high: float | None


@dataclass(frozen=True, slots=True)
class DayFit:
    """How many events of side i (row) one event of side j (column) brings about, and how late.

    `first` and `last` hold all runs that are used, `days` are those judged in them and `runs` how
    many runs there are. `lag` is the mean delay in days of what side i answers. `p` is that of the
    worst time rescaling over sides and draws; `unbounded` counts the draws in which a number stood
    on its bound.
    """

    first: date
    last: date
    days: int
    runs: int
    events: tuple[int, ...]
    ratios: tuple[tuple[Number, ...], ...]
    lag: tuple[Number, ...]
    p: float
    unbounded: int
    converged: bool


def day_fit(
    sides: Sequence[Daily], spans: Sequence[tuple[date, date]], *, rng: Generator
) -> DayFit | str:
    """Return the fit of several sides' daily counts, or why there is none.

    Parameters
    ----------
    sides : sequence of Daily
        Counts of attacks, one series a side.
    spans : sequence of (date, date)
        Spans in which all levels mean one thing; none means everywhere.
    rng : numpy.random.Generator
        Chance of the instants, from the caller.

    Returns
    -------
    DayFit or str
        From all runs of 28 days or more that every series reports, inside one span each.

    Notes
    -----
    A gap cannot be bridged: a day without a report would count as a day without attacks. So each
    run stands by itself, and their likelihoods add. Its first 21 days are taken as the past of the
    others: judged as if nothing had gone before them, they would make replies look smaller.

    Examples
    --------
    >>> rng = np.random.default_rng(1)
    >>> sides = [Daily(name, date(2025, 1, 1), rng.poisson(3, 50).astype(float), 50)
    ...          for name in "ab"]
    >>> day_fit(sides, (), rng=rng)
    'after their first 21 days, the runs that every side reports hold 29 days, and 90 are needed'
    """
    first, rows, runs = _runs(sides, spans)
    days = sum(stop - start - WARM for start, stop in runs)
    if days < LEAST_DAYS:
        return (
            f"after their first {WARM} days, the runs that every side reports hold {days} days, "
            f"and {LEAST_DAYS} are needed"
        )
    pieces = [rows[:, start:stop] for start, stop in runs]
    counts = np.concatenate(pieces, axis=1)
    if (counts != np.round(counts)).any():
        return "a series holds parts of attacks, and only whole events can excite each other"
    totals = counts.sum(axis=1)
    if totals.min() < FEWEST_EVENTS:
        return (
            f"a side has {int(totals.min())} events in those {days} days, and {FEWEST_EVENTS} are "
            "needed"
        )
    if totals.sum() > MOST_EVENTS:
        return f"there are {int(totals.sum())} events, more than the {MOST_EVENTS} that are tried"
    found = [
        fit_pieces([(*_instants(each, rng), WARM, float(each.shape[1])) for each in pieces])
        for _ in range(DRAWS)
    ]
    reach = (first + timedelta(days=runs[0][0]), first + timedelta(days=runs[-1][1] - 1))
    return _pooled(found, reach, days, len(runs))


def _runs(
    sides: Sequence[Daily], spans: Sequence[tuple[date, date]]
) -> tuple[date, Floats, list[tuple[int, int]]]:
    """First common day, counts from it, and the long enough runs that all sides report."""
    first = max(each.first for each in sides)
    last = min(each.last for each in sides)
    length = max((last - first).days + 1, 0)
    rows = np.stack([
        each.values[each.day(first) : each.day(first) + length] if length else np.zeros(0)
        for each in sides
    ])  # fmt: skip
    whole: Bools = np.logical_and.reduce(np.isfinite(rows))
    found = []
    for begins, stops in sorted(spans) or [(first, last)]:
        start = max((begins - first).days, 0)
        end = max(min((stops - first).days + 1, length), start)
        for gap in [*(np.flatnonzero(~whole[start:end]) + start).tolist(), end]:
            if gap - start >= LEAST_RUN:
                found.append((start, gap))
            start = gap + 1
    return first, rows, found


def _instants(
    counts: Floats, rng: Generator
) -> tuple[Floats, np.ndarray[tuple[int], np.dtype[np.int64]]]:
    """Every event at a random instant of its day."""
    whole = counts.astype(np.int64)
    days = np.concatenate([np.repeat(np.arange(whole.shape[1]), row) for row in whole])
    marks = np.repeat(np.arange(whole.shape[0]), whole.sum(axis=1))
    times = days + rng.random(days.size)
    order = np.argsort(times, kind="stable")
    return times[order], marks[order].astype(np.int64)


def _pooled(found: Sequence[Hawkes], reach: tuple[date, date], days: int, runs: int) -> DayFit:
    """One fit of several draws, by Rubin's rules."""
    k = len(found[0].events)
    ratios = tuple(
        tuple(
            _number([each.ratios[i, j] for each in found], [each.ratios_se[i, j] for each in found])
            for j in range(k)
        )
        for i in range(k)
    )
    lag = tuple(
        _number(
            [1 / each.decay[i] for each in found],
            [each.decay_se[i] / each.decay[i] ** 2 for each in found],
        )
        for i in range(k)
    )
    return DayFit(
        *reach, days, runs, found[0].events, ratios, lag,
        min(made.p for each in found for made in each.fits),
        sum(bool(each.bound.any()) for each in found), all(each.converged for each in found),
    )  # fmt: skip


def _number(values: Sequence[float], errors: Sequence[float]) -> Number:
    """Mean of the draws; variance within plus between, as Rubin (1987) has it."""
    mean = float(np.mean(values))
    if not np.isfinite(errors).all():
        return Number(mean, None, None)
    within = float(np.mean(np.square(errors)))
    between = float(np.var(values, ddof=1))
    half = _SPREAD * sqrt(within + (1 + 1 / len(values)) * between)
    return Number(mean, max(mean - half, 0.0), mean + half)

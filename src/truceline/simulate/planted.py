"""What is planted beside the tempo: days after talks, truces, phases of the front, misdating."""

from collections.abc import Sequence
from datetime import timedelta

import numpy as np
from numpy.random import Generator
from numpy.typing import NDArray

from truceline.simulate.spec import Spec
from truceline.terms.wars import Round, Truce

Floats = NDArray[np.float64]

BEFORE_TRUCE = 7  # days, as many as the primary window of the talks test


def days_after(spec: Spec, rounds: Sequence[Round]) -> list[int]:
    """Return the days that carry the effect after talks.

    Parameters
    ----------
    spec : Spec
        How many days that is.
    rounds : sequence of Round
        All rounds, whatever became of them.

    Returns
    -------
    list of int
        Days of the war, sorted: those that follow a round's last day.

    Examples
    --------
    >>> spec = Spec()
    >>> day = spec.start + timedelta(days=100)
    >>> days_after(spec, [Round(start=day, end=day)])[:2]
    [101, 102]
    """
    ends = [(each.end - spec.start).days for each in rounds]
    days = {end + step for end in ends for step in range(1, spec.talks.days + 1)}
    return sorted(day for day in days if day < spec.days)


def near_talks(
    spec: Spec, rounds: Sequence[Round], before: Sequence[int], after: Sequence[int]
) -> list[int]:
    """Return the days on which reporting rises: before, during and after rounds.

    Parameters
    ----------
    spec : Spec
        The war's first day and length.
    rounds : sequence of Round
        All rounds.
    before, after : sequence of int
        Days that carry the effects of talks.

    Returns
    -------
    list of int
        Days of the war, sorted.

    Examples
    --------
    >>> spec = Spec()
    >>> day = spec.start + timedelta(days=100)
    >>> near_talks(spec, [Round(start=day, end=day)], [99], [101])
    [99, 100, 101]
    """
    during = {
        (each.start - spec.start).days + step
        for each in rounds
        for step in range((each.end - each.start).days + 1)
    }
    return sorted(day for day in during | set(before) | set(after) if 0 <= day < spec.days)


def laid_truces(spec: Spec, rng: Generator) -> tuple[Truce, ...]:
    """Return truces on random days, at least two weeks apart.

    Parameters
    ----------
    spec : Spec
        How many, and how long.
    rng : numpy.random.Generator
        Chance, from the caller; not touched where there are no truces.

    Returns
    -------
    tuple of Truce
        In order; `kept` says by what factor fighting was planted.

    Examples
    --------
    >>> laid_truces(Spec(), np.random.default_rng(1))
    ()
    """
    truces = spec.truces
    if not truces.count:
        return ()
    length = truces.days + 14
    slack = spec.days - 44 - truces.count * length
    cuts = np.sort(rng.integers(0, slack + 1, truces.count)).tolist()
    starts = [30 + cut + place * length for place, cut in enumerate(cuts)]
    return tuple(
        Truce(
            start=spec.start + timedelta(days=start),
            end=spec.start + timedelta(days=start + truces.days - 1),
            kept=f"attacks were planted at {truces.during:g} times their rate", source="made up",
        )
        for start in starts
    )  # fmt: skip


def truce_factors(spec: Spec, truces: Sequence[Truce]) -> Floats:
    """Return what truces do to the rates of both sides, a factor a day.

    Parameters
    ----------
    spec : Spec
        The factors during truces and in the week before.
    truces : sequence of Truce
        As laid.

    Returns
    -------
    array of float, shape (days,)
        1 on all other days.

    Examples
    --------
    >>> truce_factors(Spec(), ()).max()
    np.float64(1.0)
    """
    factors = np.ones(spec.days)
    for each in truces:
        start = (each.start - spec.start).days
        factors[start - BEFORE_TRUCE : start] *= spec.truces.before
        factors[start : start + spec.truces.days] *= spec.truces.during
    return factors


def front_drift(spec: Spec) -> Floats:
    """Return the daily drift of the area that the first side holds.

    Parameters
    ----------
    spec : Spec
        Its drift, and that of each phase.

    Returns
    -------
    array of float, shape (days,)
        In km²; a later phase takes the place of an earlier one.

    Examples
    --------
    >>> front_drift(Spec()).any()
    np.False_
    """
    drift = np.full(spec.days, spec.front.drift)
    drift[spec.phases.day_1 :] = spec.phases.drift_1
    drift[spec.phases.day_2 :] = spec.phases.drift_2
    return drift


def misdated(spec: Spec, seen: Floats) -> Floats:
    """Return a series as one that is reported late and smoothed.

    Parameters
    ----------
    spec : Spec
        Days late, and over how many days a running mean is reported.
    seen : array of float, shape (days,)
        The series on its true days.

    Returns
    -------
    array of float, shape (days,)
        The first late days repeat the first ones, so that no day is lost; unchanged where the
        spec plants neither.

    Examples
    --------
    >>> from truceline.simulate.spec import Reports
    >>> misdated(Spec(reports=Reports(late_b=1, smooth_b=2)), np.array([2.0, 4.0, 8.0]))
    array([2., 2., 3.])
    """
    late, width = spec.reports.late_b, spec.reports.smooth_b
    kernel = np.ones(width)
    days = len(seen)
    mean: Floats = seen
    if width > 1:
        mean = (np.convolve(seen, kernel) / np.convolve(np.ones(days), kernel))[:days]
    return np.concatenate([mean[:late], mean[: days - late]])

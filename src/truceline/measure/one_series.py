"""All that `talks` asks of one series: primary and secondary windows, calendars, robustness."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from numpy.random import default_rng

from truceline.measure.adjust import holm, max_t
from truceline.measure.calendar import PRIMARY, SECONDARY, Calendar, clusters, without
from truceline.measure.cells import cells
from truceline.measure.daily import Daily
from truceline.measure.known import Known, Which, known
from truceline.measure.laid import Floats, Regimes
from truceline.measure.placebo import Share, placebo_rate
from truceline.measure.profile import Shape, shape
from truceline.measure.reach import smallest_found
from truceline.measure.shifts import FEWEST_SHIFTS, ShiftTest, interval, shift_test
from truceline.measure.verdicts import FEWEST_CLUSTERS, judged
from truceline.terms.results import Verdict
from truceline.terms.wars import Round, Series

SEED = 20250602  # of the placebo calendars; any number would do, but always the same one
BESIDE: tuple[Which, ...] = ("held", "direct", "announcements")


@dataclass(frozen=True, slots=True)
class Ask:
    """What every series is asked with.

    `other` holds the same series dated the other way, by name.
    """

    rounds: tuple[Round, ...]
    as_of: date
    other: tuple[Daily, ...] = ()
    seed: int = SEED


@dataclass(frozen=True, slots=True)
class Omitted:
    """The interval and verdict without one cluster, named by its first round's day."""

    cluster: date
    verdict: Verdict
    low: float | None
    high: float | None


@dataclass(frozen=True, slots=True, eq=False)
class Found:
    """One series, asked. `verdict` is firm only if all conditions hold; `reason` says why not."""

    series: Series
    daily: Daily
    known: Known
    primary: ShiftTest
    verdict: Verdict
    reason: str
    secondary: tuple[tuple[ShiftTest, float | None], ...] = ()
    beside: tuple[tuple[Which, ShiftTest], ...] = ()
    omitted: tuple[Omitted, ...] = ()
    other: ShiftTest | None = None
    placebo: Share | None = None
    profile: Shape | None = None
    reach: float | None = None
    adjusted_by: str = "max-T over the secondary windows"


def asked(series: Series, daily: Daily, ask: Ask) -> Found:
    """Return everything that is asked of a series that holds a side's attacks.

    Parameters
    ----------
    series : Series
        What the series holds, and its regimes.
    daily : Daily
        Its days up to `ask.as_of`.
    ask : Ask
        Rounds, date, the other dating, seed.

    Returns
    -------
    Found
        With a verdict.

    Examples
    --------
    >>> import numpy as np
    >>> daily = Daily("x", date(2025, 1, 1), np.ones(30), 30)
    >>> asked(Series(name="x", file="", unit=""), daily, Ask((), date(2025, 1, 30))).reason
    'no round of talks lies within the series'
    """
    regimes = regime_days(series, daily)
    made = known(ask.rounds, daily, as_of=ask.as_of)
    values = daily.values
    primary = shift_test(values, made.calendar, PRIMARY, regimes)
    tests = [shift_test(values, made.calendar, each, regimes) for each in SECONDARY]
    adjusted, by = max_t(tests), "max-T over the secondary windows"
    if not any(each is not None for each in adjusted):
        adjusted, by = holm([each.p for each in tests]), "Holm's rule (too few shifts for max-T)"
    beside = tuple(
        (which, shift_test(values, _other(ask, daily, which), PRIMARY, regimes)) for which in BESIDE
    )
    omitted = _omitted(values, made, primary, regimes) if primary.estimable else ()
    twin = next((each for each in ask.other if each.name == series.name), None)
    other = None if twin is None else _dated(twin, series, ask)
    verdict, reason = _verdict(primary, omitted, other)
    return Found(
        series, daily, made, primary, verdict, reason,
        secondary=tuple(zip(tests, adjusted, strict=True)), beside=beside, omitted=omitted,
        other=other, profile=shape(values, made.calendar, regimes),
        placebo=_placebo(values, made.calendar, primary, regimes, ask.seed),
        reach=smallest_found(primary, made.calendar), adjusted_by=by,
    )  # fmt: skip


def context(series: Series, daily: Daily, ask: Ask) -> Found:
    """Return the primary window and the profile of a series that holds no side's attacks.

    Parameters
    ----------
    series : Series
        What the series holds, and its regimes.
    daily : Daily
        Its days up to `ask.as_of`.
    ask : Ask
        Rounds, date, the other dating, seed.

    Returns
    -------
    Found
        Its verdict is always "cannot say": it does not decide.
    """
    regimes = regime_days(series, daily)
    made = known(ask.rounds, daily, as_of=ask.as_of)
    primary = shift_test(daily.values, made.calendar, PRIMARY, regimes)
    profile = shape(daily.values, made.calendar, regimes)
    reason = "it does not hold a side's attacks"
    reach = smallest_found(primary, made.calendar)
    return Found(series, daily, made, primary, "cannot say", reason, profile=profile, reach=reach)


def regime_days(series: Series, daily: Daily) -> tuple[tuple[int, int], ...]:
    """Return a series' declared regimes as days of the series; none if none is declared.

    Parameters
    ----------
    series : Series
        With dates, or with none.
    daily : Daily
        Its first day is day 0.

    Returns
    -------
    tuple of (int, int)
        May reach outside the series.

    Examples
    --------
    >>> import numpy as np
    >>> daily = Daily("x", date(2025, 1, 1), np.ones(30), 30)
    >>> spans = ((date(2025, 1, 5), date(2025, 3, 1)),)
    >>> regime_days(Series(name="x", file="", unit="", regime=spans), daily)
    ((4, 59),)
    """
    return tuple((daily.day(first), daily.day(last)) for first, last in series.regime)


def why_not(tested: ShiftTest) -> str:
    """Return in words why a window could not be tested.

    Parameters
    ----------
    tested : ShiftTest
        A test that is not estimable.

    Returns
    -------
    str
        A clause for a sentence; empty if it could be tested.
    """
    if tested.estimable:
        return ""
    left = tested.chosen.left
    if not tested.chosen.used:
        parts = [
            f"{len(which)} {words}"
            for which, words in (
                (left.outside, "outside the series or its regime"),
                (left.crowded, "with no baseline free of other rounds"),
                (left.unreported, "with too few reported days"),
            )
            if which
        ]
        why = ", ".join(parts)
        return f"no round of talks can be used: {why}" if why else _NO_ROUND
    if tested.shifts.size < FEWEST_SHIFTS:
        return (
            f"the calendar of rounds can be moved to only {tested.shifts.size} places inside the "
            f"series' regime, and {FEWEST_SHIFTS} are needed"
        )
    return "the series does not vary"


_NO_ROUND = "no round of talks lies within the series"


def _other(ask: Ask, daily: Daily, which: Which) -> Calendar:
    """One of the calendars beside the primary one."""
    return known(ask.rounds, daily, as_of=ask.as_of, which=which).calendar


def _dated(twin: Daily, series: Series, ask: Ask) -> ShiftTest:
    """The primary window on the series dated the other way."""
    rounds = known(ask.rounds, twin, as_of=ask.as_of).calendar
    return shift_test(twin.values, rounds, PRIMARY, regime_days(series, twin))


def _omitted(
    values: Floats, made: Known, primary: ShiftTest, regimes: Regimes
) -> tuple[Omitted, ...]:
    """The interval without each cluster in turn."""
    numbers = clusters(made.calendar)
    found = []
    for number in dict.fromkeys(numbers[each] for each in primary.chosen.used):
        rest = without(made.calendar, number)
        inner = cells(values, rest, PRIMARY, regimes) if rest.starts else None
        low = high = None
        if inner is not None and inner.shifts.size >= FEWEST_SHIFTS:
            _, low, high = interval(inner)
        name = made.dates[numbers.index(number)]
        found.append(Omitted(name, judged(low, high), low, high))
    return tuple(found)


def _verdict(
    primary: ShiftTest, omitted: Sequence[Omitted], other: ShiftTest | None
) -> tuple[Verdict, str]:
    """The verdict of one series, and why it is not firm."""
    if not primary.estimable:
        return "cannot say", why_not(primary)
    first = judged(primary.low, primary.high)
    if first == "cannot say":
        return first, "its interval reaches from 1 or below to 1.25 or above"
    if primary.chosen.n_clusters < FEWEST_CLUSTERS:
        return "cannot say", (
            f"there are {primary.chosen.n_clusters} clusters of rounds, and a firm verdict needs "
            f"{FEWEST_CLUSTERS}"
        )
    fallen = [each.cluster.isoformat() for each in omitted if each.verdict != first]
    if fallen:
        return "cannot say", (
            f"{first} does not survive leaving out the cluster of rounds of {' or '.join(fallen)}"
        )
    if other is not None and judged(other.low, other.high) != first:
        return "cannot say", f"{first} does not survive the other dating of overnight attacks"
    return first, ""


def _placebo(
    values: Floats, rounds: Calendar, primary: ShiftTest, regimes: Regimes, seed: int
) -> Share | None:
    """False-positive rate on placebo calendars with the rounds that were used."""
    if not primary.estimable:
        return None
    used = primary.chosen.used
    kept = Calendar(
        tuple(rounds.starts[each] for each in used), tuple(rounds.ends[each] for each in used)
    )
    return placebo_rate(values, kept, PRIMARY, regimes, rng=default_rng(seed))

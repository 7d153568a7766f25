"""All that `talks` asks of one series: primary and secondary windows, calendars, robustness."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from numpy.random import default_rng

from truceline.measure.adjust import holm, max_t
from truceline.measure.calendar import PRIMARY, Calendar, clusters, without
from truceline.measure.cells import cells
from truceline.measure.composition import aligned, on_cities, share_test
from truceline.measure.daily import Daily
from truceline.measure.known import Known, Which, as_rounds, known
from truceline.measure.laid import Floats, Regimes
from truceline.measure.placebo import Share, placebo_rate
from truceline.measure.profile import Shape, shape
from truceline.measure.reach import smallest_found
from truceline.measure.registry import calendars, registry, windows
from truceline.measure.shifts import FEWEST_SHIFTS, ShiftTest, interval, shift_test
from truceline.measure.verdicts import FEWEST_CLUSTERS, judged
from truceline.measure.why import why_not
from truceline.terms.results import Verdict
from truceline.terms.wars import Round, Series, Truce

SEED = 20250602  # of the placebo calendars; any number would do, but always the same one


@dataclass(frozen=True, slots=True)
class Ask:
    """What every series is asked with.

    `other` holds the same series dated the other way, by name.
    """

    rounds: tuple[Round, ...]
    as_of: date
    other: tuple[Daily, ...] = ()
    seed: int = SEED
    truces: tuple[Truce, ...] = ()


@dataclass(frozen=True, slots=True)
class Omitted:
    """The interval and verdict without one cluster, named by its first round's day."""

    cluster: date
    verdict: Verdict
    low: float | None
    high: float | None


@dataclass(frozen=True, slots=True, eq=False)
class Part:
    """A part of a series, tested as a share of it; `cities` where it holds attacks on cities."""

    name: str
    cities: bool
    tested: ShiftTest
    adjusted: float | None


@dataclass(frozen=True, slots=True, eq=False)
class Found:
    """One series, asked. `verdict` is firm only if all conditions hold; `reason` says why not.

    Adjusted p-values stand beside the tests of `secondary` and `beside`; `among` is the p of the
    primary window adjusted over all series of attacks, None where there is one series.
    """

    series: Series
    daily: Daily
    known: Known
    primary: ShiftTest
    verdict: Verdict
    reason: str
    secondary: tuple[tuple[ShiftTest, float | None], ...] = ()
    beside: tuple[tuple[Which, ShiftTest, float | None], ...] = ()
    parts: tuple[Part, ...] = ()
    omitted: tuple[Omitted, ...] = ()
    other: ShiftTest | None = None
    placebo: Share | None = None
    profile: Shape | None = None
    reach: float | None = None
    adjusted_by: str = "max-T over the secondary windows"
    among: float | None = None


def asked(
    series: Series, daily: Daily, ask: Ask, parts: Sequence[tuple[Series, Daily]] = ()
) -> Found:
    """Return everything that is asked of a series that holds a side's attacks.

    Parameters
    ----------
    series : Series
        What the series holds, and its regimes.
    daily : Daily
        Its days up to `ask.as_of`.
    ask : Ask
        Rounds, truces, date, the other dating, seed.
    parts : sequence of (Series, Daily)
        Series that hold a part of this one, such as its missiles.

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
    levels = [shift_test(values, made.calendar, each, regimes) for each in windows()]
    shares = _shares(values, daily, made.calendar, parts, regimes)
    tests = [*levels, *shares]
    adjusted, by = max_t(tests), "max-T over the secondary windows"
    if not any(each is not None for each in adjusted):
        adjusted, by = holm([each.p for each in tests]), "Holm's rule (too few shifts for max-T)"
    omitted = _omitted(values, made, primary, regimes) if primary.estimable else ()
    twin = next((each for each in ask.other if each.name == series.name), None)
    other = None if twin is None else _dated(twin, series, ask)
    verdict, reason = _verdict(primary, omitted, other)
    return Found(
        series, daily, made, primary, verdict, reason,
        secondary=tuple(zip(levels, adjusted, strict=False)),
        beside=_beside(values, daily, ask, regimes), omitted=omitted,
        parts=tuple(
            Part(each.name, on_cities(each), tested, p)
            for (each, _), tested, p in zip(parts, shares, adjusted[len(levels):], strict=True)
        ),
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


def _beside(
    values: Floats, daily: Daily, ask: Ask, regimes: Regimes
) -> tuple[tuple[Which, ShiftTest, float | None], ...]:
    """The primary window on the other calendars, p adjusted over them."""
    which = calendars()
    tests = [shift_test(values, _other(ask, daily, each), PRIMARY, regimes) for each in which]
    return tuple(zip(which, tests, holm([each.p for each in tests]), strict=True))


def _other(ask: Ask, daily: Daily, which: Which) -> Calendar:
    """One of the calendars beside the primary one."""
    rounds = as_rounds(ask.truces) if which == "truces" else ask.rounds
    return known(rounds, daily, as_of=ask.as_of, which=which).calendar


def _shares(
    values: Floats, daily: Daily, rounds: Calendar,
    parts: Sequence[tuple[Series, Daily]], regimes: Regimes,
) -> list[ShiftTest]:  # fmt: skip
    """Each part as a share of the whole, by the window that the registry declares."""
    declared = [each.window for each in registry() if each.quantity == "share"]
    return [
        share_test(aligned(part, daily), values, rounds, window, regimes)
        for _, part in parts
        for window in declared
    ]


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

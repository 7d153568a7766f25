"""All that `talks` asks of one series: primary and secondary windows, calendars, robustness."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from numpy.random import default_rng

from truceline.measure.adjust import holm, max_t
from truceline.measure.calendar import PRIMARY, Calendar
from truceline.measure.composition import on_cities, share_test, share_tests
from truceline.measure.daily import Daily
from truceline.measure.firmness import Omitted, firm, omitting
from truceline.measure.known import Known, Which, as_rounds, known
from truceline.measure.laid import Floats, Regimes
from truceline.measure.placebo import Share, placebo_rate
from truceline.measure.profile import Shape, shape
from truceline.measure.reach import smallest_found
from truceline.measure.registry import calendars, registry, windows
from truceline.measure.shifts import ShiftTest, shift_test
from truceline.measure.town_attacks import NAME, TownAttacks
from truceline.measure.why import why_not
from truceline.terms.results import Verdict
from truceline.terms.wars import Round, Series, Truce

SEED = 20250602  # of the placebo calendars; any number would do, but always the same one


@dataclass(frozen=True, slots=True)
class Ask:
    """What every series is asked with.

    `other` holds the same series dated the other way, by name; `towns` the coded attacks of each
    side by place.
    """

    rounds: tuple[Round, ...]
    as_of: date
    other: tuple[Daily, ...] = ()
    seed: int = SEED
    truces: tuple[Truce, ...] = ()
    towns: tuple[TownAttacks, ...] = ()


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
    declared = [each.window for each in registry() if each.quantity == "share"]
    shares = share_tests(daily, made.calendar, parts, declared, regimes)
    tests = [*levels, *shares]
    adjusted, by = max_t(tests), "max-T over the secondary windows"
    if not any(each is not None for each in adjusted):
        adjusted, by = holm([each.p for each in tests]), "Holm's rule (too few shifts for max-T)"
    omitted = omitting(values, made, primary, regimes, window=PRIMARY) if primary.estimable else ()
    twin = next((each for each in ask.other if each.name == series.name), None)
    other = None if twin is None else _dated(twin, series, ask)
    verdict, reason = firm(primary, omitted, other, events="rounds", why=why_not(primary))
    return Found(
        series, daily, made, primary, verdict, reason,
        secondary=tuple(zip(levels, adjusted, strict=False)),
        beside=_beside(values, daily, ask, regimes), omitted=omitted,
        parts=tuple(
            Part(each.name, on_cities(each), tested, p)
            for (each, _), tested, p in zip(parts, shares, adjusted[len(levels):], strict=True)
        ) + _on_towns(series, ask),
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


def _on_towns(series: Series, ask: Ask) -> tuple[Part, ...]:
    """The share of towns among the side's coded attacks, on its own days; its p stands alone."""
    made = []
    for each in ask.towns:
        if each.side == series.side:
            rounds = known(ask.rounds, each.placed, as_of=ask.as_of).calendar
            spans = regime_days(series, each.placed)
            tested = share_test(each.on_towns.values, each.placed.values, rounds, PRIMARY, spans)
            made.append(Part(NAME, cities=True, tested=tested, adjusted=tested.p))
    return tuple(made)


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


def _dated(twin: Daily, series: Series, ask: Ask) -> ShiftTest:
    """The primary window on the series dated the other way."""
    rounds = known(ask.rounds, twin, as_of=ask.as_of).calendar
    return shift_test(twin.values, rounds, PRIMARY, regime_days(series, twin))


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

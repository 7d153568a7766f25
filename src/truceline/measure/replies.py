"""All that `retaliation` asks of one series: windows after strikes, placebo days, robustness."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from math import exp

import numpy as np
from numpy.random import default_rng

from truceline.measure.adjust import holm, max_t
from truceline.measure.calendar import Calendar, Window
from truceline.measure.composition import share_tests
from truceline.measure.daily import Daily
from truceline.measure.firmness import Omitted, firm, omitting
from truceline.measure.known import Known
from truceline.measure.laid import Floats, Regimes
from truceline.measure.one_series import SEED, regime_days
from truceline.measure.placebo import Share, placebo_rate
from truceline.measure.reach import smallest_found
from truceline.measure.shifts import FEWEST_SHIFTS, ShiftTest, p_value, shift_test
from truceline.measure.strikes import Which, struck
from truceline.measure.why import silent
from truceline.terms.results import Verdict
from truceline.terms.wars import Round, Series, Strike

REPLY = Window("after", 7)  # the one primary endpoint, fixed beforehand
LATER = (Window("after", 1), Window("after", 3), Window("after", 14))
PLACEBO = Window("before", 7)  # no strike is answered before it happens
PEAK = Window("after", 7, "peak")  # the size of the largest reply
BESIDE: tuple[Which, ...] = ("all", "apart")


@dataclass(frozen=True, slots=True)
class Asking:
    """What every series is asked with. `other` holds the same series dated the other way."""

    strikes: tuple[Strike, ...]
    rounds: tuple[Round, ...]
    as_of: date
    other: tuple[Daily, ...] = ()
    seed: int = SEED


@dataclass(frozen=True, slots=True)
class Mirror:
    """The week after set against the week before, on the same calendars."""

    ratio: float
    p: float


@dataclass(frozen=True, slots=True, eq=False)
class Reply:
    """One series, asked. `verdict` is firm only if all conditions hold; `reason` says why not.

    `kinds` holds, of each part of the series, its share of the whole in the week after.
    """

    series: Series
    daily: Daily
    known: Known
    primary: ShiftTest
    verdict: Verdict
    reason: str
    placebo_days: ShiftTest
    peak: ShiftTest
    mirror: Mirror | None = None
    secondary: tuple[tuple[ShiftTest, float | None], ...] = ()
    kinds: tuple[tuple[str, ShiftTest, float | None], ...] = ()
    beside: tuple[tuple[Which, ShiftTest], ...] = ()
    omitted: tuple[Omitted, ...] = ()
    other: ShiftTest | None = None
    placebo: Share | None = None
    reach: float | None = None
    adjusted_by: str = "max-T over the secondary windows"


def replied(
    series: Series, daily: Daily, asking: Asking, parts: Sequence[tuple[Series, Daily]] = ()
) -> Reply:
    """Return everything that is asked of a series that holds one side's attacks.

    Parameters
    ----------
    series : Series
        What the series holds, and its regimes; `side` must be known.
    daily : Daily
        Its days up to `asking.as_of`.
    asking : Asking
        Strikes, rounds, date, the other dating, seed.
    parts : sequence of (Series, Daily)
        Series that hold a kind of this one's attacks, such as its missiles.

    Returns
    -------
    Reply
        With a verdict.

    Examples
    --------
    >>> daily = Daily("x", date(2025, 1, 1), np.ones(30), 30)
    >>> series = Series(name="x", file="", unit="", side="A")
    >>> replied(series, daily, Asking((), (), date(2025, 1, 30))).reason
    'no strike of the other side lies within the series'
    """
    regimes = regime_days(series, daily)
    calendars: dict[Which, Known] = {
        which: _calendar(series, daily, asking, which) for which in ("symbolic", *BESIDE)
    }
    made, values = calendars["symbolic"], daily.values
    primary, before, peak = (
        shift_test(values, made.calendar, each, regimes) for each in (REPLY, PLACEBO, PEAK)
    )
    tests = [shift_test(values, made.calendar, each, regimes) for each in LATER]
    shares = share_tests(daily, made.calendar, parts, (REPLY,), regimes)
    asked = [*tests, *shares]
    adjusted, by = max_t(asked), "max-T over the secondary windows"
    if not any(each is not None for each in adjusted):
        adjusted, by = holm([each.p for each in asked]), "Holm's rule (too few shifts for max-T)"
    beside = tuple(
        (which, shift_test(values, calendars[which].calendar, REPLY, regimes)) for which in BESIDE
    )
    omitted = without_each(values, made, primary, regimes) if primary.estimable else ()
    twin = next((each for each in asking.other if each.name == series.name), None)
    other = None if twin is None else _dated(twin, series, asking)
    verdict, reason = _verdict(primary, before, omitted, other)
    return Reply(
        series, daily, made, primary, verdict, reason, before, peak,
        mirror=mirrored(primary, before), secondary=tuple(zip(tests, adjusted, strict=False)),
        kinds=tuple(
            (each.name, tested, p)
            for (each, _), tested, p in zip(parts, shares, adjusted[len(tests):], strict=True)
        ),
        beside=beside, omitted=omitted, other=other, adjusted_by=by,
        placebo=_placebo(values, made.calendar, primary, regimes, asking.seed),
        reach=smallest_found(primary, made.calendar),
    )  # fmt: skip


def mirrored(after: ShiftTest, before: ShiftTest) -> Mirror | None:
    """Return the week after against the week before, tested on the shifts that both have.

    Parameters
    ----------
    after, before : ShiftTest
        Windows of equal length after and before the same strikes, of the same series.

    Returns
    -------
    Mirror or None
        None where the two have too few shifts in common.

    Notes
    -----
    A tempo that both sides share and that strikes follow stands as high before a strike as after
    it. The two windows are set against slightly different baselines, the later one nearer to the
    strike, so that under such a tempo this ratio lies a little below 1, never above.

    Examples
    --------
    >>> days = np.exp(np.random.default_rng(3).normal(4, 0.3, 500))
    >>> rounds = Calendar((200, 240, 280, 320), (200, 240, 280, 320))
    >>> made = mirrored(shift_test(days, rounds, REPLY), shift_test(days, rounds, PLACEBO))
    >>> 0.5 < made.ratio < 2
    True
    """
    if not (after.estimable and before.estimable):
        return None
    common = np.intersect1d(after.shifts, before.shifts, assume_unique=True)
    if common.size < FEWEST_SHIFTS or 0 not in common:
        return None
    null = (
        after.null[np.searchsorted(after.shifts, common)]
        - before.null[np.searchsorted(before.shifts, common)]
    )
    here = int(np.searchsorted(common, 0))
    return Mirror(exp(float(null[here] - np.median(null))), p_value(null, here))


def why_none(tested: ShiftTest) -> str:
    """Return in words why a window after strikes could not be tested.

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
                (left.crowded, "with no baseline free of other strikes"),
                (left.unreported, "with too few reported days"),
            )
            if which
        ]
        why = ", ".join(parts)
        return f"no strike of the other side can be used: {why}" if why else _NO_STRIKE
    if tested.shifts.size < FEWEST_SHIFTS:
        return (
            f"the calendar of strikes can be moved to only {tested.shifts.size} places inside the "
            f"series' regime, and {FEWEST_SHIFTS} are needed"
        )
    return silent(tested)


_NO_STRIKE = "no strike of the other side lies within the series"


def without_each(
    values: Floats, made: Known, primary: ShiftTest, regimes: Regimes
) -> tuple[Omitted, ...]:
    """Return the interval and verdict of the primary window without each cluster in turn.

    Parameters
    ----------
    values : array of float, shape (days,)
        Daily series; missing days are NaN.
    made : Known
        The strikes.
    primary : ShiftTest
        The primary window, tested with all of them.
    regimes : sequence of (int, int)
        Spans in which the series' level means one thing.

    Returns
    -------
    tuple of Omitted
        One a cluster that was used.
    """
    return omitting(values, made, primary, regimes, window=REPLY)


def _calendar(series: Series, daily: Daily, asking: Asking, which: Which) -> Known:
    """One of the calendars of strikes on the side whose attacks the series holds."""
    return struck(
        asking.strikes, daily, side=series.side or "", as_of=asking.as_of, which=which,
        rounds=asking.rounds,
    )  # fmt: skip


def _dated(twin: Daily, series: Series, asking: Asking) -> ShiftTest:
    """The primary window on the series dated the other way."""
    made = _calendar(series, twin, asking, "symbolic")
    return shift_test(twin.values, made.calendar, REPLY, regime_days(series, twin))


def _verdict(
    primary: ShiftTest, before: ShiftTest, omitted: Sequence[Omitted], other: ShiftTest | None
) -> tuple[Verdict, str]:
    """The verdict of one series, and why it is not firm."""
    first, reason = firm(primary, omitted, other, events="strikes", why=why_none(primary))
    if first in {"supported", "mixed"} and before.low is not None and before.low > 1:
        return "cannot say", (
            "the series ran high in the 7 days before the strikes too, when there was nothing to "
            "reply to"
        )
    return first, reason


def _placebo(
    values: Floats, rounds: Calendar, primary: ShiftTest, regimes: Regimes, seed: int
) -> Share | None:
    """False-positive rate on placebo calendars with the strikes that were used."""
    if not primary.estimable:
        return None
    days = tuple(rounds.starts[each] for each in primary.chosen.used)
    return placebo_rate(values, Calendar(days, days), REPLY, regimes, rng=default_rng(seed))

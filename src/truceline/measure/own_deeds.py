"""All that `balance` asks of one series of a side's own deeds, after its own words."""

from dataclasses import dataclass, replace
from math import exp

import numpy as np
from numpy.random import default_rng

from truceline.measure.calendar import Window
from truceline.measure.daily import Daily
from truceline.measure.event_rows import Coded
from truceline.measure.miscoding import Carried, carried
from truceline.measure.one_series import regime_days
from truceline.measure.reach import smallest_found
from truceline.measure.shifts import LEVEL, ShiftTest, shift_test
from truceline.measure.spoken import CODED, Spoken, days
from truceline.measure.study import SEED, Study, on_days, study, why_not
from truceline.measure.verdicts import FEWEST_CLUSTERS, INTEREST, judged
from truceline.measure.word_skill import Skill, skill
from truceline.terms.results import Verdict
from truceline.terms.wars import Series

PRIMARY = Window("after", 7)  # the one primary endpoint, fixed beforehand
LATER = (Window("after", 14), Window("after", 21), Window("after", 28))
BEFORE = Window("before", 7)  # no word is kept before it is spoken
LEAST_FALL = 1 / INTEREST  # a fall of less than a fifth counts as none
EVENT = "word of its own"
OTHERWISE = {
    False: "the other dating of overnight attacks",
    True: "counting without division by reports",
}  # by whether the deeds are coded ones divided by the day's reports


@dataclass(frozen=True, slots=True, eq=False)
class Asked:
    """A series of a side's deeds, and the words it is asked about.

    `other` is the same deeds counted otherwise: attacks dated the other way, or, for coded deeds
    divided by the day's reports (`by_volume`), the counts as they are. `coded` holds the coder.
    """

    series: Series
    daily: Daily
    spoken: Spoken
    other: Daily | None = None
    coded: Coded | None = None
    by_volume: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Own:
    """One series, asked. `verdict` is firm only if all conditions hold; `reason` says why not."""

    asked: Asked
    found: Study
    before: ShiftTest
    verdict: Verdict
    reason: str
    beside: tuple[tuple[str, ShiftTest], ...] = ()
    other: ShiftTest | None = None
    reach: float | None = None
    skill: Skill | str = ""
    carried: Carried | None = None


def own(asked: Asked, *, seed: int = SEED) -> Own:
    """Return everything that is asked of one series of a side's own deeds.

    Parameters
    ----------
    asked : Asked
        The series and the words.
    seed : int
        Of all chance; the same seed gives the same answer.

    Returns
    -------
    Own
        With a verdict on "deeds follow words".

    Examples
    --------
    >>> from datetime import date
    >>> series = Series(name="x", file="", unit="", side="A", holds="attacks")
    >>> made = own(Asked(series, Daily("x", date(2025, 1, 1), np.ones(40), 40), Spoken()))
    >>> made.verdict, made.reason
    ('cannot say', 'no word of its own lies within the series')
    """
    values, daily = asked.daily.values, asked.daily
    regimes = regime_days(asked.series, daily)
    known = on_days(days(asked.spoken.said), daily)
    found = study(values, known, (PRIMARY, *LATER), regimes, seed=seed)
    before = shift_test(values, known.calendar, BEFORE, regimes)
    other = None if asked.other is None else _dated(asked)
    verdict, reason = _verdict(found, before, other, by_volume=asked.by_volume)
    made = Own(asked, found, before, verdict, reason, other=other, reach=_reach(found))
    if not found.primary.estimable:
        return replace(made, skill=reason)
    beside = tuple(
        (name, shift_test(values, on_days(days(said), daily).calendar, PRIMARY, regimes))
        for name, said in asked.spoken.beside
    )
    error = None
    if asked.coded is not None and asked.spoken.by == CODED:
        error = carried(
            values, known.calendar, PRIMARY, regimes,
            accuracy=asked.coded.accuracy, rng=default_rng(seed),
        )  # fmt: skip
    helped = skill(values, known.calendar.starts, regimes, rng=default_rng(seed))
    return replace(made, beside=beside, skill=helped, carried=error)


def fell(low: float | None, high: float | None) -> Verdict:
    """Return the verdict of an interval of a ratio on "own attacks fall after own words".

    Parameters
    ----------
    low, high : float or None
        Ends of the .95 interval; None where it is not bounded.

    Returns
    -------
    {"supported", "contradicted", "mixed", "cannot say"}
        Supported if the upper end is below 1, contradicted if the lower end is above .80. Where
        both hold there is a fall, and it is smaller than what was asked for: mixed.

    Examples
    --------
    >>> fell(0.5, 0.9), fell(0.85, 1.3), fell(0.85, 0.95), fell(0.5, 1.2), fell(None, 0.9)
    ('supported', 'contradicted', 'mixed', 'cannot say', 'supported')
    """
    return judged(None if high is None else 1 / high, None if low is None else 1 / low)


def needed(tested: ShiftTest) -> float | None:
    """Return the raw ratio below which the test would reject on this series.

    Parameters
    ----------
    tested : ShiftTest
        One window, tested.

    Returns
    -------
    float or None
        The lower critical value of the shifts; None where there was no test.
    """
    if not tested.estimable:
        return None
    return exp(float(np.quantile(tested.null, (1 - LEVEL) / 2)))


def _dated(asked: Asked) -> ShiftTest | None:
    """The primary window on the same deeds counted otherwise."""
    if asked.other is None:
        return None
    calendar = on_days(days(asked.spoken.said), asked.other).calendar
    regimes = regime_days(asked.series, asked.other)
    return shift_test(asked.other.values, calendar, PRIMARY, regimes)


def _reach(found: Study) -> float | None:
    """The smallest fall that would be found: that of the mirrored series, turned over."""
    mirrored = replace(found.primary, rest=-found.primary.rest)
    rise = smallest_found(mirrored, found.known.calendar)
    return None if rise is None else 1 / rise


def _verdict(
    found: Study, before: ShiftTest, other: ShiftTest | None, *, by_volume: bool
) -> tuple[Verdict, str]:
    """The verdict of one series, and why it is not firm."""
    primary = found.primary
    if not primary.estimable:
        return "cannot say", why_not(primary, EVENT)
    first = fell(primary.low, primary.high)
    if first == "cannot say":
        return first, "its interval reaches from 0.80 or below to 1 or above"
    if primary.chosen.n_clusters < FEWEST_CLUSTERS:
        return "cannot say", (
            f"there are {primary.chosen.n_clusters} clusters of words, and a firm verdict needs "
            f"{FEWEST_CLUSTERS}"
        )
    lost = [
        each.cluster.isoformat() for each in found.omitted if fell(each.low, each.high) != first
    ]
    if lost:
        return "cannot say", (
            f"{first} does not survive leaving out the cluster of words of {' or '.join(lost)}"
        )
    if other is not None and fell(other.low, other.high) != first:
        return "cannot say", f"{first} does not survive {OTHERWISE[by_volume]}"
    if first != "contradicted" and before.high is not None and before.high < 1:
        return "cannot say", (
            "the series ran low in the 7 days before the words too, when there was nothing to keep"
        )
    return first, ""

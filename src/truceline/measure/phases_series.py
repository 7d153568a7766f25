"""Breaks of one series of a war, dated, and whether they can be believed."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal, Protocol

import numpy as np

from truceline.measure.changepoints import Breaks, change_points
from truceline.measure.cuts import single_gains
from truceline.measure.daily import Daily
from truceline.measure.front_area import movement
from truceline.measure.laid import Floats, Regimes, clip
from truceline.measure.one_series import regime_days
from truceline.measure.tempo import drawn
from truceline.measure.weekly import weekly
from truceline.terms.errors import TooFewData
from truceline.terms.wars import Series

SEED = 20250607
SHORTEST = {"day": 28, "week": 8}
SLOWEST = (
    0.96  # from step to step: with a longer memory the test says "break" too often (calibration)
)
STEP = 1.5  # the change of level whose detection is asked for where none is found
TRIALS = 199


class Gained(Protocol):
    """What breaks gain in log likelihood, what each must, and what a straight trend does."""

    @property
    def gain(self) -> float:
        """Of all breaks."""

    @property
    def penalty(self) -> float:
        """What each must add."""

    @property
    def trend_gain(self) -> float:
        """Of a trend instead."""


@dataclass(frozen=True, slots=True)
class Dated:
    """A break by its dates: the first day of the new level, and its interval."""

    at: date
    low: date
    high: date
    ratio: float | None
    least: float | None
    most: float | None

    @property
    def up(self) -> bool:
        """Whether the level rises."""
        return self.ratio is None or self.ratio > 1

    def meets(self, other: "Dated") -> bool:
        """Whether two intervals of dates have a day in common."""
        return self.low <= other.high and other.low <= self.high


@dataclass(frozen=True, slots=True)
class Stretch:
    """One regime of one series, searched for breaks.

    `doubt` says what forbids to believe them; empty if nothing does. `power` is how often a
    change to 1.5 times the level in the middle would be found.
    """

    first: date
    last: date
    step: Literal["day", "week"]
    raw: Gained
    found: tuple[Dated, ...]
    doubt: str
    power: float


@dataclass(frozen=True, slots=True)
class Searched:
    """One series, searched regime by regime; `why` where it could not be."""

    series: Series
    what: str
    stretches: tuple[Stretch, ...]
    why: str = ""

    @property
    def breaks(self) -> tuple[Dated, ...]:
        """Breaks that may be believed, in order."""
        return tuple(each for one in self.stretches if not one.doubt for each in one.found)

    def covers(self, low: date, high: date) -> bool:
        """Whether breaks between two dates would have been looked for."""
        room = timedelta(days=SHORTEST["day"])
        return any(
            each.first + room <= low and high <= each.last - room
            for each in self.stretches if not each.doubt
        )  # fmt: skip


def searched(series: Series, read: Daily) -> Searched:
    """Return the breaks of a daily series of counts, regime by regime.

    Parameters
    ----------
    series : Series
        For its name and regimes.
    read : Daily
        Its days. An area is read as weekly gross movement of its map.

    Returns
    -------
    Searched
        With a reason where no regime is long enough.

    Examples
    --------
    >>> rng = np.random.default_rng(1)
    >>> counts = np.concatenate([rng.poisson(20, 200), rng.poisson(60, 200)]).astype(float)
    >>> days = Daily("x", date(2025, 1, 1), counts, 400)
    >>> made = searched(Series(name="x", file="", unit="raids a day"), days)
    >>> [each.up for each in made.breaks]
    [True]
    """
    if series.holds == "area":
        moved = movement(read, series)
        weeks = weekly(moved.gross(), moved.first)
        what = "movement of the front, km2 a week"
        return _search(series, what, np.round(weeks.totals), weeks.first, _runs(weeks.totals))
    spans = clip(regime_days(series, read), read.values.size)
    return _search(series, series.unit, read.values, read.first, spans)


def _search(series: Series, what: str, values: Floats, first: date, spans: Regimes) -> Searched:
    """Search each span that is long enough."""
    step: Literal["day", "week"] = "week" if series.holds == "area" else "day"
    made, why = [], []
    for begins, stops in spans:
        part = values[begins : stops + 1]
        days = 7 if step == "week" else 1
        try:
            made.append(_stretch(part, first + timedelta(days=days * begins), step))
        except TooFewData as error:
            why.append(str(error))
    return Searched(series, what, tuple(made), "" if made else "; ".join(why) or "no days")


def _stretch(values: Floats, first: date, step: Literal["day", "week"]) -> Stretch:
    """Breaks of one span, and whether they can be believed."""
    days, shortest = (7 if step == "week" else 1), SHORTEST[step]
    raw = change_points(values, shortest=shortest, rng=np.random.default_rng(SEED), trials=TRIALS)

    def day(step: int) -> date:
        return first + timedelta(days=days * step)

    found = tuple(
        Dated(
            day(each.at), day(each.low), day(each.high),
            each.after / each.before if each.before > 0 else None, each.least, each.most,
        )
        for each in raw.found
    )  # fmt: skip
    doubt = ""
    if raw.found and raw.trend_gain >= raw.gain - raw.penalty * (len(raw.found) - 1):
        doubt = "a straight trend fits as well as the breaks"
    elif raw.found and raw.tempo.persistence > SLOWEST and raw.tempo.slow > 0.02:
        doubt = "it swings too slowly by itself for breaks to be told from swings"
    last = first + timedelta(days=days * values.size - 1)
    return Stretch(first, last, step, raw, found, doubt, _power(values, raw, shortest))


def _power(values: Floats, raw: Breaks, shortest: int) -> float:
    """How often a change to 1.5 times the level, half way, gains more than the penalty."""
    known = np.isfinite(values)
    half = np.arange(values.size) < values.size // 2
    level = float(values[known].mean()) * np.where(half, 2 / (1 + STEP), 2 * STEP / (1 + STEP))
    made = drawn([raw.tempo] * TRIALS, level, np.random.default_rng(SEED))
    made[:, ~known] = np.nan
    gains = single_gains(made, raw.tempo.size, shortest)[0]
    return float((gains > raw.penalty).mean())


def _runs(values: Floats) -> list[tuple[int, int]]:
    """First and last places of runs of reports, gaps of up to four steps bridged."""
    known = np.flatnonzero(np.isfinite(values))
    if not known.size:
        return []
    split = np.flatnonzero(np.diff(known) > 4)
    starts = np.concatenate(([known[0]], known[split + 1]))
    stops = np.concatenate((known[split], [known[-1]]))
    return [(int(one), int(two)) for one, two in zip(starts, stops, strict=True)]

"""Small made-up series with rounds of talks, on which the talks test is calibrated.

Each case is one daily series of one side and a calendar of rounds, as numbers. Unless a ratio is
planted, the rounds are laid without a look at the series: nothing happens before them.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

import numpy as np
from numpy.random import Generator
from numpy.typing import NDArray

from truceline.simulate.planted import misdated
from truceline.simulate.spec import Replies, Reports, Spec, Talks, Tempo
from truceline.simulate.system import A, run
from truceline.terms.errors import BadInput

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """How a case is made.

    `persistence` and `spread` are those of the log tempo, a first-order autoregression; `growth`
    is the log growth over the whole series; `clusters` of `size` rounds stand in the second half
    if `late`; `missing` is the share of days without a report, beside one gap of `gap` days.
    `later` days pass before an attack is dated, over `smooth` days it is reported as a running
    mean, `louder` multiplies what is reported in the week before and after rounds, and `mutual` is
    the share of both sides' attacks that answers the other's.
    """

    what: str
    days: int = 700
    level: float = 30.0
    persistence: float = 0.7
    spread: float = 0.4
    growth: float = 0.0
    clusters: int = 6
    size: int = 2
    late: bool = False
    missing: float = 0.0
    gap: int = 0
    later: int = 0
    smooth: int = 1
    louder: float = 1.0
    mutual: float = 0.0


@dataclass(frozen=True, slots=True, eq=False)
class Case:
    """A daily series with NaN for missing days, and the first days of its rounds."""

    values: Floats
    starts: tuple[int, ...]


KINDS: Mapping[str, Kind] = MappingProxyType({
    "stationary": Kind(what="no trend, short memory, 12 rounds in 6 clusters"),
    "trend, rounds late": Kind(
        what="grows twentyfold, 12 rounds in 4 clusters, all in the second half",
        growth=3.0, clusters=4, size=3, late=True,
    ),
    "clustered rounds": Kind(what="12 rounds in 3 clusters of 4", clusters=3, size=4),
    "persistent tempo": Kind(
        what="memory of about 50 days, as when both sides share a slow tempo",
        persistence=0.98, spread=0.6,
    ),
    "missing days": Kind(
        what="a fifth of the days and one whole month without a report", missing=0.2, gap=30,
    ),
    "dated a day later": Kind(
        what="overnight attacks dated by their last day, memory of about 50 days", later=1,
        persistence=0.98, spread=0.6,
    ),
    "smoothed": Kind(
        what="reported as a running mean of 3 days, memory of about 50 days", smooth=3,
        persistence=0.98, spread=0.6,
    ),
    "reporting up a tenth": Kind(
        what="reports, not attacks, rise by 10 % in the week before and after rounds", louder=1.1,
    ),
    "reporting up a quarter": Kind(
        what="reports, not attacks, rise by 25 % in the week before and after rounds", louder=1.25,
    ),
    "mutual reply": Kind(
        what="each side answers .3 of the other's attacks, with a mean lag of 2 days", mutual=0.3,
        persistence=0.9,
    ),
})  # fmt: skip
"""Cases in which nothing happens before talks."""

TWELVE = Kind(what="900 days, 12 clusters of one round each", days=900, clusters=12, size=1)
"""The case on which a planted rise should be found."""

CURVES: Mapping[str, Kind] = MappingProxyType({
    "6 clusters, 900 days": Kind(what="6 clusters of one round", days=900, size=1),
    "12 clusters, 900 days": TWELVE,
    "24 clusters, 1,800 days": Kind(
        what="24 clusters of one round", days=1_800, clusters=24, size=1,
    ),
    "12 clusters, 900 days, dated a day later": Kind(
        what="12 clusters of one round, attacks dated a day late", days=900, clusters=12, size=1,
        later=1,
    ),
})  # fmt: skip
"""Cases on which power is drawn as a curve."""


def case(kind: Kind, rng: Generator, *, ratio: float = 1.0, before: int = 7) -> Case:
    """Return one made-up series with its rounds.

    Parameters
    ----------
    kind : Kind
        How it is made.
    rng : numpy.random.Generator
        Chance, from the caller.
    ratio : float, default 1
        Factor on the rate in the days before every round.
    before : int, default 7
        How many days that is.

    Returns
    -------
    Case
        Poisson counts around the tempo.

    Raises
    ------
    BadInput
        If the ratio is not more than 0, if a ratio is planted where sides answer each other, or if
        the rounds do not fit into the days.

    Examples
    --------
    >>> made = case(KINDS["stationary"], np.random.default_rng(1))
    >>> made.values.shape, len(made.starts)
    ((700,), 12)
    """
    if ratio <= 0:
        raise BadInput(f"ratio is {ratio}; give a factor above 0, such as 2.0")
    if kind.mutual and ratio != 1:
        raise BadInput(
            f"ratio is {ratio}; nothing is planted where sides answer each other: give 1"
        )
    starts = _starts(kind, rng)
    if kind.mutual:
        values = _answered(kind, rng)
    else:
        rate = kind.level * np.exp(_tempo(kind, rng))
        for day in {day for start in starts for day in range(start - before, start)}:
            rate[day] *= ratio
        values = rng.poisson(rate).astype(np.float64)
    values = _reported(kind, values, starts, rng)
    values[rng.random(kind.days) < kind.missing] = np.nan
    if kind.gap:
        first = int(rng.integers(0, kind.days - kind.gap))
        values[first : first + kind.gap] = np.nan
    return Case(values, starts)


def _answered(kind: Kind, rng: Generator) -> Floats:
    """Attacks of one of two sides that answer each other."""
    spec = Spec(
        days=kind.days,
        tempo=Tempo(
            level_a=kind.level, level_b=kind.level, persistence=kind.persistence,
            spread=kind.spread, dispersion=20.0,
        ),
        replies=Replies(b_to_a=kind.mutual, a_to_b=kind.mutual, lag=2.0),
        talks=Talks(clusters=0, rounds=0),
    )  # fmt: skip
    return run(spec, rng).attacks[A].astype(np.float64)


def _reported(kind: Kind, values: Floats, starts: tuple[int, ...], rng: Generator) -> Floats:
    """What is reported of the attacks: more around talks, late, smoothed."""
    if kind.louder > 1:
        near = sorted({day for start in starts for day in range(start - 7, start + 8)})
        values[near] += rng.poisson((kind.louder - 1) * values[near])
    reports = Reports(late_b=kind.later, smooth_b=kind.smooth)
    return misdated(Spec(reports=reports), values)


def _tempo(kind: Kind, rng: Generator) -> Floats:
    """Log tempo: a stationary autoregression and a straight growth."""
    noise = rng.normal(scale=kind.spread, size=kind.days)
    noise[1:] *= np.sqrt(1 - kind.persistence**2)
    tempo = np.empty(kind.days)
    state = 0.0
    for day, step in enumerate(noise.tolist()):
        state = kind.persistence * state + step
        tempo[day] = state
    grown: Floats = tempo + kind.growth * (np.arange(kind.days) / kind.days - 0.5)
    return grown


def _starts(kind: Kind, rng: Generator) -> tuple[int, ...]:
    """First days of rounds: clusters at least 32 days apart, 5 to 15 days between their rounds."""
    first = kind.days // 2 if kind.late else 35
    inner = [np.cumsum([0, *rng.integers(5, 16, kind.size - 1)]) for _ in range(kind.clusters)]
    taken = sum(int(each[-1]) for each in inner) + 32 * (kind.clusters - 1)
    slack = kind.days - 25 - first - taken
    if slack < 0:
        raise BadInput(
            f"{kind.clusters} clusters of {kind.size} rounds do not fit into {kind.days} days; "
            "give more days or fewer rounds"
        )
    cuts = np.sort(rng.integers(0, slack + 1, kind.clusters))
    starts: list[int] = []
    at = first
    for days, gap in zip(inner, np.diff(cuts, prepend=0), strict=True):
        at += int(gap)
        starts += [at + int(day) for day in days]
        at += int(days[-1]) + 32
    return tuple(starts)

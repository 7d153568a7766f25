"""Made-up wars with salient strikes, on which the retaliation test is calibrated.

Two sides' daily attacks come from the system of this folder. Strikes of the second side on the
first are laid on days at random, or on days when the tempo that both share is high, or on the days
of the second side's heaviest attacks. Unless a reply is planted, the first side does not answer.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

import numpy as np
from numpy.random import Generator
from numpy.typing import NDArray

from truceline.simulate.spec import Replies, Reports, Spec, Talks, Tempo
from truceline.simulate.system import A, B, run
from truceline.terms.errors import BadInput

Floats = NDArray[np.float64]

FIRST, LAST = 40, 25  # days kept free of strikes at the start and at the end
_TRIES = 20  # days drawn one after the other may leave no room for the last; then all anew
APART = 45  # days between the first strikes of two clusters, at least


@dataclass(frozen=True, slots=True, kw_only=True)
class StrikeKind:
    """How a case is made.

    `persistence`, `spread`, `trend` (log growth in 100 days) are those of the shared tempo;
    `mutual` is the share of each side's attacks that answers the other's; `clusters` of `size`
    strikes follow `chosen`; the first side's series is dated `later` days late and spread over
    `smooth` days; `missing` is the share of its days without a report; `louder` multiplies what is
    reported in the week after each strike, as where talks are near and the world looks on.
    """

    what: str
    days: int = 900
    persistence: float = 0.7
    spread: float = 0.35
    trend: float = 0.0
    mutual: float = 0.0
    clusters: int = 8
    size: int = 1
    late: bool = False
    chosen: Literal["at random", "by tempo", "by attacks"] = "at random"
    later: int = 0
    smooth: int = 1
    missing: float = 0.0
    louder: float = 1.0


MUTUAL = StrikeKind(
    what="each side answers .3 of the other's daily attacks; strikes are its heaviest days",
    mutual=0.3, clusters=12, chosen="by attacks", persistence=0.9,
)  # fmt: skip
"""The case of mutual reply: how well a reply is found that comes on top of others."""


@dataclass(frozen=True, slots=True, eq=False)
class StrikeCase:
    """Daily attacks of both sides, NaN on missing days, and the days of strikes on the first."""

    values: Floats
    other: Floats
    strikes: tuple[int, ...]


KINDS: Mapping[str, StrikeKind] = MappingProxyType({
    "a stationary": StrikeKind(what="no trend, short memory, 8 strikes at random"),
    "b trend, strikes late": StrikeKind(
        what="grows twelvefold, 12 strikes in 6 clusters, all in the second half",
        trend=0.28, clusters=6, size=2, late=True,
    ),
    "c clustered strikes": StrikeKind(what="12 strikes in 4 clusters of 3", clusters=4, size=3),
    "d shared slow tempo": StrikeKind(
        what="tempo remembered for about 50 days, strikes at random",
        persistence=0.98, spread=0.6,
    ),
    "d shared slow tempo, strikes follow it": StrikeKind(
        what="tempo remembered for about 50 days, strikes on days when it is high",
        persistence=0.98, spread=0.6, chosen="by tempo",
    ),
    "d shared quick tempo, strikes follow it": StrikeKind(
        what="tempo remembered for about 10 days, strikes on days when it is high",
        persistence=0.9, spread=0.6, chosen="by tempo",
    ),
    "e dated a day later": StrikeKind(
        what="slow shared tempo, the series dated a day later than the strikes",
        persistence=0.98, spread=0.6, later=1,
    ),
    "e smoothed": StrikeKind(
        what="slow shared tempo, the series a running mean of 3 days", persistence=0.98, spread=0.6,
        smooth=3,
    ),
    "f missing days": StrikeKind(what="a fifth of the days without a report", missing=0.2),
    "g reporting up a tenth": StrikeKind(
        what="reports, not attacks, rise by 10 % in the week after strikes, near which talks are",
        louder=1.1,
    ),
    "g reporting up a quarter": StrikeKind(
        what="reports, not attacks, rise by 25 % in the week after strikes, near which talks are",
        louder=1.25,
    ),
    "h mutual reply": MUTUAL,
})  # fmt: skip
"""Cases in which the first side does not answer the strikes themselves."""

TWELVE = StrikeKind(what="900 days, 12 clusters of one strike each", clusters=12)
"""The case on which a planted reply should be found."""

CURVES: Mapping[str, StrikeKind] = MappingProxyType({
    "6 strikes, 900 days": StrikeKind(what="6 clusters of one strike", clusters=6),
    "12 strikes, 900 days": TWELVE,
    "12 strikes, 900 days, dated a day later": StrikeKind(
        what="12 clusters of one strike, the series dated a day late", clusters=12, later=1,
    ),
    "12 strikes, mutual reply": MUTUAL,
})  # fmt: skip
"""Cases on which power is drawn as a curve."""


def strike_case(
    kind: StrikeKind, rng: Generator, *, ratio: float = 1.0, after: int = 7
) -> StrikeCase:
    """Return one made-up war with strikes.

    Parameters
    ----------
    kind : StrikeKind
        How it is made.
    rng : numpy.random.Generator
        Chance, from the caller.
    ratio : float, default 1
        Factor on the first side's attacks on the days after every strike, 1 or more.
    after : int, default 7
        How many days that is.

    Returns
    -------
    StrikeCase
        Counts.

    Raises
    ------
    BadInput
        If the ratio is below 1, or the strikes do not fit into the days.

    Examples
    --------
    >>> made = strike_case(KINDS["a stationary"], np.random.default_rng(1))
    >>> made.values.shape, len(made.strikes)
    ((900,), 8)
    """
    if ratio < 1:
        raise BadInput(f"ratio is {ratio}; give a factor of 1 or more, such as 1.5")
    made = run(_spec(kind), rng)
    values, other = (made.attacks[code].astype(np.float64) for code in (A, B))
    weights = {
        "at random": np.ones(kind.days),
        "by tempo": np.exp(2 * made.tempo),
        "by attacks": other**2 + 1e-9,
    }[kind.chosen]
    strikes = next((laid for _ in range(_TRIES) if (laid := _strikes(kind, weights, rng))), ())
    if not strikes:
        raise BadInput(
            f"{kind.clusters} clusters of strikes do not fit into {kind.days} days; give more "
            "days or fewer clusters"
        )
    days = sorted({day for start in strikes for day in range(start + 1, start + after + 1)})
    values[days] += rng.poisson((ratio - 1) * values[days])
    if kind.louder > 1:
        values[days] += rng.poisson((kind.louder - 1) * values[days])
    values = _reported(kind, values, rng)
    return StrikeCase(values, other, strikes)


def _spec(kind: StrikeKind) -> Spec:
    """The system behind a case: two sides of one level, reported in full."""
    return Spec(
        days=kind.days,
        tempo=Tempo(
            level_a=30.0, level_b=30.0, persistence=kind.persistence, spread=kind.spread,
            trend=kind.trend, dispersion=20.0,
        ),
        replies=Replies(b_to_a=kind.mutual, a_to_b=kind.mutual, lag=2.0),
        talks=Talks(clusters=0, rounds=0), reports=Reports(missing=0.0, seen=1.0),
    )  # fmt: skip


def _strikes(kind: StrikeKind, weights: Floats, rng: Generator) -> tuple[int, ...]:
    """Days of strikes: first days drawn by weight, far apart, then 4 to 9 days a step.

    None where the first days were laid so that the last ones find no room.
    """
    first = kind.days // 2 if kind.late else FIRST
    open_to = np.zeros(kind.days, dtype=np.bool_)
    open_to[first : kind.days - LAST - 9 * (kind.size - 1)] = True
    starts: list[int] = []
    for _ in range(kind.clusters):
        left = np.where(open_to, weights, 0.0)
        total = float(left.sum())
        if total <= 0:
            return ()
        day = int(rng.choice(kind.days, p=left / total))
        starts.append(day)
        open_to[max(day - APART, 0) : day + APART] = False
    inner = [np.cumsum([0, *rng.integers(4, 10, kind.size - 1)]) for _ in starts]
    return tuple(sorted(day + int(each) for day, row in zip(starts, inner, strict=True)
                        for each in row))  # fmt: skip


def _reported(kind: StrikeKind, values: Floats, rng: Generator) -> Floats:
    """The series as it is reported: late, smoothed, with gaps."""
    kernel = np.ones(kind.smooth)  # a day and those before it, as a running mean is reported
    made = (np.convolve(values, kernel) / np.convolve(np.ones(kind.days), kernel))[: kind.days]
    made = np.concatenate([made[: kind.later], made[: kind.days - kind.later]])
    made[rng.random(kind.days) < kind.missing] = np.nan
    return made

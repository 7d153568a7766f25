"""Made-up weeks of movement and losses, on which the conditions for a stalemate are calibrated."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

import numpy as np
from numpy.random import Generator
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]


@dataclass(frozen=True, slots=True, kw_only=True)
class FrontKind:
    """How a case is made.

    Movement and losses each switch between a low and a high level; a week's level stays with
    probability `stay`. Inside a level weeks vary as gamma noise of shape `noise`, and swing by a
    log autoregression of standard deviation `spread` whose memory from week to week is `memory`.
    """

    what: str
    weeks: int = 120
    movement: tuple[float, float] = (15.0, 60.0)
    losses: tuple[float, float] = (1500.0, 4500.0)
    stay: float = 0.95
    noise: float = 8.0
    memory: float = 0.0
    spread: float = 0.0


@dataclass(frozen=True, slots=True, eq=False)
class FrontCase:
    """Weekly movement and losses, and the weeks in which movement is low and losses are high."""

    movement: Floats
    losses: Floats
    still_and_costly: Bools


FRONTS: Mapping[str, FrontKind] = MappingProxyType({
    "levels apart": FrontKind(what="120 weeks, movement 15 or 60 km², losses 1,500 or 4,500"),
    "levels near": FrontKind(
        what="levels twice as high and not four or three times", movement=(30.0, 60.0),
        losses=(2300.0, 4600.0),
    ),
    "few weeks": FrontKind(what="60 weeks", weeks=60),
    "noisy": FrontKind(what="weeks vary by .6 of their level", noise=3.0),
    "swings": FrontKind(
        what="weeks swing inside a level by .3, remembered for five weeks", noise=15.0,
        memory=0.8, spread=0.3,
    ),
})  # fmt: skip
"""Cases with two true regimes of each series."""


def front_case(kind: FrontKind, rng: Generator) -> FrontCase:
    """Return one made-up course of movement and losses, which know nothing of each other.

    Parameters
    ----------
    kind : FrontKind
        How it is made.
    rng : numpy.random.Generator
        Chance, from the caller.

    Returns
    -------
    FrontCase
        Whole numbers, week by week.

    Examples
    --------
    >>> made = front_case(FRONTS["levels apart"], np.random.default_rng(1))
    >>> made.movement.shape, made.still_and_costly.dtype
    ((120,), dtype('bool'))
    """
    moving, losing = (_course(kind, rng) for _ in range(2))
    return FrontCase(
        _counts(kind, moving, kind.movement, rng), _counts(kind, losing, kind.losses, rng),
        ~moving & losing,
    )  # fmt: skip


def _course(kind: FrontKind, rng: Generator) -> Bools:
    """Weeks at the high level."""
    switches = rng.random(kind.weeks) >= kind.stay
    switches[0] = rng.random() < 0.5
    return np.asarray(np.cumsum(switches) % 2 == 1)


def _counts(kind: FrontKind, high: Bools, levels: tuple[float, float], rng: Generator) -> Floats:
    """Counts at two levels, with noise and swings."""
    swing = rng.standard_normal(kind.weeks)
    swing[1:] *= np.sqrt(1 - kind.memory**2)
    for week in range(1, kind.weeks):
        swing[week] += kind.memory * swing[week - 1]
    rate = np.where(high, levels[1], levels[0])
    rate = rate * np.exp(kind.spread * swing - kind.spread**2 / 2)
    noise = rng.gamma(kind.noise, 1 / kind.noise, kind.weeks)
    return rng.poisson(rate * noise).astype(np.float64)

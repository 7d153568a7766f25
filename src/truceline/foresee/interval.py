"""Intervals of the outlook, by drawing the past wars anew."""

from dataclasses import dataclass

import numpy as np
from numpy.random import Generator

from truceline.foresee.members import counted, learn
from truceline.foresee.past import Definition
from truceline.foresee.pool import Pool
from truceline.foresee.risk import Spells, risk
from truceline.measure.laid import Floats

DRAWS = 100
LEVEL = 0.9


@dataclass(frozen=True, slots=True, eq=False)
class Said:
    """What is said of one war for some spans: chances, and the same for every draw of wars.

    `stop` and `ceasefire` have the shape (spans,), `base` is the ceasefire by the base rate alone;
    `drawn` holds the three by draw, (draws, 3, spans).
    """

    stop: Floats
    ceasefire: Floats
    base: Floats
    drawn: Floats

    def ends(self, event: int, span: int) -> tuple[float, float]:
        """Return the interval of an event (0 stop, 1 ceasefire, 2 base rate) for a span."""
        low, high = np.quantile(self.drawn[:, event, span], [(1 - LEVEL) / 2, (1 + LEVEL) / 2])
        return float(low), float(high)


@dataclass(frozen=True, slots=True)
class Asked:
    """The war asked about: its pattern, its age in months, the spans in months, the definition."""

    pattern: int
    age: float
    spans: tuple[float, ...]
    definition: Definition


def said(pool: Pool, spells: Spells, asked: Asked, *, rng: Generator, draws: int = DRAWS) -> Said:
    """Return what the pool says of a war, with draws for an interval.

    Parameters
    ----------
    pool : Pool
        Learnt from the spells.
    spells : Spells
        Stretches of fighting known by the date.
    asked : Asked
        The war.
    rng : numpy.random.Generator
        Chance, from the caller.
    draws : int, default 100
        Bootstrap samples of whole wars.

    Returns
    -------
    Said
        Members are learnt anew from each draw by Newton steps from where they stand; the weights
        of the pool stay. The interval tells how much hangs on which wars there happened to be; it
        does not tell whether this war is like them.

    References
    ----------
    Davison, A. C. & Hinkley, D. V. (1997). *Bootstrap Methods and their Application*, section 3.8.
    """
    names, member = np.unique(spells.war, return_inverse=True)
    times = rng.multinomial(len(names), np.full(len(names), 1 / len(names)), size=draws)
    (first,) = _chances(pool, asked, len(spells.patterns))
    table = risk(spells, times[:, member].astype(np.float64))
    months = int(asked.age + max(asked.spans)) + 2
    again = learn(table, asked.definition, near=pool.members, steps=2, months=months)
    made = _chances(Pool(again, pool.weights, pool.wars), asked, len(spells.patterns))
    return Said(first[0], first[1], first[2], made)


def _chances(pool: Pool, asked: Asked, patterns: int) -> Floats:
    """Stop, ceasefire and ceasefire by the base rate, (draws, 3, spans)."""
    rows = np.arange(asked.pattern, len(pool.members.kind), patterns)
    pattern = np.repeat(rows, len(asked.spans))
    age, span = np.full(pattern.size, asked.age), np.tile(asked.spans, rows.size)
    ours = list(counted(asked.definition))
    pooled = pool.say(pattern, age, span)
    base = pool.members.by_rate.by(pattern, age, span)
    said = [pooled.sum(axis=1), pooled[:, ours].sum(axis=1), base[:, ours].sum(axis=1)]
    return np.stack([each.reshape(rows.size, -1) for each in said], axis=1)

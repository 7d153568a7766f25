"""Person-period data, counted: wars at risk and wars that ended, by kind of war and month of age.

Everything that the outlook learns from past wars it learns from this table, so that a bootstrap
of wars is a table with other weights.
"""

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from truceline.foresee.past import ENDINGS, MONTH, RUNNING, UNKNOWN, Past, Spell
from truceline.measure.laid import Floats, Ints

CAUSES = len(ENDINGS) + 1  # the last: ended, not known how
OLDEST = 800  # months: no war of the table is followed longer
TRAITS = ("three states or more", "began after 1945")


@dataclass(frozen=True, slots=True, eq=False)
class Spells:
    """Stretches of fighting as arrays. `pattern` is the row of `patterns` that each belongs to.

    A row of `patterns` holds the kind (its place in `kinds`) and the traits, 0 or 1, of wars that
    are alike.
    """

    war: Ints
    late: Ints
    months: Ints
    ending: Ints
    pattern: Ints
    patterns: Ints
    kinds: tuple[str, ...]


@dataclass(frozen=True, eq=False)
class Risk:
    """Wars at risk (pattern, month) and ended in that month (pattern, month, cause), weighted.

    Of several draws of wars the table holds one after the other: a draw's axis stands first.
    """

    at_risk: Floats
    ended: Floats
    patterns: Ints
    kinds: tuple[str, ...]

    @property
    def any_end(self) -> Floats:
        """Wars that ended in any way, by pattern and month."""
        return np.asarray(self.ended.sum(axis=-1))

    @cached_property
    def by_kind(self) -> tuple[Floats, Floats]:
        """At risk (kind, month) and ended (kind, month, cause), patterns of one kind together."""
        mine = np.zeros((len(self.kinds), len(self.patterns)))
        mine[self.patterns[:, 0], np.arange(len(self.patterns))] = 1.0
        flat = self.ended.reshape(*self.at_risk.shape[:-1], -1)
        return mine @ self.at_risk, (mine @ flat).reshape(
            *self.ended.shape[:-3], len(self.kinds), *self.ended.shape[-2:]
        )


def arrays(pasts: tuple[Past, ...], found: tuple[Spell, ...], kinds: tuple[str, ...]) -> Spells:
    """Return spells as arrays, with the pattern of each.

    Parameters
    ----------
    pasts : tuple of Past
        The wars that the spells are of, in their order.
    found : tuple of Spell
        Stretches of fighting.
    kinds : tuple of str
        All kinds of war, in a fixed order.

    Returns
    -------
    Spells
        A stretch of d days is at risk in months 0 … d // 30.4, and ends, if it does, in the last;
        months before the war entered the table are not at risk.
    """
    every = np.array(
        [[kind, *trait] for kind in range(len(kinds)) for trait in np.ndindex(*(2,) * len(TRAITS))]
    )
    rows = np.array([trait_row(pasts[each.war], kinds) for each in found]).reshape(
        -1, 1 + len(TRAITS)
    )
    weight = np.array([4, 2, 1])
    return Spells(
        war=np.array([each.war for each in found], dtype=np.int64),
        late=_months([each.late for each in found]),
        months=_months([each.days for each in found]),
        ending=np.array([each.ending for each in found], dtype=np.int64),
        pattern=(rows @ weight).astype(np.int64),
        patterns=every.astype(np.int64),
        kinds=kinds,
    )


def _months(days: list[int]) -> Ints:
    """Whole months in days."""
    return np.minimum(np.array([int(each // MONTH) for each in days], dtype=np.int64), OLDEST - 1)


def trait_row(past: Past, kinds: tuple[str, ...]) -> tuple[int, ...]:
    """Return a war's kind and traits as numbers; a trait that is not known counts as absent."""
    given = dict(past.traits)
    return (kinds.index(past.kind), *(int(bool(given.get(name))) for name in TRAITS))


def risk(spells: Spells, weight: Floats | None = None) -> Risk:
    """Return the table of wars at risk and wars that ended.

    Parameters
    ----------
    spells : Spells
        Stretches of fighting.
    weight : array of float, shape (spells,) or (draws, spells), optional
        How often each counts: 0 to hide it, whole numbers in a bootstrap of wars.

    Returns
    -------
    Risk
        As long as the oldest spell.
    """
    heavy = np.ones(len(spells.war)) if weight is None else weight.T
    draws = heavy.shape[1:]
    kinds, ages = len(spells.patterns), int(spells.months.max(initial=0)) + 1
    change = np.zeros((kinds, ages + 1, *draws))
    np.add.at(change, (spells.pattern, np.minimum(spells.late, spells.months)), heavy)
    np.add.at(change, (spells.pattern, spells.months + 1), -heavy)
    ended = np.zeros((kinds, ages, CAUSES, *draws))
    over = spells.ending != RUNNING
    np.add.at(ended, (spells.pattern[over], spells.months[over], spells.ending[over]), heavy[over])
    first = range(len(draws))  # the axis of draws comes to the front
    at_risk = np.moveaxis(change.cumsum(axis=1)[:, :-1], [2 + each for each in first], first)
    ended = np.moveaxis(ended, [3 + each for each in first], first)
    return Risk(at_risk, ended, spells.patterns, spells.kinds)


def shares(risk_: Risk, *, strength: float = 4.0) -> Floats:
    """Return how the wars of each kind ended, as shares drawn toward those of all kinds.

    Parameters
    ----------
    risk_ : Risk
        The table.
    strength : float, default 4.0
        Wars that the shares of all kinds count for.

    Returns
    -------
    array of float, shape (kinds, endings)
        Rows add up to 1. Wars that ended nobody knows how say nothing here.
    """
    _, ended = risk_.by_kind
    known = ended[..., :UNKNOWN].sum(axis=-2)
    total = known.sum(axis=-2, keepdims=True) + 0.5
    overall = total / total.sum(axis=-1, keepdims=True)
    mixed = known + strength * overall
    return np.asarray(mixed / mixed.sum(axis=-1, keepdims=True))

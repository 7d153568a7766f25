"""The pool: each member's weight, by how well it foretold the ends of wars that it had not seen.

The wars known by the date are dealt out in parts; each part is forecast by members that learnt
from the other parts, and the weights are those under which what happened was likeliest. When a war
ends is pooled; how, of those that end, is the hazard model's to say.
"""

from dataclasses import dataclass

import numpy as np

from truceline.foresee.members import MEMBERS, Members, learn
from truceline.foresee.past import RUNNING, Definition
from truceline.foresee.risk import Spells, risk
from truceline.measure.laid import Bools, Floats, Ints

HORIZONS = (1, 3, 6, 12)  # months
PARTS = 6
_YOUNG = 24  # months: older origins are taken every sixth month, and count for six
_STEP = 6
_PRIOR = 1.0  # years of war: how much each member counts for before any war speaks
_ROUNDS = 600
_STILL = 1e-5
_FLOOR = 1e-6


@dataclass(frozen=True, slots=True, eq=False)
class Pool:
    """Members learnt from all wars known, and the weight of each; weights add up to 1."""

    members: Members
    weights: Floats
    wars: int

    def say(self, pattern: Ints, age: Floats, span: Floats) -> Floats:
        """Return the pooled chance of each ending within a span.

        Parameters
        ----------
        pattern : array of int, shape (n,)
            Rows of the risk table's patterns.
        age, span : array of float, shape (n,)
            Months; ages of at least one.

        Returns
        -------
        array of float, shape (n, endings)
            Rows add up to the chance that the fighting stops.
        """
        when = self.weights @ self.members.when(pattern, age, span)
        return np.asarray(when[:, None] * self.members.how(pattern, age, span))


@dataclass(frozen=True, slots=True, eq=False)
class Origins:
    """Months of wars from which a forecast could have been made, and whether the war then ended."""

    spell: Ints
    age: Floats
    span: Floats
    ended: Bools
    weight: Floats


def pool(spells: Spells, definition: Definition, *, parts: int = PARTS) -> Pool:
    """Return members and weights learnt from spells.

    Parameters
    ----------
    spells : Spells
        All that is known on a day.
    definition : Definition
        What counts as a ceasefire.
    parts : int, default 6
        Parts in which wars are dealt out, in turn, in the order of their start.

    Returns
    -------
    Pool
        With fewer than two wars a part, all members weigh the same.

    References
    ----------
    Wolpert, D. H. (1992). Stacked generalization. *Neural Networks* 5.
    """
    members = learn(risk(spells), definition)
    wars = len(np.unique(spells.war))
    even = np.full(len(MEMBERS), 1 / len(MEMBERS))
    if wars < 2 * parts:
        return Pool(members, even, wars)
    made = origins(spells)
    said = np.zeros((len(MEMBERS), made.age.size))
    for part in range(parts):
        mine = spells.war % parts == part
        seen = learn(risk(spells, (~mine).astype(np.float64)), definition, near=members, steps=6)
        here = mine[made.spell]
        pattern = spells.pattern[made.spell[here]]
        said[:, here] = seen.when(pattern, made.age[here], made.span[here])
    came = np.where(made.ended[None, :], said, 1 - said)
    return Pool(members, _weights(np.maximum(came, _FLOOR), made.weight), wars)


def origins(spells: Spells) -> Origins:
    """Return the months from which spells could have been forecast.

    Parameters
    ----------
    spells : Spells
        All spells.

    Returns
    -------
    Origins
        Ages from one month on, and from when the war entered the table; a span counts only where
        what came of it is known.
    """
    first, last = np.maximum(spells.late, 1), spells.months
    count = np.maximum(last - first + 1, 0)
    spell = np.repeat(np.arange(len(last)), count)
    age = np.arange(count.sum()) - np.repeat(np.cumsum(count) - count, count) + first[spell]
    kept = (age < _YOUNG) | (age % _STEP == 0)
    spell, age = (np.repeat(each[kept], len(HORIZONS)) for each in (spell, age))
    span = np.tile(HORIZONS, len(age) // len(HORIZONS))
    over = (spells.ending[spell] != RUNNING) & (last[spell] < age + span)
    known = over | (age + span <= last[spell])
    spell, age, span, over = (each[known] for each in (spell, age, span, over))
    return Origins(
        spell, age.astype(np.float64), span.astype(np.float64), over,
        np.where(age < _YOUNG, 1.0, _STEP) / span,
    )  # fmt: skip


def _weights(chances: Floats, heavy: Floats) -> Floats:
    """Weights of a mixture by expectation and maximisation, drawn toward even ones.

    A forecast for some months ahead overlaps with those of the months after, and counts for one
    over so many.
    """
    members = len(chances)
    weights = np.full(members, 1 / members)
    share = heavy / len(HORIZONS)
    total = float(share.sum())
    for _ in range(_ROUNDS):
        credit = weights * (chances @ (share / (weights @ chances)))
        before, weights = weights, (credit + _PRIOR) / (total + _PRIOR * members)
        if float(np.abs(weights - before).max()) < _STILL:
            break
    return weights

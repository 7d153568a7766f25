"""What each way of forecasting says: the hazard model, the life table, and the naive rules."""

from dataclasses import dataclass

import numpy as np

from truceline.foresee import hazards, rules
from truceline.foresee.curves import Curves, curves
from truceline.foresee.hazards import Hazards
from truceline.foresee.past import ENDINGS, Definition
from truceline.foresee.risk import CAUSES, OLDEST, Risk, shares
from truceline.measure.laid import Floats, Ints

MEMBERS = (
    "hazard model", "life table", "Lindy", "base rate", "own history", "own last 12 months",
)  # fmt: skip


@dataclass(frozen=True, slots=True, eq=False)
class Members:
    """All ways of forecasting, learnt from one table of wars at risk.

    `share` is how wars of each kind ended (kinds, endings); `naive` and `naive_stop` are 1 −
    Kaplan–Meier of the ceasefires of the definition and of all ends; `kind` is of each pattern.
    """

    model: Hazards
    by_model: Curves
    by_table: Curves
    by_rate: Curves
    gamma: Floats
    share: Floats
    naive: Curves
    naive_stop: Curves
    kind: Ints

    def when(self, pattern: Ints, age: Floats, span: Floats) -> Floats:
        """Return the chance of an end of any kind within a span, by every member.

        Parameters
        ----------
        pattern : array of int, shape (n,)
            Rows of the risk table's patterns.
        age, span : array of float, shape (n,)
            Months; ages of at least one.

        Returns
        -------
        array of float, shape (members, n)
            In the order of MEMBERS.
        """
        kind = self.kind[pattern]
        return np.stack(
            [
                self.by_model.by(pattern, age, span).sum(axis=1),
                self.by_table.by(pattern, age, span).sum(axis=1),
                rules.lindy(age, span),
                self.by_rate.by(pattern, age, span).sum(axis=1),
                rules.own_history_ends(self.gamma, kind, age, span),
                rules.own_history_ends(self.gamma, kind, np.minimum(age, rules.YEAR), span),
            ]
        )

    def how(self, pattern: Ints, age: Floats, span: Floats) -> Floats:
        """Return the shares of endings among ends within a span, by the hazard model.

        Parameters
        ----------
        pattern : array of int, shape (n,)
            Rows of the risk table's patterns.
        age, span : array of float, shape (n,)
            Months.

        Returns
        -------
        array of float, shape (n, endings)
            Rows add up to 1.
        """
        ends = self.by_model.by(pattern, age, span)
        return np.asarray(ends / ends.sum(axis=1, keepdims=True))

    def base(self, pattern: Ints) -> Floats:
        """Return the shares of endings of each pattern's kind, (n, endings): the naive "how"."""
        return np.asarray(self.share[self.kind[pattern]])


def learn(
    risk: Risk, definition: Definition, *, near: Members | None = None, steps: int = 25,
    months: int = OLDEST,
) -> Members:  # fmt: skip
    """Return all ways of forecasting, learnt from a table of wars at risk.

    Parameters
    ----------
    risk : Risk
        The table, of one draw of wars or of several.
    definition : Definition
        For the naive 1 − Kaplan–Meier, which takes all endings that count as one.
    near : Members, optional
        Learnt from a like table: where to begin.
    steps : int
        Steps of each search; few suffice from nearby.
    months : int
        Up to what age; beyond it all stays as it is in the last month.

    Returns
    -------
    Members
        All of MEMBERS; the patterns and kinds of several draws follow one another.
    """
    begin = None if near is None else near.model
    model = hazards.fit(risk, start=begin, steps=steps)
    chance, how = hazards.monthly(model, risk, months)
    gamma = rules.own_history(risk, start=None if near is None else near.gamma, steps=steps)
    kinds = np.arange(len(gamma)).reshape(-1, len(risk.kinds))
    return Members(
        model=model, by_model=curves(*rules.flat(chance, how)),
        by_table=rules.life_table(risk, months=months),
        by_rate=rules.base_rate(risk, months=months), gamma=gamma,
        share=shares(risk).reshape(len(gamma), -1),
        naive=rules.naive(risk, counted(definition), months=months),
        naive_stop=rules.naive(risk, tuple(range(CAUSES)), months=months),
        kind=kinds[:, risk.patterns[:, 0]].ravel(),
    )  # fmt: skip


def counted(definition: Definition) -> tuple[int, ...]:
    """Return the places of the endings that a definition counts as a ceasefire.

    Examples
    --------
    >>> counted(Definition()), counted(Definition(formal=True))
    ((0, 1), (1,))
    """
    return tuple(
        place for place, ending in enumerate(ENDINGS) if definition.counts(ending, formal=None)
    )

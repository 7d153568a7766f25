"""Points of a war's box put through both models, and through the war over forts.

A point is a row of parameters in the order of `Layout.names`. What nobody gives stands at the
value that takes it out of the model.
"""

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from truceline.reason.attrition_game import Attrition, Fighter, battle_chance, solve
from truceline.reason.bargaining import (
    Leader,
    Terms,
    Values,
    bargaining_range,
    divisible,
    ultimatum,
)
from truceline.reason.commitment import Shift, room
from truceline.reason.ruin import expected_length

Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]
ABSENT = 0.0  # every optional parameter leaves its model when it is nothing
FORTS = 10
IN_SAVING = ("cost", "backers", "office", "ouster_settle", "ouster_fight", "guarantee")


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """Which column of a point is which parameter; `a` proposes, `b` answers."""

    names: tuple[str, ...]
    a: str
    b: str

    def column(self, points: Floats, name: str) -> Values:
        """Return a parameter's column, or the value that takes it out of the model."""
        return points[:, self.names.index(name)] if name in self.names else ABSENT


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What the models say at each point; arrays (points).

    `pr_war` is the ultimatum's and never shown for a named war, only the sign of its change;
    `width` the bargaining range's with costs known; `lumpy` where such a range exists but no
    division of the stake lies in it; `room` the commitment model's; `fits` where the ultimatum's
    offer lies inside the stake, so that power does not matter.
    """

    pr_war: Floats
    width: Floats
    lumpy: Bools
    room: Floats
    fits: Bools

    def open(self) -> Bools:
        """Return where a settlement exists that both leaders prefer and that lasts."""
        return np.asarray((self.width >= 0) & ~self.lumpy & (self.room >= 0), dtype=np.bool_)


def gap(settle: Values, fight: Values, guarantee: Values) -> Values:
    """The ouster risk that settling adds, after a guarantee has taken its part of it away.

    Parameters
    ----------
    settle, fight : float or array
        Probability of losing office after settling, and while fighting.
    guarantee : float or array
        Part of the added risk that a security guarantee takes away, 0 to 1.

    Returns
    -------
    float or array
        Negative where settling makes office safer; a guarantee leaves that alone.

    Examples
    --------
    >>> round(float(gap(0.6, 0.1, 0.5)), 2), round(float(gap(0.1, 0.3, 0.5)), 2)
    (0.25, -0.2)
    """
    more = np.asarray(settle, dtype=np.float64) - fight
    return np.asarray(np.where(more > 0, more * (1 - np.asarray(guarantee)), more))


def evaluate(layout: Layout, points: Floats, *, tomorrow: float | None = None) -> Outcome:
    """What both models say at every point.

    Parameters
    ----------
    layout : Layout
        Which column is which.
    points : array (points, parameters)
        From the box.
    tomorrow : float, optional
        The weakened side's part of tomorrow's saving, 1 (Powell) to 0 (Fearon), at every point;
        without it the points' own, and 1 where they have none.

    Returns
    -------
    Outcome
        Arrays (points).

    Notes
    -----
    Each side's cost is known up to `uncertainty`: B's lies evenly in a band of that width around
    its value. The offer's neutrality holds where it lies inside the stake.
    """
    terms, cost_b = terms_of(layout, points)
    width = bargaining_range(terms, cost_b)
    found = ultimatum(terms)
    asked = terms.power + found.offer
    fits = (asked > 0) & (asked < 1)
    # Supply is money for fighting in the one model and power after a truce in the other, so that
    # what they say of it does not agree by construction.
    bare = replace(
        terms, stake_a=_office(layout, points, layout.a), stake_b=_office(layout, points, layout.b)
    )
    shift = _shift(layout, points)
    held = room(bare, cost_b, shift if tomorrow is None else replace(shift, tomorrow=tomorrow))
    shares = divisible(width, layout.column(points, "step"))
    size = (points.shape[0],)
    return Outcome(
        pr_war=np.broadcast_to(found.pr_war, size),
        width=np.broadcast_to(width.width, size),
        lumpy=np.broadcast_to((width.width >= 0) & ~shares, size),
        room=np.broadcast_to(held.room, size),
        fits=np.broadcast_to(fits, size),
    )


def terms_of(layout: Layout, points: Floats) -> tuple[Terms, Values]:
    """The ultimatum's terms at every point, and B's cost as it is known.

    Parameters
    ----------
    layout : Layout
        Which column is which.
    points : array (points, parameters)
        From the box.

    Returns
    -------
    (Terms, float or array)
        Arrays (points) in the terms.
    """
    band = np.maximum(layout.column(points, "uncertainty"), 1e-6)
    cost_b = layout.column(points, f"cost.{layout.b}")
    terms = Terms(
        power=layout.column(points, "power"),
        cost_a=layout.column(points, f"cost.{layout.a}"),
        cost_b_width=band,
        cost_b_min=np.asarray(cost_b - band / 2),
        stake_a=_stake(layout, points, layout.a),
        stake_b=_stake(layout, points, layout.b),
    )
    return terms, cost_b


def saving(layout: Layout, points: Floats) -> Floats:
    """What both sides save by not fighting, at every point.

    Parameters
    ----------
    layout : Layout
        Which column is which.
    points : array (points, parameters)
        Points of the box.

    Returns
    -------
    array (points)
        c_A + c_B - S_A - S_B, in shares of the stake.
    """
    from_side = [_side_saving(layout, points, side) for side in (layout.a, layout.b)]
    return np.asarray(from_side[0] + from_side[1])


def settles_over_forts(
    layout: Layout, points: Floats, *, forts: int = FORTS
) -> tuple[Bools, Bools]:
    """Whether the war over forts is settled at once from the middle, and whether it was solved.

    Parameters
    ----------
    layout : Layout
        Which column is which.
    points : array (points, parameters)
        From the box.
    forts : int, default 10
        Forts in all; the line starts in the middle.

    Returns
    -------
    (array of bool, array of bool)
        Settled at once; solved to the tolerance.

    Notes
    -----
    A battle's chance is set so that the whole war is won with `power`; costs and supply of the
    whole war are spread evenly over the battles that a war to the end is expected to take.
    Losing the war costs both leaders what settling would at most: `ouster_fight` at defeat is not
    modelled here, so the office terms enter as a cost of settling only.
    """
    chance = battle_chance(layout.column(points, "power"), forts)
    length = expected_length(forts // 2, forts, chance)

    def fighter(side: str) -> Fighter:
        given = layout.column(points, f"office.{side}")
        return Fighter(
            cost=np.asarray(layout.column(points, f"cost.{side}") / length),
            subsidy=np.asarray(layout.column(points, f"backers.{side}") / length),
            office=given,
            ouster_settle=np.maximum(_gap(layout, points, side), 0.0),
        )

    # One battle's delay is a small part of the war: the whole war's weight, spread over its length.
    patience = np.clip(layout.column(points, "discount"), 0.01, 0.9999) ** (1 / length)
    game = Attrition(
        forts=forts, p=chance, discount=patience, a=fighter(layout.a), b=fighter(layout.b)
    )
    found = solve(game, tolerance=1e-4, sweeps=5000)
    size = (points.shape[0],)
    return (
        np.broadcast_to(found.settle[:, forts // 2], size),
        np.broadcast_to(found.solved, size),
    )


def _gap(layout: Layout, points: Floats, side: str) -> Values:
    """Return the ouster risk that settling adds for one side's leader."""
    kinds = ("ouster_settle", "ouster_fight", "guarantee")
    settle, fight, guarantee = (layout.column(points, f"{kind}.{side}") for kind in kinds)
    return gap(settle, fight, guarantee)


def _office(layout: Layout, points: Floats, side: str) -> Values:
    """Return the office that one side's leader keeps by fighting on."""
    office = layout.column(points, f"office.{side}")
    return Leader(office=office, ouster_settle=_gap(layout, points, side)).stake()


def _stake(layout: Layout, points: Floats, side: str) -> Values:
    """Return what one side's leader gains by fighting on, apart from the outcome."""
    return layout.column(points, f"backers.{side}") + _office(layout, points, side)


def _shift(layout: Layout, points: Floats) -> Shift:
    """Return how power moves after a truce; supply that goes on gives power by its size."""

    def kept(side: str) -> Values:
        bought = layout.column(points, f"after_truce.{side}")
        return np.clip(bought * layout.column(points, f"backers.{side}"), 0.0, 1.0)

    return Shift(
        change=layout.column(points, "shift"),
        discount=layout.column(points, "discount"),
        monitoring=layout.column(points, "monitoring"),
        guarantee_a=layout.column(points, f"guarantee.{layout.a}"),
        guarantee_b=layout.column(points, f"guarantee.{layout.b}"),
        after_truce_a=kept(layout.a),
        after_truce_b=kept(layout.b),
        tomorrow=layout.column(points, "tomorrow") if "tomorrow" in layout.names else 1.0,
    )


def _side_saving(layout: Layout, points: Floats, side: str) -> Floats:
    """Return one side's cost of fighting less what its leader gains by it."""
    given = {kind: layout.column(points, f"{kind}.{side}") for kind in IN_SAVING}
    risk = gap(given["ouster_settle"], given["ouster_fight"], given["guarantee"])
    return np.asarray(given["cost"] - given["backers"] - given["office"] * risk)

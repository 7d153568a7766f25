"""The commitment problem: war because power will shift once the fighting stops.

Powell (2006) is the model. Nobody can bind tomorrow's stronger side to today's bargain: the side
that a truce weakens fights while it still can, if what it stands to lose outweighs the cost of
fighting. Guarantees, monitoring and supply that goes on after a truce work on the shift, so here
they can make peace *possible*, where in the ultimatum every subsidy makes war likelier.
A model, not a measurement.

There are two periods, today (weight 1 - discount) and ever after (weight discount). Either side
may fight in either; fighting decides the stake for good.
"""

from dataclasses import dataclass, fields

import numpy as np
from numpy.typing import NDArray

from truceline.reason.bargaining import Terms, Values
from truceline.terms.errors import BadInput

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True, kw_only=True)
class Shift:
    """How power moves after a truce, and what holds it; numbers or arrays that broadcast.

    `change` is how much A's probability of winning rises in a truce that nothing holds (negative:
    B gains). `monitoring` is the part of any shift that observers or verification prevent, 0 to 1;
    `guarantee_a` and `guarantee_b` the part that a guarantor of that side prevents when the shift
    runs against it. `after_truce_a` and `after_truce_b` are the power that supply going on after
    the truce gives a side. `discount` is the weight of the time after, 0 to 1. `tomorrow` is the
    weakened side's part, 0 to 1, of what is saved by not fighting tomorrow: at 1 peace is possible
    at all (Powell), at 0 the strengthened side names the terms (Fearon 1995).
    """

    change: Values
    discount: Values
    monitoring: Values = 0.0
    guarantee_a: Values = 0.0
    guarantee_b: Values = 0.0
    after_truce_a: Values = 0.0
    after_truce_b: Values = 0.0
    tomorrow: Values = 1.0

    def __post_init__(self) -> None:
        """Refuse a share or weight outside [0, 1].

        Raises
        ------
        BadInput
            If a field that is a share leaves [0, 1], or the change leaves [-1, 1].
        """
        for each in fields(self):
            low = -1 if each.name in {"change", "after_truce_a", "after_truce_b"} else 0
            held = np.asarray(getattr(self, each.name), dtype=np.float64)
            if not np.all((held >= low) & (held <= 1)):
                raise BadInput(
                    f"{each.name} holds {held.min():g} to {held.max():g}; "
                    f"it should lie between {low} and 1"
                )

    def net(self) -> Floats:
        """Return the change in A's power that is left after guarantees, monitoring and supply."""
        bare = np.asarray(self.change) + self.after_truce_a - self.after_truce_b
        against = np.where(bare > 0, self.guarantee_b, self.guarantee_a)
        return np.asarray(bare * (1 - np.asarray(self.monitoring)) * (1 - against))


@dataclass(frozen=True, slots=True, kw_only=True)
class Room:
    """How far peace is from breaking, in shares of the stake; negative: war.

    `today` is what both save by not fighting now, `a` and `b` by how much the best that can be
    promised to that side beats its fighting now, `room` the least of the three.
    """

    today: Floats
    a: Floats
    b: Floats
    room: Floats


def room(terms: Terms, cost_b: Values, shift: Shift) -> Room:
    """What is left for peace when tomorrow's stronger side cannot be bound.

    Parameters
    ----------
    terms : Terms
        Power, A's cost, both stakes. Its B's cost distribution is not used.
    cost_b : float or array
        B's cost, known to all here.
    shift : Shift
        How power moves after a truce.

    Returns
    -------
    Room
        Arrays in the common shape; peace is possible where `room` is 0 or more.

    Notes
    -----
    Let w_i be what i gets by fighting now and w_i' by fighting after the truce, 0 at least. Side
    i can be given at most (1 - d) + d v_i, with v_i = w_i' + t (1 - w_i' - w_j'), so peace needs
    w_A + w_B <= 1 and, for each side, w_i <= (1 - d) + d v_i. With patience (d near 1) and t = 1
    war follows if and only if the shift is larger than what both sides save by not fighting:
    |shift| > c_A + c_B - S_A - S_B. Assumes one shift, known to all, and a stake that divides.

    References
    ----------
    Powell, R. (2006). War as a commitment problem. *International Organization* 60(1).
    Fearon (1995), the section on preventive war.

    Examples
    --------
    Costs save .25; a shift of .2 leaves room, a shift of .3 does not, half of it held does:

    >>> terms = Terms(power=0.5, cost_a=0.1, cost_b_width=0.3)
    >>> def left(**how): return round(float(room(terms, 0.15, Shift(discount=1.0, **how)).room), 2)
    >>> left(change=0.2), left(change=0.3), left(change=0.3, monitoring=0.5)
    (0.05, -0.05, 0.1)
    """
    power = np.asarray(terms.power, dtype=np.float64)
    after = np.clip(power + shift.net(), 0.0, 1.0)
    net_a = np.asarray(terms.cost_a - np.asarray(terms.stake_a))
    net_b = np.asarray(cost_b - np.asarray(terms.stake_b))
    now_a, now_b = np.maximum(power - net_a, 0.0), np.maximum(1 - power - net_b, 0.0)
    then_a, then_b = np.maximum(after - net_a, 0.0), np.maximum(1 - after - net_b, 0.0)
    d, part = np.asarray(shift.discount), np.asarray(shift.tomorrow)
    saved = 1 - then_a - then_b
    spread = np.where(saved >= 0, part, 1.0) * saved
    a = (1 - d) + d * (then_a + spread) - now_a
    b = (1 - d) + d * (then_b + spread) - now_b
    today = 1 - now_a - now_b
    today, a, b = np.broadcast_arrays(today, a, b)
    return Room(today=today, a=a, b=b, room=np.minimum(today, np.minimum(a, b)))


def largest_shift(terms: Terms, cost_b: Values, discount: Values) -> Floats:
    """The largest shift towards A that peace survives, before the stake's limits bind.

    Parameters
    ----------
    terms : Terms
        Power, A's cost, both stakes.
    cost_b : float or array
        B's cost.
    discount : float or array
        Weight of the time after, above 0, to 1.

    Returns
    -------
    array
        c_A - S_A + (c_B - S_B + (1 - d) power) / d, in probability; negative where even
        a standing balance leaves no room.

    Raises
    ------
    BadInput
        If `discount` is 0, where no future shift matters.

    Examples
    --------
    >>> terms = Terms(power=0.5, cost_a=0.1, cost_b_width=0.3)
    >>> float(largest_shift(terms, 0.15, 1.0))
    0.25
    """
    d = np.asarray(discount, dtype=np.float64)
    if np.any(d <= 0):
        raise BadInput("discount is 0; above 0 a shift matters, such as 0.95")
    net_a = np.asarray(terms.cost_a - np.asarray(terms.stake_a))
    net_b = np.asarray(cost_b - np.asarray(terms.stake_b))
    return np.asarray(net_a + (net_b + (1 - d) * terms.power) / d)

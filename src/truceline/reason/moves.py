"""Single changes that somebody could make, over the points of a war's box."""

from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from truceline.reason.models import Layout
from truceline.reason.parameters import most

Floats = NDArray[np.float64]
DOUBLE = True  # the change is `relative`: its limit is how many times as much


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """The box as numbers: its columns, its ends, and the points tried."""

    layout: Layout
    low: Floats
    high: Floats
    points: Floats

    def fixed(self, name: str, value: float | Floats) -> Floats:
        """Return the points with one parameter moved to `value`."""
        moved = self.points.copy()
        moved[:, self.layout.names.index(name)] = value
        return moved


@dataclass(frozen=True, slots=True)
class Move:
    """A single change: the parameter, where to (or how many times as much), in words.

    `first` is the part of the change at which signs are read: a tenth, for a sign belongs to a
    small change; the whole for lumps, where a small change does nothing.
    """

    name: str
    limit: float
    words: str
    kind: Literal["pressure", "assurance"]
    relative: bool = False
    first: float = 0.1

    def made(self, values: Floats, part: float | Floats) -> Floats:
        """Return the parameter's values after `part` of the change."""
        target = np.minimum(self.limit * values, most(self.name)) if self.relative else self.limit
        return np.asarray(values + part * (target - values))


def moves(box: Box, called: dict[str, str]) -> tuple[Move, ...]:
    """The single changes that can be made to this box.

    Parameters
    ----------
    box : Box
        The box; a parameter it lacks gives no move.
    called : dict
        A side's word in parameter names → what it is called.

    Returns
    -------
    tuple of Move
        Supply ends, doubles, or goes on after a truce twice as much; costs double; guarantees,
        monitoring, a stake in parts, known costs.
    """
    names = box.layout.names
    found: list[Move] = []
    for side in (box.layout.a, box.layout.b):
        who = called[side]
        twice = f"supply to {who} that gives it twice as much power after a truce"
        found += [
            Move(f"backers.{side}", 0.0, f"supply to {who} that ends", "pressure"),
            Move(f"backers.{side}", 2.0, f"supply to {who} that doubles", "pressure", DOUBLE),
            Move(f"cost.{side}", 2.0, f"fighting that costs {who} double", "pressure", DOUBLE),
            Move(f"guarantee.{side}", 1.0, f"a full security guarantee to {who}", "assurance"),
            Move(f"after_truce.{side}", 2.0, twice, "assurance", DOUBLE),
        ]
    found += [
        Move("monitoring", 1.0, "a truce that is fully monitored", "assurance"),
        Move("step", 0.0, "a stake that can be divided freely", "assurance", first=1.0),
        Move("uncertainty", 0.001, "costs that both sides know", "assurance"),
    ]
    return tuple(each for each in found if each.name in names)

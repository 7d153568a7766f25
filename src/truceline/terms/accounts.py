"""An account of a war's incentives: a model's findings over a box of parameters, never measured."""

from dataclasses import dataclass
from datetime import date
from typing import Literal


@dataclass(frozen=True, slots=True, kw_only=True)
class ParameterRange:
    """The range a parameter is taken to lie in, why, and where that was read.

    `since` is the day from which the range could be known; `basis` is "war" for war.toml, "what if"
    for the user's own, "none given" for a parameter that is left out of the model.
    """

    name: str
    low: float
    high: float
    sentence: str
    source: str
    since: date | None = None
    basis: str = "war"


@dataclass(frozen=True, slots=True, kw_only=True)
class Lever:
    """One single change, and what two models say of it.

    The change moves the parameter `name` to `limit`, or to `limit` times what it is where the
    change is `relative`. `kind` says whether it presses or assures. `settle`, `fight`, `differ`,
    `one` and `neither` are shares of the box, adding to 1: at the change's first step both models
    move towards settling, both towards fighting, the models contradict each other, only one of
    them moves, neither does. `sign` is -1 (towards settling), 1 (towards fighting), or 0 where the
    two do not agree almost everywhere. `opens` is the share of the points without a settlement at
    which the change alone makes one possible, `change` the median size of the least change that
    does, with its quartiles.
    """

    name: str
    words: str
    kind: Literal["pressure", "assurance"]
    limit: float
    relative: bool
    settle: float
    fight: float
    differ: float
    one: float
    neither: float
    sign: int
    opens: float
    change: float | None
    change_low: float | None
    change_high: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """A bar of the tornado: the share of the box with a settlement, a parameter at either end.

    `variance` is the part of the room's variance that the parameter has a hand in (total Sobol
    index), between 0 and about 1.
    """

    name: str
    low: float
    high: float
    at_low: float
    at_high: float
    variance: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Region:
    """Two parameters on a plane: at each cell the share of the rest of the box with a settlement.

    `open[row][column]` belongs to `y[row]` and `x[column]`. The axes reach to where a lever can
    go; `x_range` and `y_range` are the ranges of the box.
    """

    x_name: str
    y_name: str
    x: tuple[float, ...]
    y: tuple[float, ...]
    x_range: tuple[float, float]
    y_range: tuple[float, float]
    open: tuple[tuple[float, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """All that the models say of one war's box.

    `open`, `gains`, `lumps` and `shift` are shares of the box, adding to 1: a settlement exists;
    none does because fighting pays more than it costs; because the stake does not divide; because
    power would shift after a truce. `points` is how many points of the box were tried.
    """

    war: str
    proposer: str
    ranges: tuple[ParameterRange, ...]
    points: int
    open: float
    gains: float
    lumps: float
    shift: float
    surplus: tuple[float, float]
    levers: tuple[Lever, ...]
    tornado: tuple[Bar, ...]
    region: Region | None

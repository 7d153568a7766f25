"""Single changes: which of them opens a settlement, how large it must be, and what both models say.

A sign is stated only where the ultimatum and the commitment problem agree on it.
"""

import numpy as np
from numpy.typing import NDArray

from truceline.reason.box import corners, total_indices
from truceline.reason.models import IN_SAVING, Outcome, evaluate, saving
from truceline.reason.moves import Box, Move
from truceline.terms.accounts import Bar, Lever, Region
from truceline.terms.errors import BadInput

Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]
STEPS = 32  # parts of a change tried on the way: a threshold is exact to a thirty-second of it
AGREED = 0.9  # share of the points where either model moves in which both must move alike
LEAST = 1e-9
CELLS = 25
MOST_CLOSED = 512  # closed points on which thresholds are looked for


def lever(box: Box, move: Move, base: Outcome) -> Lever:
    """What one change does over the whole box, in both models.

    Parameters
    ----------
    box : Box
        The box and its points.
    move : Move
        The change; its first step gives the signs, the whole way the threshold.
    base : Outcome
        The models at the box's points, unchanged.

    Returns
    -------
    Lever
        Shares of the box; see there.
    """
    one, two = signs(box, move, base)
    settle, fight = (one < 0) & (two < 0), (one > 0) & (two > 0)
    differ, neither = one * two < 0, (one == 0) & (two == 0)
    opens, sizes = _thresholds(box, move, base)
    quarters = np.quantile(sizes, [0.25, 0.5, 0.75]).tolist() if sizes.size else [None] * 3
    return Lever(
        name=move.name,
        words=move.words,
        kind=move.kind,
        limit=move.limit,
        relative=move.relative,
        settle=float(settle.mean()),
        fight=float(fight.mean()),
        differ=float(differ.mean()),
        one=float(((one == 0) ^ (two == 0)).mean()),
        neither=float(neither.mean()),
        sign=stated(one, two),
        opens=opens,
        change_low=quarters[0],
        change=quarters[1],
        change_high=quarters[2],
    )


def signs(box: Box, move: Move, base: Outcome) -> tuple[Floats, Floats]:
    """Where each model moves at the first step of a change.

    Parameters
    ----------
    box : Box
        The box and its points.
    move : Move
        The change.
    base : Outcome
        The models at the box's points, unchanged.

    Returns
    -------
    (array, array)
        The ultimatum's and the commitment problem's sign at every point: -1 towards settling, 1
        towards fighting, 0 nowhere.
    """
    values = box.points[:, box.layout.names.index(move.name)]
    after = evaluate(box.layout, box.fixed(move.name, move.made(values, move.first)))
    return static_sign(base, after), sign(base.room - after.room)


def stated(one: Floats, two: Floats) -> int:
    """The sign that may be stated: where either model moves, both move alike in nine tenths.

    Parameters
    ----------
    one, two : array (points)
        From `signs`.

    Returns
    -------
    int
        -1 towards settling, 1 towards fighting, 0 where no sign may be stated.

    Examples
    --------
    >>> stated(np.array([-1.0, -1.0]), np.array([-1.0, -1.0]))
    -1
    >>> stated(np.array([-1.0, -1.0]), np.array([-1.0, 1.0]))
    0
    """
    moved = float(((one != 0) | (two != 0)).mean())
    if moved == 0:
        return 0
    if ((one < 0) & (two < 0)).mean() >= AGREED * moved:
        return -1
    return 1 if ((one > 0) & (two > 0)).mean() >= AGREED * moved else 0


def sign(change: Floats) -> Floats:
    """The sign of a change, 0 where it is no larger than rounding.

    Parameters
    ----------
    change : array
        Differences.

    Returns
    -------
    array
        -1, 0 or 1.

    Examples
    --------
    >>> sign(np.array([-0.2, 1e-14, 0.1])).tolist()
    [-1.0, 0.0, 1.0]
    """
    return np.where(np.abs(change) <= LEAST, 0.0, np.sign(change))


def static_sign(base: Outcome, after: Outcome) -> Floats:
    """Where the ultimatum moves: 1 towards fighting, -1 towards settling, 0 nowhere.

    Parameters
    ----------
    base, after : Outcome
        Before and after the change.

    Returns
    -------
    array (points)
        The sign of the change in Pr(war); where that is at its limit or does not move, of the
        loss of a division that both prefer, then of the range's width.
    """
    risk = sign(after.pr_war - base.pr_war)
    before_open = (base.width >= 0) & ~base.lumpy
    after_open = (after.width >= 0) & ~after.lumpy
    lost = before_open.astype(np.float64) - after_open.astype(np.float64)
    narrower = sign(base.width - after.width)
    return np.where(risk != 0, risk, np.where(lost != 0, lost, narrower))


def surplus(box: Box) -> tuple[float, float]:
    """The least and greatest of what both sides save by not fighting, exactly.

    Parameters
    ----------
    box : Box
        The box.

    Returns
    -------
    (float, float)
        c_A + c_B - S_A - S_B over the box, in shares of the stake. It rises or falls in each
        parameter alone, so its extremes stand at corners.
    """
    names = box.layout.names
    at = [i for i, name in enumerate(names) if name.partition(".")[0] in IN_SAVING]
    ends = corners(box.low[at], box.high[at])
    points = np.broadcast_to(box.low, (ends.shape[0], box.low.size)).copy()
    points[:, at] = ends
    saved = saving(box.layout, points)
    return float(saved.min()), float(saved.max())


def tornado(box: Box) -> tuple[Bar, ...]:
    """The share of the box with a settlement, each parameter at either end of its range.

    Parameters
    ----------
    box : Box
        The box and its points.

    Returns
    -------
    tuple of Bar
        The longest bar first; parameters without width are left out.
    """

    def share(name: str, value: float) -> float:
        moved = box.points[:4096].copy()
        moved[:, box.layout.names.index(name)] = value
        return float(evaluate(box.layout, moved).open().mean())

    few = min(2048, box.points.shape[0])
    matters = total_indices(
        lambda at: evaluate(box.layout, at).room, box.low, box.high, points=few, seed=1
    )
    bars = [
        Bar(name=name, low=low, high=high, at_low=share(name, low), at_high=share(name, high),
            variance=each)
        for name, low, high, each in zip(
            box.layout.names, box.low.tolist(), box.high.tolist(), matters.tolist(), strict=True
        )
        if high > low
    ]  # fmt: skip
    return tuple(sorted(bars, key=lambda bar: -abs(bar.at_high - bar.at_low)))


def region(box: Box, x: str, y: str, reach: dict[str, tuple[float, float]]) -> Region:
    """The plane of two parameters: at each cell the share of the rest of the box that is open.

    Parameters
    ----------
    box : Box
        The box and its points; 128 of them stand for the rest of the box at each cell.
    x, y : str
        Two parameters of the box.
    reach : dict
        How far each axis goes, by name; without an entry, the range itself.

    Returns
    -------
    Region
        25 by 25 cells.

    Raises
    ------
    BadInput
        If x and y are one parameter, or the box lacks one of them.
    """
    names = box.layout.names
    if x == y or x not in names or y not in names:
        raise BadInput(f"a region needs two parameters of the box, not {x} and {y}")
    ranges = {n: (float(box.low[names.index(n)]), float(box.high[names.index(n)])) for n in (x, y)}
    xs, ys = (np.linspace(*reach.get(n, ranges[n]), CELLS) for n in (x, y))
    some = box.points[:128]
    many = np.tile(some, (CELLS * CELLS, 1))
    many[:, names.index(x)] = np.repeat(np.tile(xs, CELLS), some.shape[0])
    many[:, names.index(y)] = np.repeat(np.repeat(ys, CELLS), some.shape[0])
    is_open = evaluate(box.layout, many).open().reshape(CELLS, CELLS, -1).mean(axis=2)
    return Region(
        x_name=x, y_name=y, x=tuple(xs.tolist()), y=tuple(ys.tolist()),
        x_range=ranges[x], y_range=ranges[y], open=tuple(tuple(row) for row in is_open.tolist()),
    )  # fmt: skip


def _thresholds(box: Box, move: Move, base: Outcome) -> tuple[float, Floats]:
    """Return the share of closed points the change opens, and the least change at each of them."""
    closed = box.points[~base.open()][:MOST_CLOSED]
    if not closed.shape[0]:
        return 0.0, np.empty(0)
    at = box.layout.names.index(move.name)
    parts = np.arange(1, STEPS + 1) / STEPS
    moved = np.tile(closed, (STEPS, 1))  # all parts of the way at once: one call, not thirty-two
    moved[:, at] = move.made(moved[:, at], np.repeat(parts, closed.shape[0]))
    opened = evaluate(box.layout, moved).open().reshape(STEPS, -1)
    first = opened.argmax(axis=0)
    change = np.abs(moved[:, at].reshape(STEPS, -1) - closed[:, at])
    found = np.where(opened.any(axis=0), change[first, np.arange(first.size)], np.nan)
    known = found[~np.isnan(found)]
    return known.size / found.size, known

"""Rolling origin: what the outlook would have said of every war in every month, and what came.

For each year everything is learnt anew from what was known on its first day; wars of that year are
then forecast from each month of their age. Outcomes are looked up only to score.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

import numpy as np

from truceline.foresee.members import MEMBERS, counted
from truceline.foresee.past import (
    MONTH,
    RUNNING,
    UNKNOWN,
    Definition,
    Past,
    known,
    spells,
)
from truceline.foresee.past_table import KINDS
from truceline.foresee.pool import HORIZONS, Pool, pool
from truceline.foresee.risk import Spells, arrays
from truceline.measure.laid import Floats, Ints

LEAST_ENDED = 20  # wars whose end is known, before the first forecast is made
POOL, MODEL = "pool", MEMBERS[0]
NAIVE = "1 − KM"
LINDY_BARE = "Lindy, all as ceasefires"


@dataclass(frozen=True, slots=True, eq=False)
class Backtest:
    """Forecasts (origins, horizons) by name and their outcomes, for two events.

    `stop`: all fighting stops, however it ends. `ceasefire`: it stops as the definition says. An
    outcome is NaN where it is not known. `war`, `year` and `age` (months) are of each origin.
    """

    war: Ints
    year: Ints
    age: Ints
    kind: Ints
    stop: dict[str, Floats]
    ceasefire: dict[str, Floats]
    stopped: Floats
    ceased: Floats
    weights: dict[int, Floats]


def backtest(pasts: tuple[Past, ...], definition: Definition, *, until: date) -> Backtest:
    """Return what would have been said of every past war, month by month.

    Parameters
    ----------
    pasts : tuple of Past
        All wars of the table.
    definition : Definition
        What counts as a ceasefire.
    until : date
        Nothing dated later is used, as outcome neither.

    Returns
    -------
    Backtest
        From the first year that has seen LEAST_ENDED wars end.

    Notes
    -----
    A war is forecast from its first month on, once it could be told to be of the table. Its own
    past is part of what is learnt, as it would be for a war of today.
    """
    every = known(pasts, until)
    told = arrays(every, spells(every, definition), KINDS)
    begun = np.array([each.start.toordinal() for each in spells(every, definition)])
    ends = np.array([each.end.toordinal() for each in every if each.end is not None])
    parts, weights = [], {}
    for year in _years(ends, until):
        then = known(pasts, date(year, 1, 1))
        learnt = pool(arrays(then, spells(then, definition), KINDS), definition)
        weights[year] = learnt.weights
        rows, ages = _of_year(told, begun, year)
        parts.append(
            (rows, ages, np.full(rows.size, year), _said(learnt, told, rows, ages, definition))
        )
    rows, ages, years = (np.concatenate([each[at] for each in parts]) for at in range(3))
    stop, ceasefire = (
        {name: np.concatenate([each[3][at][name] for each in parts]) for name in parts[0][3][at]}
        for at in range(2)
    )
    stopped, ceased = _came(told, rows, ages, definition)
    return Backtest(
        told.war[rows], years, ages, told.patterns[told.pattern[rows], 0], stop, ceasefire,
        stopped, ceased, weights,
    )  # fmt: skip


def _years(ends: Ints, until: date) -> Iterator[int]:
    """Years that begin with enough wars ended."""
    for year in range(date.fromordinal(int(ends.min())).year, until.year + 1):
        if (ends <= date(year, 1, 1).toordinal()).sum() >= LEAST_ENDED:
            yield year


def _of_year(told: Spells, begun: Ints, year: int) -> tuple[Ints, Ints]:
    """Spells and whole months of age at which they ran in a year."""
    first, last = date(year, 1, 1).toordinal(), date(year + 1, 1, 1).toordinal()
    rows, ages = [], []
    for each in range(len(begun)):
        low = max(1, int(told.late[each]), int(np.ceil((first - begun[each]) / MONTH)))
        high = min(int(told.months[each]), int(np.ceil((last - begun[each]) / MONTH)) - 1)
        span = np.arange(low, high + 1)
        rows.append(np.full(span.size, each))
        ages.append(span)
    return np.concatenate(rows), np.concatenate(ages)


def _said(
    learnt: Pool, told: Spells, rows: Ints, ages: Ints, definition: Definition
) -> tuple[dict[str, Floats], dict[str, Floats]]:
    """What every way of forecasting says of two events, (origins, horizons)."""
    pattern = np.repeat(told.pattern[rows], len(HORIZONS))
    age = np.repeat(ages, len(HORIZONS)).astype(np.float64)
    span = np.tile(np.array(HORIZONS, dtype=np.float64), rows.size)
    shape = (rows.size, len(HORIZONS))
    members, ours = learnt.members, list(counted(definition))
    when = members.when(pattern, age, span)
    how, base = (each[:, ours].sum(axis=1) for each in
                 (members.how(pattern, age, span), members.base(pattern)))  # fmt: skip
    pooled = learnt.weights @ when
    stop = {**dict(zip(MEMBERS, when, strict=True)), POOL: pooled}
    ceasefire = {name: each * base for name, each in stop.items()}
    ceasefire |= {POOL: pooled * how, MODEL: stop[MODEL] * how, LINDY_BARE: stop["Lindy"]}
    stop[NAIVE] = members.naive_stop.by(pattern, age, span)[:, 0]
    ceasefire[NAIVE] = members.naive.by(pattern, age, span)[:, 0]
    laid = [{name: each.reshape(shape) for name, each in one.items()} for one in (stop, ceasefire)]
    return laid[0], laid[1]


def _came(told: Spells, rows: Ints, ages: Ints, definition: Definition) -> tuple[Floats, Floats]:
    """Whether all fighting stopped, and by a ceasefire, within each horizon; NaN if not known."""
    span = np.array(HORIZONS)[None, :]
    last, ending = told.months[rows][:, None], told.ending[rows][:, None]
    inside = last < ages[:, None] + span
    stopped = np.where(inside, np.where(ending == RUNNING, np.nan, 1.0), 0.0)
    mine = np.isin(ending, counted(definition))
    ceased = np.where(inside, np.where(mine, 1.0, np.where(ending == RUNNING, np.nan, 0.0)), 0.0)
    unknown = (ending == UNKNOWN) & np.ones_like(inside)
    return stopped, np.where(unknown, np.nan, ceased)

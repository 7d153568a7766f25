"""The outlook's fit on all past wars, beside a plain loop over person-months."""

from collections.abc import Iterator
from datetime import date
from time import perf_counter

import numpy as np
from scipy.optimize import minimize

from benchmarks.timing import Row, seconds
from truceline.foresee.hazards import design, fit
from truceline.foresee.outlook import outlook
from truceline.foresee.outlook_record import TRACKS
from truceline.foresee.past import DEFAULT, RUNNING, known, spells
from truceline.foresee.past_table import KINDS
from truceline.foresee.pool import pool
from truceline.foresee.risk import Spells, arrays, risk
from truceline.pipeline.past_records import past_records
from truceline.read import wars

DAY = date(2025, 6, 5)


def rows() -> Iterator[Row]:
    """Ours beside a general search on one row a month, and the whole answer."""
    pasts = past_records().pasts
    there = known(pasts, DAY)
    told = arrays(there, spells(there), KINDS)
    table = risk(told)
    ours = seconds(lambda: fit(table))
    taken, found = _plain(told)
    gap = float(np.abs(found - fit(table).end).max())
    yield Row(
        "outlook: hazard model on all wars, when and how", ours, 0.5, taken,
        f"scipy's BFGS on one row a month, when alone; numbers differ by at most {gap:.4f}",
    )  # fmt: skip
    yield Row(
        "outlook: fit on all wars (six members, learnt seven times, and their weights)",
        seconds(lambda: pool(told, DEFAULT)), 3.0,
    )  # fmt: skip
    war = wars.load("ukraine")
    yield Row(
        "outlook: whole answer for Ukraine, with 100 draws of wars",
        seconds(lambda: outlook(war, pasts, as_of=DAY, tracks=TRACKS)), 3.0,
    )  # fmt: skip


def _plain(told: Spells) -> tuple[float, np.ndarray[tuple[int], np.dtype[np.float64]]]:
    """Seconds and numbers of a general search on person-months."""
    begun = perf_counter()
    x, ended = [], []
    for row in range(len(told.war)):
        ages = np.arange(min(told.late[row], told.months[row]), told.months[row] + 1)
        mine = told.patterns[[told.pattern[row]]]
        x.append(design(mine, told.kinds, ages)[0])
        over = np.zeros(ages.size)
        over[-1] = told.ending[row] != RUNNING
        ended.append(over)
    rows_, came = np.concatenate(x), np.concatenate(ended)
    penalty = np.r_[1e-6, 1e-6, np.ones(rows_.shape[1] - 2)]

    def cost(at: np.ndarray[tuple[int], np.dtype[np.float64]]) -> float:
        tilt = rows_ @ at
        return float((np.logaddexp(0, tilt) - came * tilt).sum() + (penalty * at**2).sum() / 2)

    found = minimize(cost, np.zeros(rows_.shape[1]), method="BFGS").x
    return perf_counter() - begun, found

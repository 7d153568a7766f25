"""Conditions for a stalemate, week by week: low movement and high losses at once."""

from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.random import Generator

from truceline.measure.hmm import Regimes, chosen, paths
from truceline.measure.laid import Floats
from truceline.measure.weekly import Weeks
from truceline.terms.errors import TooFewData

LAST = 13  # weeks the verdict looks at: a quarter of a year
FEWEST = 52  # weeks with both series
DRAWS = 2000
LEVEL = 0.95


@dataclass(frozen=True, slots=True, eq=False)
class Index:
    """Two regimes of movement and two of losses, over the same weeks.

    `chance` is the probability of low movement with high losses by week; `share` with its ends is
    the share of the last 13 weeks in that box; `boxes` are expected weeks by (movement low, high)
    × (losses low, high). `single` names what one regime fits as well.
    """

    first: date
    moves: Regimes
    losses: Regimes
    chance: Floats
    share: float
    low: float
    high: float
    boxes: Floats
    weeks: int
    single: tuple[str, ...]


def index(gross: Weeks, losses: Weeks, rng: Generator) -> Index:
    """Return the conditions for a stalemate over the weeks that both series hold.

    Parameters
    ----------
    gross : Weeks
        Gross change of area a week, km², 0 or more.
    losses : Weeks
        Losses a week, 0 or more.
    rng : numpy.random.Generator
        Chance, from the caller.

    Returns
    -------
    Index
        The interval counts doubt about the course of the regimes, not about their levels.

    Raises
    ------
    TooFewData
        If fewer than 52 weeks hold both, or one of them does not vary.

    Notes
    -----
    Low and high are relative to this war's own weeks. Both series are rounded to whole numbers
    and read as negative-binomial counts; km² are not counts, and the size that is fitted takes up
    how they vary. The two courses are taken as independent given the data.

    References
    ----------
    Zartman, I. W. (2000). Ripeness: the hurting stalemate and beyond. Min, E. (2022). Painful
    words. *Journal of Conflict Resolution* 66 (movement and casualties together).

    Examples
    --------
    >>> rng = np.random.default_rng(1)
    >>> calm = np.repeat([40.0, 4.0], 60) + rng.integers(0, 3, 120)
    >>> cost = np.repeat([500.0, 2000.0], 60) + rng.integers(0, 90, 120)
    >>> monday = date(2024, 1, 1)
    >>> round(index(Weeks(monday, calm), Weeks(monday, cost), rng).share, 2)
    1.0
    """
    first, moved, lost = _together(gross, losses)
    both = int((np.isfinite(moved) & np.isfinite(lost)).sum())
    if both < FEWEST:
        raise TooFewData(f"{both} weeks hold both a map and losses; {FEWEST} are needed")
    two, single = [], []
    for name, values in (("movement", moved), ("losses", lost)):
        tried = chosen(np.round(values), 2)
        if tried[0].states == 1:
            single.append(name)
        two.append(next(each for each in tried if each.states == 2))
    courses = [
        paths(np.round(values), model, DRAWS, rng)[:, -LAST:]
        for values, model in zip((moved, lost), two, strict=True)
    ]
    drawn = ((courses[0] == 0) & (courses[1] == 1)).mean(axis=1)
    low, high = np.quantile(drawn, [(1 - LEVEL) / 2, (1 + LEVEL) / 2])
    chance = two[0].chance[:, 0] * two[1].chance[:, 1]
    return Index(
        first, two[0], two[1], chance, float(chance[-LAST:].mean()), float(low), float(high),
        two[0].chance.T @ two[1].chance, both, tuple(single),
    )  # fmt: skip


def _together(one: Weeks, two: Weeks) -> tuple[date, Floats, Floats]:
    """Both series over the weeks from the later start to the earlier end, both reported."""
    edges = []
    for each in (one, two):
        known = np.flatnonzero(np.isfinite(each.totals))
        if not known.size:
            raise TooFewData("a series has no week with four reported days")
        edges.append((each.monday(int(known[0])), each.monday(int(known[-1]))))
    first = max(edge[0] for edge in edges)
    weeks = (min(edge[1] for edge in edges) - first).days // 7 + 1
    if weeks < 1:
        raise TooFewData("the map and the losses have no week in common")
    return first, one.within(first, weeks), two.within(first, weeks)

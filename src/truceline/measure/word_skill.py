"""Whether own words help to foretell own deeds, out of sample, over own history alone.

Both forecasts are made on every day from what was known that day; they differ only in the days
after a word. They are scored by the continuous ranked probability score of the log of the next
seven days against the last three weeks, so that rescaling the series changes nothing.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.random import Generator

from truceline.measure.laid import Bools, Floats, Ints, Regimes, clip, zero_guard
from truceline.terms.errors import TooFewData

AHEAD = 7  # days foretold, as the primary window
BACK = 21  # days that say where the series stands
FEWEST_PAST = 60  # days of own history before the first forecast
FEWEST_WORDS = 5  # words that must be scored, as clusters in a firm verdict
SHRINK = 4.0  # a past word counts as much as four that changed nothing; fixed beforehand
BLOCK = 28  # days of a block of the bootstrap
DRAWS = 1000
LEVEL = 0.95


@dataclass(frozen=True, slots=True)
class Skill:
    """1 − CRPS with words ÷ CRPS of own history: above 0, words help.

    `value`, `low` and `high` are over the days within a week after a word, `whole` over all days
    that were foretold; `words` counts the words scored, `days` the days.
    """

    value: float
    low: float
    high: float
    whole: float
    words: int
    days: int


def crps(draws: Floats, observed: float) -> float:
    """Return the continuous ranked probability score of equally likely draws.

    Parameters
    ----------
    draws : array of float, shape (draws,)
        The forecast, in any order.
    observed : float
        What came.

    Returns
    -------
    float
        0 or more, in the unit of the draws; smaller is better.

    Raises
    ------
    TooFewData
        If there are no draws.

    References
    ----------
    Gneiting, T. and Raftery, A. E. (2007). Strictly proper scoring rules. *JASA* 102, 359–378.

    Examples
    --------
    >>> crps(np.array([0.0, 2.0]), 1.0), crps(np.array([3.0]), 1.0)
    (0.5, 2.0)
    """
    if not draws.size:
        raise TooFewData("a forecast has no draws; give at least one")
    ordered = np.sort(draws)
    m = ordered.size
    rank = 2 * np.arange(1, m + 1) - m - 1
    spread = 2 * float((rank * ordered).sum()) / m**2  # mean |x - x'| over all pairs
    return float(np.abs(ordered - observed).mean()) - spread / 2


def skill(
    values: Floats, said: Sequence[int], regimes: Regimes = (), *, rng: Generator
) -> Skill | str:
    """Return the skill of own words over own history, or why it cannot be said.

    Parameters
    ----------
    values : array of float, shape (days,)
        Daily series of own deeds, 0 or more; missing days are NaN.
    said : sequence of int
        Days of own words, counted from the series' first day.
    regimes : sequence of (int, int), default ()
        Spans in which the series' level means one thing; none means the whole series.
    rng : numpy.random.Generator
        Chance of the bootstrap, from the caller.

    Returns
    -------
    Skill or str
        The interval holds the middle 95 % of the skill over 1,000 draws of 28-day blocks.

    Notes
    -----
    Own history: all past log ratios of seven days to the three weeks before them, in the same
    regime. With words: within a week after a word, the same, moved by how much the ratios after
    past words differed from the others, shrunk towards 0 as if four more words had changed
    nothing. The interval speaks of this series' days and words, not of another war.

    References
    ----------
    Künsch, H. R. (1989). The jackknife and the bootstrap for general stationary observations.
    *Annals of Statistics* 17, 1217–1241; on drawing blocks.

    Examples
    --------
    >>> skill(np.ones(50), [10, 20], rng=np.random.default_rng(1))
    'its own history is too short: 0 days could be foretold'
    """
    ratios, home = _ratios(values, clip(regimes, len(values)))
    recent, last_word = _recent(len(values), said)
    scored = _scores(ratios, home, recent, last_word)
    plain, worded, after, words = scored
    if plain.size < BLOCK * 2:
        return f"its own history is too short: {plain.size} days could be foretold"
    if len(words) < FEWEST_WORDS:
        return (
            f"{len(words)} words fall on days that could be foretold, and {FEWEST_WORDS} are needed"
        )
    drawn = _bootstrap(plain, worded, after, rng)
    low, high = np.quantile(drawn, [(1 - LEVEL) / 2, (1 + LEVEL) / 2])
    return Skill(
        1 - float(worded[after].sum() / plain[after].sum()), float(low), float(high),
        1 - float(worded.sum() / plain.sum()), len(words), int(plain.size),
    )  # fmt: skip


def _ratios(values: Floats, spans: Regimes) -> tuple[Floats, Ints]:
    """Log ratio of the next 7 days to the last 21 at each day, and the regime it lies in."""
    ratios = np.full(len(values), np.nan)
    home = np.full(len(values), -1, dtype=np.int64)
    small = zero_guard(values) / AHEAD
    for number, (first, last) in enumerate(spans):
        for day in range(first + BACK - 1, last - AHEAD + 1):
            past, ahead = values[day - BACK + 1 : day + 1], values[day + 1 : day + 1 + AHEAD]
            if np.isfinite(past).sum() * 2 < BACK or np.isfinite(ahead).sum() * 2 < AHEAD:
                continue
            above, below = float(np.nanmean(ahead)) + small, float(np.nanmean(past)) + small
            if above > 0 and below > 0:
                ratios[day], home[day] = np.log(above / below), number
    return ratios, home


def _recent(length: int, said: Sequence[int]) -> tuple[Bools, Ints]:
    """Whether a word fell on a day or within the six before it, and which day that was."""
    last = np.full(length, -1, dtype=np.int64)
    for day in sorted(said):
        if -AHEAD < day < length:
            last[max(day, 0) : day + AHEAD] = day
    return last >= 0, last


def _scores(
    ratios: Floats, home: Ints, recent: Bools, last_word: Ints
) -> tuple[Floats, Floats, Bools, frozenset[int]]:
    """CRPS without and with words on each day that has history enough, in order."""
    plain, worded, after, words = [], [], [], set()
    for day in np.flatnonzero(np.isfinite(ratios)).tolist():
        past = np.flatnonzero(
            np.isfinite(ratios[: day - AHEAD + 1]) & (home[: day - AHEAD + 1] == home[day])
        )
        if past.size < FEWEST_PAST:
            continue
        known, told = ratios[past], recent[past]
        move = 0.0
        if recent[day] and told.any() and not told.all():
            count = np.unique(last_word[past[told]]).size
            apart = float(known[told].mean() - known[~told].mean())
            move = apart * count / (count + SHRINK)
        plain.append(crps(known, float(ratios[day])))
        worded.append(crps(known + move, float(ratios[day])))
        after.append(bool(recent[day]))
        if recent[day]:
            words.add(int(last_word[day]))
    return np.array(plain), np.array(worded), np.array(after, dtype=np.bool_), frozenset(words)


def _bootstrap(plain: Floats, worded: Floats, after: Bools, rng: Generator) -> Floats:
    """Skill after words in draws of blocks of days."""
    size = plain.size
    blocks = -(-size // BLOCK)
    starts = rng.integers(0, size - BLOCK + 1, (DRAWS, blocks))
    days = (starts[:, :, None] + np.arange(BLOCK)).reshape(DRAWS, -1)[:, :size]
    below = (plain * after)[days].sum(axis=1)
    above = (worded * after)[days].sum(axis=1)
    return np.asarray(1 - above[below > 0] / below[below > 0], dtype=np.float64)

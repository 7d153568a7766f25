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
    size = len(values)
    small = zero_guard(values) / AHEAD
    total = np.concatenate([[0.0], np.nancumsum(values)])
    known = np.concatenate([[0], np.cumsum(np.isfinite(values))])
    ratios = np.full(size, np.nan)
    home = np.full(size, -1, dtype=np.int64)
    for number, (first, last) in enumerate(spans):
        days = np.arange(first + BACK - 1, last - AHEAD + 1)
        if not days.size:
            continue
        past = known[days + 1] - known[days + 1 - BACK]
        ahead = known[days + 1 + AHEAD] - known[days + 1]
        below = (total[days + 1] - total[days + 1 - BACK]) / np.maximum(past, 1) + small
        above = (total[days + 1 + AHEAD] - total[days + 1]) / np.maximum(ahead, 1) + small
        whole = (past * 2 >= BACK) & (ahead * 2 >= AHEAD) & (below > 0) & (above > 0)
        ratios[days[whole]] = np.log(above[whole] / below[whole])
        home[days[whole]] = number
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
    """CRPS without and with words on each day that has history enough, regime by regime."""
    plain, worded, after = [], [], []
    words: set[int] = set()
    for number in np.unique(home[home >= 0]).tolist():
        days = np.flatnonzero(home == number)
        known = ratios[days]
        apart = np.abs(known[:, None] - known[None, :])
        past = np.searchsorted(days, days - AHEAD, side="right")  # how many lie 7 days back
        rows = np.flatnonzero(past >= FEWEST_PAST)
        to_observed = np.cumsum(apart, axis=1)
        among = np.cumsum(2 * np.tril(apart, -1).sum(axis=1))  # over all pairs of the first k
        count = past[rows]
        spread = among[count - 1] / count**2 / 2
        own = to_observed[rows, count - 1] / count - spread
        told = own.copy()
        for place in np.flatnonzero(recent[days[rows]]).tolist():
            upto = int(count[place])
            move = _move(known[:upto], recent[days[:upto]], last_word[days[:upto]])
            away = np.abs(known[:upto] + move - known[rows[place]]).mean()
            told[place] = float(away) - spread[place]
            words.add(int(last_word[days[rows[place]]]))
        plain.append(own)
        worded.append(told)
        after.append(recent[days[rows]])
    if not plain:
        return np.zeros(0), np.zeros(0), np.zeros(0, dtype=np.bool_), frozenset()
    return np.concatenate(plain), np.concatenate(worded), np.concatenate(after), frozenset(words)


def _move(known: Floats, told: Bools, last_word: Ints) -> float:
    """How much ratios after past words differed from the others, shrunk towards 0."""
    if not told.any() or told.all():
        return 0.0
    count = np.unique(last_word[told]).size
    return float(known[told].mean() - known[~told].mean()) * count / (count + SHRINK)


def _bootstrap(plain: Floats, worded: Floats, after: Bools, rng: Generator) -> Floats:
    """Skill after words in draws of blocks of days."""
    blocks = -(-plain.size // BLOCK)
    starts = rng.integers(0, plain.size - BLOCK + 1, (DRAWS, blocks))
    above, below = (_block_sums(each * after)[starts].sum(axis=1) for each in (worded, plain))
    return np.asarray(1 - above[below > 0] / below[below > 0], dtype=np.float64)


def _block_sums(scores: Floats) -> Floats:
    """The sum of every block of days, by its first day."""
    total = np.concatenate([[0.0], np.cumsum(scores)])
    return np.asarray(total[BLOCK:] - total[:-BLOCK], dtype=np.float64)

"""How often the shift test is wrong on this very series: placebo calendars.

Placebo calendars hold the same clusters of rounds, with the same days between the rounds of a
cluster, laid at random inside the regime. Nothing was announced there, so a test at the nominal
5 % should reject on about one in twenty.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt
from statistics import NormalDist

import numpy as np
from numpy.random import Generator

from truceline.measure.calendar import GUARD_DAYS, Calendar, Window, clusters, offsets, span
from truceline.measure.cells import LEAST_ROUNDS
from truceline.measure.laid import Bools, Floats, Ints, Regimes, clip, lay, zero_guard
from truceline.measure.shifts import FEWEST_SHIFTS, LEVEL, p_value
from truceline.terms.errors import BadInput

_REDRAWS = 10  # placebo calendars that leave too few shifts are drawn again


@dataclass(frozen=True, slots=True)
class Share:
    """A share out of a number of trials, with its Wilson interval."""

    value: float
    low: float
    high: float
    hits: int
    trials: int


@dataclass(frozen=True, slots=True)
class _Block:
    """A cluster of rounds: offsets from its first day, and the room that it needs."""

    starts: tuple[int, ...]
    before: int
    length: int
    regime: tuple[int, int]


def wilson(hits: int, trials: int, *, level: float = LEVEL) -> Share:
    """Return a share with Wilson's interval.

    Parameters
    ----------
    hits : int
        0…trials.
    trials : int
        1 or more.
    level : float, default 0.95
        Coverage, between 0 and 1.

    Returns
    -------
    Share
        Between 0 and 1.

    Raises
    ------
    BadInput
        If there are no trials or more hits than trials.

    References
    ----------
    Wilson, E. B. (1927). Probable inference. *JASA* 22.

    Examples
    --------
    >>> found = wilson(10, 200)
    >>> round(found.low, 4), round(found.high, 4)
    (0.0274, 0.0896)
    """
    if trials < 1 or not 0 <= hits <= trials:
        raise BadInput(f"{hits} hits in {trials} trials; give 0…trials hits and at least 1 trial")
    share = hits / trials
    return Share(share, *wilson_ends(share, trials, level=level), hits, trials)


def wilson_ends(share: float, trials: float, *, level: float = LEVEL) -> tuple[float, float]:
    """Return the ends of Wilson's interval of a share.

    Parameters
    ----------
    share : float
        0…1.
    trials : float
        More than 0; need not be whole, where trials that go together are worth fewer.
    level : float, default 0.95
        Coverage, between 0 and 1.

    Returns
    -------
    (float, float)
        Between 0 and 1.

    Examples
    --------
    >>> tuple(round(end, 4) for end in wilson_ends(0.05, 200))
    (0.0274, 0.0896)
    """
    z = NormalDist().inv_cdf((1 + level) / 2)
    centre = (share + z * z / (2 * trials)) / (1 + z * z / trials)
    half = z * sqrt(share * (1 - share) / trials + (z / (2 * trials)) ** 2) / (1 + z * z / trials)
    low = 0.0 if share == 0 else max(0.0, centre - half)  # exactly, whatever the rounding
    return low, 1.0 if share == 1 else min(1.0, centre + half)


def placebo_rate(
    values: Floats, rounds: Calendar, window: Window, regimes: Regimes, *,
    rng: Generator, trials: int = 400,
) -> Share | None:  # fmt: skip
    """Return how often the test rejects at 5 % on placebo calendars of this very series.

    Parameters
    ----------
    values : array of float, shape (days,)
        Daily series, 0 or more; missing days are NaN.
    rounds : Calendar
        The rounds that were used in the true test.
    window : Window
        The window tested.
    regimes : sequence of (int, int)
        Spans in which the series' level means one thing; none means the whole series.
    rng : numpy.random.Generator
        Chance, from the caller.
    trials : int, default 400
        Placebo calendars.

    Returns
    -------
    Share or None
        None where the regime is too full for other calendars.

    Notes
    -----
    Clusters stay in their own regime, in random order, far enough apart that none crowds
    another's baseline. The true rounds' windows are part of the series: if something did happen
    before them, the rate is a little too high. The interval is that of `trials` draws from this
    one series, not of another war.

    Examples
    --------
    >>> days = np.exp(np.random.default_rng(3).normal(4, 0.3, 900))
    >>> rounds = Calendar((200, 300, 310, 450), (200, 300, 310, 450))
    >>> found = placebo_rate(days, rounds, Window("before", 7), (), rng=np.random.default_rng(1))
    >>> found.trials, found.value < 0.15
    (400, True)
    """
    if not rounds.starts or not (values > 0).any():
        return None
    spans = clip(regimes, len(values))
    blocks = _blocks(rounds, window, spans)
    if blocks is None:
        return None
    apart = Calendar(rounds.starts, rounds.ends, clusters(rounds))
    days = [offsets(apart, each, window) for each in range(len(rounds.starts))]
    if any(not each[1] for each in days):
        return None
    laid = lay(values, days, np.zeros(len(values), dtype=np.bool_), window)
    small = zero_guard(values) / window.days
    logs = np.zeros(laid.fine.shape)
    above, below = laid.window_out[laid.fine] + small, laid.baseline_out[laid.fine] + small
    logs[laid.fine] = np.log(above / below)
    hits = made = 0
    for _ in range(trials):
        p = _one(logs, laid.fine, blocks, spans, rng)
        if p is not None:
            made += 1
            hits += p <= 1 - LEVEL
    return wilson(hits, made) if made >= trials / 2 else None


def _blocks(rounds: Calendar, window: Window, spans: Regimes) -> tuple[_Block, ...] | None:
    """Clusters as blocks to be laid, or None where they leave no room."""
    numbers = clusters(rounds)
    found = []
    for number in dict.fromkeys(numbers):
        inside = [each for each, cluster in enumerate(numbers) if cluster == number]
        zero = rounds.starts[inside[0]]
        reach = [span(rounds, each, window) for each in inside]
        first = min(rounds.starts[e] + r[0] for e, r in zip(inside, reach, strict=True))
        last = max(rounds.starts[e] + r[1] for e, r in zip(inside, reach, strict=True))
        homes = [each for each in spans if each[0] <= first and last <= each[1]]
        if not homes:
            return None
        stop = max(last, max(rounds.ends[each] for each in inside) + GUARD_DAYS)
        found.append(
            _Block(
                tuple(rounds.starts[each] - zero for each in inside),
                zero - first, stop - first + 1, homes[0],
            )
        )  # fmt: skip
    for home in dict.fromkeys(each.regime for each in found):
        taken = sum(each.length for each in found if each.regime == home)
        if home[1] - home[0] + 1 - taken < FEWEST_SHIFTS:
            return None
    return tuple(found)


def _one(
    logs: Floats, fine: Bools, blocks: Sequence[_Block], spans: Regimes, rng: Generator
) -> float | None:
    """P-value of one placebo calendar, or None where none with shifts enough was drawn."""
    for _ in range(_REDRAWS):
        starts, low, high = _placed(blocks, spans, rng)
        moves = np.arange(low, high + 1)
        if moves.size < FEWEST_SHIFTS:
            continue
        rows = np.arange(starts.size)
        rows = rows[fine[rows, starts]]
        if not rows.size:
            continue
        where = starts[rows][:, None] + moves[None, :]
        open_to = fine[rows[:, None], where]
        whole = open_to.sum(axis=0) >= LEAST_ROUNDS * rows.size - 1e-9
        if whole.sum() < FEWEST_SHIFTS:
            continue
        kept = open_to[:, whole]
        null = (logs[rows[:, None], where[:, whole]] * kept).sum(axis=0) / kept.sum(axis=0)
        return p_value(null, int(np.searchsorted(moves[whole], 0)))
    return None


def _placed(blocks: Sequence[_Block], spans: Regimes, rng: Generator) -> tuple[Ints, int, int]:
    """First days of all rounds of one random calendar, and the shifts it has room for."""
    starts: dict[int, list[int]] = {}
    lows, highs = [], []
    for home in spans:
        inside = [each for each, block in enumerate(blocks) if block.regime == home]
        if not inside:
            continue
        slack = home[1] - home[0] + 1 - sum(blocks[each].length for each in inside)
        cuts = np.sort(rng.integers(0, slack + 1, len(inside)))
        at = home[0]
        for gap, each in zip(np.diff(cuts, prepend=0), rng.permutation(inside), strict=True):
            at += int(gap)
            block = blocks[each]
            starts[int(each)] = [at + block.before + day for day in block.starts]
            at += block.length
        lows.append(-int(cuts[0]))
        highs.append(int(slack - cuts[-1]))
    flat = [day for each in range(len(blocks)) for day in starts[each]]
    return np.array(flat, dtype=np.int64), max(lows), min(highs)

"""What the shift test reads from a series: window and baseline, for every round and every shift.

The whole calendar is moved by one number of days and laid on the series again, without wrapping.
Totals are split into the days that lie in a true window and those that do not, so that the same
shifts can be judged under any supposed effect without reading the series again.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from truceline.measure.calendar import Calendar, Window, clusters, offsets, span
from truceline.measure.laid import Bools, Floats, Ints, Regimes, clip, lay, true_days, zero_guard

Parts = tuple[Floats, Floats, Floats, Floats]

LEAST_BASELINE = 7  # a round counts where so many baseline days are left by the 3-day rule
LEAST_ROUNDS = 0.8  # a shift counts where this share of the rounds finds enough reported days


@dataclass(frozen=True, slots=True)
class Left:
    """Rounds that were left out, and why; numbers of rounds in the calendar's order."""

    outside: tuple[int, ...] = ()
    crowded: tuple[int, ...] = ()
    unreported: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Chosen:
    """Rounds that are used, of how many clusters, and those that are left out."""

    used: tuple[int, ...]
    n_clusters: int
    left: Left


@dataclass(frozen=True, slots=True, eq=False)
class Cells:
    """Log ratios by round and shift, ready to be judged under any supposed effect.

    `fixed` is the sum over rounds, a shift each, of the log ratios that no true window touches;
    the other arrays hold the cells that one does touch, with `column` the shift of each. `rounds`
    counts, a shift each, the rounds that find enough reported days there.
    """

    chosen: Chosen
    shifts: Ints
    rounds: Ints
    small: float
    peak: bool
    fixed: Floats
    column: Ints
    touched: Parts

    @property
    def here(self) -> int:
        """Where the true calendar, shift 0, stands among the shifts."""
        return int(np.searchsorted(self.shifts, 0))

    def statistic(self, effect: float = 1.0) -> Floats:
        """Return the mean over rounds of the log ratio at every shift, `effect` divided out."""
        logs = _log_ratio(self.touched, self.small, effect, peak=self.peak)
        moved = np.bincount(self.column, logs, self.shifts.size)
        return np.asarray((self.fixed + moved) / self.rounds, dtype=np.float64)


def cells(values: Floats, rounds: Calendar, window: Window, regimes: Regimes = ()) -> Cells | None:
    """Return the cells of the shift test, or None where no round can be used.

    Parameters
    ----------
    values : array of float, shape (days,)
        Daily series, 0 or more; missing days are NaN.
    rounds : Calendar
        Rounds as days of the series; they may lie outside it.
    window : Window
        What is set against the local baseline.
    regimes : sequence of (int, int), default ()
        First and last days of the spans in which the series' level means one thing; none means
        the whole series.

    Returns
    -------
    Cells or None
        The shift 0 is always among the shifts.

    Notes
    -----
    A shift counts if it keeps every used round's window and baseline inside that round's own
    regime. There, as on the true days, a round is left out of the mean if fewer than half of the
    days of its window or baseline are reported; a shift at which more than a fifth of the rounds
    is left out is no fair comparison and does not count.

    Where the series has days of zero, half of its smallest positive value is added to each
    window's total, and at the same rate a day to its baseline, so that rescaling changes nothing
    and equal levels keep a ratio of 1.

    Examples
    --------
    >>> found = cells(np.full(100, 3.0), Calendar((50,), (50,)), Window("before", 7))
    >>> found.shifts[0], found.shifts[-1], found.statistic().max()
    (np.int64(-22), np.int64(50), np.float64(0.0))
    """
    spans = clip(regimes, len(values))
    rooms = [_room(rounds, each, window, spans) for each in range(len(rounds.starts))]
    days = [offsets(rounds, each, window) for each in range(len(rounds.starts))]
    open_to = [each for each, room in enumerate(rooms) if room is not None]
    kept = [each for each in open_to if len(days[each][1]) >= LEAST_BASELINE]
    laid = lay(
        values, [days[each] for each in kept], true_days(len(values), rounds, window), window
    )
    starts = np.array([rounds.starts[each] for each in kept], dtype=np.int64)
    whole = laid.fine[np.arange(len(kept)), starts]
    used = [each for each, fine in zip(kept, whole, strict=True) if fine]
    if not used:
        return None
    left = Left(
        tuple(each for each, room in enumerate(rooms) if room is None),
        tuple(each for each in open_to if each not in kept),
        tuple(each for each in kept if each not in used),
    )
    numbers = clusters(rounds)
    chosen = Chosen(tuple(used), len({numbers[each] for each in used}), left)
    moves = _moves([room for each, room in enumerate(rooms) if each in used])
    where = starts[whole][:, None] + moves[None, :]
    rows = np.flatnonzero(whole)[:, None]
    fine = laid.fine[rows, where]
    counts = fine.sum(axis=0) >= LEAST_ROUNDS * len(used) - 1e-9
    where, fine = where[:, counts], fine[:, counts]
    parts = (
        laid.window_out[rows, where], laid.window_in[rows, where],
        laid.baseline_out[rows, where], laid.baseline_in[rows, where],
    )  # fmt: skip
    small = zero_guard(values) / window.days
    blank = Cells(
        chosen, moves[counts], fine.sum(axis=0), small, window.kind == "peak",
        np.zeros(0), np.zeros(0, dtype=np.int64), parts,
    )  # fmt: skip
    return _split(blank, fine)


def why_left(values: Floats, rounds: Calendar, window: Window, regimes: Regimes) -> Left:
    """Return why each round is left out, where none can be used.

    Parameters
    ----------
    values : array of float, shape (days,)
        Daily series; missing days are NaN.
    rounds : Calendar
        Rounds as days of the series.
    window : Window
        What would be set against the local baseline.
    regimes : sequence of (int, int)
        Spans in which the series' level means one thing.

    Returns
    -------
    Left
        A round that has neither place nor days counts as outside.
    """
    everywhere = np.ones(len(values))
    whole = cells(everywhere, rounds, window, regimes)
    if whole is None:
        return Left(outside=tuple(range(len(rounds.starts))))
    return Left(whole.chosen.left.outside, whole.chosen.left.crowded, whole.chosen.used)


def _room(rounds: Calendar, which: int, window: Window, spans: Regimes) -> tuple[int, int] | None:
    """How far a round can be moved inside its regime, or None where it fits into none."""
    first, last = span(rounds, which, window)
    first, last = rounds.starts[which] + first, rounds.starts[which] + last
    for begins, stops in spans:
        if begins <= first and last <= stops:
            return begins - first, stops - last
    return None


def _moves(rooms: Sequence[tuple[int, int] | None]) -> Ints:
    """Every shift that all rounds have room for."""
    known = [room for room in rooms if room is not None]
    low, high = max(room[0] for room in known), min(room[1] for room in known)
    return np.arange(low, high + 1, dtype=np.int64)


def _log_ratio(parts: Parts, small: float, effect: float, *, peak: bool) -> Floats:
    """Log ratio of window to baseline after dividing what is inside by the effect."""
    inside = parts[1] / effect
    above = np.maximum(parts[0], inside) if peak else parts[0] + inside
    below = parts[2] + parts[3] / effect
    return np.asarray(np.log((above + small) / (below + small)), dtype=np.float64)


def _split(whole: Cells, fine: Bools) -> Cells:
    """Set apart the cells that a supposed effect can move; those without reports count nowhere."""
    parts = whole.touched
    touched = ((parts[1] > 0) | (parts[3] > 0)) & fine
    still = fine & ~touched
    plain = np.zeros(fine.shape)
    at_rest = (parts[0][still], parts[1][still], parts[2][still], parts[3][still])
    plain[still] = _log_ratio(at_rest, whole.small, 1.0, peak=whole.peak)
    moved = (parts[0][touched], parts[1][touched], parts[2][touched], parts[3][touched])
    return replace(whole, fixed=plain.sum(axis=0), column=np.nonzero(touched)[1], touched=moved)

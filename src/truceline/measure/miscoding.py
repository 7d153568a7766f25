"""What a coder's errors do to counts and to an event study, and how far they can be undone."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import exp

import numpy as np
from numpy.random import Generator

from truceline.measure.calendar import Calendar, Window, offsets
from truceline.measure.cells import LEAST_ROUNDS, Cells, cells
from truceline.measure.laid import Bools, Floats, Regimes, lay, zero_guard
from truceline.measure.shifts import FEWEST_SHIFTS, LEVEL
from truceline.terms.errors import BadInput

CLASSES = 4  # quad classes
DRAWS = 200


@dataclass(frozen=True, slots=True)
class Carried:
    """A ratio with the coder's error carried through, beside the sampling error."""

    ratio: float
    low: float
    high: float
    draws: int


def corrected(counts: Sequence[float], accuracy: float) -> tuple[float, ...]:
    """Return counts of four classes with the coder's average confusion undone.

    Parameters
    ----------
    counts : sequence of float, length 4
        Events coded as each quad class.
    accuracy : float
        Share of codes that are right, above .25 and at most 1.

    Returns
    -------
    tuple of float
        Estimated true counts, adding up to the same total; negative ones are cut to 0 and the
        rest scaled.

    Raises
    ------
    BadInput
        If there are not four counts, one is negative, or the accuracy is out of range.

    Notes
    -----
    Assumes that errors spread evenly over the three other classes and do not depend on anything.

    References
    ----------
    Rogan, W. J. and Gladen, B. (1978). Estimating prevalence from the results of a screening
    test. *American Journal of Epidemiology* 107, 71–76.

    Examples
    --------
    >>> [round(each, 1) for each in corrected([100, 0, 0, 100], 1.0)]
    [100.0, 0.0, 0.0, 100.0]
    >>> true = np.array([30.0, 10, 20, 140])
    >>> seen = true * 0.8 + (true.sum() - true) * 0.2 / 3
    >>> [round(each, 1) for each in corrected(seen.tolist(), 0.8)]
    [30.0, 10.0, 20.0, 140.0]
    """
    _usable(accuracy)
    seen = np.asarray(counts, dtype=np.float64)
    if seen.size != CLASSES or not np.isfinite(seen).all() or (seen < 0).any():
        raise BadInput(f"the counts are {list(counts)}; give four numbers of 0 or more")
    wrong = (1 - accuracy) / (CLASSES - 1)
    true = np.maximum((seen - wrong * seen.sum()) / (accuracy - wrong), 0.0)
    total = true.sum()
    return tuple((true * (seen.sum() / total) if total > 0 else true).tolist())


def carried(
    values: Floats, calendar: Calendar, window: Window, regimes: Regimes, *,
    accuracy: float, rng: Generator,
) -> Carried | None:  # fmt: skip
    """Return the ratio of an event study whose events were coded by a machine.

    Parameters
    ----------
    values : array of float, shape (days,)
        Daily series; missing days are NaN.
    calendar : Calendar
        Days of coded words.
    window : Window
        Beside each word.
    regimes : sequence of (int, int)
        Spans in which the series' level means one thing.
    accuracy : float
        Share of coded words that are words, above .25 and at most 1.
    rng : numpy.random.Generator
        Chance, from the caller.

    Returns
    -------
    Carried or None
        None where the test cannot be made.

    Raises
    ------
    BadInput
        If the accuracy is out of range.

    Notes
    -----
    In each of 200 draws a coded word is kept with the chance that it is right; the log ratio over
    those kept is divided by the accuracy, because words that were never spoken have a ratio of 1
    on average and pull the mean towards it; and it is moved by chance as the shifts of the
    calendar are. The middle 95 % of the draws hold both errors.

    Examples
    --------
    >>> days = np.exp(np.random.default_rng(3).normal(4, 0.2, 500))
    >>> said = (100, 160, 220, 280, 340, 400)
    >>> for start in said:
    ...     days[start + 1 : start + 8] /= 2
    >>> made = carried(days, Calendar(said, said), Window("after", 7), (), accuracy=1.0,
    ...                rng=np.random.default_rng(1))
    >>> 0.4 < made.ratio < 0.6, made.low < made.ratio < made.high
    (True, True)
    """
    _usable(accuracy)
    whole = cells(values, calendar, window, regimes)
    if whole is None or whole.shifts.size < FEWEST_SHIFTS:
        return None
    logs, fine = _logs(values, calendar, window, whole)
    found = []
    for _ in range(DRAWS):
        kept = rng.random(len(logs)) < accuracy
        count = (fine & kept[:, None]).sum(axis=0)
        open_to = count >= max(LEAST_ROUNDS * kept.sum(), 1)
        if open_to.sum() < FEWEST_SHIFTS or not open_to[whole.here]:
            continue
        means = (logs * kept[:, None]).sum(axis=0) / np.maximum(count, 1)
        null = means[open_to]
        middle = float(np.median(null))
        by_chance = float(rng.choice(null)) - middle
        found.append((float(means[whole.here]) - middle + by_chance) / accuracy)
    if len(found) < DRAWS / 2:
        return None
    low, middle, high = np.quantile(found, [(1 - LEVEL) / 2, 0.5, (1 + LEVEL) / 2])
    return Carried(exp(middle), exp(low), exp(high), len(found))


def _logs(values: Floats, calendar: Calendar, window: Window, whole: Cells) -> tuple[Floats, Bools]:
    """Log ratio of every used word at every shift, 0 where too few days are reported."""
    used = whole.chosen.used
    days = [offsets(calendar, each, window) for each in used]
    laid = lay(values, days, np.zeros(len(values), dtype=np.bool_), window)
    starts = np.array([calendar.starts[each] for each in used], dtype=np.int64)
    at = starts[:, None] + whole.shifts[None, :]
    rows = np.arange(len(used))[:, None]
    fine = laid.fine[rows, at]
    small = zero_guard(values) / window.days
    logs = np.zeros(fine.shape)
    above, below = laid.window_out[rows, at] + small, laid.baseline_out[rows, at] + small
    logs[fine] = np.log(above[fine] / below[fine])
    return logs, fine


def _usable(accuracy: float) -> None:
    """Refuse an accuracy with which a code says nothing."""
    if not 1 / CLASSES < accuracy <= 1:
        raise BadInput(
            f"accuracy is {accuracy}; it should lie above .25, which is guessing, and be at most 1"
        )

"""P-values of several windows of one series, adjusted together."""

from collections.abc import Sequence

import numpy as np

from truceline.measure.shifts import FEWEST_SHIFTS, TIE, ShiftTest


def max_t(tests: Sequence[ShiftTest]) -> tuple[float | None, ...]:
    """P-values of several windows of one series, adjusted together by max-T over the shifts.

    Parameters
    ----------
    tests : sequence of ShiftTest
        Secondary windows of the same series and calendar.

    Returns
    -------
    tuple of (float or None)
        One a test: the share of common shifts at which the largest standardised deviation of any
        window is at least this one's own. None where the test could not be made.

    References
    ----------
    Westfall, P. H. and Young, S. S. (1993). *Resampling-Based Multiple Testing*. Wiley.
    """
    known = [each for each in tests if each.estimable]
    if not known:
        return tuple(None for _ in tests)
    common = known[0].shifts
    for each in known[1:]:
        common = np.intersect1d(common, each.shifts, assume_unique=True)
    if common.size < FEWEST_SHIFTS:
        return tuple(None for _ in tests)
    here = int(np.searchsorted(common, 0))
    scores = []
    for each in known:
        null = each.null[np.searchsorted(each.shifts, common)]
        spread = float(null.std())
        scores.append(np.abs(null - null.mean()) / spread if spread > TIE else null * 0.0)
    largest = np.max(np.stack(scores), axis=0)
    found = iter(float((largest >= score[here] - TIE).mean()) for score in scores)
    return tuple(next(found) if each.estimable else None for each in tests)


def holm(raw: Sequence[float | None]) -> tuple[float | None, ...]:
    """P-values adjusted together by Holm's rule, for where max-T has too few common shifts.

    Parameters
    ----------
    raw : sequence of (float or None)
        One a test; None where it could not be made.

    Returns
    -------
    tuple of (float or None)
        Between the raw p and 1.

    References
    ----------
    Holm, S. (1979). A simple sequentially rejective multiple test procedure. *SJS* 6.

    Examples
    --------
    >>> holm([0.01, 0.04, None, 0.03])
    (0.03, 0.06, None, 0.06)
    """
    order = sorted((p, place) for place, p in enumerate(raw) if p is not None)
    found: list[float | None] = [None] * len(raw)
    largest = 0.0
    for rank, (p, place) in enumerate(order):
        largest = min(1.0, max(largest, p * (len(order) - rank)))
        found[place] = largest
    return tuple(found)

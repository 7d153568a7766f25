"""Why a window could not be tested, in words."""

import numpy as np

from truceline.measure.shifts import FEWEST_SHIFTS, TIE, ShiftTest

_NO_ROUND = "no round of talks lies within the series"


def why_not(tested: ShiftTest) -> str:
    """Return in words why a window could not be tested.

    Parameters
    ----------
    tested : ShiftTest
        A test that is not estimable.

    Returns
    -------
    str
        A clause for a sentence; empty if it could be tested.

    Examples
    --------
    >>> import numpy as np
    >>> from truceline.measure.calendar import Calendar
    >>> from truceline.measure.shifts import shift_test
    >>> why_not(shift_test(np.ones(30), Calendar((), ())))
    'no round of talks lies within the series'
    """
    if tested.estimable:
        return ""
    left = tested.chosen.left
    if not tested.chosen.used:
        parts = [
            f"{len(which)} {words}"
            for which, words in (
                (left.outside, "outside the series or its regime"),
                (left.crowded, "with no baseline free of other rounds"),
                (left.unreported, "with too few reported days"),
            )
            if which
        ]
        why = ", ".join(parts)
        return f"no round of talks can be used: {why}" if why else _NO_ROUND
    if tested.shifts.size < FEWEST_SHIFTS:
        return (
            f"the calendar of rounds can be moved to only {tested.shifts.size} places inside the "
            f"series' regime, and {FEWEST_SHIFTS} are needed"
        )
    return silent(tested)


def silent(tested: ShiftTest) -> str:
    """Return why a window that could be moved far enough was not tested all the same.

    Parameters
    ----------
    tested : ShiftTest
        With shifts enough, and not estimable.

    Returns
    -------
    str
        A clause for a sentence.
    """
    if not tested.null.size or float(np.ptp(tested.null)) <= TIE:
        return "the series does not vary"
    return "it varies so much, or holds so little, that no ratio from 1/16 to 16 can be ruled out"

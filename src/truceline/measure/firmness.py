"""When a verdict is firm: five clusters, none of which carries it, and either way of dating."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from truceline.measure.calendar import Window, clusters, without
from truceline.measure.cells import cells
from truceline.measure.known import Known
from truceline.measure.laid import Floats, Regimes
from truceline.measure.shifts import FEWEST_SHIFTS, ShiftTest, interval
from truceline.measure.verdicts import FEWEST_CLUSTERS, judged
from truceline.terms.results import Verdict


@dataclass(frozen=True, slots=True)
class Omitted:
    """The interval and verdict without one cluster, named by its first round's day."""

    cluster: date
    verdict: Verdict
    low: float | None
    high: float | None


def omitting(
    values: Floats, made: Known, primary: ShiftTest, regimes: Regimes, *, window: Window
) -> tuple[Omitted, ...]:
    """Return the interval and verdict of a window without each cluster in turn.

    Parameters
    ----------
    values : array of float, shape (days,)
        Daily series; missing days are NaN.
    made : Known
        The rounds or strikes.
    primary : ShiftTest
        The window, tested with all of them.
    regimes : sequence of (int, int)
        Spans in which the series' level means one thing.
    window : Window
        The window that was tested.

    Returns
    -------
    tuple of Omitted
        One a cluster that was used.
    """
    numbers = clusters(made.calendar)
    found = []
    for number in dict.fromkeys(numbers[each] for each in primary.chosen.used):
        rest = without(made.calendar, number)
        inner = cells(values, rest, window, regimes) if rest.starts else None
        low = high = None
        if inner is not None and inner.shifts.size >= FEWEST_SHIFTS:
            _, low, high = interval(inner)
        name = made.dates[numbers.index(number)]
        found.append(Omitted(name, judged(low, high), low, high))
    return tuple(found)


def firm(
    primary: ShiftTest,
    omitted: Sequence[Omitted],
    other: ShiftTest | None,
    *,
    events: str,
    why: str,
) -> tuple[Verdict, str]:
    """Return the verdict of one series, and why it is not firm; the reason is empty if it is.

    Parameters
    ----------
    primary : ShiftTest
        The primary window.
    omitted : sequence of Omitted
        The same without each cluster.
    other : ShiftTest or None
        The same on the series dated the other way, where there is one.
    events : str
        What the clusters are of: "rounds" or "strikes".
    why : str
        Why the primary window could not be tested, where it could not.

    Returns
    -------
    Verdict, str
        "cannot say" with its reason, or a firm verdict.
    """
    if not primary.estimable:
        return "cannot say", why
    first = judged(primary.low, primary.high)
    if first == "cannot say":
        return first, "its interval reaches from 1 or below to 1.25 or above"
    if primary.chosen.n_clusters < FEWEST_CLUSTERS:
        return "cannot say", (
            f"there are {primary.chosen.n_clusters} clusters of {events}, and a firm verdict needs "
            f"{FEWEST_CLUSTERS}"
        )
    fallen = [each.cluster.isoformat() for each in omitted if each.verdict != first]
    if fallen:
        return "cannot say", (
            f"{first} does not survive leaving out the cluster of {events} of {' or '.join(fallen)}"
        )
    if other is not None and judged(other.low, other.high) != first:
        return "cannot say", f"{first} does not survive the other dating of overnight attacks"
    return first, ""

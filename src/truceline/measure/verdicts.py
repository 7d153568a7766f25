"""From an interval to a verdict, and from several series' verdicts to one."""

from collections.abc import Iterable

from truceline.terms.results import Verdict

INTEREST = 1.25  # smallest effect of interest, fixed beforehand (docs/methods/talks.md)
FEWEST_CLUSTERS = 5


def judged(low: float | None, high: float | None, *, interest: float = INTEREST) -> Verdict:
    """Return the verdict of a two-sided interval of a ratio on "attacks rise before talks".

    Parameters
    ----------
    low, high : float or None
        Ends of the .95 interval; None where it is not bounded.
    interest : float, default 1.25
        Smallest ratio of interest.

    Returns
    -------
    {"supported", "contradicted", "mixed", "cannot say"}
        Supported if the lower end is above 1, contradicted if the upper end is below `interest`.
        Where both hold there is a rise, and it is smaller than what was asked for: mixed.

    Examples
    --------
    >>> judged(1.1, 1.9), judged(0.8, 1.2), judged(1.05, 1.2), judged(0.8, None)
    ('supported', 'contradicted', 'mixed', 'cannot say')
    """
    rises = low is not None and low > 1
    small = high is not None and high < interest
    if rises and small:
        return "mixed"
    if rises:
        return "supported"
    return "contradicted" if small else "cannot say"


def overall(verdicts: Iterable[Verdict]) -> Verdict:
    """Return one verdict for several series of attacks, which are never added up.

    Parameters
    ----------
    verdicts : iterable of Verdict
        One a series.

    Returns
    -------
    Verdict
        The common verdict if all agree; mixed if all are firm and differ; else cannot say.

    Examples
    --------
    >>> overall(["supported", "supported"]), overall(["supported", "contradicted"])
    ('supported', 'mixed')
    >>> overall(["supported", "cannot say"]), overall([])
    ('cannot say', 'cannot say')
    """
    found = set(verdicts)
    if not found or "cannot say" in found:
        return "cannot say"
    return found.pop() if len(found) == 1 else "mixed"

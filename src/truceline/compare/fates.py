"""How the nearest wars ended and when: shares and times with their doubt, never a twin."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np

from truceline.measure import placebo

NO_WINNER = frozenset({"agreement", "ceasefire", "stalemate"})
VICTORY = frozenset({"victory_a", "victory_b"})
LEVEL = 0.95
WORDS = {
    "victory_a": "side a won",
    "victory_b": "side b won",
    "agreement": "an agreement",
    "ceasefire": "a ceasefire",
    "stalemate": "a stalemate",
    "low_activity": "fighting died down",
    "other": "turned into another war, or ended otherwise",
    "ongoing": "went on",
    None: "ended, no source at hand says how",
}


@dataclass(frozen=True, slots=True)
class Fate:
    """What became of a war after the moment at which it is compared; `over` False: not yet."""

    war_id: str
    outcome: str | None
    days: int
    over: bool


@dataclass(frozen=True, slots=True)
class Share:
    """A share with its .95 interval and the number it stands on."""

    value: float | None
    low: float | None
    high: float | None
    n: int


def fate(war_id: str, moment: date, end: date | None, seen: date, outcome: str | None) -> Fate:
    """Return what became of a war after a moment.

    Parameters
    ----------
    war_id : str
        The war.
    moment : date
        The day at which it is compared.
    end, seen : date or None, date
        Its last day, or the last day on which it was seen going on.
    outcome : str or None
        How it ended.

    Returns
    -------
    Fate
        Days from the moment to the end, or to the last day seen.

    Examples
    --------
    >>> fate("cow-151", date(1951, 9, 20), date(1953, 7, 27), date(1953, 7, 27), "stalemate").days
    676
    """
    return Fate(war_id, outcome, ((end or seen) - moment).days, end is not None)


def share(fates: Sequence[Fate], outcomes: frozenset[str]) -> Share:
    """Return the share of wars that ended in one of some ways, of those whose ending is known.

    Parameters
    ----------
    fates : sequence of Fate
        Of the wars in question.
    outcomes : frozenset of str
        Ways to end.

    Returns
    -------
    Share
        With Wilson's interval; None where no ending is known.

    References
    ----------
    Wilson, E. B. (1927). Probable inference. *JASA* 22.
    """
    known = [each for each in fates if each.over and each.outcome is not None]
    return wilson(sum(each.outcome in outcomes for each in known), len(known))


def wilson(hits: int, of: int) -> Share:
    """Return a share with Wilson's .95 interval.

    Parameters
    ----------
    hits, of : int
        How many of how many.

    Returns
    -------
    Share
        None without any.

    Examples
    --------
    >>> found = wilson(5, 10)
    >>> round(found.low, 3), round(found.high, 3)
    (0.237, 0.763)
    """
    if of == 0:
        return Share(None, None, None, 0)
    made = placebo.wilson(hits, of, level=LEVEL)
    return Share(made.value, made.low, made.high, of)


def quantile(fates: Sequence[Fate], part: float) -> int | None:
    """Return the day by which a part of the wars had ended, wars still going on counted as such.

    Parameters
    ----------
    fates : sequence of Fate
        Of the wars in question.
    part : float
        Between 0 and 1; one half is the median.

    Returns
    -------
    int or None
        Days after the moment, by Kaplan and Meier; None where so many had not ended.

    Examples
    --------
    >>> made = [Fate(str(day), "agreement", day, True) for day in (10, 20, 30, 40)]
    >>> quantile(made, 0.5), quantile([*made, Fate("x", None, 15, False)], 0.5)
    (20, 30)
    """
    still = 1.0
    for day, left in _steps(fates):
        still *= left
        if still <= 1 - part + 1e-12:
            return day
    return None


def ended_by(fates: Sequence[Fate], days: int) -> float | None:
    """Return the part of the wars that had ended by a day, by Kaplan and Meier.

    Parameters
    ----------
    fates : sequence of Fate
        Of the wars in question.
    days : int
        After the moment.

    Returns
    -------
    float or None
        None without any war.

    Examples
    --------
    >>> ended_by([Fate("x", None, 10, True), Fate("y", None, 90, True)], 30)
    0.5
    """
    if not fates:
        return None
    lefts = [left for day, left in _steps(fates) if day <= days]
    return 1 - float(np.prod(lefts)) if lefts else 0.0


def _steps(fates: Sequence[Fate]) -> list[tuple[int, float]]:
    """Return each day on which wars ended, and the part of those at risk that went on."""
    days = sorted({each.days for each in fates if each.over})
    at_risk = [sum(each.days >= day for each in fates) for day in days]
    ended = [sum(each.over and each.days == day for each in fates) for day in days]
    return [(day, 1 - gone / there) for day, there, gone in zip(days, at_risk, ended, strict=True)]


def told(fates: Sequence[Fate]) -> str:
    """Return how wars ended, in words and numbers, the most frequent first.

    Parameters
    ----------
    fates : sequence of Fate
        Of the wars in question.

    Returns
    -------
    str
        Such as "3 a ceasefire, 1 side a won".

    Examples
    --------
    >>> told([Fate("x", "ceasefire", 1, True), Fate("y", "ongoing", 1, False)])
    '1 a ceasefire, 1 went on'
    """
    counts = Counter(each.outcome if each.over else "ongoing" for each in fates)
    ordered = sorted(counts.items(), key=lambda item: (-item[1], WORDS[item[0]]))
    return ", ".join(f"{count} {WORDS[outcome]}" for outcome, count in ordered)

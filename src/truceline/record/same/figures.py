"""What the numbers of two tellings say: whether they can be of one event, and which differ."""

from collections.abc import Iterable

from truceline.record.same.agree import NOTHING, View
from truceline.record.same.mention import Figure, Mention

TELLING = 10
"""A number from which on two equal ones are hardly chance; of the dead 3 are enough."""
GROWS = frozenset({"killed", "wounded", "captured", "detained", "displaced", "abducted"})
"""Tolls: they rise as the news comes in, so that a later report may say more, seldom less."""
FIXED = frozenset({"exchanged", "drones", "missiles"})
"""Counted once and for all: two other numbers are two events."""
RATIO = 2.0
"""How far two tolls may lie apart before it is doubtful that they are of one event."""
_SLACK = 1.2  # two fixed numbers within this are one, rounded or counted otherwise


def numbers(one: Mention, two: Mention) -> View:
    """Return what the figures of the two say, the same thing counted compared alone."""
    points, words, doubts = 0.0, [], []
    for what in sorted(_what(one) & _what(two)):
        found = _compared(what, list(_of(one, what)), list(_of(two, what)), _later(one, two))
        if found.doubt and one.by and two.by and not one.by & two.by:  # each side has its own toll
            found = View(0.0, f"{found.words} as two sides say")
        if found.against:
            return found
        points = max(points, found.points) if found.points > 0 else points + found.points
        words += [found.words] if found.words else []
        doubts += [found.doubt] if found.doubt else []
    return View(points, "; ".join(words), doubt="; ".join(doubts)) if words else NOTHING


def telling(figure: Figure) -> bool:
    """Return whether an equal number elsewhere is hardly chance.

    Examples
    --------
    >>> telling(Figure("killed", "", 3, 3)), telling(Figure("drones", "", 3, 3))
    (True, False)
    """
    if figure.what in ("other", "money", "area"):
        return False
    return figure.low >= (3 if figure.what == "killed" else TELLING)


def _weight(figure: Figure) -> float:
    """Return the points of an equal number: most for a large one that is not round."""
    if not telling(figure):
        return 1.0 if figure.what == "killed" else 0.5
    return 2.5 if figure.low >= 2 * TELLING and figure.low % 10 else 2.0


def _what(one: Mention) -> frozenset[str]:
    return frozenset(each.what for each in one.figures) - {"other"}


def _of(one: Mention, what: str) -> Iterable[Figure]:
    return (each for each in one.figures if each.what == what)


def _later(one: Mention, two: Mention) -> int:
    """Return 1 where the first came out later, -1 where the second did, else 0."""
    if one.published is None or two.published is None or one.published == two.published:
        return 0
    return 1 if one.published > two.published else -1


def _compared(what: str, here: list[Figure], there: list[Figure], later: int) -> View:
    """Compare what is counted in the same words first, else all of it in sum."""
    equal = next((a for a in here for b in there if a.low == b.low and _near(a, b)), None)
    if equal is not None:
        return View(_weight(equal), f"{what} {equal.low:g} in both")
    low = sum(each.low for each in here), sum(each.low for each in there)
    open_ended = (any(each.high is None for each in here), any(e.high is None for e in there))
    said = f"{what} {low[0]:g} and {low[1]:g}"
    if what in FIXED:
        return _fixed(said, what, low, open_ended)
    least, most = min(low), max(low)
    smaller = 0 if low[0] < low[1] else 1
    if open_ended[smaller] or _within(here, low[1]) or _within(there, low[0]):
        far = most > 3 * RATIO * max(least, 1)
        return View(0.0 if far else 0.5, said, doubt=said if far else "")
    if most <= RATIO * least:
        return View(0.25, said)
    grew = what in GROWS and later == (1 if smaller else -1) and most <= 2 * RATIO * least
    return View(0.0 if grew else -1.0, said, doubt="" if grew else said)


def _fixed(said: str, what: str, low: tuple[float, float], ends: tuple[bool, bool]) -> View:
    """Compare what is counted once: equal, rounded, the one open-ended, or the sum of two sides."""
    least, most = min(low), max(low)
    smaller = 0 if low[0] < low[1] else 1
    if most <= _SLACK * least:
        return View(0.5, said)
    if what == "exchanged" and most == 2 * least:
        return View(1.5, f"{said}: each side's and both together")
    if ends[smaller] and most <= RATIO * least:
        return View(0.0, said)
    return View(against=True, words=said)


def _near(one: Figure, two: Figure) -> bool:
    """Return whether two equal lows mean one number: not "dozens" beside "at least 24"."""
    return one.high == two.high or None in (one.high, two.high)


def _within(figures: list[Figure], number: float) -> bool:
    return any(each.high is not None and each.low <= number <= each.high for each in figures)

"""How far two tellings agree on when, where, who, and how: points for each, and why.

Every function returns a `View`. A field that one of the two does not give says nothing, for or
against; a field in which they cannot both be right rules out that they tell of one event.
"""

from dataclasses import dataclass
from math import asin, cos, radians, sin, sqrt

from truceline.record.same.mention import BOTH_WAYS, Mention, Spot, near
from truceline.record.same.regions import is_same_region

NEAR_KM = 10.0
"""Two points no farther apart than this may be one place under two names."""
APART_KM = 25.0
"""Two points farther apart than this are two places."""
WINDOW = 1
"""Days between two dates that may be one event dated twice: night attacks, other time zones."""
LATE = 3
"""Days after an event within which a report that gives no day may still be telling of it."""
_EARTH = 6371.0088  # mean radius of the earth in km (IUGG)


@dataclass(frozen=True, slots=True)
class View:
    """What one field says: points for one event, words, whether it rules one event out.

    `doubt` says why the two may be two events though the field does not rule it out.
    """

    points: float = 0.0
    words: str = ""
    against: bool = False
    doubt: str = ""


NOTHING = View()


def when(one: Mention, two: Mention) -> View:
    """Return what the dates say."""
    if one.start is None or two.start is None or one.end is None or two.end is None:
        return _undated(one, two)
    first, last = max(one.start, two.start), min(one.end, two.end)
    gap = (first - last).days
    longest = max(one.days() or 1, two.days() or 1)
    if gap > WINDOW:
        return View(against=True, words=f"{gap} days apart")
    if gap > 0:
        return View(0.0, f"a day apart: {last} and {first}", doubt="a day apart")
    said = first.isoformat() if first == last else f"{first} to {last}"
    if longest == 1:
        return View(2.0, f"both on {said}")
    if longest <= 3:
        return View(1.5, f"dates meet on {said}")
    return View(1.0 if longest <= 8 else 0.5, f"dates meet in {said}")


def _undated(one: Mention, two: Mention) -> View:
    """Return what is known where one or both give no day: reports come after what they tell."""
    if one.story_id == two.story_id:
        close = abs(one.sentence - two.sentence) <= 1
        return View(1.5, "one day for both") if close else NOTHING
    dated, other = (one, two) if one.start is not None else (two, one)
    if dated.end is None or dated.start is None or other.published is None:
        return View(doubt="no day")
    if other.published < dated.start:
        return View(against=True, words="told of before it happened")
    if other.published <= near(dated.end, days=LATE):
        return View(0.5, "one gives no day, and came out within days", doubt="no day")
    return View(doubt="no day")


def together(one: Mention, two: Mention) -> View:
    """Return what it says that one report tells the two in one sentence or in two in a row."""
    if one.story_id != two.story_id or abs(one.sentence - two.sentence) > 1:
        return NOTHING
    return View(1.0, "told together")


def where(one: Mention, two: Mention) -> View:
    """Return what the places say."""
    here, there = one.spot, two.spot
    if here is None or there is None:
        return NOTHING
    if here.key == there.key or (
        here.name == there.name
        and (here.country == there.country or None in (here.country, there.country))
    ):
        return _same_place(here)
    if here.is_point() and there.is_point():
        return _two_points(here, there)
    if None not in (here.country, there.country) and here.country != there.country:
        return View(against=True, words=f"{here.name} and {there.name}")
    if here.admin1 and there.admin1:
        if not is_same_region(here.admin1, there.admin1):
            return View(against=True, words=f"{here.name} and {there.name}")
        if here.where_prec <= 4 and there.where_prec <= 4:
            inner, outer = (here, there) if here.where_prec < there.where_prec else (there, here)
            return View(1.5, f"{inner.name} lies in {outer.name}")
    return NOTHING


def _same_place(spot: Spot) -> View:
    if spot.is_point():
        return View(3.0, f"both in {spot.name}")
    if spot.where_prec <= 4 and spot.admin1:
        return View(1.5, f"both in {spot.name}")
    return View(0.0, f"both in {spot.name}")


def _two_points(here: Spot, there: Spot) -> View:
    """Return what two towns say: one place under two names, neighbours, or two places."""
    if here.at is None or there.at is None:
        return View(-1.0, f"{here.name} and {there.name}", doubt="two names of places")
    km = apart(here.at, there.at)
    said = f"{here.name} and {there.name}, {km:.0f} km apart"
    if km > APART_KM:
        return View(against=True, words=said)
    return View(2.0 if km <= NEAR_KM else 0.0, said, doubt="two names of places")


def apart(one: tuple[float, float], two: tuple[float, float]) -> float:
    """Return the great-circle distance in km.

    Examples
    --------
    >>> round(apart((50.45, 30.52), (49.84, 24.02)))
    468
    """
    north, south = radians(one[0]), radians(two[0])
    wide = radians(two[1] - one[1])
    half = sin((south - north) / 2) ** 2 + cos(north) * cos(south) * sin(wide / 2) ** 2
    return 2 * _EARTH * asin(sqrt(min(1.0, half)))


def who(one: Mention, two: Mention) -> View:
    """Return what the actors say: by country or organisation, the state and its rebels apart."""
    if one.type in BOTH_WAYS:
        return _together(states(one), states(two))
    points, words = 0.0, []
    for said, here, there in (
        ("by", one.source, two.source), ("on", one.target, two.target),
    ):  # fmt: skip
        if not here or not there:
            continue
        both = _shared(here, there)
        if both is None:
            return View(against=True, words=f"{said} {_listed(here)}, {said} {_listed(there)}")
        points += 1.0 if both else 0.0
        words += [f"{said} {_listed(both)}"] if both else []
    return View(points, ", ".join(words))


def _shared(here: frozenset[str], there: frozenset[str]) -> frozenset[str] | None:
    """Return the codes that two sides share, none where one is not named, None if they cannot be.

    A state's forces and rebels in it are two, whatever their code.
    """
    fitting = []
    for one in here:
        for two in there:
            (code, _, camp), (other, _, side) = one.partition("/"), two.partition("/")
            if {camp, side} != {"GOV", "REB"} and (code == other or "?" in (code, other)):
                fitting.append(code if code == other else "?")
    return frozenset(fitting) - {"?"} if fitting else None


def states(mention: Mention) -> frozenset[str]:
    """Return the codes of both sides, without whose camp in a country they are.

    Examples
    --------
    >>> from datetime import date
    >>> sorted(states(Mention(id="a", story_id="a", sentence=0, text="", published=None,
    ...                       type="AGREE", source=frozenset({"COL/GOV", "?/REB"}))))
    ['COL']
    """
    return frozenset(each.partition("/")[0] for each in mention.source | mention.target) - {"?"}


def _together(here: frozenset[str], there: frozenset[str]) -> View:
    """Return what the parties of talks or an exchange say: a third party may go unnamed."""
    if not here or not there:
        return NOTHING
    both = here & there
    if not both or not (here <= there or there <= here):
        least = min(len(here), len(there))
        if len(both) < 2 or least < 2:
            return View(against=True, words=f"{_listed(here)}, {_listed(there)}")
        return View(1.0, f"with {_listed(both)}", doubt="not the same parties")
    return View(3.0 if len(both) > 1 else 1.0, f"with {_listed(both)}")


def how(one: Mention, two: Mention) -> View:
    """Return what the weapons, the mode and the matters talked of say."""
    if one.type != "ASSAULT" and one.mode and two.mode and one.mode != two.mode:
        return View(against=True, words=f"{one.mode} and {two.mode}")
    points, words, doubt = 0.0, [], ""
    if one.kinds and two.kinds:
        if one.kinds & two.kinds:
            points += 0.5
            words.append(f"with {_listed(one.kinds & two.kinds)}")
        else:
            points -= 1.0
            doubt = f"{_listed(one.kinds)} or {_listed(two.kinds)}"
    elif one.mode and two.mode:
        points += 0.5 if one.mode == two.mode else -0.5
    if one.issues and two.issues:
        shared = one.issues & two.issues
        points += 1.0 if shared else -1.5
        words += [f"on {_listed(shared)}"] if shared else []
        doubt = doubt or ("" if shared else f"{_listed(one.issues)} or {_listed(two.issues)}")
    return View(points, ", ".join(words), doubt=doubt)


def _listed(names: frozenset[str]) -> str:
    return " and ".join(sorted(names))

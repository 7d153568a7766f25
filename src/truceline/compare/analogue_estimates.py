"""The numbers and checks under the answer to `analogues`."""

from collections.abc import Sequence

from truceline.compare.analogue_words import neighbour
from truceline.compare.fates import LEVEL, NO_WINNER, Fate, ended_by, quantile, share, wilson
from truceline.compare.neighbours import Compared, analogue
from truceline.compare.validation import YEAR, left_out
from truceline.terms.results import Check, Estimate

SHOWN = 5
"""Nearest wars told attribute by attribute; all ten stand in the JSON form."""


def estimates(
    found: Compared, others: Sequence[Compared], like: str, nearest: int
) -> tuple[Estimate, ...]:
    """Return the place of the war of the claim by each clock, and how wars ended.

    Parameters
    ----------
    found : Compared
        The comparison that is judged.
    others : sequence of Compared
        The same war by the other clocks.
    like : str
        The war of the claim.
    nearest : int
        How many wars stand nearest.

    Returns
    -------
    tuple of Estimate
        Shares with Wilson's .95 interval; times as median and quartiles, which are a spread.
    """
    made = [_place(each, like) for each in (found, *others)]
    place = found.place(like)
    made.append(
        Estimate(
            name=f"distance of the {found.names.get(like, like)}",
            value=None if place is None else round(place.distance, 4),
            measured_in="Gower distance, 0 to 1",
            n=len(found.parts.attributes),
            method="Gower 1971, attributes both have",
        )
    )
    groups = ((f"{nearest} nearest", nearest), ("all compared", None))
    for name, count in groups:
        made.append(_without_winner(name, found.nearest(count)))
    if found.clock == "talks":
        for name, count in groups:
            after = found.nearest(count, at_risk=True)
            made += [_over_in_a_year(name, after), _time(name, after)]
    return tuple(made)


def _place(found: Compared, like: str) -> Estimate:
    """Return the place of one war by one clock."""
    place = found.place(like)
    return Estimate(
        name=f"place of the {found.names.get(like, like)}, by {found.label}",
        value=None if place is None else place.rank,
        low=None if place is None else place.low,
        high=None if place is None else place.high,
        measured_in="place, 1 is the nearest",
        n=len(found.ranks),
        method=f"Gower distance at {found.days} {found.label}; lowest and highest place leaving "
        f"one attribute out; {found.at_risk} wars at risk",
    )


def _without_winner(name: str, fates: Sequence[Fate]) -> Estimate:
    """Return the share that ended by agreement, ceasefire or stalemate."""
    found = share(fates, NO_WINNER)
    return Estimate(
        name=f"ended without a winner, {name}",
        value=found.value,
        low=found.low,
        high=found.high,
        level=LEVEL,
        measured_in="share of wars whose ending is known",
        n=found.n,
        method="Wilson",
    )


def _over_in_a_year(name: str, fates: Sequence[Fate]) -> Estimate:
    """Return the share that ended within a year of the moment."""
    value = ended_by(fates, YEAR)
    seen = sum(each.over or each.days >= YEAR for each in fates)
    around = wilson(round((value or 0) * seen), seen)
    return Estimate(
        name=f"over within a year of that moment, {name}",
        value=value,
        low=around.low,
        high=around.high,
        level=LEVEL,
        measured_in="share of wars",
        n=seen,
        method="Kaplan–Meier; Wilson over the wars seen for a year or to their end",
    )


def _time(name: str, fates: Sequence[Fate]) -> Estimate:
    """Return the median of days to the end, with the quartiles."""
    return Estimate(
        name=f"days from that moment to the end, {name}",
        value=quantile(fates, 0.5),
        low=quantile(fates, 0.25),
        high=quantile(fates, 0.75),
        level=0.5,
        measured_in="days",
        n=len(fates),
        method="Kaplan–Meier median and quartiles: a spread of wars, no doubt of the median",
    )


def checks(
    found: Compared, others: Sequence[Compared], like: str, nearest: int, fewest: int
) -> tuple[Check, ...]:
    """Return the assumptions that were tested, the nearest wars in words, and what would flip it.

    Parameters
    ----------
    found : Compared
        The comparison that is judged.
    others : sequence of Compared
        The same war by the other clocks.
    like : str
        The war of the claim.
    nearest, fewest : int
        How many stand nearest; how many must be at risk.

    Returns
    -------
    tuple of Check
        In that order.
    """
    made = [
        Check(
            "wars at risk",
            found.at_risk >= fewest,
            f"{found.at_risk} of {len(found.ranks)} wars went on at {found.days} "
            f"{found.label}; ten are needed",
        )
    ]
    made += [_other(each, like, fewest) for each in others]
    scored = left_out(found.parts, found.fates, nearest, timed=found.clock == "talks")
    made += [
        Check(
            f"leaving one war out, {each.what}",
            each.better,
            f"Brier score from the {nearest} nearest {each.nearest:.3f}, from all other wars "
            f"{each.everyone:.3f}; difference {each.nearest - each.everyone:+.3f} "
            f"({each.low:+.3f} to {each.high:+.3f}) over {each.n} wars"
            + ("" if each.better else ": near wars did not end more alike than all; use all"),
        )
        for each in scored
    ]
    if not scored:
        said = "fewer than 20 wars could be left out in turn: the method is not validated here"
        made.append(Check("leaving one war out", None, said))
    shown = list(found.ranks[:SHOWN])
    place = found.place(like)
    if place is not None and place not in shown:
        shown.append(place)
    for each in shown:
        name = f"how alike: {found.names[each.war_id]}"
        made.append(Check(name, None, neighbour(analogue(found, each))))
    made.append(_flip(found, like))
    return tuple(made)


def _other(other: Compared, like: str, fewest: int) -> Check:
    """Say where the war of the claim stands by another clock."""
    place = other.place(like)
    at = f"{other.days} {other.label}"
    if place is None:
        said = f"at {at} it has no place among {len(other.ranks)}: it had ended, or never stood so"
    else:
        said = (
            f"at {at} it is place {place.rank:g} of {len(other.ranks)} ({place.low} to "
            f"{place.high}); {other.at_risk} at risk"
        )
    if other.at_risk < fewest:
        said += "; too few at risk to say"
    return Check(f"another clock: {other.label}", None, said)


def _flip(found: Compared, like: str) -> Check:
    """Say what would change the verdict."""
    every = len(found.ranks)
    near, far = int(every / 10), int(every / 4)
    place = found.place(like)
    here = "it has none" if place is None else f"they are {place.low} to {place.high}"
    return Check(
        "what would flip it",
        None,
        f"supported if all its places lay within the nearest {near} of {every}, contradicted if "
        f"all lay beyond {far}; {here}. The same must hold by capped age. Regimes, and static "
        "fronts and patrons of more wars, would narrow them",
    )

"""How `retaliation` says what it found, and what it does not say."""

from collections.abc import Mapping, Sequence
from datetime import date

from truceline.measure.daily import Refused
from truceline.measure.replies import Reply, why_none
from truceline.measure.words import label, listed, number, side_names, span_words
from truceline.terms.wars import War

CLAIM = (
    "A salient strike brings an answer: in the 7 days after symbolic strikes of the other side, a "
    "side's attacks run above their level of the three weeks before them (a rise of less than 25 % "
    "counts as none)"
)
_IDENTIFIED = (
    "Descriptive, not causal: a side may strike when the other's attacks already rise, and both "
    "may follow a third thing, such as season, supply or talks; a shared tempo alone makes two "
    "series seem to answer each other."
)
_CHOSEN = (
    "The strikes are a list of what was widely reported, no sample; a strike may have been "
    "reported widely because of what followed it."
)


def sentence(found: Reply, sides: Mapping[str, str]) -> str:
    """Return one sentence on the primary window of one series, without a verdict.

    Parameters
    ----------
    found : Reply
        One series, asked.
    sides : mapping of str to str
        Names of the sides by code.

    Returns
    -------
    str
        With range and unit, and no full stop.
    """
    tested = found.primary
    who = label(found.series, sides)
    after = f"in the 7 days after symbolic strikes of {other_side(found, sides)}"
    if not tested.estimable:
        return f"Whether {who} rise {after} cannot be estimated"
    count = tested.chosen.n_clusters
    return (
        f"{after[:1].upper()}{after[1:]}, {who} ran at {number(tested.ratio)} times "
        f"({span_words(tested.low, tested.high)}) their level of days 22 to 2 before, over "
        f"{count} cluster{'s' if count != 1 else ''} of strikes"
    )


def other_side(found: Reply, sides: Mapping[str, str]) -> str:
    """Return the name of the side that struck, or "the other side" where there are several.

    Parameters
    ----------
    found : Reply
        One series, asked.
    sides : mapping of str to str
        Names of the sides by code.

    Returns
    -------
    str
        A name.
    """
    others = [name for code, name in sides.items() if code != found.series.side]
    return others[0] if len(others) == 1 else "the other side"


def left_out(found: Reply) -> str:
    """Return in words which strikes were left out and why.

    Parameters
    ----------
    found : Reply
        One series, asked.

    Returns
    -------
    str
        Empty if none was.
    """
    left, dates = found.primary.chosen.left, found.known.dates
    parts = [
        f"{listed([dates[each] for each in which])} ({words})"
        for which, words in (
            (left.outside, "window or baseline outside the series or its regime"),
            (left.crowded, "no baseline free of other strikes"),
            (left.unreported, "fewer than half of the days reported"),
        )
        if which
    ]
    return "; ".join(parts)


def limits(
    war: War, as_of: date, found: Sequence[Reply], refused: Sequence[Refused], said: Sequence[str]
) -> tuple[str, ...]:
    """Return what the answer does not say, and what it left out.

    Parameters
    ----------
    war : War
        Its sides and strikes.
    as_of : date
        Nothing later was used.
    found : sequence of Reply
        Series of attacks, asked.
    refused : sequence of Refused
        Series of attacks that could not be.
    said : sequence of str
        Sentences that arose on the way.

    Returns
    -------
    tuple of str
        Sentences, never none.
    """
    sides = side_names(war)
    made = []
    for each in found:
        told = label(each.series, sides)
        made.append(f"One direction only: {told}, after strikes of {other_side(each, sides)}.")
        if left := left_out(each):
            made.append(f"Strikes that series {each.series.name} cannot judge: {left}.")
    held = {each.series.side for each in found}
    made += [
        f"One-sided: no daily series holds {each.name}'s attacks, so whether {each.name} answers "
        "strikes is not said."
        for each in war.sides
        if each.code not in held
    ]
    made += [f"Series {each.name} was not used: {each.reason}." for each in refused]
    made += list(said)
    made.append(
        "The day of a strike itself is left out: what happened on it before and after the strike "
        "cannot be told apart in daily counts."
    )
    vintage = (
        f"Nothing dated after {as_of.isoformat()} is used, but a series holds earlier days as its "
        "version has them, later corrections included."
    )
    return (*made, _CHOSEN, _IDENTIFIED, vintage)


def verdict_words(found: Reply) -> str:
    """Return a verdict with the reason why it is not firm.

    Parameters
    ----------
    found : Reply
        One series, asked.

    Returns
    -------
    str
        Such as "cannot say (there are 4 clusters of strikes …)".
    """
    reason = found.reason or why_none(found.primary)
    return f"{found.verdict} ({reason})" if reason else found.verdict

"""How `balance` says what it found, and what it does not say."""

from collections.abc import Mapping, Sequence
from datetime import date

from truceline.measure.daily import Refused
from truceline.measure.ledger import Promise, counted
from truceline.measure.own_deeds import Own
from truceline.measure.words import label, number, span_words
from truceline.terms.wars import War

CLAIM = (
    "Deeds follow words: in the 7 days after a side declares a truce or agrees to something, its "
    "own attacks fall below their level of the three weeks before (a fall of less than 20 % counts "
    "as none)"
)
_IDENTIFIED = (
    "Descriptive, not causal: a side may agree because its attacks are about to fall for another "
    "reason, or declare a truce for a feast on which fighting falls anyway."
)
_GAP = (
    "The standardised gap between words and deeds is a picture only: it averages zero by "
    "construction and cannot test anything, so no number of it stands here."
)


def sentence(found: Own, sides: Mapping[str, str]) -> str:
    """Return one sentence on the primary window of one series, without a verdict.

    Parameters
    ----------
    found : Own
        One series, asked.
    sides : mapping of str to str
        Names of the sides by code.

    Returns
    -------
    str
        With range and unit, and no full stop.
    """
    tested = found.found.primary
    who = label(found.asked.series, sides)
    words = f"words of its own ({found.asked.spoken.by})"
    if not tested.estimable:
        return f"Whether {who} fall in the 7 days after {words} cannot be estimated"
    count = tested.chosen.n_clusters
    return (
        f"In the 7 days after {words}, {who} ran at {number(tested.ratio)} times "
        f"({span_words(tested.low, tested.high)}) their level of days 22 to 2 before, over "
        f"{count} cluster{'s' if count != 1 else ''} of words"
    )


def ledger_words(found: Sequence[Promise], war: War) -> str:
    """Return the ledger's counts in words, side by side.

    Parameters
    ----------
    found : sequence of Promise
        A ledger.
    war : War
        Its sides.

    Returns
    -------
    str
        Such as "of 3 things Russia announced or agreed to, 1 was kept, …"; empty without any.
    """
    parts = []
    for side in war.sides:
        counts = counted(found, side.code)
        total = sum(counts.values())
        if total:
            told = ", ".join(f"{count} {outcome}" for outcome, count in counts.items())
            parts.append(f"of {total} things {side.name} announced or agreed to: {told}")
    return "; ".join(parts)


def limits(
    war: War, as_of: date, found: Sequence[Own], refused: Sequence[Refused], said: Sequence[str]
) -> tuple[str, ...]:
    """Return what the answer does not say, and what it left out.

    Parameters
    ----------
    war : War
        Its sides.
    as_of : date
        Nothing later was used.
    found : sequence of Own
        Series of own deeds, asked.
    refused : sequence of Refused
        Series that could not be.
    said : sequence of str
        Sentences that arose on the way.

    Returns
    -------
    tuple of str
        Sentences, never none.
    """
    made = [
        f"Words that series {each.asked.series.name} cannot judge: {left}."
        for each in found
        if (left := left_out(each))
    ]
    held = {each.asked.series.side for each in found}
    made += [
        f"No daily series holds the attacks of {each.name}: whether its deeds follow its words is "
        "not said; the ledger is all there is."
        for each in war.sides
        if each.code not in held
    ]
    made += [f"Series {each.name} was not used: {each.reason}." for each in refused]
    made += list(said)
    made.append(
        "A series counts attacks of one kind; a truce limited to the sea or to energy can be kept "
        "while they go on, and a word about prisoners promises nothing about attacks."
    )
    made.append(
        "The ledger's outcomes are as the war's folder words them, with their sources; disputed "
        "ones stand as unknown, and broken says what became of a thing, not who broke it."
    )
    vintage = (
        f"Nothing dated after {as_of.isoformat()} is used, but a series holds earlier days as its "
        "version has them, later corrections included."
    )
    return (*made, _GAP, _IDENTIFIED, vintage)


def left_out(found: Own) -> str:
    """Return in words which words were left out and why.

    Parameters
    ----------
    found : Own
        One series, asked.

    Returns
    -------
    str
        Empty if none was.
    """
    left, dates = found.found.primary.chosen.left, found.found.known.dates
    parts = [
        f"{', '.join(dates[each].isoformat() for each in which)} ({words})"
        for which, words in (
            (left.outside, "window or baseline outside the series or its regime"),
            (left.crowded, "no baseline free of other words"),
            (left.unreported, "fewer than half of the days reported"),
        )
        if which
    ]
    return "; ".join(parts)

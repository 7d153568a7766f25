"""What the answer to `talks` does not say."""

from dataclasses import dataclass
from datetime import date

from truceline.measure.daily import Refused
from truceline.measure.one_series import Found
from truceline.measure.talks_checks import left_out
from truceline.measure.words import label, side_names, told
from truceline.terms.wars import War


@dataclass(frozen=True, slots=True)
class Asked:
    """All series of a war, asked, and what could not be."""

    attacks: tuple[Found, ...] = ()
    context: tuple[Found, ...] = ()
    refused: tuple[Refused, ...] = ()
    limits: tuple[str, ...] = ()


def limits(war: War, as_of: date, found: Asked) -> tuple[str, ...]:
    """Return what the answer does not say, and what it left out.

    Parameters
    ----------
    war : War
        Its sides and rounds.
    as_of : date
        Nothing later was used.
    found : Asked
        All series, asked.

    Returns
    -------
    tuple of str
        Sentences, never none.
    """
    sides = side_names(war)
    made = []
    for each in found.attacks:
        said = label(each.series, sides)
        if each.series.side is None:
            made.append(f"{said}: the series does not say whose attacks these are.")
        else:
            made.append(f"{said} only: it says nothing of what the other side did.")
    made += _unjudged(found)
    held = {each.series.side for each in found.attacks}
    made += [
        f"No daily series holds {each.name}'s attacks: nothing is said of them."
        for each in war.sides
        if each.code not in held
    ]
    made += [
        f"Context only, not in the verdict: {label(each.series, sides)}." for each in found.context
    ]
    made += [f"Series {each.name} was not used: {each.reason}." for each in found.refused]
    known = [each for each in war.rounds if each.start <= as_of]
    dark = sum(each.announced_on is None for each in known)
    if dark:
        made.append(f"{dark} of {len(known)} rounds have no known day of announcement.")
    cause = (
        "Descriptive, not causal: rounds may be set because of attacks, and both may follow a "
        "third thing."
    )
    vintage = (
        f"Nothing dated after {as_of.isoformat()} is used, but a series holds earlier days as its "
        "version has them, later corrections included."
    )
    tested = (
        f"Tested on each series of attacks, in the order declared, and nothing else: {told()}. "
        "Only 1 carries the verdict; list 2 was written after the answer of list 1 was known."
    )
    return (*made, *found.limits, cause, vintage, tested)


def _unjudged(found: Asked) -> list[str]:
    """Rounds left out, once for all series that leave out the same."""
    groups: dict[str, list[str]] = {}
    for each in found.attacks:
        if left := left_out(each):
            groups.setdefault(left, []).append(each.series.name)
    return [
        f"Rounds that series {', '.join(names)} cannot judge: {left}."
        for left, names in groups.items()
    ]

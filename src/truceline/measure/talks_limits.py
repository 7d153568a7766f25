"""What the answer to `talks` does not say."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from truceline.measure.daily import Refused
from truceline.measure.one_series import Found
from truceline.measure.talks_checks import left_out
from truceline.measure.talks_size import SIZES, TRIALS
from truceline.measure.words import label, side_names, told
from truceline.terms.wars import War

LEVEL = 0.05


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
    return (*made, *found.limits, cause, vintage, sized(SIZES, TRIALS), tested)


def sized(sizes: Mapping[str, tuple[float, float, float]], trials: int) -> str:
    """Return how often the test is wrong where nothing happens, and where it is not calibrated.

    Parameters
    ----------
    sizes : mapping of str to (float, float, float)
        Share with p of .05 or less and its Wilson interval, by made-up case.
    trials : int
        Series a case.

    Returns
    -------
    str
        A case counts as not calibrated where its interval leaves .03 to .07.

    Examples
    --------
    >>> sized({"calm": (0.05, 0.04, 0.06), "louder reports": (0.3, 0.28, 0.32)}, 2000)
    'On 2000 made-up series a case in which nothing happens before talks, p is .05 or less in 0.050
    of them (calm). It is not calibrated, and a firm verdict can be wrong more often, where the case
    is: louder reports (0.300, 0.280 to 0.320).'
    """
    good = {name: each for name, each in sizes.items() if each[1] >= 0.03 and each[2] <= 0.07}
    shares = [each[0] for each in good.values()]
    said = f"On {trials} made-up series a case in which nothing happens before talks"
    if shares:
        ends = sorted({f"{min(shares):.3f}", f"{max(shares):.3f}"})
        said += f", p is .05 or less in {' to '.join(ends)} of them ({', '.join(good)})."
    for words, often in (
        ("It is not calibrated, and a firm verdict can be wrong more often, where", True),
        ("It finds less than it might, and is wrong less often than it says, where", False),
    ):
        rest = [
            f"{name} ({each[0]:.3f}, {each[1]:.3f} to {each[2]:.3f})"
            for name, each in sizes.items()
            if name not in good and (each[0] > LEVEL) is often
        ]
        if rest:
            said += f" {words} the case is: {'; '.join(rest)}."
    return said


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

"""One claim, one finding: which rule tests it."""

from collections.abc import Callable
from dataclasses import replace

from truceline.measure.claims import courses, deeds, futures, meetings, numbers, trends, truces
from truceline.measure.claims.ground import Ground, cannot_say, finding
from truceline.terms.claims import Claim, Finding

Test = Callable[[Ground, Claim], Finding]


def judge(ground: Ground, claim: Claim) -> Finding:
    """Return what a war's record, as known on a day, says of a claim.

    Parameters
    ----------
    ground : Ground
        The record.
    claim : Claim
        As it was read.

    Returns
    -------
    Finding
        Supported, contradicted, mixed or cannot say, with the reason and the rows. What is not
        checkable is "cannot say", with why. A claim about a past war is set against that war's
        own record, where one is built in.
    """
    if not claim.checkable:
        return finding(ground, "cannot say", f"not checkable: {claim.why_not}")
    if claim.war is not None and claim.about != "analogues":
        return _of_past_war(ground, claim)
    foreign = _foreign(ground, claim)
    if foreign:
        return finding(ground, "cannot say", f"it speaks of {foreign}, not of this war's sides")
    return _test(claim)(ground, claim)


def _of_past_war(ground: Ground, claim: Claim) -> Finding:
    """Judge a claim about a past war on its own ground, as known today: it is history."""
    there = ground.other_war(claim.war or "")
    if there is None:
        return finding(ground, "cannot say", f"no record of the {claim.war} is built in")
    found = _test(claim)(there, claim)
    return replace(found, as_of=ground.as_of, reason=f"{there.war.name}: {found.reason}")


def _test(claim: Claim) -> Test:
    """Return the test of a claim."""
    if claim.about in ("phases", "pattern", "balance", "analogues", "front"):
        return futures.question
    if claim.kind in ("count", "total", "share"):
        return numbers.number
    if claim.kind == "event" and claim.about in ("talks", "truce"):
        return meetings.talks if claim.about == "talks" else truces.truce
    tests: dict[str, Test] = {
        "trend": trends.trend,
        "timing": deeds.timing,
        "event": deeds.deed,
        "reply": futures.reply,
        "outcome": meetings.outcome,
        "duration": courses.duration,
        "support": courses.support,
        "prediction": futures.prediction,
    }
    return tests.get(claim.kind, _unknown)


def _unknown(ground: Ground, claim: Claim) -> Finding:
    return cannot_say(ground, claim, "no rule tests such a claim yet")


def _foreign(ground: Ground, claim: Claim) -> str | None:
    """Return whom a claim speaks of, where none of them has a part in this war."""
    known = {each.code for each in ground.war.sides} | {each.code for each in ground.war.backers}
    known |= {code for each in ground.war.rounds for code in each.parties}
    known |= {"WEST", "UNC", "IGO", "EUE", "NGO", "IMG", "MNC"}
    named = set(claim.others)
    return ", ".join(sorted(named)) if named and not named & known else None

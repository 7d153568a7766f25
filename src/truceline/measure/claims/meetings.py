"""Claims about talks: held or not, where, and what came of them."""

from truceline.measure.claims.deeds import alike, words
from truceline.measure.claims.ground import Ground, cannot_say, finding, within
from truceline.measure.claims.numbers import near_round
from truceline.measure.claims.rules import rules
from truceline.terms.claims import Claim, Finding, Window
from truceline.terms.wars import Round

_WHO = frozenset({"delegations", "delegation", "negotiators", "envoys", "delegates"})
_CEASE = ("ceasefire", "peace agreement")


def talks(ground: Ground, claim: Claim) -> Finding:
    """Return whether talks were held as said, and at that place.

    Parameters
    ----------
    ground : Ground
        The record, whose list of rounds between both sides is taken to be complete.
    claim : Claim
        That talks were held, or (negated) were not or broke off.

    Returns
    -------
    Finding
        A day inside the record without a round contradicts that both sides met on it.
    """
    if claim.negated:
        return _not_held(ground, claim)
    window = claim.window
    if window is None or window.first > ground.as_of:
        return cannot_say(ground, claim, "no day is named, or it is not known yet")
    near = [each for each in ground.rounds() if _near(each, window)]
    places = {word for each in ground.war.rounds for word in words(each.place)}
    named = alike(claim.words) & places
    if not near:
        return _no_round(ground, claim, window)
    chosen = min(near, key=lambda each: (not named & words(each.place), each.status != "held"))
    row = _row(chosen)
    sides = {each.code for each in ground.war.sides}
    if len(sides & set(claim.others)) == 1 and not named & words(chosen.place):
        return cannot_say(
            ground, claim, f"one side alone is named, so that it may not be the {row}"
        )
    if chosen.status != "held":
        return finding(ground, "contradicted", f"on record as {chosen.status}: {row}", (row,))
    if named and not named & words(chosen.place):
        return finding(ground, "contradicted", f"on record at another place: {row}", (row,))
    return finding(ground, "supported", f"on record: {row}", (row,))


def _near(each: Round, window: Window) -> bool:
    slack = rules().days["round"] if window.precision in ("day", "night") else 0
    inside = each.start <= window.first <= each.end
    # A stretch of many meetings is not "held" on the day after it.
    return inside or within(each.start, window, slack) or within(each.end, window, slack)


def _no_round(ground: Ground, claim: Claim, window: Window) -> Finding:
    sides = {each.code for each in ground.war.sides}
    third = set(claim.others) - sides
    named = len(sides & set(claim.others))
    both = named > 1 or (named == 0 and bool(claim.words & _WHO))
    starts = [each.start for each in ground.war.rounds]
    listed = bool(starts) and window.first >= min(starts) and ground.covers(window)
    if listed and both and not third and window.precision in ("day", "night"):
        return finding(
            ground,
            "contradicted",
            f"the record lists no round on {window.first}; its "
            "list of rounds between both sides is meant to be complete",
        )
    return cannot_say(
        ground, claim, f"no round between both sides is on record near {window.first}"
    )


def _not_held(ground: Ground, claim: Claim) -> Finding:
    """Judge that talks fell through, or broke off on a day."""
    window = claim.window
    slack = rules().days["round"]
    if window is not None and window.precision in ("day", "night"):
        ended = [each for each in ground.rounds() if within(each.end, window, slack)]
        held = [each for each in ground.rounds() if each.status == "held" and _near(each, window)]
        if held and claim.deed == "not_held":
            row = _row(held[0])
            return finding(ground, "contradicted", f"on record as held: {row}", (row,))
        if ended and claim.deed != "not_held":
            return finding(ground, "supported", f"on record: {_row(ended[0])}", (_row(ended[0]),))
    lost = [
        each
        for each in ground.rounds()
        if each.status != "held"
        and (each.announced_on or each.start) <= ground.day
        and (ground.day - each.start).days <= 400
    ]
    if window is not None and window.precision in ("day", "night", "month"):
        lost = [each for each in lost if _near(each, window)]
    best = max(
        lost,
        key=lambda each: (len(alike(claim.words) & words(each.place)), each.start),
        default=None,
    )
    if best is None:
        return cannot_say(ground, claim, "no round that was not held is on record then")
    return finding(ground, "supported", f"on record as {best.status}: {_row(best)}", (_row(best),))


def outcome(ground: Ground, claim: Claim) -> Finding:
    """Return what the record says came of talks.

    Parameters
    ----------
    ground : Ground
        The record.
    claim : Claim
        With one matter and what became of it, or with none ("talks came to nothing").

    Returns
    -------
    Finding
        For a ceasefire a truce of both sides must follow the round; for other matters a line of
        the round must name them. What no line names cannot be said.
    """
    chosen = near_round(ground, claim)
    if chosen is None:
        return _planned(ground, claim)
    known = {*(each.code for each in ground.war.sides), *chosen.parties, "UNC", "WEST"}
    if set(claim.others) - known:
        return cannot_say(ground, claim, f"others are named than met at the {_row(chosen)}")
    row = f"{_row(chosen)}: {'; '.join(chosen.agreed) or 'nothing agreed on record'}"
    if not claim.issues:
        if claim.negated:
            verdict = "contradicted" if chosen.agreed else "supported"
            return finding(ground, verdict, row, (row,))  # type: ignore[arg-type]
        if chosen.agreed:
            return finding(ground, "supported", row, (row,))
        return cannot_say(ground, claim, row)
    name, how = claim.issues[0]
    there = _ceased(ground, chosen) if name in _CEASE else _named(chosen, name)
    if there is None:
        return cannot_say(ground, claim, f"{row}; this matter is in no line of it")
    if how in ("possible", "planned"):
        verdict = "mixed" if there else "cannot say"
        return finding(ground, verdict, f"{row}; said to be {how}", (row,))  # type: ignore[arg-type]
    agreed = how == "agreed"
    verdict = "supported" if there == agreed else "contradicted"
    what = "on record" if there else "no truce of both sides followed"
    return finding(ground, verdict, f"{what}: {row}", (row,))  # type: ignore[arg-type]


def _planned(ground: Ground, claim: Claim) -> Finding:
    return cannot_say(ground, claim, "no round of talks is on record near that day")


def _ceased(ground: Ground, chosen: Round) -> bool:
    """Tell whether a truce of both sides followed a round."""
    span = Window(chosen.start, chosen.end)
    return any(within(each.start, span, 7) for each in ground.general())


def _named(chosen: Round, issue: str) -> bool | None:
    """Tell whether a line of a round names a matter; None where none does."""
    keys = rules().issues.get(issue)
    if keys and any(key in line.lower() for line in chosen.agreed for key in keys):
        return True
    return None


def _row(each: Round) -> str:
    return (
        f"round of {each.start}"
        + (f" to {each.end}" if each.end != each.start else "")
        + (f", {each.place}" if each.place else "")
    )

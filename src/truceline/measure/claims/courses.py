"""Claims about how long something lasted, and who backs whom."""

from datetime import date, timedelta

from truceline.measure.claims.ground import Ground, cannot_say, finding, within
from truceline.measure.claims.numbers import near_round
from truceline.measure.claims.rules import rules
from truceline.terms.claims import Claim, Finding, Size, Window
from truceline.terms.results import Verdict

_DAYS = {"days": 1.0, "weeks": 7.0, "months": 30.44, "years": 365.25}


def duration(ground: Ground, claim: Claim) -> Finding:
    """Return how long a war, its talks or a truce lasted, against what is said.

    Parameters
    ----------
    ground : Ground
        The record.
    claim : Claim
        With a size in days, weeks, months or years.

    Returns
    -------
    Finding
        Counted to the report's day, or to the end where that came before.
    """
    size = claim.size
    span = _span(ground, claim)
    if size is None or span is None:
        return cannot_say(ground, claim, "the record does not say when it began or ended")
    first, last, row = span
    days = (last - first).days + (1 if claim.about == "truce" or row == "round" else 0)
    unit = _DAYS[size.unit]
    reason = f"{row}: {first} to {last}, {days / unit:.1f} {size.unit}"
    verdict = _lasting(size, days / unit)
    if verdict != "supported" and claim.deed != "lasted":
        # "Eight years of war" may count from another day, or be another war's.
        return cannot_say(ground, claim, f"{reason}; what is meant may have begun on another day")
    return finding(ground, verdict, reason, (f"{row} {first} to {last}",))


def _lasting(size: Size, value: float) -> Verdict:
    """Judge a length: "three years" is said from two and a half until four."""
    if size.high is None:
        if value >= 0.97 * size.low:
            return "supported"
        return "contradicted" if value < size.low / 1.15 else "mixed"
    if size.low == 0 and size.high > 0:
        if value <= 1.03 * size.high:
            return "supported"
        return "contradicted" if value > 1.15 * size.high else "mixed"
    if size.low - 0.5 <= value < size.high + 1:
        return "supported"
    far = value < size.low / rules().near["far"] or value > (size.high + 1) * 1.1
    return "contradicted" if far else "mixed"


def _span(ground: Ground, claim: Claim) -> tuple[date, date, str] | None:
    """Return from when to when something lasted, and its name in the record."""
    until = [ground.day] if claim.war is None else []
    until += [ground.war.end] if ground.war.end else []
    end = min(until) if until else None
    if claim.about == "war" and end:
        return ground.war.start, end, ground.war.name
    meant = near_round(ground, claim) if claim.about == "talks" else None
    if meant and claim.size and claim.size.unit in ("days", "weeks"):
        return meant.start, meant.end, "round"
    if claim.about == "talks" and end:
        starts = [each.start for each in ground.rounds()]
        return (min(starts), end, "talks, first round to last or to now") if starts else None
    if claim.about == "truce":
        near = claim.window or Window(ground.day - timedelta(days=45), ground.day, "span")
        found = [
            each
            for each in ground.truces()
            if each.end
            and (claim.side is None or claim.side in each.declared_by)
            and within(each.start, near, 30)
        ]
        best = min(found, key=lambda each: abs((each.start - near.first).days), default=None)
        return (best.start, best.end, "truce") if best and best.end else None
    return None


def support(ground: Ground, claim: Claim) -> Finding:
    """Return what the record says of who backs whom, and of aid given or held back.

    Parameters
    ----------
    ground : Ground
        The record.
    claim : Claim
        About backing, aid on a day, or the will to supply.

    Returns
    -------
    Finding
        Contradicted where the record has the backer on the other side, or the opposite act.
    """
    if claim.about == "willing":
        return _willing(ground, claim)
    codes = rules().bloc.get(claim.side or "", [claim.side or ""])
    if claim.about == "aid":
        return _act(ground, claim, codes)
    backers = [
        each
        for each in ground.war.backers
        if each.code in codes and (each.since is None or each.since <= ground.as_of)
    ]
    sides = {each.code for each in ground.war.sides}
    target = claim.target if claim.target in sides else None
    if not backers or target is None:
        return cannot_say(ground, claim, "this backer, or whom it backs, is not in the record")
    row = f"backer {backers[0].code} of {backers[0].side} since {backers[0].since}"
    verdict: Verdict = "supported" if any(b.side == target for b in backers) else "contradicted"
    return finding(ground, verdict, f"{row} ({backers[0].source})", (row,))


def _act(ground: Ground, claim: Claim, codes: list[str]) -> Finding:
    window = claim.window
    if window is None:
        return cannot_say(ground, claim, "no day is named")
    acts = [
        each
        for each in ground.war.support
        if each.backer in codes
        and each.kind in ("aid", "pause")
        and each.date <= ground.as_of
        and within(each.date, window, rules().days["deed"])
    ]
    if not acts:
        return cannot_say(ground, claim, "no such act is in the record's list, which is chosen")
    kind = "pause" if claim.deed == "paused" else "aid"
    row = f"support {acts[0].date} {acts[0].backer}, {acts[0].kind}: {acts[0].what}"
    verdict: Verdict = "supported" if any(each.kind == kind for each in acts) else "contradicted"
    return finding(ground, verdict, f"on record: {row}", (row,))


def _willing(ground: Ground, claim: Claim) -> Finding:
    """Judge the will to supply by what backers did in the weeks before the report."""
    codes = rules().bloc.get(claim.side or "", [claim.side or ""])
    first = ground.day - timedelta(days=rules().days["willing"])
    acts = [
        each
        for each in ground.war.support
        if each.backer in codes
        and first <= each.date <= ground.day
        and each.kind in ("aid", "pause")
    ]
    rows = tuple(f"support {each.date} {each.backer}, {each.kind}: {each.what}" for each in acts)
    given = [each for each in acts if each.kind == "aid"]
    held = [each for each in acts if each.kind == "pause"]
    if not acts:
        return cannot_say(ground, claim, f"no act of a backer is listed from {first} on")
    verdict: Verdict = "mixed" if given and held else "supported" if given else "contradicted"
    return finding(
        ground,
        verdict,
        f"what backers did from {first} on: {'; '.join(rows)}; deeds, not the will itself",
        rows,
    )

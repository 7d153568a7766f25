"""Claims about truces: in force or none, declared, kept or broken, left."""

from truceline.measure.claims.deeds import alike, words
from truceline.measure.claims.ground import Ground, cannot_say, distance, finding, within
from truceline.measure.claims.rules import rules
from truceline.terms.claims import Claim, Finding, Window
from truceline.terms.wars import Truce


def truce(ground: Ground, claim: Claim) -> Finding:
    """Return what the record's list of truces says.

    Parameters
    ----------
    ground : Ground
        The record.
    claim : Claim
        Its `deed` is none, in force, declared, broken or left.

    Returns
    -------
    Finding
        A truce "in force" is one of both sides, limited to nothing.
    """
    window = claim.window or Window(ground.day, ground.day)
    if window.first > ground.as_of:
        return cannot_say(ground, claim, f"its day lies after {ground.as_of}")
    if claim.deed == "treaty":
        return finding(ground, "cannot say", "no list of the record holds treaties of peace")
    judged = {
        "none": _none,
        "in force": _in_force,
        "declared": _declared,
        "broken": _broken,
        "left": _left,
    }
    return judged[claim.deed](ground, claim, window)


def _none(ground: Ground, claim: Claim, window: Window) -> Finding:
    there = [each for each in ground.general() if _overlaps(each, window)]
    if there:
        return finding(
            ground, "contradicted", f"on record: {_truce(there[0])}", (_truce(there[0]),)
        )
    if not ground.covers(window) and window.first < ground.war.start:
        return cannot_say(ground, claim, "the record does not reach over that span")
    part = [each for each in ground.truces() if _overlaps(each, window)]
    one_day = window.first == window.last
    span = f"on {window.first}" if one_day else f"{window.first} to {window.last}"
    also = f"; {len(part)} limited or one-sided on record" if part else ""
    return finding(
        ground,
        "supported",
        f"no truce of both sides, limited to nothing, is on record {span}{also}",
        tuple(_truce(each) for each in part),
    )


def _in_force(ground: Ground, claim: Claim, window: Window) -> Finding:
    slack = rules().days["truce"] if window.precision in ("day", "night") else 0
    there = [each for each in ground.general() if within(each.start, window, slack)]
    if there:
        places = {word for each in ground.war.rounds for word in words(each.place)}
        if not alike(claim.words) & places or alike(claim.words) & _places(ground, there[0]):
            return finding(
                ground, "supported", f"on record: {_truce(there[0])}", (_truce(there[0]),)
            )
    other = [each for each in ground.truces() if within(each.start, window, slack)]
    if other and "general" not in claim.words:
        return finding(
            ground,
            "mixed",
            f"on record, but limited or one-sided: {_truce(other[0])}",
            (_truce(other[0]),),
        )
    if ground.covers(window):
        general = [
            _truce(each)
            for each in ground.war.truces
            if each.limited_to is None and each in ground.general()
        ]
        return finding(
            ground,
            "contradicted",
            "no truce of both sides began then" + (f"; on record: {general[0]}" if general else ""),
            tuple(general),
        )
    return cannot_say(ground, claim, "the record does not reach over that span")


def _places(ground: Ground, each: Truce) -> frozenset[str]:
    near = [one for one in ground.rounds() if one.start <= each.start <= one.end]
    return words(*(one.place for one in near))


def _declared(ground: Ground, claim: Claim, window: Window) -> Finding:
    by = [each for each in ground.truces() if claim.side is None or claim.side in each.declared_by]
    near = [each for each in by if within(each.start, window, rules().days["truce"])]
    if near:
        return finding(ground, "supported", f"on record: {_truce(near[0])}", (_truce(near[0]),))
    close = [each for each in by if distance(each.start, window) <= 30]
    if close and claim.window is not None and window.precision in ("day", "night"):
        return finding(
            ground,
            "contradicted",
            f"on record on another day: {_truce(close[0])}",
            (_truce(close[0]),),
        )
    return cannot_say(ground, claim, "no such truce is on record")


def _broken(ground: Ground, claim: Claim, window: Window) -> Finding:
    by = [
        each
        for each in ground.truces()
        if (claim.side is None or claim.side in each.declared_by)
        and 0 <= (window.last - each.start).days <= 60
    ]
    last = max(by, key=lambda each: each.start, default=None)
    if last is None or last.kept is None:
        return cannot_say(ground, claim, "no truce near that day says whether it was kept")
    kept = last.kept.split(":")[0].strip().lower()
    verdict = (
        "supported"
        if kept in ("no", "never in force")
        else ("contradicted" if kept.startswith(("yes", "largely", "kept")) else "mixed")
    )
    return finding(ground, verdict, f"{_truce(last)}: {last.kept}", (_truce(last),))  # type: ignore[arg-type]


def _left(ground: Ground, claim: Claim, window: Window) -> Finding:
    ended = [
        each
        for each in ground.truces()
        if each.end and within(each.end, window, rules().days["deed"])
    ]
    if ended:
        return finding(ground, "supported", f"on record: {_truce(ended[0])}", (_truce(ended[0]),))
    return cannot_say(ground, claim, "no truce of the record ended then")


def _overlaps(each: Truce, window: Window) -> bool:
    return each.start <= window.last and (each.end is None or each.end >= window.first)


def _truce(each: Truce) -> str:
    limited = f", limited to {each.limited_to}" if each.limited_to else ""
    end = f" to {each.end}" if each.end else ""
    return f"truce of {each.start}{end} by {' and '.join(each.declared_by)}{limited}"

"""Claims of a deed with a day, and of its place in time before or after talks."""

import re
from datetime import date

from truceline.measure.claims.ground import Ground, cannot_say, distance, finding, within
from truceline.measure.claims.rules import rules
from truceline.terms.claims import Claim, Finding, Window
from truceline.terms.wars import Round, Strike, Support

_WORD = re.compile(r"[^\W\d_]{4,}")
_DULLEST = (
    "region regions strikes missiles missile drones others first many kyiv with from than more "
    "about most days after under called held city force inside shortly before until then over "
    "full scale signed agreed declared announced people time their which where"
)
_DULL = frozenset(_DULLEST.split(" "))


def words(*texts: str | None) -> frozenset[str]:
    """Return the words of lines of the record by which a claim is matched to them.

    Examples
    --------
    >>> sorted(words("explosives under the Kerch Bridge", "Kerch Strait"))
    ['bridge', 'explosion', 'kerch', 'strait']
    """
    found = frozenset(each.lower() for text in texts if text for each in _WORD.findall(text))
    return alike(found - _DULL)


def alike(found: frozenset[str]) -> frozenset[str]:
    """Return words with those that mean the same replaced by one of them.

    Examples
    --------
    >>> alike(frozenset({"airfields", "Inchon"})) == {"base", "Inchon"}
    True
    """
    same = rules().alike
    return frozenset(same.get(each, each) for each in found)


def deed(ground: Ground, claim: Claim) -> Finding:
    """Return what the record's lists say of a deed on a day.

    Parameters
    ----------
    ground : Ground
        The record.
    claim : Claim
        A deed with its window, its side if known and its words.

    Returns
    -------
    Finding
        Supported where a line of the same side, day and words is found. Contradicted only where
        the words name a deed that happens once and the record has it on another day: the lists
        are chosen, so a deed that is not in them may well have happened.
    """
    window = claim.window
    if claim.about == "unknown":
        return cannot_say(ground, claim, "no rule knows what this number or day is about")
    if window is None:
        return cannot_say(ground, claim, "no day is named")
    if window.first > ground.as_of:
        return cannot_say(ground, claim, f"its day lies after {ground.as_of}")
    slack = rules().days["deed"] if window.precision in ("day", "night") else 0
    near = [each for each in ground.strikes() if within(each.date, window, slack)]
    need = 1 if window.days <= 8 else 2
    matched = [
        each
        for each in near
        if _side(ground, claim, each.side)
        and len(alike(claim.words) & words(each.what, each.place)) >= need
    ]
    acts = [
        each
        for each in ground.war.support
        if each.date <= ground.as_of
        and within(each.date, window, slack)
        and each.backer in _codes(claim)
        and len(alike(claim.words) & words(each.what)) > 1
    ]
    if matched or acts:
        line = _row(matched[0]) if matched else _act(acts[0])
        return finding(ground, "supported", f"on record: {line}; a chosen list", (line,))
    other = _once(ground, claim, window)
    if other is not None:
        return finding(
            ground, "contradicted", f"on record on another day: {_row(other)}", (_row(other),)
        )
    return cannot_say(
        ground, claim, "no such deed is in the record's lists, which are chosen and not complete"
    )


def _codes(claim: Claim) -> set[str]:
    """Return who a claim names, "the West" as the states that it means."""
    found = {*claim.others, *([claim.side] if claim.side else [])}
    return found | {each for code in found for each in rules().bloc.get(code, [])}


def _side(ground: Ground, claim: Claim, side: str) -> bool:
    sides = {each.code for each in ground.war.sides}
    return claim.side not in sides or claim.side == side


def _once(ground: Ground, claim: Claim, window: Window) -> Strike | None:
    """Return the record's line of a deed that happens once, where its day is another one.

    The line must tell of the same kind of deed, and share a word that is no kind of deed: a place
    or a thing. For "the first" of a kind two such words will do.
    """
    said = alike(claim.words)
    kinds = said & rules().once
    first = claim.order == "same"
    if not (kinds or first) or window.days > 31:
        return None
    found = []
    for each in ground.strikes():
        told = words(each.what, each.place)
        shared = said & (told - rules().once)
        if distance(each.date, window) > rules().days["once"] or not _side(
            ground, claim, each.side
        ):
            continue
        if (kinds & told and shared) or (first and len(shared) > 1):
            found.append(each)
    nearest = min(found, key=lambda each: distance(each.date, window), default=None)
    return nearest if nearest and distance(nearest.date, window) > 3 else None


def _row(strike: Strike) -> str:
    return f"strikes {strike.date} {strike.side}: {strike.what}, {strike.place or 'no place'}"


def _act(act: Support) -> str:
    return f"support {act.date} {act.backer}: {act.what}"


def timing(ground: Ground, claim: Claim) -> Finding:
    """Return where a deed stands to the round of talks that is meant.

    Parameters
    ----------
    ground : Ground
        The record.
    claim : Claim
        With an order, perhaps a gap in days, and a window or words that name the deed.

    Returns
    -------
    Finding
        Dates alone: that the order was meant is a motive, and that attacks rise before talks is
        the question `talks`.
    """
    days = rules().days
    when = _day_of(ground, claim)
    if when is None:
        return cannot_say(ground, claim, "the deed has no day here and in no list of the record")
    day, row = when
    chosen = _round_meant(ground, claim, day)
    if chosen is None:
        return cannot_say(ground, claim, f"no round of talks is on record near {day}")
    gap = (
        (chosen.start - day.last).days if claim.order == "before" else (day.first - chosen.end).days
    )
    meant = f"round of {chosen.start}, {chosen.place} ({chosen.status})"
    told = f"{row}; {meant}: {_gap_words(gap, claim.order)}"
    if chosen.announced_on and chosen.announced_on > day.last:
        told += f"; the round became public on {chosen.announced_on}, after the deed"
    rows = (row, meant)
    if gap < 0:
        width = day.days - 1
        verdict = "mixed" if -gap <= width else "contradicted"
        return finding(ground, verdict, told, rows)  # type: ignore[arg-type]
    if claim.size is not None:
        slack = max(1, 0.3 * claim.size.low)
        fits = abs(gap - claim.size.low) <= slack
        return finding(ground, "supported" if fits else "contradicted", told, rows)
    if gap <= days["before_talks"]:
        return finding(ground, "supported", told, rows)
    return finding(
        ground, "mixed" if gap <= 2 * days["before_talks"] else "contradicted", told, rows
    )


def _gap_words(gap: int, order: str | None) -> str:
    if gap == 0:
        return "on one day"
    many = f"{abs(gap)} day" + ("s" if abs(gap) > 1 else "")
    return f"{many} {order}" if gap > 0 else f"{many} the other way round"


def _day_of(ground: Ground, claim: Claim) -> tuple[Window, str] | None:
    """Return the day of the deed: said, or that of the line of the record that it names."""
    window = claim.window
    if window is not None and window.precision in ("day", "night", "week"):
        return window, f"deed of {window.first}" + (f" to {window.last}" if window.days > 1 else "")
    found = [
        each
        for each in ground.strikes()
        if alike(claim.words) & words(each.what, each.place)
        and (within(each.date, window, 0) if window else 0 <= (ground.day - each.date).days <= 60)
    ]
    best = max(
        found,
        key=lambda each: (len(alike(claim.words) & words(each.what, each.place)), each.date),
        default=None,
    )
    return (Window(best.date, best.date), _row(best)) if best else None


def _round_meant(ground: Ground, claim: Claim, day: Window) -> Round | None:
    """Return the round next to a deed in the order said; "the talks in" a place, that one."""
    known = [each for each in ground.rounds() if abs((each.start - day.first).days) <= 60]
    placed = [each for each in known if alike(claim.words) & words(each.place)]
    pool = placed or known
    ahead = [each for each in pool if each.start >= day.last]
    behind = [each for each in pool if each.end <= day.first]
    if claim.order == "before":
        first, second = ahead, behind
    else:
        first, second = behind, ahead
    # The talks that a report tells of are those near its own day.
    recent = [each for each in first if abs((each.start - ground.day).days) <= 21] or first
    pick = recent or second
    return min(pick, key=lambda each: _apart(each, day.first), default=None)


def _apart(each: Round, day: date) -> int:
    return min(abs((each.start - day).days), abs((each.end - day).days))

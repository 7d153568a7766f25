"""Claims about answers to strikes and what is to come, and the questions for all else."""

from datetime import timedelta

from truceline.measure.claims.deeds import alike, words
from truceline.measure.claims.ground import Ground, cannot_say, finding
from truceline.measure.claims.rules import rules
from truceline.terms.claims import Claim, Finding, Window
from truceline.terms.results import Question, Verdict
from truceline.terms.wars import Strike

_FLIPPED: dict[Verdict, Verdict] = {"supported": "contradicted", "contradicted": "supported"}


def reply(ground: Ground, claim: Claim) -> Finding:
    """Return whether a strike was followed by one of the other side, as far as lists go.

    Parameters
    ----------
    ground : Ground
        The record.
    claim : Claim
        That a side answered, did not answer, or will.

    Returns
    -------
    Finding
        A strike that followed is a fact; that it was the answer is its maker's word, said so
        where the record has it. Else the question `retaliation` is asked.
    """
    slack = timedelta(days=rules().days["reply"])
    if {"threat"} & claim.words:
        return finding(ground, "cannot say", rules().lacking["threat"])
    window = claim.window
    first = window.first if window else ground.day - slack
    asked = claim.kind == "prediction"
    start = window.last + timedelta(days=1) if asked and window else first
    end = start + slack if asked or window is None else window.last + timedelta(days=1)
    side = claim.side if not asked else ground.enemy(_struck_by(ground, claim, window))
    found = [
        each
        for each in ground.strikes()
        if each.side == side
        and start - timedelta(days=1) <= each.date <= max(end, ground.day)
        and (not asked or each.date <= end)
    ]
    found.sort(key=lambda each: ("answer" not in each.what, each.date))
    if not found:
        if asked and ground.as_of <= end:
            return question(ground, claim)
        return cannot_say(ground, claim, "no strike that followed is in the record's list")
    row = f"strikes {found[0].date} {found[0].side}: {found[0].what}"
    verdict: Verdict = "contradicted" if claim.negated else "supported"
    told = "a strike followed" if asked or claim.negated else "on record"
    return finding(
        ground,
        verdict,
        f"{told}: {row}; that it was the answer is its maker's word",
        (row,),
        question="retaliation",
    )


def _struck_by(ground: Ground, claim: Claim, window: Window | None) -> str | None:
    """Return whose strike a prediction of an answer speaks of."""
    day = window.last if window else ground.day
    near: list[Strike] = [each for each in ground.strikes() if 0 <= (day - each.date).days <= 7]
    best = max(
        near,
        key=lambda each: (len(alike(claim.words) & words(each.what, each.place)), each.date),
        default=None,
    )
    return best.side if best else None


def prediction(ground: Ground, claim: Claim) -> Finding:
    """Return how a prediction came out, once its time has passed.

    Parameters
    ----------
    ground : Ground
        The record.
    claim : Claim
        About a truce, an answer to a strike, or something else to come.

    Returns
    -------
    Finding
        "cannot say" before its time has passed, with the question `outlook`.
    """
    if claim.about == "reply":
        return reply(ground, claim)
    if claim.about != "truce" or ground.published is None:
        why = "no rule scores this prediction" if ground.published else "the report has no date"
        return cannot_say(ground, claim, why)
    horizon = timedelta(days=rules().days["horizon"])
    named = claim.window.last if claim.window else None
    due = named or ground.published + horizon
    if named is None and not claim.negated:
        return question(ground, claim)
    came = [each for each in ground.general() if ground.published < each.start <= due]
    came = [each for each in came if each.end is None or (each.end - each.start).days >= 7]
    known = min([ground.as_of, *([ground.last] if ground.last else [])])
    if not came and known < due:
        return question(ground, claim, f"falls due on {due}, which has not come on {known}")
    day = f"truce of {came[0].start}" if came else f"no truce of both sides by {due}"
    since = (known - ground.published).days
    more = (
        f"; none by {known} either, {since / 30.44:.0f} months on"
        if not came and (not ground.general())
        else ""
    )
    right = bool(came) != claim.negated
    why = f"{day}{more}" + ("" if named else f"; judged at {horizon.days} days, for none was named")
    return finding(
        ground, "supported" if right else "contradicted", why, (day,), question="outlook"
    )


def question(ground: Ground, claim: Claim, why: str = "") -> Finding:
    """Return the answer of one of the eight questions, as known on the ground's day.

    Parameters
    ----------
    ground : Ground
        The record.
    claim : Claim
        Its topic chooses the question.
    why : str, optional
        What is to be said before it.

    Returns
    -------
    Finding
        The answer's own verdict, turned round for a claim that denies it. A forecast never makes
        a prediction firm: that is for time to do.
    """
    name: Question = rules().question[claim.about]  # type: ignore[assignment]
    answer = ground.ask(name, ground.as_of)
    stem = (claim.war or "no war is named")[:5]
    if claim.about == "analogues" and stem not in answer.claim.lower():
        why = f"the question judges {answer.claim.rstrip('.').lower()} and no other war"
        return finding(
            ground,
            "cannot say",
            f"{why}; {answer.statement}",
            answer.evidence,
            answer=answer,
            question=name,
        )
    verdict = _FLIPPED.get(answer.verdict, answer.verdict) if claim.negated else answer.verdict
    if claim.kind == "prediction":
        verdict = "cannot say"
    told = "; ".join(part for part in (why, answer.statement.rstrip(".")) if part)
    return finding(
        ground, verdict, f"{told} (question {name})", answer.evidence, answer=answer, question=name
    )

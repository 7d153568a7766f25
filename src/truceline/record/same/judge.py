"""Whether two tellings tell of one event: same, doubtful, or other, with a score and the reason."""

from dataclasses import dataclass
from typing import Literal

from truceline.record.same.agree import View, how, together, when, where, who
from truceline.record.same.figures import numbers
from truceline.record.same.mention import TOLD, Mention
from truceline.terms.ontology import QUAD_OF

Verdict = Literal["same", "doubtful", "other"]
SAME = 5.5
"""Points from which on two tellings without a doubt about them are one event."""
MAYBE = 4.0
"""Points from which on two tellings may be one event: shown as doubtful, never merged."""
SPEECH = frozenset({"verbal conflict"})
"""Accusing and threatening is done daily in many words: never the same by who and when alone."""
AGAIN = frozenset({
    "additional", "also", "another", "again", "earlier", "elsewhere", "later", "meanwhile",
    "second", "separate", "separately", "third",
})  # fmt: skip
"""Words by which one report sets an event apart from the one that it told before."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """What two tellings are to each other, and why; `against` where a field rules one event out."""

    verdict: Verdict
    score: float
    reason: str
    against: bool = False


def judge(one: Mention, two: Mention) -> Judgement:
    """Return whether two tellings tell of one event.

    Parameters
    ----------
    one, two : Mention
        In either order: the judgement is the same.

    Returns
    -------
    Judgement
        "other" where they are of different types or a field rules one event out; "same" from
        `SAME` points on where no field gives reason to doubt; "doubtful" from `MAYBE` on. The
        reason names every field that spoke.

    Notes
    -----
    The points are a rule, set on the open half of our own set of reports and not estimated: day
    up to 2, place up to 3, parties up to 3, one equal number up to 2. No two fields suffice alone,
    save day and named place with one of the sides, and day and both parties of an exchange or an
    agreement with what it was about.
    """
    if one.type != two.type or one.status not in TOLD or two.status not in TOLD:
        return Judgement("other", 0.0, f"{one.type} and {two.type}", against=True)
    if one.story_id == two.story_id and _set_apart(one, two):
        return Judgement("other", 0.0, "told as two events in one report", against=True)
    views: list[View] = []
    for field in (when, where, who, numbers, how, together):
        view = field(one, two)
        if view.against:
            return Judgement("other", 0.0, view.words, against=True)
        views.append(view)
    score = round(sum(each.points for each in views), 2)
    doubts = [each.doubt for each in views if each.doubt]
    words = ", ".join(each.words for each in views if each.words)
    if score < MAYBE:
        return Judgement("other", score, words)
    if QUAD_OF[one.type] in SPEECH:  # type: ignore[index]
        doubts.append("words, which are said often")
    if score >= SAME and not doubts:
        return Judgement("same", score, words)
    said = f"{words} (in doubt: {'; '.join(doubts) or 'too little is told'})"
    return Judgement("doubtful", score, said)


def _set_apart(one: Mention, two: Mention) -> bool:
    """Return whether one report tells the two as two events, by a word such as "another"."""
    if one.sentence == two.sentence:
        return False
    later = one if one.sentence > two.sentence else two
    return bool(AGAIN & set(later.text.lower().replace(",", " ").replace(".", " ").split()))

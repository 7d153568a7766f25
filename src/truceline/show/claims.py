"""A report's claims in words: each with its sentence, its verdict in both columns, its rows."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from truceline.show.text import line, safe
from truceline.show.words import VERDICT_SIGN
from truceline.terms.claims import Checked, Finding

KIND = {
    "count": "a number on a day",
    "total": "a total",
    "share": "a share",
    "trend": "a trend",
    "timing": "timing",
    "event": "a dated deed",
    "reply": "an answer to a strike",
    "comparison": "a likeness",
    "outcome": "what talks came to",
    "duration": "a duration",
    "support": "support",
    "prediction": "a prediction",
    "condition": "a condition",
    "opinion": "an opinion",
    "motive": "a motive",
}
NOT_CHECKABLE = "not checkable"
_SIGN_OF_NONE = "·"
_LONG = 120  # characters from which a reason is said once
_TOLD = ("supported", "contradicted", "mixed", "cannot say", NOT_CHECKABLE)


@dataclass(frozen=True, slots=True)
class Column:
    """One finding in words."""

    verdict: str
    sign: str
    reason: str
    rows: tuple[str, ...]
    as_of: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimView:
    """One claim as it is shown."""

    number: int
    story: int
    sentence: str
    kind: str
    told: str
    quote: str
    start: int
    end: int
    checkable: bool
    then: Column | None
    now: Column
    question: str | None


def views(stories: Sequence[Sequence[Checked]]) -> tuple[ClaimView, ...]:
    """Return the claims of every report in words, numbered through.

    Parameters
    ----------
    stories : sequence of sequence of Checked
        Story by story, each in the order of its text.

    Returns
    -------
    tuple of ClaimView
        Each text safe, not yet escaped.
    """
    every = [(at, each) for at, found in enumerate(stories, 1) for each in found]
    made = [_view(number, at, each) for number, (at, each) in enumerate(every, 1)]
    return tuple(_once(each, made) for each in made)


def _once(each: ClaimView, every: Sequence[ClaimView]) -> ClaimView:
    """Say a long reason once: where an earlier claim has it, point to that claim."""
    first = next(one for one in every if one.now.reason == each.now.reason)
    if first is each or len(each.now.reason) < _LONG:
        return each
    now = replace(each.now, reason=f"as for claim {first.number}", rows=())
    return replace(each, now=now)


def tally(found: Sequence[ClaimView]) -> str:
    """Return how many claims got which verdict, in one sentence.

    Parameters
    ----------
    found : sequence of ClaimView
        The claims.

    Returns
    -------
    str
        Such as "12 claims: 3 supported, 1 contradicted, 8 cannot say".

    Examples
    --------
    >>> tally(())
    'No claim was found that a record could bear out or refute.'
    """
    if not found:
        return "No claim was found that a record could bear out or refute."
    counted = {verdict: sum(each.now.verdict == verdict for each in found) for verdict in _TOLD}
    parts = [f"{many} {verdict}" for verdict, many in counted.items() if many]
    noun = "1 claim" if len(found) == 1 else f"{len(found)} claims"
    return f"{noun}: {', '.join(parts)}."


def _view(number: int, story: int, each: Checked) -> ClaimView:
    said = each.claim
    return ClaimView(
        number=number,
        story=story,
        sentence="title" if said.sentence < 0 else str(said.sentence + 1),
        kind=KIND[said.kind],
        told=line(said.claim),
        quote=safe(said.quote),
        start=said.start,
        end=said.end,
        checkable=said.checkable,
        then=_column(each.then, checkable=said.checkable) if each.then else None,
        now=_column(each.now, checkable=said.checkable),
        question=each.now.question,
    )


def _column(found: Finding, *, checkable: bool) -> Column:
    verdict = found.verdict if checkable else NOT_CHECKABLE
    sign = VERDICT_SIGN[found.verdict] if checkable else _SIGN_OF_NONE
    reason = line(found.reason).removeprefix("not checkable: ")
    return Column(
        verdict, sign, reason, tuple(line(row) for row in found.evidence), f"{found.as_of}"
    )

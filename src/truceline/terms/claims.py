"""What a report claims, and what the record says of it: the CLAIM contract.

A `Claim` is read from a sentence; a `Finding` is what the record, as known on one day, says of it;
`Checked` sets the two side by side. The JSON is in `Checked.as_dict`.
"""

import datetime as dt
from dataclasses import dataclass
from typing import Any, Literal, get_args

from truceline.terms.results import Answer, Verdict

Kind = Literal[
    "count", "total", "share", "trend", "timing", "event", "reply", "comparison", "outcome",
    "duration", "support", "prediction", "condition", "opinion", "motive",
]  # fmt: skip
KINDS: tuple[Kind, ...] = get_args(Kind)
NOT_CHECKABLE: tuple[Kind, ...] = ("condition", "opinion", "motive")
Direction = Literal["up", "down", "flat"]
Order = Literal["before", "after", "same"]


@dataclass(frozen=True, slots=True)
class Size:
    """A number said: `low` is the number, `high` None where open-ended, `rough` where "about"."""

    low: float
    high: float | None
    unit: str = "items"
    rough: bool = False
    quote: str = ""


@dataclass(frozen=True, slots=True)
class Window:
    """Days that a claim speaks of; `precision` is day, night, week, month, year or span."""

    first: dt.date
    last: dt.date
    precision: str = "day"
    text: str = ""

    @property
    def days(self) -> int:
        """Days in it, both ends counted."""
        return (self.last - self.first).days + 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """One statement that a report makes.

    `about` is its topic in the words of `coding/lexicons/claims.toml` ("drones", "talks", …);
    `side` is whose deed or loss it is, `target` to whom; `words` are the content words by which a
    line of the record is found. `war` names another war that it is about.
    """

    claim_id: str
    story_id: str
    sentence: int
    kind: Kind
    claim: str
    quote: str
    start: int
    end: int
    checkable: bool = True
    why_not: str | None = None
    about: str = ""
    deed: str = ""
    side: str | None = None
    target: str | None = None
    others: tuple[str, ...] = ()
    size: Size | None = None
    factor: float | None = None
    window: Window | None = None
    versus: Window | None = None
    direction: Direction | None = None
    order: Order | None = None
    negated: bool = False
    attributed: bool = False
    words: frozenset[str] = frozenset()
    issues: tuple[tuple[str, str], ...] = ()
    war: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """What the record says of one claim, as known on `as_of`, and the rows that say it."""

    as_of: dt.date
    verdict: Verdict
    reason: str
    answer: Answer | None = None
    evidence: tuple[str, ...] = ()
    question: str | None = None

    def as_dict(self) -> dict[str, Any]:
        """Return the column's part of a CLAIM."""
        return {
            "verdict": self.verdict,
            "reason": self.reason,
            "answer": self.answer.as_dict() if self.answer else None,
            "evidence": list(self.evidence),
            "question": self.question,
            "as_of": self.as_of.isoformat(),
        }


@dataclass(frozen=True, slots=True)
class Checked:
    """A claim with what is known now, and what was known on the report's date, if asked for."""

    claim: Claim
    now: Finding
    then: Finding | None = None

    def as_dict(self) -> dict[str, Any]:
        """Return the CLAIM contract's object; `then` and what follows `evidence` are additions."""
        said = self.claim
        return {
            "claim": said.claim,
            "quote": said.quote,
            "start": said.start,
            "end": said.end,
            "kind": said.kind,
            "checkable": said.checkable,
            **self.now.as_dict(),
            "then": self.then.as_dict() if self.then else None,
            "claim_id": said.claim_id,
            "story_id": said.story_id,
            "sentence": said.sentence,
        }

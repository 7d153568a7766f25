"""What a question is answered with: estimates with their doubt, checks, data, limits.

The shapes are the ANSWER contract, field by field; `profiles`, for figures, and `analogues` are
ours by addition.
"""

from dataclasses import asdict, dataclass
from typing import Any, Literal

Question = Literal[
    "talks", "balance", "retaliation", "front", "phases", "analogues", "incentives", "outlook"
]
Verdict = Literal["supported", "contradicted", "mixed", "cannot say"]
QUESTIONS: tuple[Question, ...] = (
    "talks", "balance", "retaliation", "front", "phases", "analogues", "incentives", "outlook",
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Estimate:
    """A number with its doubt; None where it cannot be estimated."""

    name: str
    value: float | None
    low: float | None = None
    high: float | None = None
    level: float | None = None
    measured_in: str | None = None
    n: int | None = None
    method: str | None = None
    p: float | None = None


@dataclass(frozen=True, slots=True)
class Check:
    """An assumption that was tested, and what came out."""

    name: str
    passed: bool | None
    detail: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DataUsed:
    """A dataset an answer stands on."""

    dataset: str
    version: str | None = None
    retrieved_at: str | None = None
    rows: int | None = None
    first: str | None = None
    last: str | None = None
    licence: str | None = None
    citation: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """Ratios to the local baseline by day around a round, with a pointwise band, for a figure."""

    series: str
    days: tuple[int, ...]
    ratio: tuple[float | None, ...]
    low: tuple[float | None, ...]
    high: tuple[float | None, ...]
    level: float
    n: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Analogue:
    """A past war beside the one asked about: how near, at which moment, in what alike, its end.

    `rank_low` and `rank_high` are its places when one attribute is left out. `days_after` runs from
    the moment to the end, or to the last day it was seen; `same`, `differs` and `unknown` name
    attributes.
    """

    war_id: str
    name: str
    distance: float
    rank: float
    rank_low: int
    rank_high: int
    moment: str
    outcome: str | None
    over: bool
    days_after: int
    same: tuple[str, ...] = ()
    differs: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """The answer to one question about one war, as the ANSWER contract has it."""

    question: str
    war: str
    as_of: str | None
    statement: str
    claim: str
    verdict: Verdict
    estimates: tuple[Estimate, ...] = ()
    checks: tuple[Check, ...] = ()
    data: tuple[DataUsed, ...] = ()
    evidence: tuple[str, ...] = ()
    limits: tuple[str, ...]
    method: str
    profiles: tuple[Profile, ...] = ()
    analogues: tuple[Analogue, ...] = ()

    def as_dict(self) -> dict[str, Any]:
        """Return the answer as the ANSWER contract's JSON object."""
        return asdict(self)

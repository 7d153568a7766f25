"""What a question is answered with: estimates with their doubt, checks, data, limits.

The shapes are the ANSWER contract, field by field; `profiles` is ours by addition, for figures.
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

    def as_dict(self) -> dict[str, Any]:
        """Return the answer as the ANSWER contract's JSON object."""
        return asdict(self)

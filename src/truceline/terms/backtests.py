"""What a backtest found: tables of scores with what each is better than, and reliability."""

from dataclasses import asdict, dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Gap:
    """A mean difference of scores, ours less theirs, with its interval; below 0 ours is better.

    `clusters` are the wars (or countries) that were drawn anew.
    """

    value: float
    low: float
    high: float
    clusters: int

    @property
    def better(self) -> bool:
        """Whether the whole interval lies below 0."""
        return self.high < 0


@dataclass(frozen=True, slots=True)
class Bin:
    """Forecasts of about one height: how many, their mean, and how often the event came."""

    n: int
    said: float
    came: float
    low: float
    high: float
    clusters: int


@dataclass(frozen=True, slots=True)
class ScoreRow:
    """One way of forecasting: its scores by name, and ours less its own; no gaps for ours."""

    name: str
    scores: dict[str, float]
    gaps: dict[str, Gap]


@dataclass(frozen=True, slots=True, kw_only=True)
class ScoreTable:
    """Scores of one event over one set of forecasts; `came` is the share that came true."""

    title: str
    ours: str
    forecasts: int
    clusters: int
    first: int
    last: int
    came: float | None
    rows: tuple[ScoreRow, ...]
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class BacktestReport:
    """All tables of one question's backtest; `primary` tables bear the bars."""

    question: str
    version: str
    seed: int
    terms: str
    tables: tuple[ScoreTable, ...]
    reliability: tuple[tuple[str, tuple[Bin, ...]], ...]
    limits: tuple[str, ...]

    def as_dict(self) -> dict[str, Any]:
        """Return the report as a JSON object."""
        return asdict(self)

"""A forecast as it is archived: of what, by when, how likely, made when and by which version."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class Forecast:
    """The chance that an event of a war comes by a day, as said on `as_of`.

    `event` is a short word such as "stop"; `definition` says in words what counts. `made_at` is
    the ISO time at which it was archived, None before.
    """

    question: str
    war: str
    as_of: date
    event: str
    by: date
    definition: str
    probability: float
    low: float | None
    high: float | None
    level: float | None
    method: str
    version: str
    made_at: str | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a forecast: whether the event came by its day, and its scores."""

    forecast: Forecast
    came: bool
    brier: float
    log: float

"""The numbers of one outlook, as its words and its archive read them."""

from dataclasses import dataclass
from datetime import date, timedelta

from truceline.foresee.asked import Subject
from truceline.foresee.interval import Asked, Said
from truceline.foresee.past import MONTH
from truceline.foresee.pool import Pool
from truceline.foresee.track import Track
from truceline.terms.wars import War


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """What is said of a war. `tracks` is empty where the backtest was made for other terms."""

    war: War
    subject: Subject
    as_of: date
    by: date | None
    asked: Asked
    pool: Pool
    said: Said
    wars: int
    at_risk: dict[str, int]
    unknown: int
    tracks: dict[str, Track]

    @property
    def base(self) -> bool:
        """Whether the base rate stands for the ceasefire, because the pool is not better."""
        return not ("ceasefire" in self.tracks and self.tracks["ceasefire"].better)

    def by_day(self, span: float) -> date:
        """Return the day that a span in months ends on."""
        if self.by is not None and abs(span - self.asked.spans[-1]) < 1e-9:
            return self.by
        return self.as_of + timedelta(days=round(span * MONTH))

    def by_words(self, span: float) -> str:
        """Return a span in words."""
        if self.by is not None and abs(span - self.asked.spans[-1]) < 1e-9:
            return f"by {self.by}"
        return f"within {span:g} month{'' if span == 1 else 's'}"

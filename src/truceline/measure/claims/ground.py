"""What a claim is set against: a war's record as known on one day."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import pairwise

import polars as pl

from truceline.measure.claims.rules import rules
from truceline.terms.claims import Claim, Finding, Size, Window
from truceline.terms.results import Answer, Question, Verdict
from truceline.terms.wars import Round, Series, Strike, Truce, War


@dataclass(frozen=True, kw_only=True)
class Ground:
    """A war's record, cut at `as_of`, with what the pipeline lends: questions and numbers.

    `ask` answers a question as known on a day; `numbers` reads the numbers of a line of the
    record; `other_war` finds the ground of a past war by its name.
    """

    war: War
    panel: pl.DataFrame
    other: pl.DataFrame | None
    as_of: date
    published: date | None
    ask: Callable[[Question, date], Answer]
    numbers: Callable[[str], tuple[Size, ...]]
    other_war: Callable[[str], "Ground | None"] = lambda _: None
    last: date | None = None
    cache: dict[str, dict[date, tuple[float, float, float]]] = field(default_factory=dict)

    @property
    def day(self) -> date:
        """The day on which the report stands, not beyond what is known."""
        ends = [self.as_of, *([self.published] if self.published else [])]
        return min(ends)

    def values(self, series: Series, *, other: bool = False) -> dict[date, tuple[float, ...]]:
        """Return a series as day → (value, low, high), up to `as_of`; missing days are absent."""
        key = f"{series.name}{'*' if other else ''}"
        if key not in self.cache:
            frame = self.other if other else self.panel
            self.cache[key] = {} if frame is None else _by_day(frame, series.name, self.as_of)
        return dict(self.cache[key])

    def rounds(self) -> list[Round]:
        """Return the rounds that were public by `as_of`."""
        return [each for each in self.war.rounds if (each.announced_on or each.start) <= self.as_of]

    def strikes(self) -> list[Strike]:
        """Return the strikes that had happened by `as_of`."""
        return [each for each in self.war.strikes if each.date <= self.as_of]

    def truces(self) -> list[Truce]:
        """Return the truces that had begun by `as_of`."""
        return [each for each in self.war.truces if each.start <= self.as_of]

    def general(self) -> list[Truce]:
        """Return the truces of both sides that are limited to nothing."""
        sides = {each.code for each in self.war.sides}
        return [
            each
            for each in self.truces()
            if each.limited_to is None and sides <= set(each.declared_by)
        ]

    def covers(self, window: Window) -> bool:
        """Tell whether lists of the record reach over a window: within the war, not beyond."""
        end = min([self.as_of, *([self.last] if self.last else [])])
        return self.war.start <= window.first and window.last <= end

    def enemy(self, side: str | None) -> str | None:
        """Return the other side of a war between two."""
        codes = [each.code for each in self.war.sides]
        if len(codes) != 2 or side not in codes:
            return None
        return next(each for each in codes if each != side)


def _by_day(frame: pl.DataFrame, name: str, as_of: date) -> dict[date, tuple[float, float, float]]:
    rows = frame.filter(
        (pl.col("series") == name) & pl.col("value").is_not_null() & (pl.col("date") <= as_of)
    ).select("date", "value", "low", "high")
    return {
        day: (value, value if low is None else low, value if high is None else high)
        for day, value, low, high in rows.sort("date").iter_rows()
    }


def finding(
    ground: Ground,
    verdict: Verdict,
    reason: str,
    evidence: tuple[str, ...] = (),
    *,
    answer: Answer | None = None,
    question: str | None = None,
) -> Finding:
    """Return a finding as known on the ground's day."""
    return Finding(
        as_of=ground.as_of,
        verdict=verdict,
        reason=reason,
        answer=answer,
        evidence=evidence,
        question=question,
    )


def cannot_say(ground: Ground, claim: Claim, why: str) -> Finding:
    """Return "cannot say", with the question that would answer it where there is one."""
    question = rules().question.get(claim.about)
    if question:
        why += f"; the question {question} would answer it"
    return finding(ground, "cannot say", why, question=question)


def within(day: date, window: Window, slack: int) -> bool:
    """Tell whether a day lies in a window, give or take some days.

    Examples
    --------
    >>> within(date(2025, 6, 2), Window(date(2025, 6, 1), date(2025, 6, 1)), 1)
    True
    """
    span = timedelta(days=slack)
    return window.first - span <= day <= window.last + span


def distance(day: date, window: Window) -> int:
    """Return the days between a day and a window, 0 inside it."""
    if day < window.first:
        return (window.first - day).days
    return max(0, (day - window.last).days)


def daily(days: list[date]) -> bool:
    """Tell whether most days of a list follow each other."""
    gaps = sorted((b - a).days for a, b in pairwise(sorted(days)))
    return bool(gaps) and gaps[len(gaps) // 2] <= 1

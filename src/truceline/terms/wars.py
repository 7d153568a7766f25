"""A war as its folder describes it: sides, backers, rounds of talks, truces, strikes, series."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any, Literal

RoundStatus = Literal["held", "postponed", "collapsed"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """A belligerent; `leader_offices` are offices, such as "president", never private persons."""

    code: str
    name: str
    leader_offices: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Backer:
    """A third party that sustains one side, since when, and where that was read."""

    code: str
    side: str
    since: date | None = None
    source: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Round:
    """A round of talks that was announced, whether or not it was held.

    `announced_on` is the day on which the date became publicly known; before it, nobody could
    have timed an attack by it. `done` says what became of each line of `agreed`, in its order.
    """

    start: date
    end: date
    announced_on: date | None = None
    status: RoundStatus = "held"
    place: str | None = None
    format: str | None = None
    parties: tuple[str, ...] = ()
    mediator: str | None = None
    agreed: tuple[str, ...] = ()
    done: tuple[str, ...] = ()
    source: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Truce:
    """A truce or limited moratorium as it was declared; `kept` is what became of it."""

    start: date
    end: date | None = None
    declared_by: tuple[str, ...] = ()
    limited_to: str | None = None
    kept: str | None = None
    source: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Strike:
    """A salient strike of one side, dated and sourced."""

    date: date
    side: str
    what: str
    place: str | None = None
    symbolic: bool = False
    source: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Depth:
    """How far behind the front some places lay in a span of days, by whole regions and by name.

    `depth` is "deep" (more than 100 km behind the front, or a capital, a named bridge, a strategic
    air base), "near" (closer than that), or "unknown" (partly). A named place goes before a region
    and a region before a country; with neither, all of the country that no other entry names.
    """

    depth: Literal["deep", "near", "unknown"]
    country: str
    admin1: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    since: date | None = None
    until: date | None = None
    why: str | None = None
    source: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Support:
    """A dated act of a third party: aid, a pause, sanctions, a summit, mediation.

    `side` is the side that it helps, presses or meets; None where it is both. `amount` is counted
    in `unit` and never added up over acts, whose announcements overlap.
    """

    date: date
    backer: str
    kind: str
    what: str
    side: str | None = None
    amount: float | None = None
    unit: str | None = None
    source: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """A dated series of the war: what it counts, whose acts it holds, who reports it.

    `holds` says what a rise means: "attacks" (the acts of `side`), "losses" (of `side`), "deaths",
    "area" or "other". `regime` are the spans in which its level means one thing; with none, the
    whole series. `other_dating` names a second file with the same quantity dated the other way
    (an overnight attack by its first day instead of its last, say).
    """

    name: str
    file: str
    unit: str
    side: str | None = None
    what: str | None = None
    holds: str = "other"
    reported_by: str | None = None
    licence: str | None = None
    citation: str | None = None
    version: str | None = None
    retrieved_at: str | None = None
    redistribute: Literal["open", "aggregate only", "private"] = "open"
    regime: tuple[tuple[date, date], ...] = ()
    other_dating: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class War:
    """One war. `folder` is its name (built in) or the folder's own name, never a full path."""

    folder: str
    name: str
    start: date
    end: date | None = None
    codes: dict[str, str] = field(default_factory=dict)
    aliases: tuple[str, ...] = ()
    sides: tuple[Side, ...]
    backers: tuple[Backer, ...] = ()
    rounds: tuple[Round, ...] = ()
    truces: tuple[Truce, ...] = ()
    strikes: tuple[Strike, ...] = ()
    depth: tuple[Depth, ...] = ()
    support: tuple[Support, ...] = ()
    series: tuple[Series, ...] = ()
    reason: dict[str, Any] = field(default_factory=dict)
    sha256: str = ""
    remarks: tuple[str, ...] = ()

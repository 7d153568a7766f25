"""An event as coded from one story: who did what to whom, when, where, who says so.

The shapes are the EVENT contract, field by field and in its order; `as_dict` gives the JSON.
"""

from collections.abc import Collection
from dataclasses import asdict, dataclass, field
from datetime import date
from typing import Any, Protocol

from truceline.terms.ontology import DatePrecision, Hedge, Quad, Status, Type
from truceline.terms.stories import Story


@dataclass(frozen=True, slots=True)
class Actor:
    """Who acts or is acted on.

    `code` is ISO 3166 alpha-3, or IGO, NGO, IMG, MNC, or None where the actor is not known.
    `name` is a public office-holder of the lexicon, never a private person.
    """

    text: str
    code: str | None = None
    sector: str | None = None
    name: str | None = None


@dataclass(frozen=True, slots=True)
class Bearer:
    """A place that bears the name that a text gives, beside the one that was taken."""

    name: str
    admin1: str | None
    country: str | None
    geonameid: int


@dataclass(frozen=True, slots=True)
class Place:
    """Where; `where_prec` is UCDP GED's scale, 1 (exact) to 7 (international waters, airspace).

    `candidates` are the other places of that name, the largest first. `share` is the part of all
    who live in places of that name that lives in this one, where its size alone had it taken; None
    where the states of the story or the war decided, or nothing had to be decided.
    """

    name: str
    admin1: str | None = None
    country: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    geonameid: int | None = None
    where_prec: int = 6
    disputed: bool = False
    claimed_by: tuple[str, ...] = ()
    controlled_by: str | None = None
    candidates: tuple[Bearer, ...] = field(default=(), compare=False)
    share: float | None = field(default=None, compare=False)

    @property
    def holder(self) -> str | None:
        """Return the code of the state that the place lies in; of disputed land who holds it."""
        return self.controlled_by if self.disputed else self.country

    def faced_by(self, codes: Collection[str]) -> str | None:
        """Return whom a claimant of disputed land faces in it, where it is not his by the map."""
        fits = self.disputed and not set(codes).isdisjoint(self.claimed_by)
        return self.country if fits and self.country not in codes else None


@dataclass(frozen=True, slots=True)
class Instrument:
    """What an attack was made with."""

    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class Count:
    """A number in the text, as a range: low is the number said, high None where open-ended."""

    what: str
    of: str | None
    low: float
    high: float | None
    unit: str
    quote: str
    included_in: int | None = None
    hedge: Hedge | None = None
    attributed_to: Actor | None = None


@dataclass(frozen=True, slots=True)
class Issue:
    """One matter of talks or an agreement, and how it came out."""

    issue: str
    outcome: str
    quote: str


@dataclass(frozen=True, slots=True)
class Evidence:
    """The clause or sentence an event was read from; `story.text[start:end] == quote`."""

    quote: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class CoderId:
    """Which coder wrote an event."""

    name: str
    version: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One event; every field as in the EVENT contract (ARCHITECTURE.md)."""

    event_id: str
    story_id: str
    sentence: int
    sentence_text: str
    type: Type
    mode: str | None = None
    contexts: tuple[str, ...] = ()
    quad: Quad
    source: tuple[Actor, ...] = ()
    target: tuple[Actor, ...] = ()
    status: Status = "happened"
    hedge: Hedge = "stated"
    attributed_to: Actor | None = None
    date_start: date | None = None
    date_end: date | None = None
    date_prec: DatePrecision = "unknown"
    date_text: str | None = None
    place: Place | None = None
    instruments: tuple[Instrument, ...] = ()
    counts: tuple[Count, ...] = ()
    issues: tuple[Issue, ...] = ()
    evidence: Evidence
    confidence: float
    coder: CoderId
    roles: dict[str, Any] = field(default_factory=dict)

    def as_dict(self) -> dict[str, Any]:
        """Return the event as the EVENT contract's JSON object, dates as ISO text."""
        plain = asdict(self)
        for key in ("date_start", "date_end"):
            plain[key] = plain[key].isoformat() if plain[key] is not None else None
        return plain


@dataclass(frozen=True, slots=True)
class SetAside:
    """A stretch of a story that could not be coded, with a counted reason such as `NO_DATE`."""

    reason: str
    quote: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Coding:
    """What a coder found in one story."""

    story_id: str
    events: tuple[Event, ...] = ()
    set_aside: tuple[SetAside, ...] = ()


class Coder(Protocol):
    """Anything that turns a story into events: a name, a version and a call."""

    name: str
    version: str

    def __call__(self, story: Story) -> Coding:
        """Return the events of `story`; never raise over what a story says."""
        ...

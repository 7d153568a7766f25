"""What an event in the making holds."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from truceline.coding.amounts import Counted
from truceline.coding.choice import Candidate
from truceline.coding.dates import When
from truceline.coding.places import Where
from truceline.coding.predicates import Trigger
from truceline.coding.records import record
from truceline.coding.status import Reading
from truceline.terms.events import Actor, Issue, Place
from truceline.terms.ontology import Hedge, Status

SPEAKING = frozenset({"speech", "threat", "demand", "complaint", "agreement"})
"""Kinds of trigger whose content is not coded again."""


@dataclass(slots=True)
class Draft:
    """An event in the making: where it stands in the sentence and what is known of it so far.

    `own_words` is true where it is what its doer himself says: a promise, a threat, a refusal.
    """

    trigger: Trigger
    reading: Reading
    source: list[Actor] = field(default_factory=list)
    target: list[Actor] = field(default_factory=list)
    merged: list[Trigger] = field(default_factory=list)
    counts: list[Counted] = field(default_factory=list)
    issues: list[Issue] = field(default_factory=list)
    instruments: list[tuple[int, str, str]] = field(default_factory=list)
    when: When | None = None
    place: Place | None = None
    hedge: Hedge | None = None
    speaker: Actor | None = None
    status: Status | None = None
    first: int = 0
    last: int = 0
    core: int = 0
    inherited: bool = False
    own_words: bool = False
    node: int = -1
    relation: str = ""
    beside: int = 1
    aims: Sequence[Candidate] = ()
    aimed: float | None = None
    basis: dict[str, str] = field(default_factory=dict)

    @property
    def type(self) -> str:
        """Return the PLOVER type."""
        return self.trigger.type

    def triggers(self) -> list[Trigger]:
        """Return all the triggers that tell of this event."""
        return [self.trigger, *self.merged]


@record
class Found:
    """What else a sentence holds."""

    counts: Sequence[Counted]
    places: Sequence[Where]
    instruments: Sequence[tuple[int, int, str]]
    war_known: bool = False

    def armed(self) -> frozenset[int]:
        """Return the tokens that name a weapon: nobody can be one."""
        return frozenset(i for first, last, _ in self.instruments for i in range(first, last))

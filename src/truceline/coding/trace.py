"""How one sentence was read: its parse, what reported an event, and why the rest did not."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from truceline.coding.arguments import Scene
from truceline.coding.assemble import Setting
from truceline.coding.choice import Candidate
from truceline.coding.draft import Draft
from truceline.coding.drafts import Dropped
from truceline.coding.predicates import Trigger
from truceline.coding.syntax.parse import Parse
from truceline.coding.tokens import Token
from truceline.terms.events import SetAside

QUIET = frozenset({"SPEECH_CONTENT", "NOUN_ALONE", "ANAPHORA", "GERUND", "PURPOSE", "ORDER",
                   "OTHER_SENSE", "SAID"})  # fmt: skip
"""Reasons that are not worth a reader's time: the event is told elsewhere, or none is told."""


@dataclass(frozen=True, slots=True)
class Trace:
    """Each trigger of a sentence with None, or why it reports no event of its own.

    `spans` are the offsets of its words; `grounds` what each event's sureness rests on, by its id,
    `aims` whom it may be aimed at.
    """

    start: int
    end: int
    parse: Parse | None
    read: tuple[tuple[Trigger, str | None], ...]
    spans: tuple[tuple[int, int], ...]
    grounds: dict[str, tuple[str, ...]] = field(default_factory=dict)
    aims: dict[str, Sequence[Candidate]] = field(default_factory=dict)


def trace_of(
    setting: Setting,
    scene: Scene,
    drafts: Sequence[Draft],
    dropped: Dropped,
    parses: Mapping[tuple[int, int], Parse],
) -> Trace:
    """Return how a sentence was read; a trigger that joined another event is `JOINED`."""
    why = {trigger: reason for reason, trigger in dropped}
    joined = {each for draft in drafts for each in draft.merged}
    span = (setting.start, setting.end)
    read = tuple((t, "JOINED" if t in joined else why.get(t)) for t in scene.triggers)
    spans = tuple((each.start, each.end) for each in setting.tokens)
    return Trace(*span, parses.get(span), read, spans)


def left_out(text: str, tokens: Sequence[Token], dropped: Dropped) -> list[SetAside]:
    """Return what was seen and not coded, with its reason and where it stands."""
    found = []
    for reason, trigger in dropped:
        if reason not in QUIET:
            first, last = tokens[trigger.first].start, tokens[trigger.last - 1].end
            found.append(SetAside(reason, text[first:last], first, last))
    return found

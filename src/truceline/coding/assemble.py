"""From a draft to an EVENT: its fields, its evidence, how sure it is."""

import hashlib
from collections.abc import Sequence
from dataclasses import replace

from truceline.coding.amounts import Counted
from truceline.coding.draft import Draft
from truceline.coding.records import record
from truceline.coding.sureness import grounds_of, sureness
from truceline.coding.tokens import Token
from truceline.terms.events import Actor, CoderId, Count, Event, Evidence, Instrument, Issue
from truceline.terms.ontology import QUAD_OF, Hedge, Status, Type

ISSUED = frozenset({"AGREE", "CONSULT", "COOPERATE", "RETREAT", "REJECT", "REQUEST"})
SPOKEN: dict[str, tuple[str, ...]] = {
    "THREATEN": (), "REJECT": (), "ACCUSE": (), "SUPPORT": (), "REQUEST": ("money",),
    "CONCEDE": ("captured",),
}  # fmt: skip
"""What can be counted of deeds that are words: a loan asked for, those who surrender."""
MODES = {"drone": "drone", "missile": "heavy-weapons", "artillery": "heavy-weapons",
         "aircraft": "aerial", "bomb": "explosives", "mine": "explosives",
         "firearm": "firearms"}  # fmt: skip
"""How an attack is made with each kind of weapon."""
BODILY = frozenset({"killed", "wounded"})


@record
class Setting:
    """The sentence that an event stands in."""

    text: str
    story_id: str
    number: int
    start: int
    end: int
    tokens: Sequence[Token]
    coder: CoderId


def fitting_counts(draft: Draft) -> tuple[Count, ...]:
    """Return the draft's counts that its type can have, links between them kept true."""
    if not draft.counts:
        return ()
    kept: list[Counted] = [each for each in draft.counts if _fits(draft, each.count)]
    originals = [id(each) for each in draft.counts]
    moved = {originals.index(id(each)): i for i, each in enumerate(kept)}
    return tuple(
        _dead(draft, each.count) if each.count.included_in is None else
        replace(each.count, included_in=moved.get(each.count.included_in))
        for each in kept
    )  # fmt: skip


def _dead(draft: Draft, count: Count) -> Count:
    """Return the bodies that are found after an attack as its dead."""
    if draft.type != "ASSAULT" or count.of != "bodies":
        return count
    return replace(count, what="killed", of=None, unit="persons")


def _fits(draft: Draft, count: Count) -> bool:
    if draft.type in SPOKEN:
        return count.what in SPOKEN[draft.type]
    if count.what in BODILY:
        return draft.type in ("ASSAULT", "COERCE", "PROTEST")
    if count.what == "troops":
        return draft.type in ("MOBILIZE", "RETREAT", "AID", "COERCE", "ASSAULT")
    return True


def event_of(draft: Draft, setting: Setting) -> Event:
    """Return the finished event."""
    tokens, text = setting.tokens, setting.text
    hedge: Hedge = draft.hedge or ("possible" if draft.reading.possible else "stated")
    status: Status = draft.status or draft.reading.status
    kind: Type = draft.trigger.type  # type: ignore[assignment]
    start = tokens[draft.first].start
    end = tokens[min(draft.last, len(tokens)) - 1].end
    when = draft.when
    sure = sureness().chances(grounds_of(draft))
    shown = tuple(Instrument(name, said) for _, name, said in draft.instruments)
    return Event(
        event_id=identity(setting.story_id, tokens[draft.trigger.first].start),
        story_id=setting.story_id, sentence=setting.number,
        sentence_text=text[setting.start : setting.end], type=kind, mode=mode_of(draft),
        contexts=contexts_of(draft), quad=QUAD_OF[kind], source=_distinct(draft.source),
        target=_distinct(draft.target), status=status, hedge=hedge, attributed_to=draft.speaker,
        date_start=when.start if when else None, date_end=when.end if when else None,
        date_prec=when.prec if when else "unknown", date_text=(when.text or None) if when else None,
        place=draft.place, instruments=shown, counts=fitting_counts(draft),
        issues=tuple(draft.issues) if draft.type in ISSUED else (),
        evidence=Evidence(text[start:end], start, end),
        confidence=sure.pop("type"), coder=setting.coder, roles={**draft.basis, "sure": sure},
    )  # fmt: skip


def alone(event: Event, setting: Setting) -> Event:
    """Return the only event of a sentence with all of the sentence for its evidence."""
    start, end = setting.tokens[0].start, setting.tokens[-1].end
    return replace(event, evidence=Evidence(setting.text[start:end], start, end))


def carried_on(
    event: Event, setting: Setting, *, counts: Sequence[Count] = (), issues: Sequence[Issue] = ()
) -> Event:
    """Return an event with the numbers or the outcomes that a later sentence tells of it.

    Links between the numbers are kept true; `roles["continued_in"]` has the sentence's offsets.
    """
    shift = len(event.counts)
    moved = [
        replace(c, included_in=None if c.included_in is None else c.included_in + shift)
        for c in counts
    ]
    spans = [*event.roles.get("continued_in", []), [setting.start, setting.end]]
    return replace(
        event,
        counts=(*event.counts, *moved),
        issues=(*event.issues, *issues),
        roles={**event.roles, "continued_in": spans},
    )


def identity(story_id: str, at: int) -> str:
    """Return a stable id: the story, and where the word stands that reports the event.

    Type and actors are no part of it, so that what a person corrected stays corrected when a
    better coder reads the story again.
    """
    parts = f"{story_id}\x1f{at}"
    return hashlib.sha256(parts.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def _distinct(actors: Sequence[Actor]) -> tuple[Actor, ...]:
    return tuple(dict.fromkeys(actors))


def mode_of(draft: Draft) -> str | None:
    """Return the mode: the verb's own, else what an attack was made with."""
    armed = draft.trigger.kind == "incident" and draft.instruments
    if draft.trigger.mode is not None and not armed:
        return draft.trigger.mode
    if draft.type != "ASSAULT":
        return None
    modes = [each.mode for each in draft.merged if each.mode]
    kinds = [kind for _, kind, _ in draft.instruments]
    return next((MODES[kind] for kind in kinds if kind in MODES), modes[0] if modes else None)


def contexts_of(draft: Draft) -> tuple[str, ...]:
    """Return the contexts that follow from the type alone."""
    if draft.type in ("ASSAULT", "MOBILIZE") or draft.trigger.mode == "military":
        return ("military",)
    return ("diplomatic",) if draft.type in ("CONSULT", "AGREE") else ()

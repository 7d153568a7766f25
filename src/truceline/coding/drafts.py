"""Events of one sentence, before the story around it is known."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from truceline.coding.actors import Mention
from truceline.coding.arguments import Scene, agent, modifier, objects, preposition, subjects
from truceline.coding.clauses import HARD, clause_at
from truceline.coding.counts import Counted
from truceline.coding.dates import When
from truceline.coding.lexicon import Lexicons
from truceline.coding.places import Where
from truceline.coding.predicates import Trigger
from truceline.coding.status import Reading, reading_of
from truceline.terms.events import Actor, Issue, Place
from truceline.terms.ontology import Hedge, Status

SPEAKING = frozenset({"speech", "threat", "demand", "complaint", "agreement"})
CUTS = (HARD - {"as"}) | {"who", "which", "whose", "because"}
BY_NOUN = frozenset("in by during after from with following amid of".split())
ACCIDENTS = frozenset(
    "earthquake crash crashed flood floods accident storm cyclone hurricane wildfire fire-season "
    "disease virus outbreak avalanche landslide heatwave famine derailment-accident".split()
)
SUSPICION = frozenset(
    "sabotage sabotaged explosives bomb bombs attack attacked detonated explosion mine".split()
)
HELD = frozenset(
    "began started ended resumed held opened continued concluded took underway scheduled".split()
)
FAILED = {"collapsed", "stalled", "failed", "foundered", "collapse"}


@dataclass(slots=True)
class Draft:
    """An event in the making: where it stands in the sentence and what is known of it so far."""

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
    inherited: bool = False
    basis: dict[str, str] = field(default_factory=dict)

    @property
    def type(self) -> str:
        """Return the PLOVER type."""
        return self.trigger.type

    def triggers(self) -> list[Trigger]:
        """Return all the triggers that tell of this event."""
        return [self.trigger, *self.merged]


@dataclass(frozen=True, slots=True)
class Found:
    """What else a sentence holds."""

    counts: Sequence[Counted]
    places: Sequence[Where]
    instruments: Sequence[tuple[int, int, str]]
    war_known: bool = False


Dropped = list[tuple[str, Trigger]]


def drafts_of(scene: Scene, found: Found, lexicons: Lexicons) -> tuple[list[Draft], Dropped]:
    """Return the events of a sentence, and the triggers that report none, each with its reason."""
    drafts: list[Draft] = []
    dropped: Dropped = []
    speech: Draft | None = None
    for trigger in scene.triggers:
        if speech is not None and _content(scene, speech.trigger, trigger):
            dropped.append(("SPEECH_CONTENT", trigger))
            continue
        clause = scene.clauses[clause_at(scene.clauses, trigger.first)]
        reading = reading_of(scene.tokens, trigger, clause, lexicons)
        if reading.drop is not None:
            dropped.append((reading.drop, trigger))
            continue
        if _merge(scene, drafts, trigger):
            continue
        draft = Draft(trigger, reading)
        _fill(scene, draft)
        reason = _refusal(scene, draft, found)
        if reason is not None:
            dropped.append((reason, trigger))
            continue
        drafts.append(draft)
        speech = draft if trigger.kind in SPEAKING else None
    return drafts, dropped


def stop_of(scene: Scene, trigger: Trigger) -> int:
    """Return where the reach of a trigger ends: at the next verb or a hard connective."""
    following = []
    for each in scene.triggers:
        if each.start > trigger.first and each.form != "noun":
            opens = scene.clauses[clause_at(scene.clauses, each.start)].first
            following.append(opens if opens > trigger.first else each.start)
    hard = [each.first - 1 for each in scene.clauses
            if each.opener in CUTS and each.first - 1 >= trigger.last]  # fmt: skip
    return min([*following, *hard, len(scene.tokens)])


def _content(scene: Scene, speech: Trigger, trigger: Trigger) -> bool:
    said = clause_at(scene.clauses, speech.first)
    told = clause_at(scene.clauses, trigger.start)
    for number in range(said + 1, told + 1):
        clause = scene.clauses[number]
        if clause.opener in HARD - {"as"}:
            return False
        own = clause.first <= trigger.start < clause.last and trigger.form == "past"
        if clause.opener in ("and", ",") and own and not any(
            scene.clauses[i].opener == "that" for i in range(said + 1, number + 1)
        ):  # fmt: skip
            return False
    return True


def _merge(scene: Scene, drafts: list[Draft], trigger: Trigger) -> bool:
    """Let a trigger that tells more of the attack before it join that attack."""
    if not drafts:
        return False
    last = drafts[-1]
    if last.trigger.kind in ("visit", "meet", "talks") and trigger.kind == "talks":
        if trigger.form == "noun":
            last.merged.append(trigger)
            last.target = last.target or _named(objects(scene, trigger, len(scene.tokens)))
            return True
    if last.type != "ASSAULT" or trigger.type != "ASSAULT":
        return False
    if last.trigger.kind == "incident" or trigger.kind == "incident":
        if last.trigger.kind == "incident" or trigger.form == "ing":
            last.merged.append(trigger)
            return True
        return False
    own, inherited = subjects(scene, trigger) if trigger.form != "noun" else ([], False)
    if trigger.form == "noun":
        return _join_noun(scene, last, trigger)
    follows = inherited or not own
    between = scene.clauses[clause_at(scene.clauses, trigger.start)].opener
    if last.trigger.form == "noun" and not own and not trigger.passive:
        return _joined(scene, last, trigger)
    part = trigger.form == "ing" and between in (",", "–", "—", "and", "")
    effect = trigger.kind == "effect" and between in ("and", ",", "that", "which", "who")
    if follows and not trigger.passive and (part or effect) and last.trigger.form != "ing":
        return _joined(scene, last, trigger)
    return False


def _join_noun(scene: Scene, last: Draft, trigger: Trigger) -> bool:
    before = [scene.tokens[i].low for i in range(last.trigger.last, trigger.first)]
    opener = {scene.clauses[clause_at(scene.clauses, trigger.first)].opener}
    if not (set(before) | opener) & BY_NOUN or len(before) > 25:
        return False
    if not last.source:
        doer = modifier(scene, trigger) or agent(scene, trigger, len(scene.tokens))
        last.source = _named(doer)
        last.target = [each for each in last.target if each not in last.source]
    return _joined(scene, last, trigger)


def _joined(scene: Scene, last: Draft, trigger: Trigger) -> bool:
    last.merged.append(trigger)
    if trigger.form != "noun":
        more = _named(objects(scene, trigger, stop_of(scene, trigger)))
        coded = [each for each in last.target if each.code]
        last.target = last.target if coded else [*more, *last.target][: max(1, len(more))]
    return True


def _fill(scene: Scene, draft: Draft) -> None:
    """Find who did it to whom."""
    trigger = draft.trigger
    stop = stop_of(scene, trigger)
    if trigger.form == "noun":
        doer = modifier(scene, trigger) or agent(scene, trigger, stop)
        goal = [each for each in objects(scene, trigger, stop) if each not in doer]
        draft.source, draft.target = _named(doer), _named(goal)
        return
    own, draft.inherited = subjects(scene, trigger)
    after = objects(scene, trigger, stop)
    if trigger.kind == "agreement":
        after = [each for each in after if preposition(scene, each) in ("with", "between")]
    if trigger.passive:
        doer = agent(scene, trigger, stop)
        draft.source, draft.target = _named(doer), _named(own or (after if not doer else []))
    else:
        draft.source = _named(own) or _named(modifier(scene, trigger) if trigger.noun else [])
        draft.target = [each for each in _named(after) if each not in draft.source]
    if trigger.kind in ("meet", "talks", "agreement", "fight", "exchange", "ceasefire"):
        _pair_up(draft, own)


def _pair_up(draft: Draft, own: Sequence[Mention]) -> None:
    """Split those who act together: in "A and B met" A is the source, B the target."""
    if draft.target or len(draft.source) < 2:
        return
    if any(each.kind == "pair" for each in own):
        draft.target = list(draft.source)
    else:
        draft.source, draft.target = draft.source[:1], draft.source[1:]
    draft.basis["reciprocal"] = "both take part alike"


def _named(mentions: Sequence[Mention]) -> list[Actor]:
    found: list[Actor] = []
    for mention in mentions:
        found += [each for each in mention.actors if each not in found]
    return found


def _refusal(scene: Scene, draft: Draft, found: Found) -> str | None:
    """Return why a draft is no event, or None."""
    trigger, words = draft.trigger, {each.low for each in scene.tokens}
    coded = [each for each in (*draft.source, *draft.target) if each.code]
    if trigger.kind == "incident":
        return None if words & SUSPICION else "NO_ATTACK"
    if trigger.form == "noun":
        return _noun_refusal(scene, draft)
    if trigger.type == "ASSAULT":
        return _assault_refusal(scene, draft, found, words)
    if trigger.kind == "visit":
        talks = any(each.kind == "talks" for each in scene.triggers)
        plain = trigger.last - trigger.first == 1
        return None if coded and (talks or (plain and draft.target)) else "NO_ACTOR"
    if trigger.kind in ("meet", "exchange") and not (draft.source and draft.target):
        return "NO_ACTOR"
    if trigger.type in ("SUPPORT", "AID") and trigger.kind == "other":
        return None if draft.source and draft.target and coded else "NO_ACTOR"
    return None if coded or (draft.source and trigger.kind in SPEAKING) else "NO_ACTOR"


def _noun_refusal(scene: Scene, draft: Draft) -> str | None:
    trigger = draft.trigger
    clause = scene.clauses[clause_at(scene.clauses, trigger.first)]
    after = [each.low for each in scene.tokens[trigger.last : clause.last]]
    if trigger.kind == "talks":
        joined = " ".join(after)
        fell = set(after) & FAILED or "fell through" in joined or "broke down" in joined
        if fell:
            draft.reading = replace(draft.reading, status="failed")
            actors = [each for mention in scene.mentions for each in mention.actors
                      if clause.first <= mention.first < clause.last and each.code]  # fmt: skip
            draft.source, draft.target = actors[:2], actors[:2] if len(actors) > 1 else []
            return None
        return None if set(after) & HELD and draft.source and draft.target else "NO_ACTOR"
    if trigger.kind != "attack":
        return "NOUN_ALONE"
    coded = [each for each in (*draft.source, *draft.target) if each.code]
    return None if coded else "NO_ACTOR"


def _assault_refusal(scene: Scene, draft: Draft, found: Found, words: set[str]) -> str | None:
    trigger = draft.trigger
    if trigger.light is not None:
        return None if draft.source or draft.target else "NO_ACTOR"
    if words & ACCIDENTS and not found.instruments and not draft.source:
        return "ACCIDENT"
    stop = stop_of(scene, trigger)
    near = any(trigger.start - 14 < each.first < stop for each in found.counts)
    hit = draft.target or near or any(each.first >= trigger.last for each in found.places)
    nouns = any(each.kind == "attack" and each.form == "noun" for each in scene.triggers)
    armed = bool(draft.source) or bool(found.instruments) or nouns
    if trigger.kind == "fight":
        return None if draft.source and any(each.code for each in draft.source) else "NO_ACTOR"
    if trigger.kind == "contact":
        return None if hit and (armed or (trigger.passive and near)) else "NO_TARGET"
    if trigger.kind == "effect" and not armed and not (found.war_known and trigger.passive and near):
        return "NO_CAUSE"
    return None if hit or draft.source else "NO_ACTOR"

"""Why a trigger reports no event after all."""

from collections.abc import Sequence
from dataclasses import replace

from truceline.coding.actors import Mention
from truceline.coding.arguments import Scene, stop_of
from truceline.coding.clauses import clause_at
from truceline.coding.draft import SPEAKING, Draft, Found
from truceline.coding.tokens import word_set

ACCIDENTS = word_set(
    "earthquake crash crashed flood floods accident storm cyclone hurricane wildfire disease "
    "virus outbreak avalanche landslide heatwave famine"
)
SUSPICION = word_set(
    "sabotage sabotaged explosives bomb bombs attack attacked detonated explosion mine"
)
BARE = word_set("in for of on to against with by and from as about into")
HELD = word_set(
    "began started ended resumed held opened continued concluded took underway scheduled"
)
FAILED = {"collapsed", "stalled", "failed", "foundered", "collapse"}


def pair_up(draft: Draft, own: Sequence[Mention]) -> None:
    """Split those who act together: in "A and B met" A is the source, B the target."""
    if draft.target or len(draft.source) < 2:
        return
    if any(each.kind == "pair" for each in own):
        draft.target = list(draft.source)
    else:
        draft.source, draft.target = draft.source[:1], draft.source[1:]
    draft.basis["reciprocal"] = "both take part alike"


def refusal(scene: Scene, draft: Draft, found: Found) -> str | None:
    """Return why a draft is no event, or None."""
    trigger, words = draft.trigger, {each.low for each in scene.tokens}
    coded = [each for each in (*draft.source, *draft.target) if each.code]
    if trigger.kind == "incident":
        return None if words & SUSPICION or found.instruments else "NO_ATTACK"
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
    if trigger.type == "COERCE" and (draft.source or draft.target):
        return None
    known = draft.source and (draft.target or trigger.kind in SPEAKING or trigger.type == "PROTEST")
    return None if coded or known else "NO_ACTOR"


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
            draft.source = actors[:2]
            pair = any(mention.kind == "pair" for mention in scene.mentions)
            draft.target = list(draft.source) if pair else []
            pair_up(draft, [])
            return None
        return None if set(after) & HELD and draft.source and draft.target else "NO_ACTOR"
    if trigger.kind != "attack":
        return "NOUN_ALONE"
    coded = [each for each in (*draft.source, *draft.target) if each.code]
    before = scene.tokens[trigger.first - 1].low if trigger.first else "the"
    if not draft.source and scene.tokens[trigger.last - 1].low.endswith("s") and before in BARE:
        return "GENERIC"
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
    if (
        trigger.kind == "effect"
        and not armed
        and not (found.war_known and trigger.passive and near)
    ):
        return "NO_CAUSE"
    return None if hit or draft.source else "NO_ACTOR"

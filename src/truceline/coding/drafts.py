"""Events of one sentence, before the story around it is known."""

from collections.abc import Sequence
from dataclasses import replace

from truceline.coding.actors import Mention
from truceline.coding.arguments import (
    Scene,
    agent,
    modifier,
    objects,
    preposition,
    stop_of,
    subjects,
)
from truceline.coding.clauses import HARD, clause_at
from truceline.coding.draft import SPEAKING, Draft, Found
from truceline.coding.lexicon import Lexicons
from truceline.coding.predicates import Trigger
from truceline.coding.refusals import pair_up, refusal
from truceline.coding.status import reading_of
from truceline.coding.tokens import word_set
from truceline.terms.events import Actor

MUTUAL = frozenset({"meet", "talks", "agreement", "fight", "exchange", "ceasefire"})
BY_NOUN = word_set("in by during after from with following amid of")


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
        willing = replace(trigger, type="AGREE", mode=None, kind="speech")
        draft = Draft(willing if reading.willing else trigger, reading)
        fill(scene, draft)
        reason = refusal(scene, draft, found)
        if reason is not None:
            dropped.append((reason, trigger))
            continue
        drafts.append(draft)
        speech = draft if draft.trigger.kind in SPEAKING else None
    return drafts, dropped


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
    meeting = last.trigger.kind in ("visit", "meet", "talks")
    if meeting and trigger.kind == "talks" and trigger.form == "noun":
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
    if (
        last.trigger.form == "noun"
        and all(each.last <= last.trigger.first for each in own)
        and not trigger.passive
    ):
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


def fill(scene: Scene, draft: Draft) -> None:
    """Find who did it to whom."""
    trigger = draft.trigger
    stop = stop_of(scene, trigger)
    if trigger.kind == "speech":
        stop = min([each.first - 1 for each in scene.clauses
                    if each.opener in HARD - {"as"} and each.first > trigger.last]
                   + [len(scene.tokens)])  # fmt: skip
    if trigger.form == "noun":
        doer = modifier(scene, trigger) or agent(scene, trigger, stop)
        goal = [each for each in objects(scene, trigger, stop) if each not in doer]
        draft.source, draft.target = _named(doer), _named(goal, place=trigger.kind == "attack")
        return
    own, draft.inherited = subjects(scene, trigger)
    after = objects(scene, trigger, stop)
    if trigger.kind == "agreement" or (trigger.type == "AGREE" and len(_named(own)) > 1):
        after = [each for each in after if preposition(scene, each) in ("with", "between")]
    if trigger.kind in ("retreat", "move", "troops"):
        after = [each for each in after if each.actors[0].code]
    if trigger.kind == "exchange":
        after = [each for each in after if each.actors[0].sector != "PRS"]
    if trigger.passive:
        doer = agent(scene, trigger, stop)
        draft.source, draft.target = _named(doer), _named(own or (after if not doer else []))
    else:
        draft.source = _named(own) or _named(modifier(scene, trigger) if trigger.noun else [])
        done_to = _named(after, place=trigger.type == "ASSAULT")
        draft.target = [each for each in done_to if each not in draft.source]
    if (
        trigger.kind in ("meet", "talks", "agreement", "fight", "exchange", "ceasefire")
        or trigger.type == "AGREE"
    ):
        pair_up(draft, own)


def _named(mentions: Sequence[Mention], *, place: bool = False) -> list[Actor]:
    found: list[Actor] = []
    for mention in mentions:
        town = place and mention.kind == "capital"  # struck is the city, not the government in it
        actors = [replace(each, sector=None) if town else each for each in mention.actors]
        found += [each for each in actors if each not in found]
    return found

"""When, where and who says so: the fields of a draft that need more than its own clause."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import timedelta

from truceline.coding.arguments import Scene
from truceline.coding.attribution import Speaker
from truceline.coding.clauses import clause_at
from truceline.coding.dates import When, ahead
from truceline.coding.draft import SPEAKING, Draft
from truceline.coding.lexicon import Lexicons
from truceline.coding.narrative import (
    ANSWERS,
    Memory,
    carried,
    is_past_day,
    names_past_war,
    opens_afresh,
)  # fmt: skip
from truceline.coding.places import Where, finest
from truceline.coding.reckoned import gone_by, so_far
from truceline.coding.refusals import SUSPICION
from truceline.coding.status import hedge_of
from truceline.coding.syntax.timed import noun_has, said_beside
from truceline.coding.syntax.view import View
from truceline.coding.syntax.within import at_noun, dates_it, hangs_on, in_past, said_on
from truceline.coding.tokens import Token, word_set
from truceline.terms.events import Actor, Count, Place

LAND = word_set(
    "territory soil region regions city cities town towns village villages province area areas"
)


def date_draft(
    memory: Memory, scene: Scene, draft: Draft, whens: Sequence[When], *, shared: bool,
    view: View | None = None,
) -> None:  # fmt: skip
    """Give a draft its date: one of its own clauses, else one before it, else the day told of.

    `shared` says that no other doer follows in the sentence, so that a later date is this one's;
    `view` is the sentence's parse, which says whose clause a date stands in.
    """
    if whens:
        pool, others = _dates_for(memory, scene, draft, whens, shared=shared, view=view)
    else:  # as in most sentences
        pool, others = [], False
    if pool:
        at = draft.trigger.first
        draft.when = min(pool, key=lambda w: (w.start is None, abs(w.first - at)))
        gone = view is not None and in_past(view, draft.when, draft.node)
        if draft.reading.status == "planned" and memory.published is not None and not gone:
            draft.when = ahead(draft.when, memory.published)
        draft.when = so_far(draft.when, memory.published, draft.reading.status)
        return
    fresh = others or opens_afresh(scene.tokens) or (
        draft.reading.status not in ("happened", "failed") or draft.status == "denied")  # fmt: skip
    _carry(memory, scene, draft, whens, fresh=fresh)


def _dates_for(
    memory: Memory, scene: Scene, draft: Draft, whens: Sequence[When], *, shared: bool,
    view: View | None,
) -> tuple[list[When], bool]:  # fmt: skip
    """Return the dates that may be a draft's, and whether a day is named, be it another's."""
    done = "" if draft.type in ANSWERS else draft.reading.status
    own = [gone_by(w, memory.published, done) for w in whens
           if (not w.span or _reached(draft, w, view))
           and (w.own or _of_noun(draft, w, view))]  # fmt: skip
    remark = view is not None and draft.node >= 0 and not (
        draft.own_words or draft.trigger.kind in SPEAKING)  # fmt: skip
    said = [w for w in own if view is not None and remark and said_on(view, w, draft.node)]
    others = view is not None and any(w.start and w.prec == "day" for w in own)
    own = [
        w
        for w in own
        if w not in said
        and _fits(memory, draft, w, view)
        and not (view and (noun_has(view, w, draft) or said_beside(view, scene, w, draft)))
    ]
    near = [w for w in own if draft.first <= w.first < max(draft.last, draft.trigger.last)
            or hangs_on(view, w, draft.node)]  # fmt: skip
    early = [w for w in own if w.first < draft.trigger.first]
    later = own if shared else []
    apart = [w for w in own if w.apart is not None]
    pool = apart or near or early or later
    if draft.trigger.form != "past":  # "Today, they are at war" is a remark on the times
        pool = [w for w in pool if not (w.first == 0 and w.text.lower() == "today")]
    return pool, others


def _carry(
    memory: Memory, scene: Scene, draft: Draft, whens: Sequence[When], *, fresh: bool
) -> None:
    """Give a draft without a date the day told of, where its story goes on with it."""
    finite = draft.trigger.form in ("past", "pp", "ing", "noun", "base")
    told = carried(memory, scene.tokens, draft, whens) if finite and not fresh else None
    if told is not None:
        draft.when = told
        draft.basis["date"] = "carried on from the sentence before"
    elif memory.paragraph - memory.when_at > 1 and memory.dispatch and finite and (
        draft.reading.status == "happened"
    ):  # fmt: skip
        draft.when = day_of_report(memory)
        draft.basis["date"] = "a dispatch tells of its own day or the one before"


def _of_noun(draft: Draft, when: When, view: View | None) -> bool:
    """Return whether a noun's date is a deed's: "Sunday's blasts", "hurt at Sunday's march"."""
    if any(when.last < t.last and t.first - when.last < NEAR for t in draft.triggers()
           if t.form == "noun"):  # fmt: skip
        return True
    return view is not None and draft.node >= 0 and at_noun(view, when, draft.node)


NEAR = 6


def _reached(draft: Draft, when: When, view: View | None) -> bool:
    """Return whether a term is when a deed was done: "cleared the town by 10 August"."""
    by = when.text.lower().startswith("by ") and when.prec == "day"
    done = draft.reading.status == "happened" and draft.type not in ANSWERS
    return by and done and hangs_on(view, when, draft.node)


def _fits(memory: Memory, draft: Draft, when: When, view: View | None) -> bool:
    """Return whether a date may be a draft's: in its clause, and not ahead of what was done."""
    day, told = memory.published, draft.reading.status in ("happened", "failed", "ongoing")
    if told and day is not None and when.start is not None and when.start > day:
        return False
    if view is not None and draft.node >= 0:
        return dates_it(view, when, draft.node, draft.type)
    return when.apart is None or when.last <= draft.trigger.first


def day_of_report(memory: Memory) -> When | None:
    """Return the day of a dispatch and the one before, for news that its text does not date."""
    if memory.published is None:
        return None
    return When(0, 0, memory.published - timedelta(1), memory.published, "day", "")


def attribute(scene: Scene, draft: Draft, speakers: Sequence[Speaker], lexicons: Lexicons) -> None:
    """Give a draft who says so, and how sure it sounds."""
    at = draft.trigger.first
    draft.hedge = hedge_of(scene.tokens, draft.first, draft.last, lexicons)
    for speaker in speakers:
        inside = speaker.first <= at < speaker.last
        suspects = draft.trigger.kind == "incident" and any(
            scene.tokens[i].low in SUSPICION for i in range(speaker.verb, speaker.last)
        )
        if (inside and speaker.verb != at) or suspects:
            draft.speaker = speaker.actor
            draft.hedge = draft.hedge or (None if speaker.hedge == "stated" else speaker.hedge)
            if suspects:
                words = hedge_of(scene.tokens, speaker.first, speaker.last, lexicons)
                draft.hedge = words or draft.hedge
            if speaker.denies:
                draft.status = "denied"
            break
    if draft.speaker is not None and draft.reading.status == "denied":
        draft.hedge = draft.hedge or "reported"
    if draft.trigger.kind == "incident" and draft.hedge is None and not draft.instruments:
        draft.hedge = "suspected"


def locate(
    memory: Memory, scene: Scene, draft: Draft, places: Sequence[Where], *, shared: bool
) -> None:
    """Give a draft its place; what is struck there with no owner named is its holder's."""
    inside = [w for w in places if draft.first <= w.first < draft.core] or (
        places if shared else [])  # fmt: skip
    named = {each.code for each in draft.source if each.code}
    draft.place = finest(inside)
    place = draft.place
    assault = draft.type == "ASSAULT" and not any(each.code for each in draft.target)
    if place is None and draft.type == "ASSAULT":
        _lend_region(scene, draft)
    elif place is not None and assault and place.country and (named or not draft.target):
        code = place.holder
        held = code if code in memory.sides or not place.disputed else place.faced_by(named)
        if held and held not in named and draft.source:
            cue = "holder" if place.disputed else "country"
            draft.target = [Actor(place.name, held), *draft.target]
            draft.basis["target"] = f"{cue} of the place"


def _lend_region(scene: Scene, draft: Draft) -> None:
    """Place a blast of unknown source in the land that is named with it: "two Russian regions"."""
    clause = scene.clauses[clause_at(scene.clauses, draft.trigger.first)]
    for mention in scene.mentions:
        actor = mention.actors[0]
        inside = clause.first <= mention.first < clause.last
        land = mention.kind == "thing" and actor.text.split()[-1].lower() in LAND
        if inside and land and actor.code:
            draft.place = Place(actor.text, None, actor.code, where_prec=6)
            if draft.trigger.kind == "incident":
                draft.target = [actor]
            return


def mark_past(
    memory: Memory,
    scene: Scene,
    drafts: Sequence[Draft],
    whens: Sequence[When],
    lexicons: Lexicons,
    reaches: Callable[[Draft, When], bool],
) -> None:
    """Mark as background what lies in another era or another war, and what is only a habit.

    `reaches` tells whether a date may be that of a draft.
    """
    named = names_past_war(memory, scene.tokens, lexicons)
    past = [when for when in whens if is_past_day(memory, when)]
    habit = bool(drafts) and _habit(scene, lexicons)
    if opens_afresh(scene.tokens):
        memory.past_from = -9
    for draft in drafts:
        mine = (draft.when is not None and is_past_day(memory, draft.when)
                and reaches(draft, draft.when))  # fmt: skip
        old = any(reaches(draft, when) for when in past)
        coded = {each.code for each in (*draft.source, *draft.target) if each.code}
        dissolved = "SUN" in coded and memory.published is not None and (
            memory.published.year > 1991)  # fmt: skip
        dated = draft.when is not None and not mine and "date" not in draft.basis
        carried = memory.past_from == memory.paragraph and not dated and not (
            coded & memory.sides)  # fmt: skip
        if mine or carried or dissolved or habit or ((named or old) and not dated):
            draft.status = "background"
    if named or past:
        memory.past_from = memory.paragraph


def _habit(scene: Scene, lexicons: Lexicons) -> bool:
    """Return whether a sentence tells what is done again and again."""
    habitual = lexicons.cues["words.habitual"]
    often = not habitual.isdisjoint([each.low for each in scene.tokens])
    return often or bool(lexicons.repeated.anywhere(scene.tokens))


def of_saying(when: When, speakers: Sequence[Speaker]) -> bool:
    """Return whether a date is that of a remark: "…, officials said on Friday"."""
    return any(each.first == 0 and 0 < each.verb < when.first <= each.verb + 3
               and each.last <= each.verb for each in speakers)  # fmt: skip


def own_saying(draft: Draft, speakers: Sequence[Speaker]) -> bool:
    """Return whether a deed is what somebody says, so that the day of saying it is its own."""
    trigger = draft.trigger
    if draft.inherited and draft.type in (*ANSWERS, "CONCEDE"):
        return True
    return any(trigger.first <= each.verb < trigger.last for each in speakers)


def without_saying(
    tokens: Sequence[Token],
    whens: Sequence[When],
    speakers: Sequence[Speaker],
    lexicons: Lexicons,
) -> list[When]:
    """Return the dates but those of a remark, and those at a verb of saying where there are others.

    So "confirmed today that a leader was arrested on Friday" is about Friday.
    """
    if not whens:
        return []
    whens = [when for when in whens if not of_saying(when, speakers)]
    tones = lexicons.tones

    def at_saying(when: When) -> bool:
        before = tokens[when.first - 1].low if when.first else ""
        after = tokens[when.last].low if when.last < len(tokens) else ""
        return any(tones.get(word) in ("reported", "stated") for word in (before, after))

    others = [when for when in whens if not at_saying(when)]
    return others if any(each.start and not each.span for each in others) else list(whens)


def localise(draft: Draft) -> None:
    """Let "local authorities" be those of the land that the event stands in."""
    speaker, place = draft.speaker, draft.place
    if speaker is None or speaker.code is not None or place is None or place.disputed:
        return
    if speaker.text.lower().startswith(("local", "regional", "provincial")):
        draft.speaker = replace(speaker, code=place.country)


def said_by(count: Count, draft: Draft | None) -> Count:
    """Give a number told later its own speaker: the attack it joins may be told as a fact."""
    if draft is None or draft.speaker is None:
        return count
    return replace(
        count,
        hedge=count.hedge or draft.hedge,
        attributed_to=count.attributed_to or draft.speaker,
    )

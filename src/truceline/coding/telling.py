"""A story told sentence by sentence: each is coded with what the ones before it said."""

from dataclasses import replace

from truceline.coding.actors import ActorFinder, Mention
from truceline.coding.arguments import Scene
from truceline.coding.assemble import Setting, event_of, fitting_counts
from truceline.coding.attribution import Speaker, speakers_of
from truceline.coding.clauses import clause_at, clauses_of
from truceline.coding.counts import Counted, counts_of
from truceline.coding.dates import When, dates_of
from truceline.coding.drafts import SUSPICION, Draft, Found, drafts_of
from truceline.coding.issues import issues_of, stuck
from truceline.coding.lexicon import lexicons
from truceline.coding.narrative import (
    Memory, continues_attack, is_past_day, names_past_war, opens_afresh,
)  # fmt: skip
from truceline.coding.places import Where, finest, places_of
from truceline.coding.predicates import triggers_of
from truceline.coding.sentences import sentence_spans
from truceline.coding.status import hedge_of
from truceline.coding.tokens import tokens_of
from truceline.terms.events import Actor, CoderId, Count, Event, Place, SetAside
from truceline.terms.stories import Story
from truceline.terms.wars import War

LAND = frozenset(
    "territory soil region regions city cities town towns village villages province area areas".split()
)
QUIET = frozenset({"SPEECH_CONTENT", "NOUN_ALONE", "ANAPHORA", "GERUND", "PURPOSE"})


class Telling:
    """Codes the paragraphs of one story in order; `events` and `set_aside` grow."""

    def __init__(
        self, story: Story, war: War | None, finder: ActorFinder, coder: CoderId
    ) -> None:
        self.story, self.finder, self.coder = story, finder, coder
        self.lexicons = lexicons()
        self.events: list[Event] = []
        self.set_aside: list[SetAside] = []
        self.sentence = -1
        sides = frozenset(side.code for side in war.sides) if war else frozenset[str]()
        words = frozenset(war.name.lower().split()) if war else frozenset[str]()
        self.memory = Memory(story.published, war.start if war else None, sides, words,
                             paragraph=-1)  # fmt: skip

    def paragraph(self, start: int, end: int) -> None:
        """Code one paragraph, given by its offsets."""
        self.memory.paragraph += 1
        for first, last in sentence_spans(self.story.text, start, end):
            self.sentence += 1
            held = len(self.events)
            try:
                self._code(first, last)
            except (ValueError, IndexError, KeyError, OverflowError, RecursionError) as error:
                del self.events[held:]
                reason = f"ERROR {type(error).__name__}"
                self.set_aside.append(SetAside(reason, self.story.text[first:last], first, last))

    def _code(self, start: int, end: int) -> None:
        text, memory = self.story.text, self.memory
        tokens = tokens_of(text, start, end)
        if not tokens:
            return
        mentions = self.finder.mentions(text, tokens, memory.published)
        triggers = triggers_of(tokens, mentions, self.lexicons)
        whens = dates_of(text, tokens, memory.published, memory.told or memory.published)
        dated = frozenset(i for when in whens for i in range(when.first, when.last))
        counts = counts_of(text, tokens, dated)
        scene = Scene(tokens, mentions, clauses_of(tokens, mentions, triggers), triggers)
        states = memory.sides | {a.code for m in mentions for a in m.actors if a.code}
        day = next((when.start for when in whens if when.start), memory.published)
        places = places_of(text, tokens, mentions, states, day)
        arms = self.lexicons.instruments.anywhere(tokens)
        scene = Scene(tokens, _without_places(mentions, places), scene.clauses, triggers)
        found = Found(counts, places, arms, bool(memory.sides))
        drafts, dropped = drafts_of(scene, found, self.lexicons)
        setting = Setting(text, self.story.story_id, self.sentence, start, end, tokens, self.coder)
        speakers = speakers_of(tokens, mentions, self.lexicons)
        self._spread(scene, drafts, found)
        _share_issues(drafts)
        for draft in drafts:
            self._date(scene, draft, whens, drafts)
            self._say(scene, draft, speakers)
            self._place(scene, draft, drafts, places)
        self._past(scene, drafts, whens)
        self._continue(setting, drafts, counts, whens)
        for draft in drafts:
            self._keep(draft, setting)
        self._remember(scene, drafts, whens, places)
        for reason, trigger in dropped:
            if reason not in QUIET:
                a, b = tokens[trigger.first].start, tokens[trigger.last - 1].end
                self.set_aside.append(SetAside(reason, text[a:b], a, b))

    def _spread(self, scene: Scene, drafts: list[Draft], found: Found) -> None:
        """Give each draft its stretch of the sentence, its counts and its instruments."""
        if not drafts:
            return
        heads = sorted((t.start, n) for n, d in enumerate(drafts) for t in d.triggers())

        def owner(place: int) -> Draft:
            before = [n for start, n in heads if start <= place]
            return drafts[before[-1] if before else heads[0][1]]

        for draft in drafts:
            inside = [clause_at(scene.clauses, t.first) for t in draft.triggers()]
            draft.first = scene.clauses[min(inside)].first
            draft.last = max(scene.clauses[max(inside)].last, max(t.last for t in draft.triggers()))
        for counted in found.counts:
            owner(counted.first).counts.append(counted)
        for first, last, kind in found.instruments:
            said = self.story.text[scene.tokens[first].start : scene.tokens[last - 1].end]
            held = owner(first).instruments
            if kind not in {each[1] for each in held}:
                held.append((first, kind, said))
        for draft in drafts:
            _relink(draft, found.counts)
            if len(drafts) == 1:
                draft.first, draft.last = 0, len(scene.tokens)
            if draft.counts:
                draft.last = max(draft.last, *(each.last for each in draft.counts))
                draft.first = min(draft.first, *(each.first for each in draft.counts))
            if draft.type in ("AGREE", "CONSULT", "COOPERATE"):
                agreed = draft.type != "CONSULT" and draft.trigger.kind != "speech"
                otherwise = "agreed" if agreed or draft.reading.status == "happened" and (
                    draft.type == "AGREE") else "proposed"  # fmt: skip
                draft.issues = issues_of(self.story.text, scene.tokens, self.lexicons, otherwise)
                draft.last = len(scene.tokens) if draft.issues else draft.last

    def _date(
        self, scene: Scene, draft: Draft, whens: list[When], drafts: list[Draft]
    ) -> None:
        own = [when for when in whens if not when.span and (when.own or any(
            when.last < t.last and t.first - when.last < 6 for t in draft.triggers()
            if t.form == "noun"))]  # fmt: skip
        near = [w for w in own if draft.first <= w.first < max(draft.last, draft.trigger.last)]
        early = [w for w in own if w.first < draft.trigger.first]
        later = own if drafts.index(draft) == len(drafts) - 1 or len(drafts) == 1 else []
        pool = near or early or later
        if pool:
            draft.when = min(pool, key=lambda w: (w.start is None, abs(w.first - draft.trigger.first)))
            return
        memory = self.memory
        fresh = opens_afresh(scene.tokens) or draft.reading.status not in ("happened", "failed")
        recent = memory.paragraph - memory.when_at <= 1
        finite = draft.trigger.form in ("past", "pp", "ing", "noun", "base")
        if memory.when is not None and recent and finite and not fresh and memory.when.start:
            draft.when = memory.when
            draft.basis["date"] = "carried on from the sentence before"

    def _say(self, scene: Scene, draft: Draft, speakers: list[Speaker]) -> None:
        at = draft.trigger.first
        draft.hedge = hedge_of(scene.tokens, draft.first, draft.last, self.lexicons)
        for speaker in speakers:
            inside = speaker.first <= at < speaker.last
            suspects = draft.trigger.kind == "incident" and any(
                scene.tokens[i].low in SUSPICION for i in range(speaker.verb, speaker.last))
            if (inside and speaker.verb != at) or suspects:
                draft.speaker = speaker.actor
                draft.hedge = draft.hedge or (None if speaker.hedge == "stated" else speaker.hedge)
                if suspects:
                    words = hedge_of(scene.tokens, speaker.first, speaker.last, self.lexicons)
                    draft.hedge = words or draft.hedge
                if speaker.denies:
                    draft.status = "denied"
                break
        if draft.trigger.kind == "incident" and draft.hedge is None:
            draft.hedge = "suspected"

    def _place(
        self, scene: Scene, draft: Draft, drafts: list[Draft], places: list[Where]
    ) -> None:
        inside = [w for w in places if draft.first <= w.first < draft.last] or (
            places if len(drafts) == 1 else [])  # fmt: skip
        named = {each.code for each in draft.source if each.code}
        draft.place = finest(inside)
        place = draft.place
        assault = draft.type == "ASSAULT" and not any(each.code for each in draft.target)
        if place is None and draft.type == "ASSAULT":
            _lend_region(scene, draft)
        elif place is not None and assault and place.country:
            code = place.controlled_by if place.disputed else place.country
            held = code if code in self.memory.sides or not place.disputed else None
            if held and held not in named and draft.source:
                cue = "holder" if place.disputed else "country"
                draft.target = [Actor(place.name, held), *draft.target]
                draft.basis["target"] = f"{cue} of the place"

    def _past(self, scene: Scene, drafts: list[Draft], whens: list[When]) -> None:
        memory = self.memory
        named = names_past_war(memory, scene.tokens, self.lexicons)
        old = any(is_past_day(memory, when) for when in whens)
        repeated = bool(self.lexicons.repeated.anywhere(scene.tokens))
        if opens_afresh(scene.tokens):
            memory.past_from = -9
        for draft in drafts:
            mine = draft.when is not None and is_past_day(memory, draft.when)
            coded = {each.code for each in (*draft.source, *draft.target) if each.code}
            dissolved = "SUN" in coded and memory.published is not None and (
                memory.published.year > 1991)  # fmt: skip
            dated = draft.when is not None and not mine and "date" not in draft.basis
            carried = memory.past_from == memory.paragraph and not dated and not (
                coded & memory.sides)  # fmt: skip
            habit = repeated or _habit(scene, self.lexicons.cues["words.habitual"])
            if mine or carried or dissolved or habit or ((named or old) and not dated):
                draft.status = "background"
        if named or old:
            memory.past_from = memory.paragraph

    def _continue(
        self, setting: Setting, drafts: list[Draft], counts: list[Counted], whens: list[When]
    ) -> None:
        """Add numbers to the attack told before, and no progress to the talks told before."""
        memory, tokens = self.memory, setting.tokens
        draft = drafts[0] if len(drafts) == 1 else None
        if counts and len(drafts) <= 1 and memory.attack_event >= 0:
            if continues_attack(memory, tokens, draft):
                hedge = hedge_of(tokens, 0, len(tokens), self.lexicons)
                more = [replace(c.count, hedge=c.count.hedge or hedge) for c in counts]
                self._append(memory.attack_event, setting, counts=tuple(more))
                drafts.clear()
                return
        near = memory.paragraph - memory.talks_at <= 1
        if not drafts and stuck(tokens) and memory.talks_event >= 0 and near:
            found = issues_of(setting.text, tokens, self.lexicons, "no progress")
            held = self.events[memory.talks_event].issues
            fresh = [each for each in found if each.issue not in {old.issue for old in held}]
            if fresh:
                self.events[memory.talks_event] = replace(
                    self.events[memory.talks_event], issues=(*held, *fresh))

    def _append(self, number: int, setting: Setting, *, counts: tuple[Count, ...]) -> None:
        event = self.events[number]
        shift = len(event.counts)
        moved = [
            replace(c, included_in=None if c.included_in is None else c.included_in + shift)
            for c in counts
        ]
        spans = [*event.roles.get("continued_in", []), [setting.start, setting.end]]
        roles = {**event.roles, "continued_in": spans}
        self.events[number] = replace(event, counts=(*event.counts, *moved), roles=roles)

    def _local(self, draft: Draft) -> None:
        """Let "local authorities" be those of the land that the event stands in."""
        speaker, place = draft.speaker, draft.place
        if speaker is None or speaker.code is not None or place is None or place.disputed:
            return
        if speaker.text.lower().startswith(("local", "regional", "provincial")):
            draft.speaker = replace(speaker, code=place.country)

    def _keep(self, draft: Draft, setting: Setting) -> None:
        memory = self.memory
        self._local(draft)
        if draft.type in ("CONSULT", "AGREE") and draft.place is None and memory.talks_place is not None:
            if memory.paragraph - memory.talks_place_at <= 1 and "date" not in draft.basis:
                draft.place = memory.talks_place
                draft.basis["place"] = "carried on from the sentence before"
        self.events.append(event_of(draft, setting))
        number = len(self.events) - 1
        status = self.events[number].status
        if draft.type == "ASSAULT" and status in ("happened", "ongoing") and draft.source:
            memory.attack, memory.attack_at, memory.attack_event = draft, memory.paragraph, number
        elif draft.type == "ASSAULT":
            memory.attack = None
        if draft.type == "CONSULT" and status in ("happened", "ongoing", "failed"):
            memory.talks_event, memory.talks_at = number, memory.paragraph

    def _remember(
        self, scene: Scene, drafts: list[Draft], whens: list[When], places: list[Where]
    ) -> None:
        memory = self.memory
        own = [when for when in whens if when.own and not when.span and when.start]
        if opens_afresh(scene.tokens):
            memory.when = None
        if own and not is_past_day(memory, own[0]):
            memory.when, memory.when_at, memory.told = own[0], memory.paragraph, own[0].start
        elif drafts and drafts[-1].when is not None and memory.when is not None:
            memory.when_at = memory.paragraph
        for draft in drafts:
            if draft.type == "CONSULT" and draft.place is not None:
                memory.talks_place, memory.talks_place_at = draft.place, memory.paragraph


def _without_places(mentions: list[Mention], places: list[Where]) -> list[Mention]:
    """Drop unknown names that turned out to be places: a town is where, not who."""
    towns = {i for where in places for i in range(where.first, where.last)}
    return [each for each in mentions if each.kind != "name" or each.first not in towns]


def _habit(scene: Scene, words: frozenset[str]) -> bool:
    return any(each.low in words for each in scene.tokens)


def _share_issues(drafts: list[Draft]) -> None:
    """Let talks have the outcome of the agreement that the same sentence reports."""
    agreed = next((each for each in drafts if each.type == "AGREE" and each.issues), None)
    for draft in drafts:
        if agreed is not None and draft.type == "CONSULT" and draft.reading.status == "happened":
            draft.issues = list(agreed.issues)


def _relink(draft: Draft, everything: object) -> None:
    """Make `included_in` count within the draft, not within the sentence."""
    rows = list(everything) if isinstance(everything, (list, tuple)) else []
    held = {id(each): i for i, each in enumerate(draft.counts)}
    for i, each in enumerate(draft.counts):
        whole = each.count.included_in
        if whole is not None:
            inside = held.get(id(rows[whole]))
            draft.counts[i] = replace(each, count=replace(each.count, included_in=inside))
            held[id(draft.counts[i])] = i


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

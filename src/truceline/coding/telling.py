"""A story told sentence by sentence: each is coded with what the ones before it said."""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial

from truceline.coding.actors import ActorFinder, Mention
from truceline.coding.amounts import Counted
from truceline.coding.answers import reply
from truceline.coding.arguments import Scene
from truceline.coding.assemble import Setting, alone, carried_on, event_of
from truceline.coding.attribution import Speaker, speakers_of
from truceline.coding.cast import cast_of
from truceline.coding.choice import choice
from truceline.coding.clauses import clauses_of
from truceline.coding.counts import counts_of
from truceline.coding.dates import When, dates_of
from truceline.coding.draft import Draft, Found
from truceline.coding.drafts import Dropped, drafts_of
from truceline.coding.fields import (
    attribute,
    date_draft,
    localise,
    locate,
    mark_past,
    own_saying,
    said_by,
    without_saying,
)  # fmt: skip
from truceline.coding.issues import told_of_talks
from truceline.coding.lexicon import lexicons
from truceline.coding.narrative import (
    Memory,
    continues_attack,
    date_story,
    is_past_day,
    names_elsewhere,
    opens_afresh,
    without_places,
)
from truceline.coding.places import Where, addressed, finest, places_of, within
from truceline.coding.predicates import triggers_of
from truceline.coding.reckoned import last_day
from truceline.coding.releases import is_dispatch
from truceline.coding.sentences import LONGEST
from truceline.coding.spread import spread
from truceline.coding.status import hedge_of
from truceline.coding.sureness import UNSURE, grounds_of
from truceline.coding.syntax.arms import arm
from truceline.coding.syntax.bodies import named_as
from truceline.coding.syntax.candidates import aim
from truceline.coding.syntax.credit import credit
from truceline.coding.syntax.eras import reaches
from truceline.coding.syntax.parse import Parse
from truceline.coding.syntax.sentence import acquainted, heard, own, read, remembered
from truceline.coding.syntax.taken import stand
from truceline.coding.syntax.tally import tally
from truceline.coding.syntax.venues import points_back
from truceline.coding.syntax.view import View
from truceline.coding.syntax.within import leaves, of_sentence, own_places, shares
from truceline.coding.tolls import toll_drafts
from truceline.coding.trace import Trace, left_out, trace_of
from truceline.coding.wording import Wording
from truceline.terms.events import CoderId, Event, SetAside
from truceline.terms.stories import Story
from truceline.terms.wars import War

MOST_PIECES = 8
"""A sentence is coded for so many pieces of `LONGEST` characters; the rest is set aside."""


class Telling:
    """Codes the paragraphs of one story in order; `events` and `set_aside` grow."""

    def __init__(
        self,
        story: Story,
        war: War | None,
        finder: ActorFinder,
        coder: CoderId,
        parses: Mapping[tuple[int, int], Parse] | None = None,
    ) -> None:
        self.story, self.coder = story, coder
        self.parses = parses or {}
        self.lexicons = lexicons(deeds=bool(self.parses))
        self.events: list[Event] = []
        self.set_aside: list[SetAside] = []
        self.sentence = -1
        self.traces: list[Trace] | None = None
        self.least, self.choice = 0.0, choice()
        sides = frozenset(side.code for side in war.sides) if war else frozenset[str]()
        words = frozenset(war.name.lower().split()) if war else frozenset[str]()
        self.wording = Wording(story, finder)
        self.memory = Memory(story.published, war.start if war else None, sides, words, -1,
                             dispatch=is_dispatch(story), states=self.wording.states(),
                             cast=cast_of(story.text, self.wording.land()))  # fmt: skip

    def paragraph(self, start: int, end: int) -> None:
        """Code one paragraph, given by its offsets."""
        self.memory.paragraph += 1
        self.memory.just = ()
        before, whole, cut = start, start, 0
        for first, last in self.wording.sentences(start, end):
            self.sentence += 1
            cut = cut + 1 if whole - before >= LONGEST // 2 and first <= whole + 1 else 0
            before, whole = first, last
            if cut > MOST_PIECES:
                self.set_aside.append(SetAside("LONG_SENTENCE", "", first, last))
                continue
            held = len(self.events)
            try:
                self._code(first, last)
            except (ValueError, IndexError, KeyError, OverflowError, RecursionError) as error:
                del self.events[held:]
                reason = f"ERROR {type(error).__name__}"
                self.set_aside.append(SetAside(reason, self.story.text[first:last], first, last))

    def _code(self, start: int, end: int) -> None:
        text, memory = self.story.text, self.memory
        tokens, mentions = self.wording.of(start, end)
        if not tokens:
            return
        whens = dates_of(text, tokens, memory.published, memory.told)
        dated = frozenset([i for when in whens for i in range(when.first, when.last)])
        counts = counts_of(text, tokens, dated)
        states = memory.seen([a.code for m in mentions for a in m.actors])
        day = next((when.start for when in whens if when.start), memory.published)
        places = places_of(text, tokens, mentions, states, day, memory.districts)
        arms = self.lexicons.instruments.anywhere(tokens)
        speakers = speakers_of(tokens, mentions, self.lexicons)
        found = Found(counts, places, arms, bool(memory.sides))
        setting = Setting(text, self.story.story_id, self.sentence, start, end, tokens, self.coder)
        names = without_places(mentions, places)
        scene, drafts, dropped, view = self._drafts(setting, names, found, speakers, dated)
        speakers = [each for each in speakers if view is None or heard(view, each)]
        if self.traces is not None:
            self.traces.append(trace_of(setting, scene, drafts, dropped, self.parses))
        drafts = toll_drafts(scene, drafts, dropped, counts, self.lexicons, after=self._fighting())
        spread(text, scene, drafts, found, self.lexicons)
        tally(view, drafts, counts)
        if view is not None:
            arm(view, drafts)
        memory.elsewhere = names_elsewhere(tokens, mentions, places)
        memory.told = last_day(whens, memory.told)
        whens = self._furnish((scene, view), drafts, places, speakers, whens)
        mark_past(memory, scene, drafts, whens, self.lexicons, partial(reaches, view))
        dropped = [] if self._continue(setting, drafts, counts) else dropped
        if view is not None:
            aim(view, drafts, self.choice)
        held = len(self.events)
        for draft in drafts:
            draft.beside = len(drafts)
            self._keep(draft, setting)
        if len(self.events) == held + 1 < held + len(drafts):  # the others were unsure
            self.events[held] = alone(self.events[held], setting)
        self._remember(scene, drafts, whens, places)
        self.set_aside += left_out(text, tokens, dropped)

    def _furnish(
        self,
        sentence: tuple[Scene, View | None],
        drafts: list[Draft],
        places: list[Where],
        speakers: Sequence[Speaker],
        whens: list[When],
    ) -> list[When]:
        """Give drafts when, where and who says so; return the dates that are the sentence's own."""
        scene, view = sentence
        plain = without_saying(scene.tokens, whens, speakers, self.lexicons)
        for draft in drafts:
            shared = shares(drafts, draft)
            mine = whens if own_saying(draft, speakers) else plain
            attribute(scene, draft, speakers, self.lexicons)
            if view is not None:
                credit(view, draft)
            mine = whens if draft.own_words else mine
            date_draft(self.memory, scene, draft, mine, shared=shared, view=view)
            near = own_places(view, places, draft, drafts)
            locate(self.memory, scene, draft, near, shared=shared)
            if view is not None:
                stand(view, draft, self.memory.states | self.memory.sides, near)
                if draft.place is None and points_back(view, draft):
                    draft.place = self.memory.near_by()
                own(view, draft)
        return of_sentence(view, plain)

    def _drafts(
        self,
        setting: Setting,
        names: list[Mention],
        found: Found,
        speakers: Sequence[Speaker],
        dated: frozenset[int],
    ) -> tuple[Scene, list[Draft], Dropped, View | None]:
        """Read a sentence by its parse, or by its words alone where it has none."""
        tokens, memory, dealt = setting.tokens, self.memory, self.memory.dealings
        speaking, arms = frozenset(each.at for each in speakers), found.armed()
        parse = self.parses.get((setting.start, setting.end))
        if parse is None:
            triggers = triggers_of(tokens, names, self.lexicons)
            clauses = clauses_of(tokens, names, triggers)
            scene = Scene(tokens, names, clauses, triggers, speaking, arms)
            return scene, *drafts_of(scene, found, self.lexicons), None
        head = bisect_right([each.end for each in tokens], parse.starts[0] if parse.starts else 0)
        names = [each for each in names if each.first >= head]  # a dateline is nobody's doing
        towns = {i: where.place for where in found.places for i in range(where.first, where.last)
                 if i >= head}  # fmt: skip
        view = View(setting.text, tokens, names, parse, self.lexicons, dated | arms, dated,
                    memory.recent, towns, tuple(sorted(memory.sides)), memory.known, dealt.last,
                    memory.just, dealt.deeds, self.sentence, memory.cast)  # fmt: skip
        scene, drafts, dropped = read(view, found, speaking, arms)
        reply(view, drafts, self.events, setting)
        memory.recent = remembered(view, memory.recent)
        memory.just = tuple([a for each in names for a in each.actors if a.code])
        memory.known, memory.cast = acquainted(view, memory.known), named_as(view, memory.cast)
        return scene, drafts, dropped, view

    def _fighting(self) -> bool:
        """Return whether the last sentence or two told of an attack or an arrest."""
        last = self.events[-1] if self.events else None
        if last is None or self.sentence - last.sentence > 2:
            return False
        return last.type in ("ASSAULT", "COERCE") and last.status in ("happened", "ongoing")

    def _continue(self, setting: Setting, drafts: list[Draft], counts: list[Counted]) -> bool:
        """Add numbers to the attack told before, or outcomes to the talks told before."""
        memory, tokens = self.memory, setting.tokens
        draft = drafts[0] if len(drafts) == 1 else None
        told = counts and len(drafts) <= 1 and memory.attack_event >= 0
        if told and continues_attack(memory, tokens, draft):
            hedge = hedge_of(tokens, 0, len(tokens), self.lexicons)
            more = [said_by(replace(c.count, hedge=c.count.hedge or hedge), draft) for c in counts]
            at = memory.attack_event
            self.events[at] = carried_on(self.events[at], setting, counts=more)
            drafts.clear()
            return True
        if memory.talks_event < 0 or memory.paragraph - memory.talks_at > 1:
            return False
        if not drafts or (tokens[0].low == "they" and all(each.type == "AGREE" for each in drafts)):
            found = told_of_talks(setting.text, tokens, counts, self.lexicons)
            held = self.events[memory.talks_event].issues
            fresh = [each for each in found if each.issue not in {old.issue for old in held}]
            if fresh:
                at = memory.talks_event
                self.events[at] = carried_on(self.events[at], setting, issues=fresh)
                return True
        return False

    def _keep(self, draft: Draft, setting: Setting) -> None:
        memory = self.memory
        localise(draft)
        self._stand(draft)
        memory.seat(draft)
        event = event_of(draft, setting)
        if self.traces:
            self.traces[-1].grounds[event.event_id] = grounds_of(draft)
            self.traces[-1].aims[event.event_id] = draft.aims
        if event.confidence < self.least:
            self.set_aside += left_out(setting.text, setting.tokens, [(UNSURE, draft.trigger)])
            return
        self.events.append(event)
        memory.deal(draft, setting.number)
        number = len(self.events) - 1
        status = self.events[number].status
        if draft.type == "ASSAULT" and status in ("happened", "ongoing") and draft.source:
            memory.attack, memory.attack_at, memory.attack_event = draft, memory.paragraph, number
        elif draft.type == "ASSAULT":
            memory.attack = None
        if draft.type == "CONSULT" and status in ("happened", "ongoing", "failed"):
            memory.talks_event, memory.talks_at = number, memory.paragraph

    def _stand(self, draft: Draft) -> None:
        """Let an attack or arrest with no place of its own stand where the one before it did."""
        memory = self.memory
        if draft.type not in ("ASSAULT", "COERCE") or draft.status not in (None, "happened"):
            return
        recent = memory.stands()
        same = draft.when is None or "date" in draft.basis
        happened = recent and same and draft.reading.status == "happened"
        goes_on = happened and memory.goes_on() and not leaves(draft, memory.place)
        if draft.place is None and goes_on:
            draft.place = memory.place
            draft.basis["place"] = "carried on from the sentence before"
        if draft.place is not None:
            memory.place = draft.place = within(draft.place, memory.place if recent else None)
            memory.place_at = memory.paragraph

    def _remember(
        self, scene: Scene, drafts: list[Draft], whens: list[When], places: list[Where]
    ) -> None:
        memory = self.memory
        near = places and (places[0].first <= 3 or (memory.place is None and addressed(places)))
        if near or (places and any(w.own and not is_past_day(memory, w) for w in whens)):
            memory.place, memory.place_at = finest(places), memory.paragraph
        if opens_afresh(scene.tokens):
            memory.when = None
        date_story(memory, drafts, whens)
        memory.sat(drafts)

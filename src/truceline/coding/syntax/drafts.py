"""Events of one sentence by its parse, before the story around it is known."""

from dataclasses import dataclass, replace

from truceline.coding.arguments import Scene
from truceline.coding.arguments import subjects as lexical_subjects
from truceline.coding.draft import Draft, Found
from truceline.coding.drafts import Dropped
from truceline.coding.predicates import Trigger
from truceline.coding.refusals import ACCIDENTS, HELD, SUSPICION
from truceline.coding.syntax.arguments import (
    agents,
    doers,
    doers_of_noun,
    goals,
    goals_of_noun,
    joined,
    objects,
    subjects,
)
from truceline.coding.syntax.find import noun_trigger
from truceline.coding.syntax.mood import auxiliaries, mood_of
from truceline.coding.syntax.parties import parties
from truceline.coding.syntax.view import View
from truceline.terms.events import Actor

SPEAKING = frozenset({"speech", "threat", "demand", "complaint", "agreement"})
MUTUAL = frozenset({"meet", "talks", "agreement", "fight", "exchange", "ceasefire", "visit"})
FRIENDLY = frozenset({"AID", "CONSULT", "RETREAT", "COOPERATE", "SUPPORT", "CONCEDE", "AGREE"})
ANNOUNCING = frozenset({"say", "announce", "declare", "state", "confirm", "pledge", "promise",
                        "vow", "assert", "insist", "tell", "add"})  # fmt: skip
FUTURE = frozenset({"will", "would", "wo", "'ll", "’ll", "shall"})


@dataclass(slots=True)
class Reader:
    """Reads the triggers of one sentence into drafts."""

    view: View
    scene: Scene
    found: Found
    nodes: dict[int, int]
    drafts: list[Draft]
    dropped: Dropped

    def read(self) -> None:
        """Read every trigger; what reports no event is dropped with a reason."""
        places = dict(enumerate(self.nodes.values()))
        for number, trigger in enumerate(self.scene.triggers):
            node = places[number]
            reason = self._one(node, trigger)
            if reason is not None:
                self.dropped.append((reason, trigger))

    def _one(self, node: int, trigger: Trigger) -> str | None:
        if self._content(node):
            return "SPEECH_CONTENT"
        reading = mood_of(self.view, node, trigger)
        if reading.drop is not None:
            return reading.drop
        if self._merged(node, trigger):
            return None
        willing = replace(trigger, type="AGREE", mode=None, kind="speech")
        draft = Draft(willing if reading.willing else trigger, reading)
        if trigger.form == "noun":
            self._fill_noun(draft, node)
        else:
            self._fill_verb(draft, node)
            self._promise(draft, node)
        reason = self._refusal(draft, node)
        if reason is None:
            draft.node = node
            self.drafts.append(draft)
        return reason

    def _content(self, node: int) -> bool:
        """Return whether a deed is only what somebody demands, threatens, refuses or alleges."""
        parse = self.view.parse
        speaking = {each.node for each in self.drafts if each.trigger.kind in SPEAKING}
        at = node
        for above in parse.above(node):
            dep = parse.deps[at]
            if above in speaking and dep not in ("conj", "parataxis", "nsubj"):
                if dep == "advcl" and any(
                    parse.lows[each] in ("after", "before", "when", "while", "as", "by")
                    for each in parse.under(at, "mark", "case", "advmod")
                ):
                    return False
                noun = parse.deps[node] in ("obj", "obl", "nmod") and not parse.is_verb(node)
                return not noun or dep != "obl" or parse.case(at) not in ("after", "in", "during")
            at = above
        return False

    def _merged(self, node: int, trigger: Trigger) -> bool:
        """Let a trigger that tells more of an attack, or of talks, join that event."""
        parse, view = self.view.parse, self.view
        for last in reversed(self.drafts):
            if last.type != trigger.type or last.type not in ("ASSAULT", "CONSULT"):
                continue
            related = last.node in parse.above(node) or node in parse.above(last.node)
            if not related:
                continue
            if trigger.form == "noun" or last.trigger.form == "noun":
                return self._join_noun(last, node, trigger)
            own, inherited = subjects(view, node)
            follows = inherited or not own
            part = parse.deps[node] == "advcl" and trigger.form == "ing"
            effect = trigger.kind == "effect" and parse.deps[node] in ("conj", "acl", "advcl")
            if follows and not trigger.passive and (part or effect):
                self._join_verb(last, node, trigger)
                return True
        return False

    def _join_noun(self, last: Draft, node: int, trigger: Trigger) -> bool:
        view = self.view
        noun = node if trigger.form == "noun" else last.node
        if trigger.form == "noun":
            last.source = last.source or doers_of_noun(view, noun)
            last.target = [each for each in last.target if each not in last.source]
            last.target = last.target or goals_of_noun(view, noun)
        else:
            self._join_verb(last, node, trigger)
            return True
        last.merged.append(trigger)
        return True

    def _join_verb(self, last: Draft, node: int, trigger: Trigger) -> None:
        last.merged.append(trigger)
        more = objects(self.view, node, trigger)
        fresh = [each for each in more if each not in (*last.target, *last.source)]
        if not any(each.code for each in last.target) or any(each.code for each in fresh):
            last.target = [*last.target, *fresh]

    def _fill_noun(self, draft: Draft, node: int) -> None:
        draft.source = doers_of_noun(self.view, node)
        goals = goals_of_noun(self.view, node)
        draft.target = [each for each in goals if each not in draft.source]
        if draft.trigger.kind in MUTUAL:
            if not draft.source and len(draft.target) > 1:
                draft.source, draft.target = draft.target, []
            self._pair(draft, len(draft.source))

    def _fill_verb(self, draft: Draft, node: int) -> None:
        view, trigger = self.view, draft.trigger
        own, draft.inherited = subjects(view, node)
        for each in own:
            if each in view.nouns and trigger.type == "ASSAULT":
                draft.merged.append(noun_trigger(view, each))
        if trigger.kind == "incident":
            return
        if trigger.passive:
            self._fill_passive(draft, node, own)
        else:
            draft.source = doers(view, own) or self._lexical(draft, node)
            draft.target = self._aims(draft, node, own)
        draft.target = [each for each in draft.target if each not in draft.source]
        if trigger.kind in ("retreat", "move", "troops"):
            known = {each.code for each in draft.source}
            draft.target = [each for each in draft.target if each.code and each.code not in known]
        if self._mutual(trigger):
            self._pair(draft, joined(view, own))

    def _mutual(self, trigger: Trigger) -> bool:
        return trigger.kind in MUTUAL or trigger.type in ("AGREE", "CONSULT", "COOPERATE")

    def _promise(self, draft: Draft, node: int) -> None:
        """Read "X said it will release them" as a promise, "X said it will not" as a refusal."""
        parse, reading = self.view.parse, draft.reading
        head = parse.heads[node]
        said = head >= 0 and parse.deps[node] == "ccomp" and parse.lemmas[head] in ANNOUNCING
        if not said or draft.type not in FRIENDLY or reading.status not in (
            "planned", "denied", "hypothetical"):  # fmt: skip
            return
        words = {parse.lows[each] for each in auxiliaries(self.view, node)}
        speaker = doers(self.view, subjects(self.view, head)[0])
        if not words & FUTURE or not speaker or speaker != draft.source:
            return
        kind = "REJECT" if reading.status == "denied" else "AGREE"
        draft.trigger = replace(draft.trigger, type=kind, mode=None, kind="speech")
        draft.reading = replace(reading, status="happened", possible=False)

    def _lexical(self, draft: Draft, node: int) -> list[Actor]:
        """Return the subject that the words' order gives, for a finite verb without one."""
        tag = self.view.parse.tags[node]
        helped = bool(self.view.parse.under(node, "aux"))
        if draft.trigger.form == "noun" or not (tag in ("VBD", "VBZ", "VBP") or helped):
            return []
        if self.view.parse.under(node, "nsubj", "csubj"):
            return []
        found, _ = lexical_subjects(self.scene, draft.trigger)
        return [each for one in found for each in one.actors if one.kind not in ("thing", "name")]

    def _fill_passive(self, draft: Draft, node: int, own: list[int]) -> None:
        view, trigger = self.view, draft.trigger
        draft.source = [each for one in agents(view, node) for each in parties(view, one)]
        if trigger.light is None:
            draft.target = [each for one in own for each in parties(view, one)]
            return
        draft.target = goals(view, [*[each for each in own if each in view.nouns], node])
        draft.source = draft.source or self._owner(node)

    def _aims(self, draft: Draft, node: int, own: list[int]) -> list[Actor]:
        """Return whom a verb in the active is aimed at."""
        view, trigger = self.view, draft.trigger
        if self._mutual(trigger) and len(draft.source) > 1:
            return goals(view, [*view.parse.under(node, "obj"), node], only=("with", "between"))
        if trigger.type == "ACCUSE":
            deeds = [each for each in view.parse.under(node, "obj") if each in view.nouns
                     and view.nouns[each][2].kind == "attack"]  # fmt: skip
            if deeds:
                return [one for each in deeds for one in doers_of_noun(view, each)]
        found = objects(view, node, trigger)
        if trigger.kind == "exchange":
            found = [each for each in found if each.sector != "PRS"]
        return found

    def _owner(self, node: int) -> list[Actor]:
        for each in self.view.parse.under(node, "nsubj"):
            if each in self.view.nouns:
                return doers_of_noun(self.view, each)
        return []

    def _pair(self, draft: Draft, many: int) -> None:
        """Split those who act together: in "A and B met" A is the source, B the target."""
        if draft.target or len(draft.source) < 2:
            return
        pair = any(
            each.kind == "pair" and each.actors[0] in draft.source for each in self.view.mentions
        )
        if pair:
            draft.target = list(draft.source)
        elif many > 1 or draft.trigger.form == "noun":
            draft.source, draft.target = draft.source[:1], draft.source[1:]
        draft.basis["reciprocal"] = "both take part alike"

    def _refusal(self, draft: Draft, node: int) -> str | None:
        trigger, scene, parse = draft.trigger, self.scene, self.view.parse
        anybody = draft.source or draft.target
        words = {each.low for each in scene.tokens}
        if trigger.kind == "incident":
            return None if words & SUSPICION or self.found.instruments else "NO_ATTACK"
        if trigger.form == "noun":
            return self._noun_refusal(draft, node)
        if trigger.type == "ASSAULT":
            return self._assault_refusal(draft, node, words)
        if trigger.kind in ("meet", "exchange", "visit") or trigger.type in ("SUPPORT", "COOPERATE"):
            both = bool(draft.source and draft.target)
            return None if both and self._known(draft) else "NO_ACTOR"
        given = trigger.passive or parse.under(node, "obj", "iobj")
        if trigger.kind == "handed" and not given:
            return "NO_TARGET"
        if trigger.kind == "permit" and (draft.inherited or not draft.source or not given):
            return "NO_ACTOR"
        if trigger.kind == "phone":
            return None if draft.source and self._rung(node) else "NO_ACTOR"
        return None if anybody else "NO_ACTOR"

    def _known(self, draft: Draft) -> bool:
        """Return whether at least one who takes part is more than a common noun."""
        return any(each.code or each.sector or each.text[:1].isupper()
                   for each in (*draft.source, *draft.target))  # fmt: skip

    def _rung(self, node: int) -> bool:
        """Return whether somebody was called up, rather than called something."""
        parse = self.view.parse
        called = [each for each in parse.under(node, "obj")
                  if self.view.mention_at.get(each) or parse.tags[each] == "NNP"]  # fmt: skip
        named = [each for each in parse.under(node, "xcomp") if not parse.is_verb(each)]
        to = [each for each in parse.under(node, "obl") if parse.case(each) == "to"]
        return bool((called and not named) or (to and parse.lemmas[node] != "call"))

    def _noun_refusal(self, draft: Draft, node: int) -> str | None:
        trigger, parse = draft.trigger, self.view.parse
        verb = next((each for each in parse.above(node) if parse.is_verb(each)), None)
        if trigger.kind == "talks" and verb is not None:
            low = parse.lows[verb]
            if low in FAILING and parse.deps[node] == "nsubj":
                draft.reading = replace(draft.reading, status="failed")
                return None
            both = draft.source and draft.target
            return None if both and (low in HELD or trigger.kind in MUTUAL) else "NO_ACTOR"
        if trigger.kind == "agreement":
            return None if draft.source and draft.target else "NOUN_ALONE"
        if trigger.kind != "attack":
            return "NOUN_ALONE"
        coded = [each for each in (*draft.source, *draft.target) if each.code]
        return None if coded else "NO_ACTOR"

    def _assault_refusal(self, draft: Draft, node: int, words: set[str]) -> str | None:
        trigger = draft.trigger
        anybody = bool(draft.source or draft.target)
        if trigger.light is not None or trigger.kind == "attack":
            return None if anybody or self.found.places else "NO_ACTOR"
        if words & ACCIDENTS and not self.found.instruments and not draft.source:
            return "ACCIDENT"
        near = bool(self.found.counts)
        nouns = any(each.kind == "attack" and each.form == "noun" for each in self.scene.triggers)
        armed = bool(draft.source) or bool(self.found.instruments) or nouns
        if trigger.kind == "fight":
            return None if draft.source else "NO_ACTOR"
        hit = bool(draft.target) or near or bool(self.found.places)
        if trigger.kind == "contact":
            return None if hit and (armed or (trigger.passive and near)) else "NO_TARGET"
        if trigger.kind == "effect" and not armed and not (
            self.found.war_known and trigger.passive and near
        ):  # fmt: skip
            return "NO_CAUSE"
        return None if hit or draft.source else "NO_ACTOR"


FAILING = frozenset({"collapsed", "stalled", "failed", "foundered", "fell", "broke", "ended"})


def drafts_by_parse(
    view: View, scene: Scene, found: Found, nodes: dict[int, int]
) -> tuple[list[Draft], Dropped]:
    """Return the events of a parsed sentence, and what reports none, each with its reason."""
    reader = Reader(view, scene, found, nodes, [], [])
    reader.read()
    return reader.drafts, reader.dropped
